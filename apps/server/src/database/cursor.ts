import { DomainError } from '../errors.ts'

/** Where a page ends: the instant it is ordered by, and the id that settles ties. Opaque to callers. */
export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(`${at.toISOString()}|${id}`).toString('base64url')
}

/** @throws DomainError invalid_request when it is not a cursor of ours */
export function decodeCursor(cursor: string): { at: Date; id: string } {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|')
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw foreignCursor()
  return { at: instant, id }
}

export function foreignCursor(): DomainError {
  return new DomainError(
    'invalid_request',
    'The cursor is not one that this list gave. Leave it out to start anew.',
  )
}
