import type { ConversationView } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { viewsQuery } from '../api/conversations.ts'
import { useConnection } from '../api/live.ts'
import { useMe } from '../api/session.ts'
import { ConversationPane } from '../conversation/conversation-pane.tsx'
import { sendWaiting } from '../conversation/outbox.ts'
import { Sheet } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Logo } from '../ui/icon.tsx'
import { ConversationList } from './conversation-list.tsx'
import { type ListFilter, readFilter } from './list-filter.ts'
import { slugOf, viewName } from './views.ts'
import { ViewsNav } from './views-nav.tsx'

const route = '/signed-in/inbox/$view/{-$conversationId}'

/** The inbox: its views, the list of one, and the conversation that is open. On phones one of them at a time. */
export function InboxScreen() {
  const { view: word, conversationId } = useParams({ from: route })
  const { why, ...filter } = useSearch({ from: route })
  const navigate = useNavigate({ from: '/inbox/$view/{-$conversationId}' })
  const view = slugOf(word)
  const { connected } = useConnection()
  useEffect(() => {
    if (connected) sendWaiting()
  }, [connected])
  useTitle(viewName(view))
  const onFilter = useCallback(
    (next: ListFilter) => void navigate({ search: readFilter({ ...next }), replace: true }),
    [navigate],
  )
  return (
    <>
      {why === undefined && <ViewsNav />}
      <Sheet>
        <main
          id="main"
          tabIndex={-1}
          className={cx(
            'flex h-full min-w-0',
            conversationId && 'max-tablet:[&>section]:hidden',
            // Beside *Why?* stands the conversation, and nothing else.
            why !== undefined && 'desk:pr-160 [&>aside]:hidden [&>section]:hidden',
          )}
        >
          <h1 className="sr-only">{texts.inbox.title}</h1>
          <ConversationList
            key={view}
            view={view}
            selectedId={conversationId}
            filter={filter}
            onFilter={onFilter}
          />
          {conversationId ? (
            <ConversationPane
              id={conversationId}
              view={view}
              whySeq={why}
              onWhy={(seq) =>
                void navigate({
                  search: { ...filter, ...(seq === undefined ? {} : { why: seq }) },
                  replace: true,
                })
              }
            />
          ) : (
            <NothingOpen />
          )}
        </main>
      </Sheet>
    </>
  )
}

/** What Baton does, while no conversation is open. */
function NothingOpen() {
  const words = texts.inbox
  const found = useQuery(viewsQuery(useMe().user.id)).data
  const countIn = (wanted: ConversationView) => found?.items.find(({ view }) => view === wanted)?.count ?? 0
  const quiet = found !== undefined && countIn('needs_human') === 0
  return (
    <div className="grid flex-1 place-content-center max-tablet:hidden justify-items-center gap-1 p-8 text-center">
      <div aria-hidden="true" className="mb-6 flex items-center gap-2.5">
        <Avatar party={{ kind: 'bot' }} size="xxl" />
        <span className="h-[3px] w-14 bg-bot-line" />
        <span className="grid size-11 place-items-center rounded-full bg-surface shadow-2 ring ring-line-2">
          <Logo />
        </span>
        <span className="h-[3px] w-14 bg-[repeating-linear-gradient(90deg,var(--human-line)_0_6px,transparent_6px_11px)]" />
        <Avatar party={{ kind: 'nobody' }} size="xxl" />
      </div>
      <h2 className="text-20 font-semibold tracking-title">
        {quiet ? words.quiet(countIn('with_bot')) : words.chooseOne}
      </h2>
      <p className="text-14 text-ink-2">{quiet ? words.quietHint : words.chooseOneHint}</p>
      {quiet && countIn('with_bot') > 0 && (
        <Link
          to="/inbox/$view/{-$conversationId}"
          params={{ view: 'with-the-bot', conversationId: undefined }}
          className={buttonClass('primary', 'md', 'mt-4')}
        >
          {words.lookAtBot}
        </Link>
      )}
    </div>
  )
}
