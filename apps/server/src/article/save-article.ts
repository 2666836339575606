import type { ArticleInput, ArticlePatch, ArticleSource } from '@baton/contract'
import { newId, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { changedFields } from '../event/changed-fields.ts'
import { indexPassages } from './index-passages.ts'
import { type ArticleRow, findArticle, findVersion } from './queries.ts'
import { viewArticle } from './view.ts'

/** Where an imported article came from, and what names that when it is imported again. */
export type Origin = { source: ArticleSource; key: string | null }
const byHand: Origin = { source: { kind: 'manual' }, key: null }

/**
 * Adds an article.
 * @throws DomainError unknown_bot
 */
export async function createArticle(
  work: UnitOfWork,
  input: ArticleInput,
  origin: Origin = byHand,
): Promise<ArticleRow> {
  await requireBot(work, input.botId)
  const row = await work.db
    .insertInto('article')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      ...columnsOf(input),
      source: JSON.stringify(origin.source),
      source_key: origin.key,
      updated_by: work.actor?.userId ?? null,
      created_at: work.now,
      updated_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await indexPassages(work, row)
  work.emit({
    type: 'article.saved',
    data: { articleId: row.id, botId: row.bot_id, revision: row.revision },
    audit: { name: row.title },
  })
  return row
}

/**
 * Changes an article and keeps what it was. With `revision`, only if it is still the present one. A change that
 * changes nothing keeps nothing.
 * @throws DomainError not_found, unknown_bot, revision_conflict
 */
export async function updateArticle(
  work: UnitOfWork,
  id: string,
  patch: ArticlePatch,
  revision: number | null,
): Promise<ArticleRow> {
  const before = await findArticle(work, id, { lock: true })
  requireRevision(before, revision)
  const whole = { ...inputOf(before), ...patch }
  const changed = changedFields(inputOf(before), whole)
  if (changed.length === 0) return before
  if (changed.includes('botId')) await requireBot(work, whole.botId)
  await keepVersion(work, before)
  const row = await work.db
    .updateTable('article')
    .set({
      ...columnsOf(whole),
      revision: before.revision + 1,
      updated_by: work.actor?.userId ?? null,
      updated_at: work.now,
    })
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await indexPassages(work, row)
  work.emit({
    type: 'article.saved',
    data: { articleId: id, botId: row.bot_id, revision: row.revision },
    audit: { name: row.title, changed },
  })
  return row
}

/**
 * Makes an article what it was under an earlier revision. Which bots read it stays.
 * @throws DomainError not_found, revision_conflict
 */
export async function restoreArticle(
  work: UnitOfWork,
  id: string,
  version: number,
  revision: number | null,
): Promise<ArticleRow> {
  const { kind, title, text, questions, language } = await findVersion(work, id, version)
  return updateArticle(work, id, { kind, title, text, questions, language }, revision)
}

/** @throws DomainError not_found, revision_conflict */
export async function deleteArticle(work: UnitOfWork, id: string, revision: number | null): Promise<void> {
  const row = await findArticle(work, id, { lock: true })
  requireRevision(row, revision)
  await work.db
    .deleteFrom('article')
    .where('workspace_id', '=', work.workspaceId)
    .where('id', '=', id)
    .execute()
  work.emit({ type: 'article.deleted', data: { articleId: id }, audit: { name: row.title } })
}

async function keepVersion({ db, workspaceId }: UnitOfWork, row: ArticleRow): Promise<void> {
  await db
    .insertInto('article_version')
    .values({
      workspace_id: workspaceId,
      article_id: row.id,
      revision: row.revision,
      kind: row.kind,
      title: row.title,
      text: row.text,
      questions: row.questions,
      language: row.language,
      saved_by: row.updated_by,
      saved_at: row.updated_at,
    })
    .execute()
}

async function requireBot({ db, workspaceId }: UnitOfWork, botId: string | null): Promise<void> {
  if (botId === null) return
  const bot = await db
    .selectFrom('bot')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', botId)
    .executeTakeFirst()
  if (!bot) throw new DomainError('unknown_bot', 'There is no bot with this id. List them with GET /v1/bots.')
}

function requireRevision(row: ArticleRow, revision: number | null): void {
  if (revision === null || row.revision === revision) return
  throw new DomainError(
    'revision_conflict',
    `Somebody saved this article since: you have revision ${revision}, it is at ${row.revision}. Look at \`current\` and put your change to it.`,
    { current: viewArticle(row) },
  )
}

function columnsOf(input: ArticleInput) {
  return {
    bot_id: input.botId,
    kind: input.kind,
    title: input.title,
    text: input.text,
    questions: input.questions,
    language: input.language,
  }
}

function inputOf(row: ArticleRow): ArticleInput {
  return {
    botId: row.bot_id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    questions: row.questions,
    language: row.language,
  }
}
