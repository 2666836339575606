import { isDeepStrictEqual } from 'node:util'

/** They change with everything else and say nothing. */
const clockwork = new Set(['revision', 'updatedAt'])

/** The fields in which something looks different after a change, for the audit log. */
export function changedFields(before: object, after: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => !clockwork.has(field) && !isDeepStrictEqual(was.get(field), value))
    .map(([field]) => field)
}
