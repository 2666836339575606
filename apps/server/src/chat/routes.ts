import { endpoints } from '@baton/contract'
import { handleForSite, handleForVisitor } from '../http/handle.ts'
import { leaveEmail } from './leave-email.ts'
import { leaveQueue } from './leave-queue.ts'
import { rateChat } from './rate-chat.ts'
import { readThread } from './read-thread.ts'
import { sendChatMessage } from './send-chat-message.ts'
import { startChat } from './start-chat.ts'
import { viewSettings } from './view.ts'

/** Everything that a web chat calls but its stream, which `http` serves itself. */
export const chatRoutes = [
  handleForSite(endpoints.getChatSettings, async (_, { site, query }) => viewSettings(site, query.locale)),
  handleForSite(endpoints.startChat, (app, { site, body }) => startChat(app, site, body)),
  handleForVisitor(endpoints.readChat, (work, { site, visitor, query }) =>
    readThread(work, site, visitor, query),
  ),
  handleForVisitor(endpoints.sendChatMessage, (work, { site, visitor, body }) =>
    sendChatMessage(work, site, visitor, body),
  ),
  handleForVisitor(endpoints.leaveEmail, (work, { site, visitor, body }) =>
    leaveEmail(work, site, visitor, body.email),
  ),
  handleForVisitor(endpoints.rateChat, (work, { site, visitor, body }) =>
    rateChat(work, site, visitor, body),
  ),
  handleForVisitor(endpoints.leaveQueue, (work, { site, visitor }) => leaveQueue(work, site, visitor)),
]
