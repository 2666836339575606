import type { Evidence, ScenarioScore } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import { texts } from '../../texts/index.ts'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Tag } from '../../ui/tag.tsx'

const words = texts.why

type ScoresProps = {
  scores: readonly ScenarioScore[]
  nameOf: (scenarioId: string) => string
  /** The bot whose scenarios they are, and what is to be tried in their editor. */
  editor: { botId: string; say: string } | null
  textOf: (seq: number | null) => string
}

/** What each scenario made of a message, in the order in which they are asked. */
export function ScenarioScores({ scores, nameOf, editor, textOf }: ScoresProps) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line">
      {scores.map((score, index) => (
        <li
          key={score.scenarioId}
          className={cx('grid gap-2 px-3.5 py-2.5 text-13', score.fired && 'bg-human-soft')}
        >
          <div className="flex items-center gap-2">
            <span className="grid size-4.5 place-items-center rounded-[4px] bg-pressed text-11 font-semibold text-ink-2">
              {index + 1}
            </span>
            <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
              {editor ? (
                <Link
                  to="/bots/$botId/scenarios/$scenarioId"
                  params={{ botId: editor.botId, scenarioId: score.scenarioId }}
                  search={{ say: editor.say }}
                  className="underline decoration-line-2 underline-offset-3 hover:decoration-ink"
                >
                  {nameOf(score.scenarioId)}
                </Link>
              ) : (
                nameOf(score.scenarioId)
              )}
            </span>
            <span className="text-ink-2 tabular-nums">
              <b className="font-semibold text-ink">{score.score.toFixed(2)}</b>{' '}
              {words.needs(score.threshold.toFixed(2))}
            </span>
            <Tag tone={score.fired ? 'human' : 'neutral'} className="w-20 justify-center">
              {score.note ? words.notAsked : score.fired ? words.fires : words.no}
            </Tag>
          </div>
          <Meter
            value={score.score}
            threshold={score.threshold}
            tone={score.fired ? 'human' : 'neutral'}
            label={words.scoreLabel(score.score.toFixed(2), score.threshold.toFixed(2))}
          />
          {score.note && <p className="text-12 text-ink-3">{words.notes[score.note]}</p>}
          <Signs evidence={score.evidence} textOf={textOf} />
        </li>
      ))}
    </ol>
  )
}

function Signs({
  evidence,
  textOf,
}: {
  evidence: readonly Evidence[]
  textOf: (seq: number | null) => string
}) {
  // Words within words that say the same are said once, by the longest.
  const longest = evidence.filter((one) => !evidence.some((other) => other !== one && holds(other, one)))
  if (longest.length === 0) return null
  return (
    <ul className="grid grid-cols-2 gap-x-5 gap-y-1 text-12 text-ink-2 max-tablet:grid-cols-1">
      {longest.map(({ seq, start, end, speaks, reason }) => {
        const quoted = textOf(seq).slice(start, end)
        return (
          <li key={`${seq}-${start}-${end}-${reason}`} className="flex min-w-0 items-start gap-1.5">
            <Icon name={speaks === 'for' ? 'plus' : 'minus'} size={12} className="mt-0.5" />
            <span dir="auto" className="min-w-0 break-words">
              {words.reasons[reason]}
              {quoted && `: “${quoted}”`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function holds(outer: Evidence, inner: Evidence): boolean {
  const wider = outer.end - outer.start > inner.end - inner.start
  const within = outer.start <= inner.start && inner.end <= outer.end
  return outer.seq === inner.seq && outer.reason === inner.reason && within && wider
}
