import type { ArticleQuery } from '@baton/contract'
import { type Selectable, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { foreignCursor } from '../database/cursor.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import type { ArticleTable, ArticleVersionTable } from '../database/schema/article.ts'
import { DomainError } from '../errors.ts'

export type ArticleRow = Selectable<ArticleTable>
export type SummaryRow = Omit<ArticleRow, 'text' | 'questions'>
export type VersionRow = Selectable<ArticleVersionTable>

const summary = [
  'workspace_id',
  'id',
  'bot_id',
  'kind',
  'title',
  'language',
  'source',
  'source_key',
  'revision',
  'updated_by',
  'created_at',
  'updated_at',
] as const

/** @throws DomainError not_found */
export async function findArticle(
  { db, workspaceId }: UnitOfWork,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ArticleRow> {
  const query = db
    .selectFrom('article')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no article with this id.')
  return row
}

/** Articles, oldest first. */
export async function listArticles(
  { db, workspaceId }: UnitOfWork,
  query: ArticleQuery,
): Promise<Page<SummaryRow>> {
  const { botId, search } = query
  const after = afterId(query)
  let select = db
    .selectFrom('article')
    .select(summary)
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(query.limit + 1)
  if (after) select = select.where('id', '>', after)
  if (botId) select = select.where((is) => is.or([is('bot_id', '=', botId), is('bot_id', 'is', null)]))
  if (search) {
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`
    select = select.where(
      sql<boolean>`(title ilike ${pattern} or text ilike ${pattern} or array_to_string(questions, ' ') ilike ${pattern})`,
    )
  }
  return toPage(await select.execute(), query.limit)
}

/** What an article was before, newest first. */
export async function listVersions(
  work: UnitOfWork,
  articleId: string,
  query: PageQuery,
): Promise<Page<VersionRow>> {
  await findArticle(work, articleId)
  let select = work.db
    .selectFrom('article_version')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('article_id', '=', articleId)
    .orderBy('revision', 'desc')
    .limit(query.limit + 1)
  if (query.cursor !== undefined) select = select.where('revision', '<', revisionOf(query.cursor))
  const found = await select.execute()
  const rows = found.slice(0, query.limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > query.limit && last ? String(last.revision) : null }
}

function revisionOf(cursor: string): number {
  if (!/^\d{1,9}$/.test(cursor)) throw foreignCursor()
  return Number(cursor)
}

/** @throws DomainError not_found */
export async function findVersion(
  { db, workspaceId }: UnitOfWork,
  articleId: string,
  revision: number,
): Promise<VersionRow> {
  const row = await db
    .selectFrom('article_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', articleId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (!row)
    throw new DomainError(
      'not_found',
      `This article has no version ${revision}. List them with GET /v1/articles/${articleId}/versions.`,
    )
  return row
}

/** Whether there is anything that a bot may quote. */
export async function hasArticle({ db, workspaceId }: UnitOfWork, botId: string): Promise<boolean> {
  const found = await db
    .selectFrom('article')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where((where) => where.or([where('bot_id', 'is', null), where('bot_id', '=', botId)]))
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
