import { endpoints } from '@baton/contract'
import type { Caller } from '../auth/authenticate.ts'
import type { AppContext } from '../context.ts'
import { viewPage } from '../database/page.ts'
import { handle, handleApart } from '../http/handle.ts'
import { ask } from './ask.ts'
import { importFiles } from './import/import-files.ts'
import { importPages } from './import/import-pages.ts'
import type { Importer } from './import/store-import.ts'
import { listUnanswered } from './list-unanswered.ts'
import { findArticle, listArticles, listVersions } from './queries.ts'
import { createArticle, deleteArticle, restoreArticle, updateArticle } from './save-article.ts'
import { viewArticle, viewSummary, viewVersion } from './view.ts'

export const articleRoutes = [
  handle(endpoints.listArticles, async (work, { query }) =>
    viewPage(await listArticles(work, query), viewSummary),
  ),
  handle(endpoints.createArticle, async (work, { body }) => viewArticle(await createArticle(work, body))),
  handle(endpoints.getArticle, async (work, { params }) => viewArticle(await findArticle(work, params.id))),
  handle(endpoints.updateArticle, async (work, { params, body, ifMatch }) =>
    viewArticle(await updateArticle(work, params.id, body, ifMatch)),
  ),
  handle(endpoints.deleteArticle, async (work, { params, ifMatch }) =>
    deleteArticle(work, params.id, ifMatch),
  ),
  handle(endpoints.listArticleVersions, async (work, { params, query }) =>
    viewPage(await listVersions(work, params.id, query), viewVersion),
  ),
  handle(endpoints.restoreArticle, async (work, { params, body, ifMatch }) =>
    viewArticle(await restoreArticle(work, params.id, body.revision, ifMatch)),
  ),
  handleApart(endpoints.importFiles, (app, { body, caller }) => importFiles(importerOf(app, caller), body)),
  handleApart(endpoints.importPages, (app, { body, caller }) => importPages(importerOf(app, caller), body)),
  handle(endpoints.listUnanswered, async (work, { params, query }) => listUnanswered(work, params.id, query)),
  handle(endpoints.askBot, async (work, { params, body }) => ask(work, params.id, body.question)),
]

function importerOf(app: AppContext, { workspaceId, apiKeyId, user }: Caller): Importer {
  return { app, workspaceId, actor: { apiKeyId, userId: user?.id ?? null } }
}
