import type { TrialResult } from '@baton/contract'
import type { ReactNode } from 'react'
import { useTeams } from '../../api/people.ts'
import { useUserName } from '../../conversation/use-conversation.ts'
import { texts } from '../../texts/index.ts'
import { cx } from '../../ui/class-names.ts'
import { duration, nearTime } from '../../ui/date-time.tsx'
import { Icon, Logo } from '../../ui/icon.tsx'
import { Meter } from '../../ui/meter.tsx'

const words = texts.trial
const minute = 60_000

type Planned = NonNullable<TrialResult['handover']>

/** A handover as it would be: to whom, how sure, and what would be done. Nothing of it was. */
export function TrialBand({ handover }: { handover: Planned }) {
  const { scenarioName, score, threshold, pausesBot } = handover
  const title = useTitle(handover)
  return (
    <section aria-label={title} className={cx('handover-band', !pausesBot && 'is-folded')}>
      {pausesBot && <span className="handover-rail" />}
      <span className="handover-node">
        <Logo size={20} />
      </span>
      <h3 className="text-14 leading-5 font-semibold tracking-title">{title}</h3>
      <p className="mt-px flex flex-wrap gap-1.5 text-12 text-ink-2">
        <b dir="auto" className="font-medium text-ink">
          {scenarioName}
        </b>
        {score !== null && (
          <span className="tabular-nums">
            · {score.toFixed(2)}, {texts.conversation.band.needs((threshold ?? 0).toFixed(2))}
          </span>
        )}
      </p>
      {score !== null && (
        <Meter
          value={score}
          threshold={threshold}
          tone="human"
          label={texts.conversation.band.scoreLabel(score.toFixed(2), (threshold ?? 0).toFixed(2))}
          className="my-2"
        />
      )}
      <Steps handover={handover} />
    </section>
  )
}

function Steps({ handover }: { handover: Planned }) {
  const { task, tags, respondBy, pausesBot } = handover
  const asked = useAsked(handover)
  const to = useAssignee(handover)
  return (
    <ul className="mt-2 grid gap-1.25 text-13 text-ink-2">
      <Step done={!handover.queued} name={to ? words.steps.assign : words.steps.notAssigned}>
        {to && texts.conversation.band.toName(to)} {handover.queued && words.needsHuman}
        {asked.length > 0 && ` (${asked.join(', ')})`}
      </Step>
      <Step done name={pausesBot ? words.steps.asleep : words.steps.awake}>
        {pausesBot ? sleepOf(handover) : words.goesOn}
      </Step>
      <Step done={task !== null} name={words.steps.task}>
        {task ? words.due(task.title, nearTime(task.dueAt)) : words.none}
      </Step>
      <Step done={tags.length > 0} name={words.steps.tags}>
        {tags.join(', ') || words.none}
      </Step>
      {respondBy && (
        <Step done name={words.steps.respondBy}>
          {nearTime(respondBy)}
        </Step>
      )}
    </ul>
  )
}

function Step({ done, name, children }: { done: boolean; name: string; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-start gap-1.5">
      <Icon
        name={done ? 'check' : 'minus'}
        size={14}
        className={cx('mt-0.75', done ? 'text-ok' : 'text-ink-3')}
      />
      <span dir="auto" className="min-w-0 break-words">
        <b className="font-medium text-ink">{name}</b> {children}
      </span>
    </li>
  )
}

/** Until when the bot would sleep, in words. */
function sleepOf({ reactivation, wakesAt }: Planned): string {
  if (!reactivation || !wakesAt) return words.untilWoken
  return reactivation.countFrom === 'handover'
    ? words.until(nearTime(wakesAt))
    : words.afterReply(duration(reactivation.minutes * minute))
}

function useTitle(handover: Planned): string {
  const to = useAssignee(handover)
  if (!handover.pausesBot) return to ? words.flags(to) : words.flagsQueue
  if (to) return words.handsOverTo(to)
  return handover.trail.length > 0 ? words.handsOverNobody : words.handsOverQueue
}

function useAssignee({ userId, teamId }: Planned): string | undefined {
  const nameOf = useUserName()
  const team = useTeams().get(teamId ?? '')
  return userId ? nameOf(userId) : team?.name
}

/** Who was asked and could not, and why. */
function useAsked({ trail }: Planned): string[] {
  const nameOf = useUserName()
  const teams = useTeams()
  return trail
    .filter(({ verdict }) => verdict !== 'takes_it')
    .map(({ userId, teamId, verdict }) => {
      const name = userId ? nameOf(userId) : (teams.get(teamId ?? '')?.name ?? '')
      return `${name} ${texts.conversation.verdicts[verdict]}`.trim()
    })
}
