import { sql } from 'kysely'
import { type AppContext, inWorkspace } from '../context.ts'
import { transact } from '../database/database.ts'
import { DomainError } from '../errors.ts'
import type { Exchange } from '../http/exchange.ts'
import { findUser } from '../staff/queries.ts'
import { findWorkspace } from '../workspace/view.ts'
import { countAttempts } from './limit-attempts.ts'
import { makePasswordReset, resetHours } from './reset-password.ts'

/**
 * Has a link for a new password mailed to whoever signs in with an address. Whether there is somebody is not to be seen
 * from outside: it is looked up when the mail is written.
 * @throws DomainError mail_not_set_up, too_many_attempts
 */
export async function requestPasswordReset(
  app: AppContext,
  exchange: Exchange,
  email: string,
): Promise<void> {
  if (!app.mailer)
    throw new DomainError('mail_not_set_up', 'No mail server is set here. Ask an admin for a link.')
  // Every call counts, for each may send a mail.
  await countAttempts(app, { address: exchange.address, account: `reset ${email}` })
  await transact(app.db, '*', (trx) => app.jobs.insert(trx, 'password_mail', [{ data: { email } }]))
  app.signals.raise(['password_mail'])
}

/** Writes the mail. Tried again, it holds a link of its own, and the one before is void. */
export async function mailPasswordReset(app: AppContext, { email }: { email: string }): Promise<void> {
  const { mailer } = app
  const found = await findByEmail(app, email)
  if (!mailer || !found) return
  const mail = await inWorkspace(app, found.workspace_id, async (work) => {
    const user = await findUser(work, found.user_id)
    if (!user.active) return null
    const { link } = await makePasswordReset(work, user.id, null)
    const workspace = await findWorkspace(work)
    return {
      to: { name: user.name, address: user.email },
      subject: `A new password for ${workspace.name}`,
      text: [
        `Hello ${user.name},`,
        '',
        `somebody asked for a new password for you in ${workspace.name}. If it was you, choose one here:`,
        '',
        link,
        '',
        `The link lasts ${resetHours} hours and works once. If it was not you, do nothing: your password stays.`,
      ].join('\n'),
    }
  })
  if (mail) await mailer.send(mail)
}

async function findByEmail(app: AppContext, email: string) {
  const { rows } = await transact(app.db, '*', (trx) =>
    sql<{ workspace_id: string; user_id: string }>`
      select s.workspace_id, s.user_id from auth.staff s join auth.person p on p.id = s.person_id
      where p.email = ${email.toLowerCase()}`.execute(trx),
  )
  return rows[0]
}
