import { createDetector, presets } from '../src/index.ts'
import { tokenise } from '../src/tokenise.ts'
import { expand, parsePhrase } from '../training/expand-phrase.ts'
import { createRandom } from '../training/random.ts'
import type { Grammar } from '../training/read-grammar.ts'

/** Something that tells how probable it is that a message asks for a person, from 0 to 1; it fires from 0.5 on. */
export type Peer = { name: string; score: (text: string) => number | Promise<number> }

/** Baton, and what others use for the same. */
export async function createPeers(grammars: readonly Grammar[]): Promise<[baton: Peer, ...others: Peer[]]> {
  return [createBaton(), createKeywords(), await createNlpJs(grammars), createNearest(grammars)]
}

function createBaton(): Peer {
  const scenarios = presets
    .filter(({ kind }) => kind === 'human_requested')
    .map((preset) => ({ ...preset, id: 'human' }))
  const detector = createDetector({ scenarios })
  return {
    name: 'Baton',
    score: (text) => detector.assess([{ from: 'contact', text }]).scores[0]?.score ?? 0,
  }
}

/** As products have it that hand over by keyword. */
const keywords =
  /\b(human|agent|representative|operator|real person|live (chat|person|agent)|customer (service|support|care)|talk to (someone|somebody|a person)|speak (to|with) (someone|somebody|a person)|support team|call me)\b/iu

function createKeywords(): Peer {
  return { name: 'keyword list', score: (text) => (keywords.test(text) ? 1 : 0) }
}

/** NLP.js 4.27, trained with the English phrases of the preset and as many ordinary messages as it has. */
async function createNlpJs(grammars: readonly Grammar[]): Promise<Peer> {
  // @ts-expect-error The package has no types.
  const { dockStart } = await import('@nlpjs/basic')
  const dock = await dockStart({
    settings: { nlp: { autoSave: false, log: false } },
    use: ['Basic', 'LangEn'],
  })
  const nlp = dock.get('nlp')
  nlp.addLanguage('en')
  const english = grammars.find(({ code }) => code === 'en')
  const ordinary = (english?.notRequests.get('ordinary') ?? []).filter((phrase) => !/[({]/u.test(phrase))
  const phrases = presets.find(({ kind }) => kind === 'human_requested')?.examplePhrases ?? []
  for (const phrase of phrases) nlp.addDocument('en', phrase, 'human')
  for (const phrase of ordinary.slice(0, phrases.length)) nlp.addDocument('en', phrase, 'other')
  await nlp.train()
  return {
    name: 'NLP.js 4.27',
    async score(text) {
      const { intent, score } = await nlp.process('en', text)
      return intent === 'human' ? score : 0
    },
  }
}

/** The label of the nearest phrase of all grammars by BM25 (Robertson and Zaragoza 2009): nothing is learned. */
function createNearest(grammars: readonly Grammar[]): Peer {
  const random = createRandom(1)
  const documents = grammars.flatMap((grammar) =>
    [grammar.requests, grammar.notRequests].flatMap((sections, at) =>
      [...sections.values()].flat().map((phrase) => ({
        words: wordsOf(expand(parsePhrase(phrase, grammar), grammar, random)),
        label: 1 - at,
      })),
    ),
  )
  const average = documents.reduce((sum, { words }) => sum + words.length, 0) / documents.length
  const postings = new Map<string, { document: number; weight: number }[]>()
  for (const [document, { words }] of documents.entries())
    for (const [word, count] of Map.groupBy(words, (word) => word)) {
      const weight = (count.length * 2.2) / (count.length + 1.2 * (0.25 + (0.75 * words.length) / average))
      const known = postings.get(word)
      if (known === undefined) postings.set(word, [{ document, weight }])
      else known.push({ document, weight })
    }
  const rarity = (found: number) => Math.log(1 + (documents.length - found + 0.5) / (found + 0.5))
  return {
    name: 'nearest phrase (BM25)',
    score(text) {
      const scores = new Map<number, number>()
      for (const word of new Set(wordsOf(text))) {
        const found = postings.get(word) ?? []
        for (const { document, weight } of found)
          scores.set(document, (scores.get(document) ?? 0) + weight * rarity(found.length))
      }
      const [best] = [...scores].reduce((most, one) => (one[1] > most[1] ? one : most), [-1, 0])
      return documents[best]?.label ?? 0
    },
  }
}

function wordsOf(text: string): string[] {
  return tokenise(text).map(({ word }) => word)
}
