import { isLoop } from '@baton/detection'
import type { UnitOfWork } from '../context.ts'
import { changeControl } from '../conversation/change-control.ts'
import type { ConversationRow } from '../conversation/control.ts'
import { leaveNote } from '../conversation/leave-note.ts'
import type { MessageRow } from '../conversation/queries.ts'
import { isAutomatic } from './read-turn.ts'
import { type Turn, turnEvent } from './turn.ts'

/** What a machine at the other end is taken for, and what is done about it. */
export type Machine = 'let_be' | 'stopped_loop'

const notes: Record<Machine, string> = {
  let_be:
    'This looks like an automatic reply, such as one for being out of the office. The bot did not answer it.',
  stopped_loop:
    'Another machine seems to answer each answer of the bot. The bot fell silent. Wake it if a person writes after all.',
}

/** Whether what the contact's side wrote last comes from a machine that must not be answered. */
export function spotMachine(row: ConversationRow, messages: readonly MessageRow[]): Machine | null {
  const newest = messages.slice(messages.findLastIndex(({ author }) => author !== 'contact') + 1)
  // A question before it in the same burst still wants its answer.
  // In an open handover a person is owed: there the bot goes on.
  if (newest.length > 0 && newest.every(isAutomatic) && !row.open_handover) return 'let_be'
  return isLoop(messages.map(asTimed)) ? 'stopped_loop' : null
}

/** Leaves a machine alone, and says so in the conversation. `row` is locked. */
export async function leaveMachine(
  work: UnitOfWork,
  row: ConversationRow,
  turn: Turn,
  machine: Machine,
): Promise<void> {
  const outcome = { do: machine === 'let_be' ? ('let_be' as const) : ('stop_loop' as const) }
  const changed = await changeControl(work, row, { ...turnEvent(turn), outcome })
  if (changed.refused === undefined) await leaveNote(work, changed.row, notes[machine])
}

function asTimed({ author, text, created_at }: MessageRow) {
  return { from: author, text, at: created_at.getTime() }
}
