import { createHash } from 'node:crypto'
import type pg from 'pg'

const mostNames = 500
const names = new Map<string, string>()

/**
 * Makes a connection prepare each statement with parameters once and run it by name from then on. PostgreSQL
 * then parses and plans our few dozen statements once for each connection and not at every message.
 *
 * It goes on planning by the actual values where that is cheaper, so partial indexes are still used. Statements
 * beyond the first few hundred (lists of many lengths) are sent as before.
 */
export function nameStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (...args: unknown[]): unknown => {
    const [text, values, ...rest] = args
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return query(...args)
    const name = nameOf(text)
    return name ? query({ name, text, values }, ...rest) : query(...args)
  }
  client.query = named as typeof client.query
}

function nameOf(text: string): string | null {
  const known = names.get(text)
  if (known) return known
  if (names.size >= mostNames) return null
  const name = createHash('sha256').update(text).digest('hex').slice(0, 24)
  names.set(text, name)
  return name
}
