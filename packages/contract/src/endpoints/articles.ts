import {
  article,
  articleInput,
  articlePatch,
  articleQuery,
  articleSummary,
  articleVersion,
  restoreInput,
} from '../article.ts'
import { askInput, askResult } from '../ask.ts'
import { describeEndpoints } from '../endpoint.ts'
import { fileImport, importResult, pageImport } from '../import.ts'
import { page, pageQuery } from '../page.ts'
import { idParams } from '../scalar.ts'
import { unansweredQuery, unansweredQuestions } from '../unanswered.ts'

export const articleEndpoints = describeEndpoints('Knowledge', {
  listArticles: {
    method: 'get',
    path: '/v1/articles',
    summary: 'List articles',
    description: 'Oldest first, without their texts.',
    scope: 'bots:read',
    query: articleQuery,
    status: 200,
    response: page(articleSummary),
  },
  createArticle: {
    method: 'post',
    path: '/v1/articles',
    summary: 'Add an article',
    description: 'Bots with the knowledge brain answer from it at once.',
    scope: 'bots:write',
    body: articleInput,
    status: 201,
    response: article,
    etag: true,
    problems: ['unknown_bot'],
  },
  getArticle: {
    method: 'get',
    path: '/v1/articles/{id}',
    summary: 'Get an article',
    scope: 'bots:read',
    params: idParams,
    status: 200,
    response: article,
    etag: true,
  },
  updateArticle: {
    method: 'patch',
    path: '/v1/articles/{id}',
    summary: 'Change an article',
    description:
      'What is left out stays as it is, and what it was before is kept as a version. With `If-Match` it is changed ' +
      'only if nobody else has saved it since; the refusal carries what it looks like now.',
    scope: 'bots:write',
    params: idParams,
    body: articlePatch,
    status: 200,
    response: article,
    etag: true,
    ifMatch: true,
    problems: ['unknown_bot'],
  },
  deleteArticle: {
    method: 'delete',
    path: '/v1/articles/{id}',
    summary: 'Delete an article',
    description: 'Its versions go with it.',
    scope: 'bots:write',
    params: idParams,
    status: 204,
    response: null,
    ifMatch: true,
  },
  listArticleVersions: {
    method: 'get',
    path: '/v1/articles/{id}/versions',
    summary: 'List what an article was before',
    description: 'Newest first. What it is now is not among them.',
    scope: 'bots:read',
    params: idParams,
    query: pageQuery,
    status: 200,
    response: page(articleVersion),
  },
  restoreArticle: {
    method: 'post',
    path: '/v1/articles/{id}/restore',
    summary: 'Make an article what it was',
    description: 'What it is now is kept as a version, as with any change.',
    scope: 'bots:write',
    params: idParams,
    body: restoreInput,
    status: 200,
    response: article,
    etag: true,
    ifMatch: true,
  },
  importFiles: {
    method: 'post',
    path: '/v1/articles/import',
    summary: 'Import files',
    description:
      'Markdown, plain text, HTML, CSV (question, answer), DOCX and PDF; at most 20 MB at once. A file that cannot be ' +
      'read changes nothing, and the others are taken. A file that was imported before, by its name, changes its ' +
      'article, and what that was is kept as a version.',
    scope: 'bots:write',
    body: fileImport,
    takesFiles: true,
    status: 200,
    response: importResult,
    problems: ['unknown_bot'],
  },
  importPages: {
    method: 'post',
    path: '/v1/articles/import-pages',
    summary: 'Import a web page, or those of a sitemap',
    description:
      'Of a sitemap the first 50 pages at its own address are read, for at most a minute. Private addresses are refused. ' +
      'A page that was imported before changes its article, and what that was is kept as a version.',
    scope: 'bots:write',
    body: pageImport,
    status: 200,
    response: importResult,
    problems: ['unknown_bot'],
  },
  listUnanswered: {
    method: 'get',
    path: '/v1/bots/{id}/unanswered-questions',
    summary: 'List what nobody could answer',
    description:
      'The questions behind the newest handovers for lack of information, those that are alike together. Each is an ' +
      'article that is missing.',
    scope: 'bots:read',
    params: idParams,
    query: unansweredQuery,
    status: 200,
    response: unansweredQuestions,
  },
  askBot: {
    method: 'post',
    path: '/v1/bots/{id}/ask',
    summary: 'Try a question on the articles',
    description:
      'Says what a bot on autopilot would answer from its articles, from which passage, and whether it would hand over. ' +
      'Nothing is stored and nobody is told.',
    scope: 'bots:read',
    params: idParams,
    body: askInput,
    status: 200,
    response: askResult,
  },
})
