import type { Message } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { sentenceOf } from '../../api/client.ts'
import { scenariosQuery } from '../../api/contacts.ts'
import { assessmentsQuery } from '../../api/conversations.ts'
import { texts } from '../../texts/index.ts'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/class-names.ts'
import { timeOfDay, timeToTheSecond } from '../../ui/date-time.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SkeletonLines } from '../../ui/skeleton.tsx'
import { MarkedText } from '../marked-text.tsx'
import type { OpenConversation } from '../use-conversation.ts'
import { ScenarioScores } from './scenario-scores.tsx'
import { indexOfTurn, type Turn, turnsOf } from './turns.ts'

const words = texts.why

type WhyProps = {
  open: OpenConversation
  messages: readonly Message[]
  /** The message that is asked about; 0 is the newest that was judged. */
  seq: number
  onSeq: (seq: number | undefined) => void
  onHandOver: () => void
}

/** Why, or why not: what was read, what each scenario made of it, and what was done. */
export function WhyDrawer({ open, messages, seq, onSeq, onHandOver }: WhyProps) {
  const { data, error, refetch } = useQuery(assessmentsQuery(open.conversation.id))
  const judged = turnsOf(data ?? [])
  const index = indexOfTurn(judged, seq)
  const assessment = judged[index]
  const step = (by: number) => onSeq(judged[index + by]?.seq)
  const handedOver = assessment?.decision === 'hand_over'
  return (
    <Drawer
      open
      onClose={() => onSeq(undefined)}
      title={handedOver ? words.titleYes : words.titleNo}
      description={assessment && words.atTime(timeToTheSecond(assessment.createdAt))}
      tools={
        <>
          <IconButton icon="up" label={words.previous} disabled={index <= 0} onClick={() => step(-1)} />
          <IconButton
            icon="down"
            label={words.next}
            disabled={index >= judged.length - 1}
            onClick={() => step(1)}
          />
        </>
      }
      footer={
        assessment && !handedOver && open.conversation.control.handover === null ? (
          <div className="flex flex-wrap items-center gap-3 text-13">
            <b className="font-semibold">{words.shouldItHaveBeen}</b>
            <Button
              size="sm"
              onClick={() => {
                onHandOver()
                onSeq(undefined)
              }}
            >
              {words.handOverNow}
            </Button>
          </div>
        ) : undefined
      }
    >
      {error && <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!error && !data && (
        <div className="p-5">
          <SkeletonLines widths={['w-full', 'w-4/5', 'w-3/5']} label={texts.common.loading} />
        </div>
      )}
      {data && !assessment && (
        <EmptyState icon="help" title={words.none}>
          {words.noneHint}
        </EmptyState>
      )}
      {assessment && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-5 py-3.5">
          <Strip judged={judged} index={index} onSeq={onSeq} />
          <Reasons open={open} assessment={assessment} messages={messages} />
        </div>
      )}
    </Drawer>
  )
}

function topScore({ scores }: Turn): { score: number; fired: boolean } {
  return {
    score: Math.max(0, ...scores.map(({ score }) => score)),
    fired: scores.some(({ fired }) => fired),
  }
}

/** The messages that were judged, with the highest score of each. */
function Strip({
  judged,
  index,
  onSeq,
}: {
  judged: readonly Turn[]
  index: number
  onSeq: (seq: number) => void
}) {
  const chosen = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen
  useEffect(() => {
    chosen.current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [index])
  return (
    <fieldset
      aria-label={words.strip}
      className="flex min-w-0 overflow-x-auto rounded-box border border-line"
    >
      {judged.map((assessment, at) => {
        const { score, fired } = topScore(assessment)
        const time = timeOfDay(assessment.createdAt)
        return (
          <button
            key={assessment.seq}
            ref={at === index ? chosen : undefined}
            type="button"
            aria-pressed={at === index}
            onClick={() => onSeq(assessment.seq)}
            className={cx(
              'min-w-30 flex-1 whitespace-nowrap border-r border-line px-2.5 py-1.5 text-13 last:border-r-0 hover:bg-hover aria-pressed:bg-sunken',
              at === index && 'shadow-[inset_0_-2px_0_var(--ink)]',
            )}
          >
            <span className="flex justify-between gap-2 tabular-nums">
              <span className={cx(at !== index && 'text-ink-2')}>{time}</span>
              <span>{score.toFixed(2)}</span>
            </span>
            <Meter
              value={score}
              label={`${time}: ${score.toFixed(2)}`}
              tone={fired ? 'human' : 'neutral'}
              className="mt-1 !h-1"
            />
          </button>
        )
      })}
    </fieldset>
  )
}

function Reasons({
  open,
  assessment,
  messages,
}: {
  open: OpenConversation
  assessment: Turn
  messages: readonly Message[]
}) {
  const { data: scenarios = [] } = useQuery({
    ...scenariosQuery(open.bot?.id ?? ''),
    enabled: open.bot !== null,
  })
  const said = messages.find(({ seq, author }) => seq === assessment.seq && author === 'contact')?.text
  const nameOf = (id: string) => scenarios.find((scenario) => scenario.id === id)?.name ?? words.deleted
  return (
    <>
      <Notice tone="bot" icon="shield">
        <Answer assessment={assessment} nameOf={nameOf} />
      </Notice>
      <Read assessment={assessment} messages={messages} />
      <section>
        <h3 className="mb-1.5 text-13 font-semibold">{words.scenarios}</h3>
        <ScenarioScores
          scores={assessment.scores}
          nameOf={nameOf}
          editor={open.bot && said ? { botId: open.bot.id, say: said.slice(0, 1_000) } : null}
          textOf={(seq) => messages.find((message) => message.seq === seq)?.text ?? ''}
        />
        {assessment.failedAttempts > 0 && (
          <p className="mt-2 text-12 text-ink-3">{words.attempts(String(assessment.failedAttempts))}</p>
        )}
      </section>
      {assessment.opinion && (
        <section className="text-13">
          <h3 className="mb-1 font-semibold">{words.opinion}</h3>
          <p className="text-ink-2">
            {assessment.opinion.model}:{' '}
            {assessment.opinion.failure ?? (assessment.opinion.met.map(nameOf).join(', ') || words.notFired)}
          </p>
        </section>
      )}
    </>
  )
}

/** What was decided, in a sentence or two. */
function Answer({ assessment, nameOf }: { assessment: Turn; nameOf: (id: string) => string }) {
  const { scenarioId, outcome, decision, scores } = assessment
  const outcomeText = words.outcomes[outcome] ?? (outcome.startsWith('dropped') ? words.dropped : undefined)
  if (decision === 'hand_over' && scenarioId)
    return (
      <p>
        <b className="font-semibold">{words.fired(nameOf(scenarioId))}</b> {outcomeText}
      </p>
    )
  const nearest = scores.toSorted(
    (one, other) => other.score - other.threshold - (one.score - one.threshold),
  )[0]
  return (
    <p>
      <b className="font-semibold">{words.notFired}</b>{' '}
      {nearest &&
        nearest.score > 0 &&
        words.nearest(
          nameOf(nearest.scenarioId),
          nearest.score.toFixed(2),
          nearest.threshold.toFixed(2),
        )}{' '}
      {decision === 'offer' ? words.offered : outcomeText}
    </p>
  )
}

function Read({ assessment, messages }: { assessment: Turn; messages: readonly Message[] }) {
  const message = messages.find(({ seq }) => seq === assessment.seq)
  const marks = assessment.scores.flatMap(({ evidence }) =>
    evidence.filter(({ seq }) => seq === assessment.seq),
  )
  if (!message) return null
  return (
    <section>
      <h3 className="mb-1.5 text-13 font-semibold">{words.judgedContact}</h3>
      <p dir="auto" className="rounded-box border border-line px-3 py-1.5 text-14 leading-5.5 break-words">
        <MarkedText text={message.text} marks={marks} />
      </p>
      <p className="mt-1.5 text-12 text-ink-3">{words.legend}</p>
    </section>
  )
}
