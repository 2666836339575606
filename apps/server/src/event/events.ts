import type { EventType } from '@baton/contract'

/** Something that happened, on its way into the log. Message texts stay in their messages. */
export type NewEvent = {
  type: EventType
  conversationId?: string | null
  data: Record<string, unknown>
  /** Where an admin changed how Baton is set up. */
  audit?: AuditNote
}

/** What was changed: how it was called then, and which of its fields. All of them, where it was made or removed. */
export type AuditNote = { name: string | null; changed?: string[] }

/** An event as readers get it. */
export type EventRow = {
  cursor: Cursor
  workspaceId: string
  type: string
  conversationId: string | null
  at: Date
  data: unknown
}

/** A place in the log: by transaction, then by number. Written `xid.seq`. */
export type Cursor = { xid: number; seq: number }

export function formatCursor({ xid, seq }: Cursor): string {
  return `${xid}.${seq}`
}

/** Null when the text is not a cursor. */
export function parseCursor(text: string): Cursor | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text)
  return match ? { xid: Number(match[1]), seq: Number(match[2]) } : null
}

export function isAfter(a: Cursor, b: Cursor): boolean {
  return a.xid > b.xid || (a.xid === b.xid && a.seq > b.seq)
}
