import { raw } from 'hono/html'
import type { OpenApi } from '../openapi/build-openapi.ts'
import { page } from './page.ts'

export function docsPage(openApi: OpenApi): string {
  return page(openApi.info.title, raw(''))
}
