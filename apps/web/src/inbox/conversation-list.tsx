import type { ListedConversation } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { listQuery, openHandoversQuery } from '../api/conversations.ts'
import { useChannels } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { duration, useNow } from '../ui/date-time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterButton } from './filter-button.tsx'
import { type Group, groupByOwner, waitOf } from './group-list.ts'
import { countFilters, type ListFilter } from './list-filter.ts'
import { ListItem } from './list-item.tsx'
import { type ViewSlug, viewName, viewSlugs, views } from './views.ts'

const words = texts.inbox
const searchPauseMs = 250

type ListProps = {
  view: ViewSlug
  selectedId: string | undefined
  filter: ListFilter
  onFilter: (filter: ListFilter) => void
}

/** The conversations of a view. In *Needs a human* whoever has waited longest is on top. */
export function ConversationList({ view, selectedId, filter, onFilter }: ListProps) {
  const { user } = useMe()
  const search = filter.q ?? ''
  const [typed, setTyped] = useState(search)
  const [pages, setPages] = useState(1)
  const { data, error, refetch, isPlaceholderData } = useQuery(
    listQuery(views[view].view, user.id, filter, pages),
  )
  const marks = useMarks(data?.items)
  const found = data?.items ?? []
  const groups: Group[] =
    view === 'needs-a-human'
      ? groupByOwner(found, user.id)
      : found.length > 0
        ? [{ key: 'rest', items: found }]
        : []
  const order = groups.flatMap(({ items }) => items)
  const field = useRef<HTMLInputElement>(null)
  // The address follows what is typed once it pauses, and with it the list.
  useEffect(() => {
    if (typed.trim() === search) return
    const timer = setTimeout(() => onFilter({ ...filter, q: typed.trim() }), searchPauseMs)
    return () => clearTimeout(timer)
  }, [typed, search, filter, onFilter])
  const navigate = useNavigate()
  const go = (by: number) => {
    const at = order.findIndex(({ id }) => id === selectedId)
    const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))]
    if (next)
      void navigate({
        to: '/inbox/$view/{-$conversationId}',
        params: { view, conversationId: next.id },
        search: filter,
      })
  }
  const leaveSearch = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    setTyped('')
    field.current?.blur()
  }
  useCommands([
    { group: 'list', label: words.next, keys: 'j', icon: 'down', run: () => go(1) },
    { group: 'list', label: words.previous, keys: 'k', icon: 'up', run: () => go(-1) },
    selectedId !== undefined && {
      group: 'list',
      label: words.markKey,
      keys: 'x',
      icon: 'check',
      run: () => marks.toggle(selectedId),
    },
    { group: 'list', label: words.search, keys: '/', icon: 'search', run: () => field.current?.focus() },
  ])
  return (
    <section
      aria-label={words.listLabel(viewName(view))}
      className="flex min-h-0 w-76 shrink-0 flex-col border-r border-line max-tablet:w-full max-tablet:border-0"
    >
      <header className="flex h-12 shrink-0 items-center gap-1 pt-1 pr-3 pl-4 max-tablet:h-14">
        <h2 className="truncate text-16 font-semibold tracking-title max-tablet:text-20">{viewName(view)}</h2>
        <ViewPicker current={view} />
        {view === 'needs-a-human' && <Longest items={data?.items ?? []} />}
      </header>
      <div className="flex shrink-0 items-center gap-1 px-3 pb-2">
        <TextInput
          ref={field}
          soft
          type="search"
          icon="search"
          aria-label={words.search}
          placeholder={words.searchPlaceholder}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => leaveSearch(event)}
          after={<Kbd>/</Kbd>}
        />
        <FilterButton filter={filter} onChange={onFilter} />
      </div>
      {marks.ids.length > 0 && <BulkBar ids={marks.ids} onDone={marks.clear} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are for the links inside */}
      <div className="min-h-0 flex-1 overflow-auto pb-3" onKeyDown={rove}>
        {error && (
          <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!data && !error && <ListSkeleton />}
        {data && found.length === 0 && (
          <Empty view={view} searching={search !== '' || countFilters(filter) > 0} />
        )}
        {groups.map((group) => (
          <GroupView key={group.key} group={group} view={view} selectedId={selectedId} marks={marks} />
        ))}
        {data?.more && <More busy={isPlaceholderData} onMore={() => setPages(pages + 1)} />}
      </div>
    </section>
  )
}

function GroupView({
  group,
  view,
  selectedId,
  marks,
}: {
  group: Group
  view: ViewSlug
  selectedId: string | undefined
  marks: Marks
}) {
  const channels = useChannels()
  const handovers = useQuery(openHandoversQuery).data
  const title = words.groups[group.key]
  return (
    <>
      {title && (
        <h3 className="sticky top-0 z-10 flex items-center gap-1.5 bg-surface px-4 pt-2.5 pb-1.5 text-12 font-medium text-ink-2 max-tablet:text-13">
          {title} <span className="text-ink-3 tabular-nums">{group.items.length}</span>
        </h3>
      )}
      <ul aria-label={title || viewName(view)}>
        {group.items.map((conversation) => (
          <ListItem
            key={conversation.id}
            conversation={conversation}
            view={view}
            selected={conversation.id === selectedId}
            unread={conversation.unread}
            marked={marks.has(conversation.id)}
            marking={marks.ids.length > 0}
            onMark={() => marks.toggle(conversation.id)}
            channel={channels.get(conversation.channelId)}
            handover={handovers?.get(conversation.control.handover?.id ?? '')}
          />
        ))}
      </ul>
    </>
  )
}

type Marks = ReturnType<typeof useMarks>

/** The conversations that are marked to do one thing with all of them. What leaves the list is marked no more. */
function useMarks(items: readonly ListedConversation[] = []) {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const ids = items.flatMap(({ id }) => (marked.has(id) ? [id] : []))
  return {
    ids,
    has: (id: string) => marked.has(id),
    toggle: (id: string) => {
      const next = new Set(marked)
      if (!next.delete(id)) next.add(id)
      setMarked(next)
    },
    clear: () => setMarked(new Set()),
  }
}

/** The end of what is shown. Coming near it reads on. */
function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  useEffect(() => {
    if (!end.current || busy) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [busy])
  return (
    <div ref={end} className="px-4 py-3">
      <Button size="sm" variant="quiet" busy={busy} onClick={onMore}>
        {words.showMore}
      </Button>
    </div>
  )
}

/** The longest wait, in red once a target was missed. */
function Longest({ items }: { items: readonly ListedConversation[] }) {
  const now = useNow(15)
  const handovers = useQuery(openHandoversQuery).data
  const waits = items.flatMap(
    ({ waitingSince, control }) =>
      waitOf(waitingSince, handovers?.get(control.handover?.id ?? ''), now) ?? [],
  )
  const [first] = waits
  if (!first) return null
  return (
    <Tag tone={waits.some(({ state }) => state === 'late') ? 'bad' : 'neutral'} className="ml-2 shrink-0">
      {words.longest(duration(first.ms))}
    </Tag>
  )
}

/** The views, where there is no room for their own column. */
function ViewPicker({ current }: { current: ViewSlug }) {
  const navigate = useNavigate()
  return (
    <Menu
      align="start"
      trigger={<IconButton icon="down" size="xs" label={words.chooseView} className="desk:hidden" />}
    >
      {viewSlugs.map((slug) => (
        <MenuItem
          key={slug}
          icon={views[slug].icon}
          checked={slug === current}
          onClick={() =>
            void navigate({
              to: '/inbox/$view/{-$conversationId}',
              params: { view: slug, conversationId: undefined },
            })
          }
        >
          {viewName(slug)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function Empty({ view, searching }: { view: ViewSlug; searching: boolean }) {
  if (searching)
    return (
      <EmptyState icon="search" title={words.noMatch}>
        {words.noMatchHint}
      </EmptyState>
    )
  const { title, hint } = words.empty[view]
  return (
    <EmptyState
      icon="check"
      title={title}
      action={
        view === 'needs-a-human' && (
          <Link
            to="/inbox/$view/{-$conversationId}"
            params={{ view: 'with-the-bot', conversationId: undefined }}
            className="text-13 font-medium underline decoration-line-2 underline-offset-3"
          >
            {words.lookAtBot}
          </Link>
        )
      }
    >
      {hint}
    </EmptyState>
  )
}

function ListSkeleton() {
  const [rows] = useState(() => Array.from({ length: 6 }, (_, index) => index))
  return (
    <div role="status" aria-label={texts.common.loading} className="after-a-while">
      {rows.map((row) => (
        <div key={row} className="flex gap-3 px-4 py-3">
          <Skeleton className="size-8 rounded-full" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-full" />
            <Skeleton className="h-3 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  )
}

/** The arrow keys go from one conversation to the next. */
function rove(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-conversation]')]
  const at = links.findIndex((link) => link.matches(':focus'))
  if (at === -1) return
  event.preventDefault()
  links[at + step]?.focus()
}
