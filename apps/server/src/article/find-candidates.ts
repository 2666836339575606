import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { piecesOf } from './text-search.ts'

/** An article in the form in which it is scored. */
export type Candidate = {
  id: string
  title: string
  questions: string[]
  url: string | null
  passages: { heading: string | null; text: string }[]
}

/** Which articles may answer a question, and under which revisions. `whole`: these are all that the bot reads. */
type Candidates = { ids: string[]; key: string; whole: boolean }

/** So many are scored. A bot that reads no more has all of them scored. */
const mostCandidates = 40
/** A piece of a word speaks less for a passage than the word. */
const pieceWeight = 0.3

/** The articles of a bot that have most words in common with a question, in the language of each. */
export async function findCandidates(work: UnitOfWork, botId: string, question: string): Promise<Candidates> {
  const all = await readable(work, botId)
    .select(['id', 'revision'])
    .orderBy('id')
    .limit(mostCandidates + 1)
    .execute()
  const whole = all.length <= mostCandidates
  const found = whole ? all : await nearest(work, botId, question)
  return {
    ids: found.map(({ id }) => id),
    key: found.map(({ id, revision }) => `${id}:${revision}`).join(),
    whole,
  }
}

export async function loadCandidates(work: UnitOfWork, botId: string, ids: string[]): Promise<Candidate[]> {
  if (ids.length === 0) return []
  const articles = await readable(work, botId)
    .select(['id', 'title', 'questions', 'source'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  const passages = await work.db
    .selectFrom('article_passage')
    .select(['article_id', 'heading', 'text'])
    .where('workspace_id', '=', work.workspaceId)
    .where('article_id', 'in', ids)
    .orderBy('article_id')
    .orderBy('position')
    .execute()
  return articles.map(({ source, ...article }) => ({
    ...article,
    url: source.kind === 'url' ? source.url : null,
    passages: passages.filter(({ article_id }) => article_id === article.id),
  }))
}

function readable({ db, workspaceId }: UnitOfWork, botId: string) {
  return db
    .selectFrom('article')
    .where('workspace_id', '=', workspaceId)
    .where((is) => is.or([is('bot_id', '=', botId), is('bot_id', 'is', null)]))
}

async function nearest({ db, workspaceId }: UnitOfWork, botId: string, question: string) {
  const { rows } = await sql<{ id: string; revision: number }>`
    with readable as (
      select id, revision from article
      where workspace_id = ${workspaceId} and (bot_id = ${botId} or bot_id is null)
    ), asked as (
      select config, replace(plainto_tsquery(config::regconfig, ${question})::text, ' & ', ' | ')::tsquery as words
      from (select distinct config from article_passage where workspace_id = ${workspaceId}) configs
    ), spelt as (select ${anyOf(piecesOf(question))}::tsquery as pieces)
    select readable.id, readable.revision
    from article_passage passage
      join readable on readable.id = passage.article_id
      join asked using (config)
      cross join spelt
    where passage.workspace_id = ${workspaceId}
      and (passage.words @@ asked.words or passage.pieces @@ spelt.pieces)
    group by readable.id, readable.revision
    order by max(ts_rank(passage.words, asked.words) + ${pieceWeight} * ts_rank(passage.pieces, spelt.pieces)) desc,
      readable.id
    limit ${mostCandidates}`.execute(db)
  return rows
}

/** A query of text search that any of the pieces meets. */
function anyOf(pieces: string[]): string {
  return pieces.map((piece) => `'${piece.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' | ')
}
