import type { ArticleSource, ImportResult } from '@baton/contract'
import { type Actor, type AppContext, inWorkspace, type UnitOfWork } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import type { ArticleRow } from '../queries.ts'
import { createArticle, updateArticle } from '../save-article.ts'
import { type Parsed, Unreadable } from './parsed.ts'

/** Who imports, and where to. */
export type Importer = { app: AppContext; workspaceId: string; actor: Actor }
/** What all of an import has in common. */
export type Target = { botId: string | null; language: string }
export type ImportItem = ImportResult['items'][number]

/**
 * Reads one file or page and stores what it holds: all of it, or nothing.
 * @throws DomainError unknown_bot
 */
export async function importOne(
  { app, workspaceId, actor }: Importer,
  target: Target,
  source: Exclude<ArticleSource, { kind: 'manual' }>,
  read: () => Promise<Parsed[]>,
): Promise<ImportItem> {
  const name = source.kind === 'file' ? source.name : source.url
  try {
    const articles = await read()
    const saved = await inWorkspace(
      app,
      workspaceId,
      (work) => storeAll(work, target, source, articles),
      actor,
    )
    return { name, ...saved, error: null }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { name, status: 'failed', articleIds: [], error: error.message }
  }
}

/** @throws DomainError unknown_bot */
export async function requireTarget({ app, workspaceId }: Importer, { botId }: Target): Promise<void> {
  if (botId === null) return
  const bot = await inWorkspace(app, workspaceId, ({ db }) =>
    db
      .selectFrom('bot')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', botId)
      .executeTakeFirst(),
  )
  if (!bot) throw new DomainError('unknown_bot', 'There is no bot with this id. List them with GET /v1/bots.')
}

async function storeAll(
  work: UnitOfWork,
  target: Target,
  source: ArticleSource,
  articles: Parsed[],
): Promise<Pick<ImportItem, 'status' | 'articleIds'>> {
  const articleIds: string[] = []
  let created = 0
  let updated = 0
  for (const { part, ...content } of articles) {
    const key = JSON.stringify(part === null ? source : { ...source, part })
    const before = await findImported(work, target.botId, key)
    const input = { ...target, ...content }
    const row = before
      ? await updateArticle(work, before.id, input, null)
      : await createArticle(work, { ...input, questions: [] }, { source, key })
    if (!before) created += 1
    else if (row.revision !== before.revision) updated += 1
    articleIds.push(row.id)
  }
  return {
    status: created === articles.length ? 'created' : created + updated > 0 ? 'updated' : 'unchanged',
    articleIds,
  }
}

async function findImported(
  { db, workspaceId }: UnitOfWork,
  botId: string | null,
  key: string,
): Promise<Pick<ArticleRow, 'id' | 'revision'> | undefined> {
  return db
    .selectFrom('article')
    .select(['id', 'revision'])
    .where('workspace_id', '=', workspaceId)
    .where('bot_id', botId === null ? 'is' : '=', botId)
    .where('source_key', '=', key)
    .executeTakeFirst()
}
