import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { piecesOf } from './text-search.ts'

/** What is scored as one: an article; or a passage of a long one, which says too much to be one answer. */
type Place = { id: string; revision: number; position: number | null }

/** What may answer a question. `whole`: this is all that the bot reads. */
type Candidates = { places: Place[]; whole: boolean }

/** What a bot reads is scored whole up to here. Scoring takes longer the more there is. */
const mostWhole = 40
/** Of more, what comes nearest. */
const mostNearest = 20
const mostPassagesTogether = 5
/** A piece of a word speaks less for a passage than the word. */
const pieceWeight = 0.3

/** What a bot reads that has most words in common with a question, in the language of each article. */
export async function findCandidates(work: UnitOfWork, botId: string, question: string): Promise<Candidates> {
  const all = await placesOf(work, botId)
  if (all.length <= mostWhole) return { places: all, whole: true }
  return { places: await nearest(work, botId, question), whole: false }
}

async function placesOf({ db, workspaceId }: UnitOfWork, botId: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select article.id, article.revision, ${position} as position
    from article
      join article_passage passage on passage.workspace_id = article.workspace_id and passage.article_id = article.id
      ${passageCount}
    where article.workspace_id = ${workspaceId} and (bot_id = ${botId} or bot_id is null)
    group by 1, 2, 3
    order by 1, 3
    limit ${sql.lit(mostWhole + 1)}`.execute(db)
  return rows
}

async function nearest({ db, workspaceId }: UnitOfWork, botId: string, question: string): Promise<Place[]> {
  const { rows } = await sql<Place>`
    with asked as (
      select config, replace(plainto_tsquery(config::regconfig, ${question})::text, ' & ', ' | ')::tsquery as words
      from (select distinct config from article_passage where workspace_id = ${workspaceId}) configs
    ), spelt as (select ${anyOf(piecesOf(question))}::tsquery as pieces)
    select article.id, article.revision, ${position} as position
    from article_passage passage
      join article on article.workspace_id = passage.workspace_id and article.id = passage.article_id
      join asked using (config)
      cross join spelt
      ${passageCount}
    where passage.workspace_id = ${workspaceId} and (bot_id = ${botId} or bot_id is null)
      and (passage.words @@ asked.words or passage.pieces @@ spelt.pieces)
    group by 1, 2, 3
    order by max(ts_rank(passage.words, asked.words) + ${pieceWeight} * ts_rank(passage.pieces, spelt.pieces)) desc, 1, 3
    limit ${sql.lit(mostNearest)}`.execute(db)
  return rows
}

const passageCount = sql`
  cross join lateral (
    select count(*) as count from article_passage of_article
    where of_article.workspace_id = article.workspace_id and of_article.article_id = article.id) passages`
const position = sql`case when passages.count > ${sql.lit(mostPassagesTogether)} then passage.position end`

/** A query of text search that any of the pieces meets. */
function anyOf(pieces: string[]): string {
  return pieces.map((piece) => `'${piece.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' | ')
}

/** A candidate with what it says. */
export type Candidate = {
  /** Names it among the others. */
  id: string
  article: { id: string; title: string; questions: string[]; url: string | null }
  /** False: it is one passage of a long article. */
  isWhole: boolean
  passages: { position: number; heading: string | null; text: string }[]
}

export async function loadCandidates(
  { db, workspaceId }: UnitOfWork,
  places: readonly Place[],
): Promise<Candidate[]> {
  const ids = [...new Set(places.map(({ id }) => id))]
  if (ids.length === 0) return []
  const found = await db
    .selectFrom('article')
    .select(['id', 'title', 'questions', 'source'])
    .where('workspace_id', '=', workspaceId)
    .where('id', 'in', ids)
    .execute()
  const articles = new Map(
    found.map(({ source, ...article }) => [
      article.id,
      { ...article, url: source.kind === 'url' ? source.url : null },
    ]),
  )
  const passages = Map.groupBy(
    await db
      .selectFrom('article_passage')
      .select(['article_id', 'position', 'heading', 'text'])
      .where('workspace_id', '=', workspaceId)
      .where('article_id', 'in', ids)
      .orderBy('article_id')
      .orderBy('position')
      .execute(),
    ({ article_id }) => article_id,
  )
  return places.flatMap(({ id, position }) => {
    const article = articles.get(id)
    const all = passages.get(id) ?? []
    if (!article) return []
    return {
      id: `${id} ${position ?? ''}`,
      article,
      isWhole: position === null,
      passages: position === null ? all : all.filter((passage) => passage.position === position),
    }
  })
}
