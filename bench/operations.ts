import { sql } from 'kysely'
import { takeTurn } from '../apps/server/src/bot/take-turn.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { receiveMessage } from '../apps/server/src/conversation/receive-message.ts'
import type { World } from './world.ts'

const contacts = 500
let counter = 0

/** Receives one message of one of so many contacts. */
export async function receive(
  { app, workspaceId }: World,
  channelId: string,
  text = 'What are your hours?',
  contact = `contact-${counter % contacts}`,
) {
  counter += 1
  const externalId = `message-${process.pid}-${counter}`
  return inWorkspace(app, workspaceId, (work) =>
    receiveMessage(work, channelId, {
      contact: { externalId: contact },
      message: { text, externalId },
    }),
  )
}

/**
 * Bot turns without the queue: the messages are received beforehand, each by a contact of its own, and the
 * function that comes back takes their turns one by one.
 */
export function turnTaker(world: World): {
  prepare: (count: number) => Promise<void>
  once: () => Promise<void>
} {
  const waiting: { conversationId: string; seq: number }[] = []
  return {
    async prepare(count) {
      for (let made = 0; made < count; made += 20)
        waiting.push(
          ...(await Promise.all(
            Array.from({ length: 20 }, (_, index) =>
              receive(world, world.botChannelId, 'Where is my parcel?', `turn-${counter}-${index}`),
            ),
          )),
        )
    },
    async once() {
      const next = waiting.pop()
      if (!next) throw new Error('No message is left for a bot turn: prepare more.')
      const { conversationId, seq } = next
      await takeTurn(world.app, { workspaceId: world.workspaceId, conversationId, epoch: 1, seq })
    },
  }
}

/** Forgets the turns that measuring has queued, so that they are not in the way of what is measured next. */
export async function dropTurns({ app }: World): Promise<void> {
  await sql`delete from pgboss.job where name = 'bot_turn'`.execute(app.db)
}
