import type { UnitOfWork } from '../context.ts'
import { afterId, type Page, type PageQuery, toPage } from '../database/page.ts'
import { DomainError } from '../errors.ts'
import type { UserRow } from './save-user.ts'

/** @throws DomainError not_found */
export async function findUser(
  { db, workspaceId }: UnitOfWork,
  id: string,
  options: { lock?: boolean } = {},
): Promise<UserRow> {
  const query = db
    .selectFrom('staff_user')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
  const row = await (options.lock ? query.forUpdate() : query).executeTakeFirst()
  if (!row) throw new DomainError('not_found', 'There is no user with this id.')
  return row
}

export async function listUsers({ db, workspaceId }: UnitOfWork, page: PageQuery): Promise<Page<UserRow>> {
  const after = afterId(page)
  let select = db
    .selectFrom('staff_user')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('id')
    .limit(page.limit + 1)
  if (after) select = select.where('id', '>', after)
  return toPage(await select.execute(), page.limit)
}
