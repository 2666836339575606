import type { MessageRow } from '../conversation/queries.ts'

/** What was said while people had the conversation, as it is given to the bot that comes back. */
export type HumanPart = {
  /** How many messages somebody of the staff wrote. */
  personWrote: number
  /** The last of both, oldest first, each cut short. */
  said: { from: 'contact' | 'person'; text: string }[]
  /** What the contact wrote after the person's last message: nobody has answered it yet. */
  unanswered: string[]
}

const mostSaid = 12
const longest = 300

/**
 * Sums up what people and the contact said since the bot spoke last. Null where no person wrote since. `messages` are oldest
 * first, without notes.
 */
export function sumUpReturn(messages: readonly Pick<MessageRow, 'author' | 'text'>[]): HumanPart | null {
  const since = messages.slice(messages.findLastIndex(({ author }) => author === 'bot') + 1)
  const lastOfPerson = since.findLastIndex(({ author }) => author === 'user')
  if (lastOfPerson < 0) return null
  return {
    personWrote: since.filter(({ author }) => author === 'user').length,
    said: since
      .slice(0, lastOfPerson + 1)
      .slice(-mostSaid)
      .map(({ author, text }) => ({
        from: author === 'user' ? 'person' : 'contact',
        text: short(text),
      })),
    unanswered: since.slice(lastOfPerson + 1).map(({ text }) => short(text)),
  }
}

function short(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length > longest ? `${line.slice(0, longest - 1).trimEnd()}…` : line
}
