import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { DomainError } from '../errors.ts'
import { handle, handleForAnybody } from '../http/handle.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import type { Caller, SignedInUser } from './authenticate.ts'
import { changePassword } from './change-password.ts'
import { deleteInvitation, invite, listInvitations } from './invite.ts'
import { requestPasswordReset } from './mail-password-reset.ts'
import { readMe } from './read-me.ts'
import { createPasswordReset, readPasswordReset, usePasswordReset } from './reset-password.ts'
import { endSession, listSessions } from './sessions.ts'
import { readSetup, setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { tryDemo } from './try-demo.ts'
import { viewInvitation, viewSession } from './view.ts'
import { visitDemo } from './visit-demo.ts'

export const sessionRoutes = [
  handleForAnybody(endpoints.getSetup, (app) => readSetup(app)),
  handleForAnybody(endpoints.setUp, (app, { body, exchange }) => setUp(app, exchange, body)),
  handleForAnybody(endpoints.tryDemo, (app, { exchange }) => tryDemo(app, exchange)),
  handleForAnybody(endpoints.signIn, (app, { body, exchange }) => signIn(app, exchange, body)),
  handle(endpoints.visitDemo, async ({ db }, { body, caller }) =>
    visitDemo({ db }, personOf(caller), body.open),
  ),
  handle(endpoints.signOut, async (work, { caller, exchange }) => signOut(work, personOf(caller), exchange)),
  handle(endpoints.getMe, async (work, { caller }) => readMe(work, personOf(caller).id)),
  handle(endpoints.changePassword, async (work, { body, caller, exchange }) =>
    changePassword(work, personOf(caller), exchange.address, body),
  ),
  handle(endpoints.listSessions, async (work, { caller }) => {
    const { id, sessionId } = personOf(caller)
    const rows = await listSessions(work, id)
    return { items: rows.map((row) => viewSession(row, sessionId)), nextCursor: null }
  }),
  handle(endpoints.endSession, async (work, { params, caller }) =>
    endSession(work, personOf(caller).id, params.id),
  ),
  handle(endpoints.listInvitations, async (work, { query }) =>
    viewPage(await listInvitations(work, query), (row) => viewInvitation(row, work.now)),
  ),
  handle(endpoints.invite, async (work, { body, caller }) => {
    const { row, link } = await invite(work, caller, body)
    return { ...viewInvitation(row, work.now), link }
  }),
  handle(endpoints.deleteInvitation, async (work, { params }) => deleteInvitation(work, params.id)),
  handleForAnybody(endpoints.getInvitationByToken, (app, { params, exchange }) =>
    readInvitation(app, exchange, params.token),
  ),
  handleForAnybody(endpoints.acceptInvitation, (app, { body, exchange }) =>
    acceptInvitation(app, exchange, body),
  ),
  handle(endpoints.createPasswordReset, async (work, { body, caller }) =>
    createPasswordReset(work, caller, body.userId),
  ),
  handleForAnybody(endpoints.requestPasswordReset, (app, { body, exchange }) =>
    requestPasswordReset(app, exchange, body.email),
  ),
  handleForAnybody(endpoints.getPasswordResetByToken, (app, { params, exchange }) =>
    readPasswordReset(app, exchange, params.token),
  ),
  handleForAnybody(endpoints.usePasswordReset, (app, { body, exchange }) =>
    usePasswordReset(app, exchange, body),
  ),
]

/** Whoever has signed in. The endpoints that ask for it are refused to API keys before. */
function personOf({ user }: Caller): SignedInUser {
  if (!user) throw new DomainError('forbidden', 'This is about a person who has signed in.')
  return user
}
