import { endpoints } from '@baton/contract'
import type { Plugin } from 'vite'

const bareName = '\0bare-endpoints'

/**
 * Gives the API's client in the browser the endpoints without their schemas: it calls them, and the server checks. That
 * leaves zod to the screens that check while one types.
 */
export function bareEndpoints(): Plugin {
  return {
    name: 'bare-endpoints',
    enforce: 'pre',
    resolveId(source, importer) {
      return source === '@baton/contract' && importer?.includes('/packages/client/') ? bareName : undefined
    },
    load(id) {
      return id === bareName ? `export const endpoints = ${JSON.stringify(bare())}` : undefined
    },
  }
}

/** What a call needs to know of each. */
function bare(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(endpoints).map(([name, { id, method, path, ...rest }]) => [
      name,
      {
        id,
        method,
        path,
        body: 'body' in rest,
        stream: 'stream' in rest,
        ...('raw' in rest ? { raw: rest.raw } : {}),
      },
    ]),
  )
}
