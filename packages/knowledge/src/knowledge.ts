import { trainClassifier } from './classifier.ts'
import { createVectors, type Vector } from './vectors.ts'

/** Something the bot may answer with. `questions` are ways in which people ask for it. */
export type Article = { id: string; title: string; questions?: readonly string[]; body: string }

/** The article that answers a question best, if one does well enough; and how sure that is, from 0 to 1. */
export type Found = { answered: boolean; articleId: string | null; score: number }

/** An article that has something in common with a question. */
export type Ranked = { articleId: string; score: number }

export type Knowledge = {
  find: (question: string) => Found
  /** Those nearest to a question, best first, whether or not they answer it. */
  rank: (question: string, most: number) => Ranked[]
}

/** Something that an article says or is asked by. */
type Passage = { article: number; text: string; weight: number }

/** From here on an article counts as the answer. Found with `npm run eval` on questions with and without one. */
const ENOUGH = 0.3
/** How much the likeness to the nearest passage counts; the rest is the classifier's probability. */
const NEAREST = 0.5
/** What the body says is further from a question than what people ask. */
const BODY = 0.7
const MOST_SENTENCES = 40
const SENTENCE_END = /(?<=[.!?。！？])\s+|\n+/u

/**
 * Prepares articles for questions. Takes some hundred milliseconds for a thousand phrases; the same articles give the
 * same answers. It does not understand: it knows the words of the articles, and words that are spelt alike.
 */
export function createKnowledge({ articles }: { articles: readonly Article[] }): Knowledge {
  const passages = articles.flatMap(passagesOf)
  const { vectorOf } = createVectors(passages.map(({ text }) => text))
  const vectors = passages.map(({ text }) => vectorOf(text))
  const nearest = indexNearest(passages, vectors, articles.length)
  const classifier = trainClassifier(
    passages.map(({ article, weight }, at) => ({ vector: vectors[at] ?? new Map(), label: article, weight })),
    articles.length,
  )
  const rank = (question: string, most: number) => {
    const vector = vectorOf(question)
    const likeness = nearest(vector)
    const probabilities = classifier(vector)
    return (
      articles
        .map(({ id }, at) => ({ id, like: likeness[at] ?? 0, probable: probabilities[at] ?? 0 }))
        // Without a word in common there is only the classifier's guess.
        .filter(({ like }) => like > 0)
        .map(({ id, like, probable }) => ({
          articleId: id,
          score: NEAREST * like + (1 - NEAREST) * probable,
        }))
        .sort((a, b) => b.score - a.score)
        .slice(0, most)
    )
  }
  return {
    find: (question) => decide(rank(question, 1)[0]),
    rank: (question, most) =>
      rank(question, most).map(({ articleId, score }) => ({ articleId, score: rounded(score) })),
  }
}

function decide(best: Ranked | undefined): Found {
  if (best === undefined) return { answered: false, articleId: null, score: 0 }
  const answered = best.score >= ENOUGH
  return { answered, articleId: answered ? best.articleId : null, score: rounded(best.score) }
}

function rounded(score: number): number {
  return Math.round(score * 1000) / 1000
}

function passagesOf({ title, questions = [], body }: Article, article: number): Passage[] {
  const sentences = body.split(SENTENCE_END).slice(0, MOST_SENTENCES)
  return [
    ...[title, ...questions].map((text) => ({ article, text, weight: 1 })),
    ...sentences.map((text) => ({ article, text, weight: BODY })),
  ].filter(({ text }) => text.trim() !== '')
}

/** For each article, how like its nearest passage a question is. */
function indexNearest(passages: readonly Passage[], vectors: readonly Vector[], articleCount: number) {
  const postings = new Map<number, { passage: number; value: number }[]>()
  for (const [passage, vector] of vectors.entries())
    for (const [feature, value] of vector) {
      const known = postings.get(feature)
      if (known === undefined) postings.set(feature, [{ passage, value }])
      else known.push({ passage, value })
    }
  return (question: Vector): Float64Array => {
    const products = new Float64Array(passages.length)
    for (const [feature, weight] of question)
      for (const { passage, value } of postings.get(feature) ?? [])
        products[passage] = (products[passage] ?? 0) + weight * value
    const best = new Float64Array(articleCount)
    for (const [at, { article, weight }] of passages.entries())
      best[article] = Math.max(best[article] ?? 0, (products[at] ?? 0) * weight)
    return best
  }
}
