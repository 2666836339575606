import type { BacktestItem, BacktestResult } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { MarkedText } from '../conversation/marked-text.tsx'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'

const words = texts.scenario
const shownAtFirst = 10

/** What would have fired in the last conversations, with the turn at which it would. */
export function Backtest({ botId, tried }: { botId: string; tried: string }) {
  const run = useMutation({
    mutationFn: (scenarios: string) =>
      baton.backtest({ params: { id: botId }, body: { scenarios: JSON.parse(scenarios) } }),
  })
  const stale = run.data !== undefined && run.variables !== tried
  return (
    <section aria-label={words.backtest} className="mt-auto grid gap-3 border-t border-line p-4">
      <h2 className="text-13 font-semibold">{words.backtest}</h2>
      {run.error && <Notice tone="bad">{sentenceOf(run.error)}</Notice>}
      <div role="status" className="grid gap-3">
        {run.data && <Found result={run.data} />}
      </div>
      <Button icon={run.data ? 'refresh' : 'history'} busy={run.isPending} onClick={() => run.mutate(tried)}>
        {stale ? words.backtestAgain : words.runBacktest}
      </Button>
    </section>
  )
}

function Found({ result }: { result: BacktestResult }) {
  const [all, setAll] = useState(false)
  const items = all ? result.items : result.items.slice(0, shownAtFirst)
  const fresh = result.items.filter(({ outcome, handover }) => outcome === 'fires' && !handover).length
  const unread = result.items.filter(({ outcome }) => outcome === 'cannot_tell').length
  return (
    <>
      <p className="text-13">
        {words.backtestResult.before} <b className="text-20 font-semibold tabular-nums">{result.fires}</b>{' '}
        {words.backtestResult.after(result.looked)}
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5 text-12 text-ink-2 [&>dd]:text-ink [&>dd]:tabular-nums">
        <dt>{words.firedThen}</dt>
        <dd>{result.firedThen}</dd>
        <dt>{words.markedNeeded}</dt>
        <dd>{countOf(result.items, 'needed')}</dd>
        <dt>{words.markedNotNeeded}</dt>
        <dd>{countOf(result.items, 'not_needed')}</dd>
        <dt>{words.freshOnes}</dt>
        <dd>{fresh}</dd>
        {unread > 0 && (
          <>
            <dt>{words.cannotTell}</dt>
            <dd>{unread}</dd>
          </>
        )}
      </dl>
      {!result.complete && <Notice>{words.backtestIncomplete}</Notice>}
      <ul className="grid gap-1">
        {items.map((item) => (
          <li key={item.conversationId}>
            <Link
              to="/inbox/$view/{-$conversationId}"
              params={{ view: 'all', conversationId: item.conversationId }}
              search={item.fired ? { why: item.fired.seq } : {}}
              className="grid gap-0.5 rounded-box border border-line bg-surface px-2.5 py-2 text-12 hover:bg-hover"
            >
              <span className="flex items-center gap-2">
                <b dir="auto" className="min-w-0 flex-1 truncate text-13 font-medium">
                  {item.contactName ?? words.unknownContact}
                </b>
                <Tag tone={item.outcome === 'fires' ? 'human' : 'neutral'}>
                  {words.outcomes[item.outcome]}
                </Tag>
              </span>
              {item.fired && (
                <span dir="auto" className="line-clamp-2 break-words text-ink-2">
                  <MarkedText text={item.fired.text} marks={item.fired.evidence} />
                </span>
              )}
              <span className="text-ink-3">
                {item.fired?.scenarioName ?? item.handover?.scenarioName}
                {item.fired && (
                  <>
                    {' '}
                    · <DateTime at={item.fired.at} />
                  </>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {items.length < result.items.length && (
        <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
          {words.showAll(result.items.length)}
        </Button>
      )}
    </>
  )
}

function countOf(items: readonly BacktestItem[], feedback: string): number {
  return items.filter(({ outcome, handover }) => outcome === 'fires' && handover?.feedback === feedback)
    .length
}
