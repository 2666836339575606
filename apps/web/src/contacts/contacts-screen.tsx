import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { contactsQuery } from '../api/contacts.ts'
import { Sheet } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TextInput } from '../ui/field.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { ContactPage } from './contact-page.tsx'

const words = texts.contacts
const searchPauseMs = 250

/** Everybody who has written, and one of them. On phones one of the two. */
export function ContactsScreen() {
  const { contactId } = useParams({ strict: false })
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const navigate = useNavigate()
  const [typed, setTyped] = useState(q)
  const settled = useSettled(typed.trim(), searchPauseMs)
  useTitle(words.title)
  useEffect(() => {
    if (settled !== q)
      void navigate({
        to: contactId ? '/contacts/$contactId' : '/contacts',
        params: { contactId: contactId ?? '' },
        search: settled ? { q: settled } : {},
        replace: true,
      })
  }, [settled, q, contactId, navigate])
  return (
    <Sheet>
      <main id="main" className="flex h-full min-w-0">
        <h1 className="sr-only">{words.title}</h1>
        <section
          aria-label={words.listLabel}
          className={cx(
            'flex min-h-0 w-90 shrink-0 flex-col border-r border-line max-tablet:w-full max-tablet:border-0',
            contactId && 'max-tablet:hidden',
          )}
        >
          <header className="shrink-0 px-4 pt-3 pb-2">
            <p aria-hidden="true" className="mb-2 text-16 font-semibold tracking-title">
              {words.title}
            </p>
            <TextInput
              soft
              type="search"
              icon="search"
              aria-label={words.search}
              placeholder={words.searchPlaceholder}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </header>
          <List q={q} selectedId={contactId} />
        </section>
        {contactId ? (
          <ContactPage key={contactId} id={contactId} q={q} />
        ) : (
          <p className="grid flex-1 place-items-center p-8 text-14 text-ink-2 max-tablet:hidden">
            {words.choose}
          </p>
        )}
      </main>
    </Sheet>
  )
}

function List({ q, selectedId }: { q: string; selectedId: string | undefined }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    contactsQuery(q),
  )
  const contacts = data?.pages.flatMap(({ items }) => items)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div tabIndex={0} className="min-h-0 flex-1 overflow-auto pb-3 -outline-offset-2">
      {error && <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!contacts && !error && (
        <div className="p-4">
          <SkeletonLines widths={['w-40', 'w-52', 'w-44']} label={texts.common.loading} />
        </div>
      )}
      {contacts?.length === 0 && (
        <EmptyState icon="contacts" title={q ? words.noMatch : words.none}>
          {q ? undefined : words.noneHint}
        </EmptyState>
      )}
      <ul className="px-1">
        {contacts?.map(({ id, name, email, phone, tags }) => {
          const shown = name ?? email ?? phone ?? texts.inbox.noContactName
          return (
            <li key={id}>
              <Link
                to="/contacts/$contactId"
                params={{ contactId: id }}
                search={q ? { q } : {}}
                aria-current={id === selectedId ? 'true' : undefined}
                className={cx(
                  'flex items-center gap-3 rounded-box px-3 py-2 text-13',
                  id === selectedId ? 'bg-selected' : 'hover:bg-hover',
                )}
              >
                <Avatar party={{ kind: 'contact', name: shown }} size="xl" />
                <span className="min-w-0 flex-1">
                  <b dir="auto" className="block truncate text-14 font-medium">
                    {shown}
                  </b>
                  <span className="block truncate text-12 text-ink-2">
                    {[email, phone].filter((part) => part && part !== shown).join(' · ')}
                  </span>
                  {tags.length > 0 && (
                    <span className="mt-1 flex flex-wrap gap-1">
                      {tags.slice(0, 4).map((tag) => (
                        <Tag key={tag}>{tag}</Tag>
                      ))}
                    </span>
                  )}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {hasNextPage && (
        <div className="p-3">
          <Button size="sm" variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </div>
  )
}
