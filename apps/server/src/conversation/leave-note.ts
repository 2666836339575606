import type { UnitOfWork } from '../context.ts'
import { changeControl } from './change-control.ts'
import type { ConversationRow } from './control.ts'
import { storeMessage } from './store-message.ts'

/** A private note that Baton leaves by itself, for whoever reads the conversation later. `row` is locked. */
export async function leaveNote(work: UnitOfWork, row: ConversationRow, text: string): Promise<void> {
  const { control } = await changeControl(work, row, { type: 'note_written' })
  await storeMessage(work, row, { seq: control.lastSeq, author: 'user', kind: 'note', text })
}
