import type { Handover, HandoverStep, Message } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { useBots, useTeams } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { DateTime, nearTime, timeToTheSecond } from '../ui/date-time.tsx'
import { Icon, Logo } from '../ui/icon.tsx'
import { Meter } from '../ui/meter.tsx'
import { Notice } from '../ui/notice.tsx'
import { MarkedText } from './marked-text.tsx'
import { useUserName } from './use-conversation.ts'

const words = texts.conversation.band

type BandProps = {
  handover: Handover
  messages: readonly Message[]
  /** When the bot wakes now: it follows the last reply of a person. Undefined: the handover is not open any more. */
  wakesAt: string | null | undefined
  /** The newest one stands open, older ones are folded. */
  newest: boolean
  /** It came while one looked. */
  isNew: boolean
  onWhy: (() => void) | undefined
}

/** Where control went from the bot to a person: who, how sure, why, what was done, and whether it was right. */
export function HandoverBand({ handover, messages, wakesAt, newest, isNew, onWhy }: BandProps) {
  const [shown, setShown] = useState(newest)
  const bot = useBots().get(handover.botId ?? '')
  const done = handover.steps.filter(({ status }) => status !== 'failed').length
  return (
    <section
      aria-label={useTitle(handover)}
      className={cx('handover-band', !shown && 'is-folded', isNew && 'is-new')}
    >
      <span className="handover-rail" />
      <span className="handover-node">
        <Logo size={20} />
      </span>
      <div className={cx('flex min-h-9 items-center gap-2.5', shown && 'max-tablet:flex-wrap')}>
        <div className="min-w-0 flex-1 max-tablet:basis-3/5">
          <h3 className="text-16 leading-5 font-semibold tracking-title">{useTitle(handover)}</h3>
          <p className="mt-px flex flex-wrap gap-1.5 text-12 text-ink-2">
            <b className="font-medium text-ink">{causeOf(handover)}</b>·
            <DateTime at={handover.beganAt} format={timeToTheSecond} />
            {bot && <>· {bot.name}</>}
            {!shown && <span className="text-ok">· {words.stepsDone(done, handover.steps.length)}</span>}
            {handover.rating && <Rating helped={handover.rating.helped} />}
          </p>
        </div>
        {shown && handover.score !== null && <Score handover={handover} />}
        {!newest && (
          <Button size="xs" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? words.fold : words.show}
          </Button>
        )}
      </div>
      {shown && (
        <>
          <Evidence handover={handover} messages={messages} />
          <Steps handover={handover} wakesAt={wakesAt} />
          <Feedback handover={handover} onWhy={onWhy} />
        </>
      )}
    </section>
  )
}

/** What the contact said when it was over. */
function Rating({ helped }: { helped: boolean }) {
  return (
    <span className={cx('flex items-center gap-1 font-medium', helped ? 'text-ok' : 'text-bad')}>
      <Icon name={helped ? 'thumbUp' : 'thumbDown'} size={14} />
      {helped ? words.ratedHelped : words.ratedNotHelped}
    </span>
  )
}

/** Where control went back to the bot. */
export function BackBand({ handover }: { handover: Handover }) {
  const bot = useBots().get(handover.botId ?? '')?.name ?? ''
  const title = handover.outcome === 'handed_back' ? words.back(bot) : words.woke(bot)
  return (
    <section aria-label={title} className="handover-band is-back is-folded">
      <span className="handover-rail" />
      <span className="handover-node">
        <Logo size={20} />
      </span>
      <h3 className="text-16 leading-5 font-semibold tracking-title">{title}</h3>
      <p className="text-12 text-ink-2">
        {handover.endedAt && <DateTime at={handover.endedAt} format={timeToTheSecond} />}
      </p>
    </section>
  )
}

function useTitle(handover: Handover): string {
  const nameOf = useUserName()
  const team = useTeams().get(handover.teamId ?? '')
  if (handover.userId) return words.to(nameOf(handover.userId))
  return team ? words.to(team.name) : words.nobody
}

function causeOf(handover: Handover): string {
  if (handover.cause === 'message_cap') return words.cap
  return handover.cause === 'by_hand' && !handover.scenarioId ? words.byHand : handover.scenarioName
}

function Score({ handover: { score, threshold } }: { handover: Handover }) {
  if (score === null) return null
  const [is, needs] = [score.toFixed(2), (threshold ?? 0).toFixed(2)]
  return (
    <div className="w-[150px] shrink-0 text-right text-12 text-ink-2 max-tablet:w-full max-tablet:text-left">
      <b className="text-16 leading-5 font-semibold text-ink tabular-nums">{is}</b> {words.score}{' '}
      {words.needs(needs)}
      <Meter
        value={score}
        threshold={threshold}
        tone="human"
        label={words.scoreLabel(is, needs)}
        className="mt-1"
      />
    </div>
  )
}

/** The contact's own words with what counted in them marked; else what the record says. */
function Evidence({ handover, messages }: { handover: Handover; messages: readonly Message[] }) {
  const seqs = new Set(handover.evidence.map(({ seq }) => seq))
  const quoted = messages.filter((message) => seqs.has(message.seq) && message.author === 'contact').at(-1)
  return (
    <div className="my-2.5 flex gap-2.5 rounded-box bg-surface px-3 py-1.75 text-14 leading-5.5 inset-ring inset-ring-[color-mix(in_srgb,var(--ink)_9%,transparent)]">
      <span className="shrink-0 text-12 leading-5.5 font-medium text-ink-3">{words.why}</span>
      <p dir="auto" className="min-w-0 break-words">
        {quoted ? (
          <>
            “
            <MarkedText
              text={quoted.text}
              marks={handover.evidence.filter(({ seq }) => seq === quoted.seq)}
            />
            ”
          </>
        ) : (
          handover.brief.why
        )}
      </p>
    </div>
  )
}

const stepOrder = ['assign', 'final_message', 'pause_bot', 'task', 'tags', 'notify'] as const

function Steps({ handover, wakesAt }: { handover: Handover; wakesAt: string | null | undefined }) {
  const detailOf = useStepDetail(handover, wakesAt)
  const steps = stepOrder.flatMap((name) => handover.steps.find(({ step }) => step === name) ?? [])
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-1.25 text-13 text-ink-2 max-tablet:grid-cols-1">
      {steps.map((step) => {
        const missing = step.step === 'assign' && step.status === 'skipped'
        const icon = { done: 'check', failed: 'close', skipped: missing ? 'close' : 'minus' } as const
        const tint = { done: 'text-ok', failed: 'text-bad', skipped: missing ? 'text-bad' : 'text-ink-3' }
        return (
          <li key={step.step} className="flex min-w-0 items-start gap-1.5">
            <Icon name={icon[step.status]} size={14} className={cx('mt-0.75', tint[step.status])} />
            <span dir="auto" className="min-w-0 break-words">
              <b className="font-medium text-ink">
                {missing ? words.steps.notAssigned : words.steps[step.step]}
              </b>{' '}
              {detailOf(step)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function useStepDetail(
  handover: Handover,
  wakesAt: string | null | undefined,
): (step: HandoverStep) => string {
  const nameOf = useUserName()
  const teams = useTeams()
  const asked = handover.trail
    .filter(({ verdict }) => verdict !== 'takes_it')
    .map(({ userId, teamId, verdict }) => {
      const name = userId ? nameOf(userId) : (teams.get(teamId ?? '')?.name ?? '')
      return `${name} ${texts.conversation.verdicts[verdict]}`.trim()
    })
  return ({ step, status, detail = {} }) => {
    if (status === 'failed') return typeof detail.reason === 'string' ? detail.reason : words.failed
    switch (step) {
      case 'assign': {
        const team = teams.get(String(detail.teamId))
        const to = detail.userId ? nameOf(String(detail.userId)) : team?.name
        if (to) return words.toName(to)
        return asked.length > 0 ? asked.join(', ') : words.noneSet
      }
      case 'pause_bot': {
        if (status === 'skipped') return words.botGoesOn
        const until = wakesAt === undefined ? detail.wakesAt : wakesAt
        return typeof until === 'string' ? words.until(nearTime(until)) : words.untilWoken
      }
      case 'final_message':
        return status === 'done' ? words.sent : words.noneSet
      case 'task':
        return typeof detail.title === 'string' ? detail.title : words.noneSet
      case 'tags':
        return listOf(detail.tags).join(', ') || words.noneSet
      case 'notify':
        return listOf(detail.userIds).map(nameOf).join(', ') || words.noneSet
    }
  }
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

const verdicts = ['needed', 'not_needed', 'too_late'] as const

/** Whether the handover was right: what phrases and thresholds are measured by. */
function Feedback({ handover, onWhy }: { handover: Handover; onWhy: (() => void) | undefined }) {
  const userId = useMe().user.id
  const give = useMutation({
    mutationFn: (verdict: (typeof verdicts)[number]) =>
      baton.giveFeedback({ params: { id: handover.id }, body: { verdict, userId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.handovers(handover.conversationId) }),
  })
  const given = give.isPending ? give.variables : handover.feedback?.verdict
  return (
    <div className="mt-2.5 border-t border-[color-mix(in_srgb,var(--ink)_9%,transparent)] pt-2.5">
      <div className="flex flex-wrap items-center gap-2 text-12 font-medium text-ink-2">
        <span id={`right-${handover.id}`}>{words.right}</span>
        <fieldset aria-labelledby={`right-${handover.id}`} className="inline-flex">
          {verdicts.map((verdict) => (
            <button
              key={verdict}
              type="button"
              aria-pressed={given === verdict}
              onClick={() => give.mutate(verdict)}
              className="-ml-px h-6 bg-surface px-2.25 text-12 font-medium text-ink-2 inset-ring inset-ring-[color-mix(in_srgb,var(--ink)_18%,transparent)] first:rounded-l-tight last:rounded-r-tight aria-pressed:bg-ink aria-pressed:text-on-ink max-tablet:h-9"
            >
              {words.verdicts[verdict]}
            </button>
          ))}
        </fieldset>
        {onWhy && (
          <button
            type="button"
            onClick={onWhy}
            className="ml-auto font-medium text-ink underline decoration-line-2 underline-offset-3 hover:decoration-current"
          >
            {words.whyQuestion}
          </button>
        )}
      </div>
      {give.error && <Notice tone="bad">{sentenceOf(give.error)}</Notice>}
    </div>
  )
}
