import type { Operation } from '../openapi/build-openapi.ts'

/** Most take an API key. A session's cookie is kept in a file, by `-c` at signing in. */
function credentialsOf({ security }: Operation): string[] {
  if (security === undefined) return [`-H "Authorization: Bearer $BATON_KEY"`]
  if (security.some((way) => 'visitor' in way)) return [`-H "Authorization: Bearer $VISITOR_TOKEN"`]
  return security.length === 0 ? [] : ['-b cookies.txt']
}

/** How to ask for it from a shell. The key is expected in `$BATON_KEY`. */
export function curlOf(url: string, method: string, path: string, operation: Operation): string {
  const example = operation.requestBody?.content['application/json']?.example
  const verb = method === 'get' ? '' : `-X ${method.toUpperCase()} `
  const address = `${url}${path.replace(/\{(\w+)\}/g, (_, name: string) => `$${name.replace(/[A-Z]/g, '_$&').toUpperCase()}`)}`
  const lines = [
    `curl ${operation.responses['200']?.content?.['text/event-stream'] ? '-N ' : ''}${verb}"${address}"`,
    ...credentialsOf(operation),
  ]
  if (operation.requestBody && example === undefined) lines.push('--data-binary @receipt.pdf')
  if (operation.responses['200']?.content?.['application/pdf']) lines.push('-OJ')
  if (example !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`)
    lines.push(`-d '${JSON.stringify(example, null, 2).replaceAll("'", "'\\''")}'`)
  }
  return lines.join(' \\\n  ')
}
