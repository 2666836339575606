import type { ChatMessage, ChatSettings, ChatThread } from '@baton/contract'
import { viewAttachment } from '../attachment/view.ts'
import type { MessageRow } from '../conversation/queries.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

export type SeenMessage = Pick<
  MessageRow,
  'seq' | 'author' | 'kind' | 'text' | 'external_id' | 'created_at' | 'attachments'
> & { person: string | null }

const from = { contact: 'visitor', bot: 'bot', user: 'person' } as const

export function viewMessage(row: SeenMessage, site: Site, visitor: Visitor): ChatMessage {
  return {
    seq: row.seq,
    from: from[row.author],
    name: row.author === 'bot' ? (site.bot?.name ?? null) : row.person,
    final: row.kind === 'final',
    text: row.text,
    ...(row.attachments ? { attachments: row.attachments.map(viewAttachment) } : {}),
    clientId: clientIdOf(row.external_id, visitor),
    at: row.created_at.toISOString(),
  }
}

/** How a channel knows a visitor's message: nobody else's message has that id, whatever ids they make. */
export function externalIdOf(clientId: string, visitor: Visitor): string {
  return `${visitor.externalId}:${clientId}`
}

function clientIdOf(externalId: string | null, visitor: Visitor): string | null {
  const prefix = externalIdOf('', visitor)
  return externalId?.startsWith(prefix) ? externalId.slice(prefix.length) : null
}

export function viewRateable(row: { id: string; name: string | null }): NonNullable<ChatThread['rating']> {
  return { handoverId: row.id, name: row.name }
}

/** The greeting in the language of the page (`de-AT`, then `de`), else as it was written. */
export function viewSettings({ web, bot }: Site, locale: string | undefined): ChatSettings {
  const { colour, position, suggestions } = web
  const language = locale?.split(/[-_]/)[0] ?? ''
  const greeting = web.greetings[locale ?? ''] ?? web.greetings[language] ?? web.greeting
  return { colour, position, greeting, suggestions, bot: bot?.name ?? null }
}
