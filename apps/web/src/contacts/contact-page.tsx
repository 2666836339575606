import type { Contact } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { baton, isRefusal, sentenceOf } from '../api/client.ts'
import { contactQuery } from '../api/contacts.ts'
import { otherConversationsQuery } from '../api/conversations.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { useChannels } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { Entry, languageName } from '../conversation/side/contact-section.tsx'
import { NotesSection } from '../conversation/side/notes-section.tsx'
import { Section } from '../conversation/side/section.tsx'
import { TagList } from '../conversation/side/tag-list.tsx'
import { TasksSection } from '../conversation/side/tasks-section.tsx'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { showToast } from '../ui/toast.tsx'

const words = texts.contacts

/** One contact: who they are, their conversations, what is to be done and what was noted. */
export function ContactPage({ id, q }: { id: string; q: string }) {
  const { data: contact, error, refetch } = useQuery(contactQuery(id))
  const shown = contact?.name ?? contact?.email ?? contact?.phone ?? texts.inbox.noContactName
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <article tabIndex={0} className="min-w-0 flex-1 overflow-auto -outline-offset-2">
      {error && (
        <ErrorState
          title={isRefusal(error, 'not_found', 'forbidden') ? words.gone : words.contactFailed}
          detail={isRefusal(error, 'not_found', 'forbidden') ? undefined : sentenceOf(error)}
          onRetry={() => void refetch()}
        />
      )}
      {!contact && !error && (
        <div className="p-6">
          <SkeletonLines widths={['w-52', 'w-72', 'w-60']} label={texts.common.loading} />
        </div>
      )}
      {contact && (
        <div className="mx-auto max-w-180 px-6 py-5 max-tablet:px-4">
          <Link
            to="/contacts"
            search={q ? { q } : {}}
            className="mb-3 hidden items-center gap-1.5 text-13 text-ink-2 max-tablet:inline-flex"
          >
            <Icon name="arrowLeft" size={14} /> {words.back}
          </Link>
          <header className="mb-4 flex items-center gap-3">
            <Avatar party={{ kind: 'contact', name: shown }} size="xxl" />
            <h2 dir="auto" className="min-w-0 flex-1 truncate text-20 font-semibold tracking-title">
              {shown}
            </h2>
          </header>
          <div className="grid gap-2">
            <Details contact={contact} />
            <Section title={words.tags}>
              <TagList contactId={id} tags={contact.tags} />
            </Section>
            <Conversations contactId={id} />
            <TasksSection contactId={id} />
            <NotesSection contactId={id} />
          </div>
        </div>
      )}
    </article>
  )
}

function Details({ contact }: { contact: Contact }) {
  const [editing, setEditing] = useState(false)
  if (editing) return <DetailsForm contact={contact} onDone={() => setEditing(false)} />
  const entries = [
    [words.name, contact.name],
    [words.email, contact.email],
    [words.phone, contact.phone],
    [texts.conversation.side.language, contact.locale && languageName(contact.locale)],
  ] as const
  return (
    <Section
      title={words.details}
      tools={
        <Button size="xs" variant="quiet" onClick={() => setEditing(true)}>
          {words.edit}
        </Button>
      }
    >
      <dl className="grid grid-cols-[120px_minmax(0,1fr)] gap-x-2 gap-y-1.25 text-13">
        {entries.map(
          ([term, value]) =>
            value && (
              <Entry key={term} term={term}>
                {value}
              </Entry>
            ),
        )}
        <Entry term={words.since}>
          <DateTime at={contact.createdAt} />
        </Entry>
      </dl>
    </Section>
  )
}

function DetailsForm({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const form = useForm({
    defaultValues: {
      name: contact.name ?? '',
      email: contact.email ?? '',
      phone: contact.phone ?? '',
      locale: contact.locale ?? '',
    },
  })
  const { register, formState, handleSubmit } = form
  const submit = handleSubmit(async (values) => {
    const orNull = (text: string) => text.trim() || null
    try {
      await baton.updateContact({
        params: { id: contact.id },
        body: {
          name: orNull(values.name),
          email: orNull(values.email),
          phone: orNull(values.phone),
          locale: orNull(values.locale),
        },
      })
      await Promise.all(
        [keys.contact(contact.id), keys.contacts].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      )
      showToast(words.saved)
      onDone()
    } catch (error) {
      failAt(form, error)
    }
  })
  const { errors } = formState
  return (
    <Section title={words.details}>
      <form noValidate onSubmit={submit} className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
        {errors.root?.message && <Notice tone="bad">{errors.root.message}</Notice>}
        <Field label={words.name} error={errors.name?.message}>
          <TextInput maxLength={200} {...register('name')} />
        </Field>
        <Field label={words.email} error={errors.email?.message}>
          <TextInput type="email" {...register('email')} />
        </Field>
        <Field label={words.phone} error={errors.phone?.message}>
          <TextInput type="tel" maxLength={50} {...register('phone')} />
        </Field>
        <Field label={words.language} error={errors.locale?.message}>
          <TextInput maxLength={35} {...register('locale')} />
        </Field>
        <span className="col-span-full flex gap-2">
          <Button type="submit" variant="primary" busy={formState.isSubmitting}>
            {words.save}
          </Button>
          <Button variant="quiet" onClick={onDone}>
            {texts.common.cancel}
          </Button>
        </span>
      </form>
    </Section>
  )
}

function Conversations({ contactId }: { contactId: string }) {
  const { data = [] } = useQuery(otherConversationsQuery(contactId))
  const channels = useChannels()
  return (
    <Section title={words.conversations} count={data.length}>
      {data.length === 0 && <p className="text-13 text-ink-2">{words.noConversations}</p>}
      <ul className="grid gap-1">
        {data.map(({ id, channelId, lastMessageAt, status }) => (
          <li key={id}>
            <Link
              to="/inbox/$view/{-$conversationId}"
              params={{ view: 'all', conversationId: id }}
              className="flex items-center gap-2 rounded-box border border-line px-3 py-2 text-13 hover:bg-hover"
            >
              <Icon name="chat" className="text-ink-2" />
              <span className="min-w-0 flex-1 truncate">{channels.get(channelId)?.name}</span>
              <Tag tone={status === 'open' ? 'human' : 'neutral'}>{words.status[status]}</Tag>
              <DateTime at={lastMessageAt} className="text-12 text-ink-3 tabular-nums" />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
