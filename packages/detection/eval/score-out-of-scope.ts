import { createKnowledge } from '@baton/knowledge'
import type { IntentRow } from './rows.ts'

const NONE = 'none'
const QUESTIONS = 12
const ASKED = 12

export type OutOfScopeFigures = { articles: number; questions: number; right: number; matthews: number }

/**
 * How well questions find their article and those without one are told apart. Of three intents two are articles with
 * twelve of their rows as questions; rows of the third, and `outside`, have no answer.
 */
export function scoreOutOfScope(
  rows: readonly IntentRow[],
  outside: readonly string[] = [],
): OutOfScopeFigures {
  const byIntent = [...Map.groupBy(rows, ({ intent }) => intent)]
  const known = byIntent.filter((_, at) => at % 3 !== 0)
  const unknown = byIntent.filter((_, at) => at % 3 === 0)
  const articles = known.map(([id, of]) => {
    const [title = '', ...questions] = of.slice(0, QUESTIONS).map(({ text }) => text)
    return { id, title, questions, body: '' }
  })
  const knowledge = createKnowledge({ articles })
  const asked = [
    ...known.flatMap(([wanted, of]) =>
      of.slice(QUESTIONS, QUESTIONS + ASKED).map(({ text }) => ({ text, wanted })),
    ),
    ...unknown.flatMap(([, of]) => of.slice(0, ASKED).map(({ text }) => ({ text, wanted: NONE }))),
    ...outside.map((text) => ({ text, wanted: NONE })),
  ]
  const pairs = asked.map(({ text, wanted }) => ({ wanted, found: knowledge.find(text).articleId ?? NONE }))
  const right = pairs.filter(({ wanted, found }) => wanted === found).length
  return {
    articles: articles.length,
    questions: asked.length,
    right: right / asked.length,
    matthews: matthews(pairs),
  }
}

/** Matthews' correlation for several classes (Gorodkin 2004). */
function matthews(pairs: readonly { wanted: string; found: string }[]): number {
  const total = pairs.length
  const right = pairs.filter(({ wanted, found }) => wanted === found).length
  let [both, foundSquares, wantedSquares] = [0, 0, 0]
  for (const label of new Set(pairs.flatMap(({ wanted, found }) => [wanted, found]))) {
    const wanted = pairs.filter((pair) => pair.wanted === label).length
    const found = pairs.filter((pair) => pair.found === label).length
    both += wanted * found
    foundSquares += found * found
    wantedSquares += wanted * wanted
  }
  const spread = Math.sqrt((total * total - foundSquares) * (total * total - wantedSquares))
  return spread === 0 ? 0 : (right * total - both) / spread
}
