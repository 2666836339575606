import type { TurnContext } from './read-turn.ts'

/** A turn on its way: what it has read, and under which epoch it began. */
export type Turn = {
  context: TurnContext
  epoch: number
  /** Null: an outside bot speaks without saying what it has read. */
  readUpTo: number | null
  attempts: number
}

/** How a turn is put to the state machine. */
export function turnEvent({ context, epoch, readUpTo, attempts }: Turn) {
  return { type: 'bot_turn' as const, epoch, readUpTo, attempts, messageCap: context.bot.message_cap }
}
