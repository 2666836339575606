import { endpoints } from '@baton/contract'
import { handle } from '../http/handle.ts'
import { getInsights } from './get-insights.ts'
import { listBehind } from './list-behind.ts'
import { listMissed } from './list-missed.ts'

export const insightRoutes = [
  handle(endpoints.getInsights, (work, { query }) => getInsights(work, query)),
  handle(endpoints.listBehind, (work, { query }) => listBehind(work, query)),
  handle(endpoints.listMissed, async (work, { query }) => ({ items: await listMissed(work, query) })),
]
