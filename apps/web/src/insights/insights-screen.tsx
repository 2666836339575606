import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { sentenceOf } from '../api/client.ts'
import { type Behind, insightsQuery, type Period, unansweredQuery } from '../api/insights.ts'
import { botsQuery } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Select } from '../ui/field.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { BehindDrawer } from './behind-drawer.tsx'
import { HandoverChart } from './handover-chart.tsx'
import { KeyNumbers } from './key-numbers.tsx'
import { PerhapsMissed } from './perhaps-missed.tsx'
import { RangePicker } from './range-picker.tsx'
import { type InsightSearch, periodOf } from './read-search.ts'
import { ReplyChart } from './reply-chart.tsx'
import { WasItRight } from './was-it-right.tsx'
import { WhoTook } from './who-took.tsx'

const words = texts.insights

/** How often and how fast people were reached, and each number's conversations a click away. */
export function InsightsScreen() {
  const { permissions } = useMe()
  useTitle(words.title)
  return (
    <Sheet>
      {permissions.seeInsights ? (
        <Board />
      ) : (
        <main id="main">
          <h1 className="sr-only">{words.title}</h1>
          <EmptyState icon="lock" title={words.forbidden}>
            {words.forbiddenHint}
          </EmptyState>
        </main>
      )}
    </Sheet>
  )
}

function Board() {
  const { workspace } = useMe()
  const search = useSearch({ from: '/signed-in/insights' })
  const navigate = useNavigate({ from: '/insights' })
  const { data: bots = [] } = useQuery(botsQuery)
  const { data: unanswered } = useQuery(unansweredQuery)
  const period: Period = {
    ...periodOf(search, workspace.timeZone, new Date()),
    ...(search.bot ? { botId: search.bot } : {}),
  }
  const { data, error, refetch } = useQuery(insightsQuery(period))
  const look = (next: InsightSearch) => void navigate({ search: next, replace: true })
  const open = ({ measure, scenario, userId }: Behind) =>
    void navigate({
      search: {
        ...search,
        behind: measure,
        ...(scenario ? { scenario } : {}),
        ...(userId ? { user: userId } : {}),
      },
    })
  const { behind, scenario, user, ...rest } = search
  return (
    <main id="main" className="flex h-full min-w-0 flex-col">
      <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2 max-tablet:px-4">
        <h1 className="text-16 font-semibold tracking-title">{words.title}</h1>
        {unanswered !== undefined && (
          <Tag tone={unanswered === 0 ? 'ok' : 'bad'} icon={unanswered === 0 ? 'shield' : 'alert'}>
            {words.unanswered(unanswered)}
          </Tag>
        )}
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {bots.length > 1 && (
            <Select
              aria-label={words.bot}
              value={search.bot ?? ''}
              onChange={({ target }) => {
                const { bot: _, ...others } = rest
                look(target.value ? { ...others, bot: target.value } : others)
              }}
            >
              <option value="">{words.allBots}</option>
              {bots.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <RangePicker search={rest} period={period} onChange={look} />
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-auto p-5 -outline-offset-2 max-tablet:p-3">
        {error && (
          <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!data && !error && <BoardSkeleton />}
        {data && (
          <div className="grid gap-4">
            <KeyNumbers insights={data} onOpen={open} />
            <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,1fr)] gap-4 max-wide:grid-cols-[minmax(0,1fr)]">
              <HandoverChart insights={data} onOpen={open} />
              <ReplyChart insights={data} />
            </div>
            <div className="grid grid-cols-3 gap-4 max-wide:grid-cols-[minmax(0,1fr)]">
              <WhoTook insights={data} onOpen={open} />
              <WasItRight insights={data} onOpen={open} />
              <PerhapsMissed period={period} />
            </div>
          </div>
        )}
      </div>
      {behind && (
        <BehindDrawer
          period={period}
          behind={{
            measure: behind,
            ...(scenario ? { scenario } : {}),
            ...(user ? { userId: user } : {}),
          }}
          insights={data}
          onClose={() => void navigate({ search: rest })}
        />
      )}
    </main>
  )
}

function BoardSkeleton() {
  return (
    <div role="status" aria-label={texts.common.loading} className="after-a-while grid gap-4">
      <Skeleton className="h-24 rounded-card" />
      <Skeleton className="h-80 rounded-card" />
      <Skeleton className="h-60 rounded-card" />
    </div>
  )
}
