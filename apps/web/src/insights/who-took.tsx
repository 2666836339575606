import type { Insights } from '@baton/contract'
import type { Behind } from '../api/insights.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Panel } from './panel.tsx'
import { shortTime } from './short-time.ts'

const words = texts.insights

/** Who claimed how many, and how fast they answered. */
export function WhoTook({ insights, onOpen }: { insights: Insights; onOpen: (behind: Behind) => void }) {
  const { byUser } = insights
  const most = Math.max(1, ...byUser.map(({ claimed }) => claimed))
  return (
    <Panel title={words.whoTook} aside={words.whoTookHint}>
      {byUser.length === 0 && <p className="text-13 text-ink-2">{words.nobodyTook}</p>}
      <ul className="grid gap-2.5">
        {byUser.map(({ userId, name, claimed, timeToFirstReply }) => (
          <li
            key={userId}
            className="grid grid-cols-[minmax(0,8.5rem)_1fr_auto_auto] items-center gap-3 text-13"
          >
            <button
              type="button"
              className="flex min-w-0 items-center gap-2 text-left hover:underline"
              onClick={() => onOpen({ measure: 'claimed', userId })}
            >
              <Avatar party={{ kind: 'human', name }} size="sm" />
              <span dir="auto" className="truncate">
                {name}
              </span>
            </button>
            <span aria-hidden="true" className="h-1.5 rounded-full bg-track">
              <span
                className="block h-full rounded-full bg-human-line"
                style={{ width: `${(100 * claimed) / most}%` }}
              />
            </span>
            <b className="font-semibold tabular-nums">{claimed}</b>
            <span className="min-w-18 text-right whitespace-nowrap text-ink-2 tabular-nums">
              {timeToFirstReply.median === null ? words.none : shortTime(timeToFirstReply.median)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
