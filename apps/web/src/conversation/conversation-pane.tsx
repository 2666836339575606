import type { Conversation } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { isRefusal, sentenceOf } from '../api/client.ts'
import { conversationQuery, markRead, messagesQuery } from '../api/conversations.ts'
import { useMe } from '../api/session.ts'
import type { ViewSlug } from '../inbox/views.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Drawer } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Composer } from './composer.tsx'
import { ControlStrip } from './control-strip.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { nextAct } from './describe-control.ts'
import { keepDraft } from './drafts.ts'
import { SidePanel } from './side/side-panel.tsx'
import { Timeline } from './timeline.tsx'
import { useActions } from './use-actions.ts'
import { useConversationParts } from './use-conversation.ts'

const WhyDrawer = lazy(() => import('./why/why-drawer.tsx').then((module) => ({ default: module.WhyDrawer })))
const words = texts.conversation

type PaneProps = {
  id: string
  view: ViewSlug
  /** The message whose *Why?* is open; 0 is the newest. */
  whySeq: number | undefined
  onWhy: (seq: number | undefined) => void
}

/** One conversation, with what belongs to it at its side. */
export function ConversationPane(props: PaneProps) {
  const { data, error, refetch } = useQuery(conversationQuery(props.id))
  if (error)
    return (
      <div className="min-w-0 flex-1">
        <ErrorState
          title={isRefusal(error, 'not_found', 'forbidden') ? words.gone : words.loadFailed}
          detail={isRefusal(error, 'not_found', 'forbidden') ? undefined : sentenceOf(error)}
          onRetry={() => void refetch()}
        />
      </div>
    )
  if (!data) return <PaneSkeleton />
  return <OpenPane key={props.id} {...props} conversation={data} />
}

function OpenPane({ id, view, whySeq, onWhy, conversation }: PaneProps & { conversation: Conversation }) {
  const open = useConversationParts(conversation)
  const actions = useActions(id, open.name)
  const { data: log, error, refetch } = useQuery(messagesQuery(id))
  const userId = useMe().user.id
  const title = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [details, setDetails] = useState(false)
  // A draft that is taken back from elsewhere makes the composer begin anew.
  const [draftRound, setDraftRound] = useState(0)
  const putInComposer = (text: string) => {
    keepDraft(id, { text, kind: 'reply' })
    setDraftRound(draftRound + 1)
    requestAnimationFrame(() => field.current?.focus())
  }

  const lastSeq = log?.messages.at(-1)?.seq ?? 0
  useEffect(() => {
    // Whether it counts as read is nothing to stop for: the next message asks again.
    if (lastSeq > 0 && document.visibilityState === 'visible') markRead(id, userId, lastSeq).catch(() => {})
  }, [id, userId, lastSeq])
  useEffect(() => title.current?.focus({ preventScroll: true }), [])

  const next = nextAct(open.holder, userId)
  useCommands([
    next === 'claim' && {
      group: 'conversation',
      label: words.claim,
      keys: 'c',
      icon: 'user',
      run: actions.claim,
    },
    next !== 'handBack' &&
      next !== 'reopen' && {
        group: 'conversation',
        label: words.takeOver,
        keys: 't',
        icon: 'takeOver',
        run: actions.takeOver,
      },
    open.bot !== null &&
      open.holder.kind !== 'bot' &&
      open.holder.kind !== 'resolved' && {
        group: 'conversation',
        label: words.handBack,
        keys: 'b',
        icon: 'handBack',
        run: actions.handBack,
      },
    conversation.status === 'resolved'
      ? { group: 'conversation', label: words.reopen, keys: 'e', icon: 'undo', run: actions.reopen }
      : {
          group: 'conversation',
          label: words.resolve,
          keys: 'e',
          icon: 'check',
          run: () => actions.resolve(open.holder.kind === 'you'),
        },
    open.bot !== null && {
      group: 'conversation',
      label: words.message.why,
      keys: 'w',
      icon: 'help',
      run: () => onWhy(whySeq === undefined ? 0 : undefined),
    },
  ])

  return (
    <>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
        <ConversationHeader
          open={open}
          actions={actions}
          view={view}
          titleRef={title}
          onDetails={() => setDetails(true)}
        />
        <ControlStrip open={open} actions={actions} />
        <BriefLine open={open} onOpen={() => setDetails(true)} />
        {log ? (
          <Timeline open={open} log={log} whySeq={whySeq} onWhy={onWhy} onEdit={putInComposer} />
        ) : error ? (
          <div className="flex-1">
            <ErrorState
              title={words.messagesFailed}
              detail={sentenceOf(error)}
              onRetry={() => void refetch()}
            />
          </div>
        ) : (
          <MessagesSkeleton />
        )}
        <Composer key={draftRound} open={open} fieldRef={field} />
      </div>
      <aside
        aria-label={words.side.label}
        className="w-76 shrink-0 overflow-auto border-l border-line max-wide:hidden"
      >
        <SidePanel open={open} view={view} />
      </aside>
      <Drawer
        open={details}
        onClose={() => setDetails(false)}
        title={words.side.label}
        width="w-[min(340px,100vw)]"
      >
        <SidePanel open={open} view={view} />
      </Drawer>
      {whySeq !== undefined && (
        <Suspense>
          <WhyDrawer
            open={open}
            messages={log?.messages ?? []}
            seq={whySeq}
            onSeq={onWhy}
            onHandOver={actions.handOver}
          />
        </Suspense>
      )}
    </>
  )
}

/** The brief in one line, on phones. */
function BriefLine({ open, onOpen }: { open: ReturnType<typeof useConversationParts>; onOpen: () => void }) {
  const wants = open.handovers[0]?.brief.lastAsked
  return (
    <button
      type="button"
      onClick={onOpen}
      className="hidden h-11 shrink-0 items-center gap-2 border-b border-line px-4 text-14 max-tablet:flex"
    >
      <span dir="auto" className="min-w-0 flex-1 truncate text-left">
        {wants ? words.side.wantsLine(wants) : words.details}
      </span>
      <Icon name="right" className="text-ink-2" />
    </button>
  )
}

function PaneSkeleton() {
  return (
    <div
      role="status"
      aria-label={texts.common.loading}
      className="after-a-while flex min-w-0 flex-1 flex-col"
    >
      <div className="flex h-14 items-center gap-3 px-4">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="ml-auto h-7 w-48" />
      </div>
      <Skeleton className="h-11 rounded-none" />
      <MessagesSkeleton />
    </div>
  )
}

function MessagesSkeleton() {
  const shapes = ['w-64', 'ml-auto w-72', 'w-52', 'ml-auto w-60']
  return (
    <div
      role="status"
      aria-label={texts.common.loading}
      className="after-a-while flex-1 space-y-5 py-5 pr-5 pl-13"
    >
      {shapes.map((shape) => (
        <Skeleton key={shape} className={cx('h-10 rounded-bubble', shape)} />
      ))}
    </div>
  )
}
