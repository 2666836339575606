import { rateHandover } from '../../chat/rate-chat.ts'
import { addTags, updateTask } from '../../contact/save-contact.ts'
import { type AppContext, inWorkspace, type UnitOfWork } from '../../context.ts'
import { claim } from '../../conversation/claim.ts'
import type { ConversationRow } from '../../conversation/control.ts'
import { handBack } from '../../conversation/hand-back.ts'
import { findConversation } from '../../conversation/queries.ts'
import { receiveMessage } from '../../conversation/receive-message.ts'
import { resolve } from '../../conversation/resolve.ts'
import { sendReply } from '../../conversation/send-reply.ts'
import { snooze } from '../../conversation/snooze.ts'
import { takeOver } from '../../conversation/take-over.ts'
import { writeNote } from '../../conversation/write-note.ts'
import { giveFeedback } from '../../handover/give-feedback.ts'
import { setAvailability } from '../../staff/save-user.ts'
import type { Person } from './shop.ts'
import type { Step } from './story.ts'

/** A contact of the demo, and what is to happen in its conversation. */
export type Visitor = {
  channelId: string
  externalId: string
  name: string
  email: string | null
  locale: string | null
  /** Null until the contact has written. */
  conversationId: string | null
}

export type Scene = { at: Date; step: Step; visitor: Visitor }

/** Plays one step of a story through the use case that people and channels use. */
export async function playStep(
  app: AppContext,
  workspaceId: string,
  users: Record<Person, string>,
  { step, visitor }: Scene,
): Promise<void> {
  await inWorkspace(app, workspaceId, async (work) => {
    if (step.do === 'say') return hear(work, visitor, step.text)
    if (step.do === 'availability') {
      const userId = actorOf(step, users, null)
      work.actor = { userId, apiKeyId: null }
      await setAvailability(work, userId, { availability: step.availability })
      return
    }
    if (!visitor.conversationId) throw new Error('A story begins with what its contact says.')
    const row = await findConversation(work, visitor.conversationId)
    if (row) await playOn(work, row, step, users)
  })
}

async function hear(work: UnitOfWork, visitor: Visitor, text: string): Promise<void> {
  const { channelId, externalId, name, email, locale } = visitor
  const received = await receiveMessage(work, channelId, {
    contact: { externalId, name, email, locale },
    message: { text },
  })
  visitor.conversationId = received.conversationId
}

async function playOn(
  work: UnitOfWork,
  row: ConversationRow,
  step: Exclude<Step, { do: 'say' | 'availability' }>,
  users: Record<Person, string>,
): Promise<void> {
  const userId = actorOf(step, users, row.assignee_id)
  work.actor = { userId, apiKeyId: null }
  switch (step.do) {
    case 'claim':
      await claim(work, row.id, userId)
      return
    case 'take_over':
      await takeOver(work, row.id, userId)
      return
    case 'hand_back':
      await handBack(work, row.id, userId)
      return
    case 'reply':
      await sendReply(work, row.id, userId, step.text)
      return
    case 'note': {
      const mentions = step.mentions.map((person) => users[person])
      await writeNote(work, row.id, userId, step.text, mentions)
      return
    }
    case 'snooze':
      await snooze(work, row.id, userId, { minutes: step.minutes })
      return
    case 'tag':
      await addTags(work, row.contact_id, step.tags)
      return
    case 'resolve':
      await resolve(work, row.id, userId)
      await finishTasks(work, row.id)
      return
    case 'rate': {
      work.actor = null
      const handoverId = await newestHandover(work, row.id)
      if (handoverId) await rateHandover(work, row.id, { handoverId, helped: step.helped })
      return
    }
    case 'feedback': {
      const { verdict, comment = null } = step
      const handoverId = await newestHandover(work, row.id)
      if (handoverId) await giveFeedback(work, handoverId, { verdict, comment, userId })
      return
    }
  }
}

function actorOf(step: Step, users: Record<Person, string>, ownerId: string | null): string {
  return step.by === 'owner' ? (ownerId ?? users.south) : users[step.by]
}

async function finishTasks(work: UnitOfWork, conversationId: string): Promise<void> {
  const tasks = await work.db
    .selectFrom('task')
    .select('id')
    .where('workspace_id', '=', work.workspaceId)
    .where('conversation_id', '=', conversationId)
    .execute()
  for (const task of tasks) await updateTask(work, task.id, { done: true })
}

async function newestHandover(work: UnitOfWork, conversationId: string): Promise<string | undefined> {
  const row = await work.db
    .selectFrom('handover')
    .select('id')
    .where('workspace_id', '=', work.workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('began_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
