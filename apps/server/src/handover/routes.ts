import { endpoints } from '@baton/contract'
import { viewPage } from '../database/page.ts'
import { handle } from '../http/handle.ts'
import { giveFeedback } from './give-feedback.ts'
import { findHandover, listHandovers } from './queries.ts'
import { viewHandover } from './view.ts'

export const handoverRoutes = [
  handle(endpoints.listHandovers, async (work, { query }) =>
    viewPage(await listHandovers(work, query), viewHandover),
  ),
  handle(endpoints.getHandover, async (work, { params }) =>
    viewHandover(await findHandover(work, params.id)),
  ),
  handle(endpoints.giveFeedback, async (work, { params, body }) =>
    viewHandover(await giveFeedback(work, params.id, body)),
  ),
]
