import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { baton, sentenceOf } from '../../api/client.ts'
import { contactQuery } from '../../api/contacts.ts'
import { otherConversationsQuery } from '../../api/conversations.ts'
import { keys } from '../../api/keys.ts'
import { useChannels } from '../../api/people.ts'
import { queryClient } from '../../api/query-client.ts'
import type { ViewSlug } from '../../inbox/views.ts'
import { useCommands } from '../../keyboard/commands.ts'
import { texts } from '../../texts/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { OpenConversation } from '../use-conversation.ts'
import { Section } from './section.tsx'

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
      {contact && <Tags contactId={contactId} tags={contact.tags} />}
    </Section>
  )
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd dir="auto" className="min-w-0 break-words">
        {children}
      </dd>
    </>
  )
}

function languageName(locale: string): string {
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

function Tags({ contactId, tags }: { contactId: string; tags: string[] }) {
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.profile(contactId) })
  const add = useMutation({
    mutationFn: (tag: string) => baton.addTags({ params: { id: contactId }, body: { tags: [tag] } }),
    onSuccess: () => {
      setText('')
      return refresh()
    },
  })
  const remove = useMutation({
    mutationFn: (tag: string) => baton.removeTag({ params: { id: contactId, tag } }),
    onSuccess: refresh,
  })
  useCommands([
    { group: 'conversation', label: words.addTagLabel, keys: 'l', icon: 'tag', run: () => setAdding(true) },
  ])
  const failure = add.error ?? remove.error
  return (
    <>
      <ul aria-label={words.tags} className="mt-2.5 flex flex-wrap gap-1">
        {tags.map((tag) => (
          <li key={tag} className="min-w-0">
            <Tag onRemove={() => remove.mutate(tag)} removeLabel={words.removeTag(tag)}>
              {tag}
            </Tag>
          </li>
        ))}
        <li>
          {adding ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (text.trim()) add.mutate(text.trim())
              }}
            >
              <input
                // biome-ignore lint/a11y/noAutofocus: it was opened to write in it
                autoFocus
                aria-label={words.addTagLabel}
                value={text}
                maxLength={50}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
                onBlur={() => !text && setAdding(false)}
                className="h-6 w-28 rounded-tight bg-surface px-1.75 text-12 inset-ring inset-ring-field"
              />
            </form>
          ) : (
            <button
              type="button"
              aria-label={words.addTagLabel}
              onClick={() => setAdding(true)}
              className="relative inline-flex h-5 items-center gap-1 rounded-tight border border-dashed border-field px-1.75 text-12 font-medium text-ink-2 after:absolute after:-inset-0.5"
            >
              <Icon name="plus" size={12} /> {words.addTag}
            </button>
          )}
        </li>
      </ul>
      {failure && (
        <p role="alert" className="mt-1 text-12 text-bad">
          {words.notSaved(sentenceOf(failure))}
        </p>
      )}
    </>
  )
}
