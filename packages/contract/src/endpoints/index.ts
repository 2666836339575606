import { articleEndpoints } from './articles.ts'
import { botEndpoints } from './bots.ts'
import { channelEndpoints } from './channels.ts'
import { chatEndpoints } from './chat.ts'
import { contactEndpoints } from './contacts.ts'
import { conversationEndpoints } from './conversations.ts'
import { eventEndpoints } from './events.ts'
import { handoverEndpoints } from './handovers.ts'
import { notificationEndpoints } from './notifications.ts'
import { scenarioEndpoints } from './scenarios.ts'
import { sessionEndpoints } from './session.ts'
import { staffEndpoints } from './staff.ts'
import { reportEndpoints, workspaceEndpoints } from './workspace.ts'

/** The whole API, by the id of each endpoint. */
export const endpoints = {
  ...botEndpoints,
  ...articleEndpoints,
  ...scenarioEndpoints,
  ...channelEndpoints,
  ...chatEndpoints,
  ...conversationEndpoints,
  ...handoverEndpoints,
  ...contactEndpoints,
  ...staffEndpoints,
  ...notificationEndpoints,
  ...sessionEndpoints,
  ...eventEndpoints,
  ...reportEndpoints,
  ...workspaceEndpoints,
}
export type Endpoints = typeof endpoints
export type EndpointId = keyof Endpoints
