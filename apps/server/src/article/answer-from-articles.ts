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

/** Answers a question with the passage that does it best, of all articles that a bot reads. */
export async function answerFromArticles(
  work: UnitOfWork,
  botId: string,
  asked: string,
): Promise<ArticleAnswer> {
  const question = asked.slice(0, longestQuestion)
  const { knowledge, candidates } = await prepare(work, botId, question)
  const passages = knowledge.rank(question, mostPassages).flatMap(({ articleId, score }) => {
    const candidate = candidates.get(articleId)
    return candidate ? [{ ...bestPassage(candidate, question), score }] : []
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

type Prepared = { knowledge: Knowledge; candidates: ReadonlyMap<string, Candidate> }

// Preparing articles takes some milliseconds each, so what a bot reads is kept until an article changes. Nothing is
// lost when a process has not got it.
const mostKept = 50
const kept = new Map<string, Prepared>()

async function prepare(work: UnitOfWork, botId: string, question: string): Promise<Prepared> {
  const { places, whole } = await findCandidates(work, botId, question)
  const key = places.map(({ id, revision, position }) => `${id}:${revision}:${position}`).join()
  const known = kept.get(key)
  if (known) return known
  const candidates = await loadCandidates(work, places)
  const prepared = {
    knowledge: createKnowledge({ articles: candidates.map(asArticle) }),
    candidates: new Map(candidates.map((candidate) => [candidate.id, candidate])),
  }
  if (!whole) return prepared
  kept.set(key, prepared)
  const oldest = kept.keys().next().value
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return prepared
}

/** The title and the questions of a long article stand for its beginning. */
function asArticle({ id, article, isWhole, passages }: Candidate) {
  const named = isWhole || passages[0]?.position === 0
  return {
    id,
    title: isWhole ? article.title : (passages[0]?.heading ?? ''),
    questions: named ? article.questions : [],
    body: passages.map(({ heading, text }) => `${heading ?? ''}\n${plainText(text)}`).join('\n'),
  }
}

function bestPassage({ article, passages }: Candidate, question: string): Omit<FoundPassage, 'score'> {
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
