import type { Brief } from '@baton/contract'
import type { Selectable } from 'kysely'
import type { MessageTable } from '../database/schema/conversation.ts'

type Said = Pick<Selectable<MessageTable>, 'author' | 'kind' | 'text'> &
  Partial<Pick<Selectable<MessageTable>, 'attachments'>>

const quoteLength = 300
const mostAnswers = 5

/**
 * What the person who takes a handover reads first, put together from the conversation without a model: who
 * it is, what was asked first and last, what the bot answered, and why it was handed over.
 * `messages` are oldest first.
 */
export function writeBrief(
  contact: { name: string | null; email: string | null; phone: string | null; locale: string | null },
  messages: Said[],
  why: string,
): Brief {
  const asked = messages.filter((message) => message.author === 'contact')
  const answers = messages.filter((message) => message.author === 'bot' && message.kind === 'message')
  return {
    contact: { name: contact.name, email: contact.email, phone: contact.phone, locale: contact.locale },
    firstAsked: quote(asked.at(0)),
    lastAsked: quote(asked.at(-1)),
    botAnswered: answers.slice(-mostAnswers).map((message) => quote(message) ?? ''),
    why,
  }
}

/** The words; where there are none, what the files are called. */
function quote(message: Said | undefined): string | null {
  if (message === undefined) return null
  const names = message.attachments?.map(({ name }) => name) ?? []
  const short = (message.text.trim() || names.join(', ')).replace(/\s+/g, ' ')
  return short.length > quoteLength ? `${short.slice(0, quoteLength - 1).trimEnd()}…` : short
}
