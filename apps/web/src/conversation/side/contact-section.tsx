import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { sentenceOf } from '../../api/client.ts'
import { contactQuery } from '../../api/contacts.ts'
import { otherConversationsQuery } from '../../api/conversations.ts'
import { useChannels } from '../../api/people.ts'
import type { ViewSlug } from '../../inbox/views.ts'
import { texts } from '../../texts/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import type { OpenConversation } from '../use-conversation.ts'
import { Section } from './section.tsx'
import { TagList } from './tag-list.tsx'

const words = texts.conversation.side
const languages = new Intl.DisplayNames(undefined, { type: 'language' })

/** Who the contact is, with their tags and other conversations. */
export function ContactSection({ open, view }: { open: OpenConversation; view: ViewSlug }) {
  const { contactId } = open.conversation
  const { data: contact, error, refetch } = useQuery(contactQuery(contactId))
  if (error)
    return <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
  return (
    <Section title={words.contact}>
      {contact ? (
        <dl className="grid grid-cols-[84px_minmax(0,1fr)] gap-x-2 gap-y-1.25 text-13 max-tablet:text-[15px]">
          {contact.name && <Entry term={words.name}>{contact.name}</Entry>}
          {contact.email && <Entry term={words.email}>{contact.email}</Entry>}
          {contact.phone && <Entry term={words.phone}>{contact.phone}</Entry>}
          {contact.locale && <Entry term={words.language}>{languageName(contact.locale)}</Entry>}
          <Entry term={words.since}>
            <DateTime at={contact.createdAt} />
          </Entry>
          <Entry term={words.before}>
            <OtherConversations open={open} view={view} />
          </Entry>
        </dl>
      ) : (
        <SkeletonLines widths={['w-40', 'w-32', 'w-44']} label={texts.common.loading} />
      )}
      {contact && <TagList contactId={contactId} tags={contact.tags} />}
    </Section>
  )
}

export function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd dir="auto" className="min-w-0 break-words">
        {children}
      </dd>
    </>
  )
}

export function languageName(locale: string): string {
  try {
    return languages.of(locale) ?? locale
  } catch {
    return locale
  }
}

function OtherConversations({ open, view }: { open: OpenConversation; view: ViewSlug }) {
  const { data } = useQuery(otherConversationsQuery(open.conversation.contactId))
  const channels = useChannels()
  const others = (data ?? []).filter(({ id }) => id !== open.conversation.id)
  if (others.length === 0) return words.first
  return (
    <ul>
      {others.map(({ id, channelId, lastMessageAt }) => (
        <li key={id}>
          <Link
            to="/inbox/$view/{-$conversationId}"
            params={{ view, conversationId: id }}
            className="underline decoration-line-2 underline-offset-3 hover:decoration-current"
          >
            {channels.get(channelId)?.name} · <DateTime at={lastMessageAt} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
