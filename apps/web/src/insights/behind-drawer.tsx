import type { BehindItem, Insights } from '@baton/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sentenceOf } from '../api/client.ts'
import { type Behind, behindQuery, type Period } from '../api/insights.ts'
import { useUsers } from '../api/people.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Drawer } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { shortTime } from './short-time.ts'

const words = texts.insights
const verdicts = { needed: words.needed, not_needed: words.notNeeded, too_late: words.tooLate }

/** The conversations that a number counts, newest first. */
export function BehindDrawer({
  period,
  behind,
  insights,
  onClose,
}: {
  period: Period
  behind: Behind
  insights: Insights | undefined
  onClose: () => void
}) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    behindQuery(period, behind),
  )
  const users = useUsers()
  const items = data?.pages.flatMap((page) => page.items)
  const about = [
    insights?.byScenario.find(({ key }) => key === behind.scenario)?.name,
    users.get(behind.userId ?? '')?.name,
  ].filter(Boolean)
  return (
    <Drawer
      open
      onClose={onClose}
      title={[words.measures[behind.measure], ...about].join(' · ')}
      description={words.behind}
      width="w-[min(480px,100vw)]"
    >
      {error && <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!items && !error && (
        <div className="p-5">
          <SkeletonLines widths={['w-full', 'w-4/5', 'w-full']} label={texts.common.loading} />
        </div>
      )}
      {items?.length === 0 && <EmptyState icon="check" title={words.behindNone} />}
      <ul className="divide-y divide-line">
        {items?.map((item) => (
          <li key={`${item.conversationId}-${item.handoverId ?? ''}`}>
            <Line item={item} claimedBy={users.get(item.claimedBy ?? '')?.name} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <div className="p-4">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Drawer>
  )
}

function Line({ item, claimedBy }: { item: BehindItem; claimedBy: string | undefined }) {
  const details = [
    item.scenarioName,
    claimedBy,
    item.secondsToClaim !== null && words.claimedAfter(shortTime(item.secondsToClaim)),
    item.secondsToFirstReply !== null && words.repliedAfter(shortTime(item.secondsToFirstReply)),
  ].filter(Boolean)
  return (
    <Link
      to="/inbox/$view/{-$conversationId}"
      params={{ view: 'all', conversationId: item.conversationId }}
      className="grid gap-0.5 px-5 py-2.5 text-13 hover:bg-hover"
    >
      <span className="flex items-center gap-2">
        <b dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {item.contactName ?? texts.inbox.noContactName}
        </b>
        {item.feedback && (
          <Tag tone={item.feedback === 'needed' ? 'ok' : 'neutral'}>{verdicts[item.feedback]}</Tag>
        )}
        <DateTime at={item.at} className="text-12 text-ink-3 tabular-nums" />
      </span>
      {details.length > 0 && <span className="text-12 text-ink-2">{details.join(' · ')}</span>}
    </Link>
  )
}
