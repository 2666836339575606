import type { Brief } from '@baton/contract'
import type { Selectable } from 'kysely'
import type { MessageTable } from '../database/schema/conversation.ts'

const quoteLength = 300
const mostAnswers = 5

/**
 * What the person who takes a handover reads first, put together from the conversation without a model: who
 * it is, what was asked first and last, what the bot answered, and why it was handed over.
 * `messages` are oldest first.
 */
export function writeBrief(
  contact: { name: string | null; email: string | null; phone: string | null; locale: string | null },
  messages: Pick<Selectable<MessageTable>, 'author' | 'kind' | 'text'>[],
  why: string,
): Brief {
  // Files alone ask nothing that could be quoted.
  const asked = messages.filter(({ author, text }) => author === 'contact' && text.trim() !== '')
  const answers = messages.filter((message) => message.author === 'bot' && message.kind === 'message')
  return {
    contact: { name: contact.name, email: contact.email, phone: contact.phone, locale: contact.locale },
    firstAsked: quote(asked.at(0)?.text),
    lastAsked: quote(asked.at(-1)?.text),
    botAnswered: answers.slice(-mostAnswers).map((message) => quote(message.text) ?? ''),
    why,
  }
}

function quote(text: string | undefined): string | null {
  if (text === undefined) return null
  const short = text.trim().replace(/\s+/g, ' ')
  return short.length > quoteLength ? `${short.slice(0, quoteLength - 1).trimEnd()}…` : short
}
