import { sql } from 'kysely'
import { takeTurn } from '../apps/server/src/bot/take-turn.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { type Received, receiveMessage } from '../apps/server/src/conversation/receive-message.ts'
import { growTurns } from './grow.ts'
import type { World } from './world.ts'

const contacts = 500
let counter = 0

/** Receives one message, by default of one of a few hundred contacts in turn. */
export function receive(
  { app, workspaceId, botChannelId }: World,
  text = 'What are your hours?',
  contact = `contact-${counter % contacts}`,
): Promise<Received> {
  counter += 1
  const externalId = `message-${counter}`
  return inWorkspace(app, workspaceId, (work) =>
    receiveMessage(work, botChannelId, {
      contact: { externalId: contact },
      message: { text, externalId },
    }),
  )
}

/** Makes conversations that wait for a turn, and gives the function that takes the next of them. */
export async function prepareTurns(world: World, count: number): Promise<() => Promise<void>> {
  const waiting = await growTurns(world, count)
  return async () => {
    const next = waiting.pop()
    if (!next) throw new Error('No message is left for a bot turn: prepare more.')
    await takeTurn(world.app, { workspaceId: world.workspaceId, epoch: 1, ...next })
  }
}

/** Forgets the turns that measuring has queued, so that they are not in the way of what is measured next. */
export async function dropTurns({ app }: World): Promise<void> {
  await sql`delete from pgboss.job where name = 'bot_turn'`.execute(app.db)
}
