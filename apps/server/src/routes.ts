import { articleRoutes } from './article/routes.ts'
import { apiKeyRoutes } from './auth/routes.ts'
import { sessionRoutes } from './auth/session-routes.ts'
import { botRoutes } from './bot/routes.ts'
import { channelRoutes } from './channel/routes.ts'
import { chatRoutes } from './chat/routes.ts'
import { contactRoutes } from './contact/routes.ts'
import { conversationRoutes } from './conversation/routes.ts'
import { handoverRoutes } from './handover/routes.ts'
import { insightRoutes } from './insight/routes.ts'
import { notificationRoutes } from './notification/routes.ts'
import { scenarioRoutes } from './scenario/routes.ts'
import { staffRoutes } from './staff/routes.ts'
import { webhookRoutes } from './webhook/routes.ts'
import { workspaceRoutes } from './workspace/routes.ts'

/** Everything the API serves but the stream of events, which `http` serves itself. */
export const routes = [
  ...workspaceRoutes,
  ...apiKeyRoutes,
  ...staffRoutes,
  ...sessionRoutes,
  ...botRoutes,
  ...articleRoutes,
  ...scenarioRoutes,
  ...channelRoutes,
  ...chatRoutes,
  ...conversationRoutes,
  ...handoverRoutes,
  ...contactRoutes,
  ...notificationRoutes,
  ...insightRoutes,
  ...webhookRoutes,
]
