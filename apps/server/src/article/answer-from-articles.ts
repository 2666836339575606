import type { AnswerSource } from '@baton/contract'
import { createKnowledge, type Knowledge, likenessTo } from '@baton/knowledge'
import type { UnitOfWork } from '../context.ts'
import { type Candidate, findCandidates, loadCandidates } from './find-candidates.ts'
import { plainText } from './plain-text.ts'

type FoundPassage = AnswerSource & { text: string; score: number }

/** An answer that is a passage of an article, or none: then `text` is empty. `passages` are those nearest, best first. */
export type ArticleAnswer = {
  text: string
  answered: boolean
  /** How sure it is, from 0 to 1. From 0.3 on it counts as an answer. */
  confidence: number
  sources: AnswerSource[]
  passages: FoundPassage[]
}

const mostPassages = 5
const longestQuestion = 2_000
/** An article with more passages is not one answer: each passage is scored by itself. */
const mostPassagesTogether = 5

/** Answers a question with the passage that does it best, of all articles that a bot reads. */
export async function answerFromArticles(
  work: UnitOfWork,
  botId: string,
  asked: string,
): Promise<ArticleAnswer> {
  const question = asked.slice(0, longestQuestion)
  const { knowledge, units } = await prepare(work, botId, question)
  const passages = knowledge.rank(question, mostPassages).flatMap(({ articleId, score }) => {
    const unit = units.get(articleId)
    return unit ? [{ ...bestPassage(unit, question), score }] : []
  })
  const { answered, score } = knowledge.find(question)
  const [best] = passages
  if (!answered || !best) return { text: '', answered: false, confidence: score, sources: [], passages }
  const { articleId, title, heading, url } = best
  return {
    text: best.text,
    answered,
    confidence: score,
    sources: [{ articleId, title, heading, url }],
    passages,
  }
}

/** What is scored as one: an article, or a passage of a long one. */
type Unit = { id: string; article: Candidate; passages: Candidate['passages'] }
type Prepared = { knowledge: Knowledge; units: ReadonlyMap<string, Unit> }

// Preparing articles takes some milliseconds each, so what a bot reads is kept until an article changes. Nothing is
// lost when a process has not got it.
const mostKept = 50
const kept = new Map<string, Prepared>()

async function prepare(work: UnitOfWork, botId: string, question: string): Promise<Prepared> {
  const { ids, key, whole } = await findCandidates(work, botId, question)
  const known = whole ? kept.get(key) : undefined
  if (known) return known
  const units = (await loadCandidates(work, botId, ids)).flatMap(unitsOf)
  const prepared = {
    knowledge: createKnowledge({ articles: units.map(asArticle) }),
    units: new Map(units.map((unit) => [unit.id, unit])),
  }
  if (!whole) return prepared
  kept.set(key, prepared)
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return prepared
}

function unitsOf(article: Candidate): Unit[] {
  const { id, passages } = article
  if (passages.length <= mostPassagesTogether) return [{ id, article, passages }]
  return passages.map((passage, at) => ({ id: `${id} ${at}`, article, passages: [passage] }))
}

function asArticle({ id, article, passages }: Unit) {
  const isPart = passages.length < article.passages.length
  const isFirst = passages[0] === article.passages[0]
  return {
    id,
    title: isPart ? (passages[0]?.heading ?? '') : article.title,
    questions: isPart && !isFirst ? [] : article.questions,
    body: passages.map(({ heading, text }) => `${heading ?? ''}\n${plainText(text)}`).join('\n'),
  }
}

function bestPassage({ article, passages }: Unit, question: string): Omit<FoundPassage, 'score'> {
  const likeness = likenessTo(
    question,
    passages.map(({ heading, text }) => `${heading ?? ''}\n${text}`),
  )
  const best = passages[likeness.indexOf(Math.max(...likeness))]
  return {
    articleId: article.id,
    title: article.title,
    heading: best?.heading ?? null,
    url: article.url,
    text: plainText(best?.text ?? ''),
  }
}
