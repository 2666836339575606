import type { Scenario, TryResult } from '@baton/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { sentenceOf } from '../api/client.ts'
import { tryQuery } from '../api/scenarios.ts'
import { segmentsOf } from '../conversation/marked-text.tsx'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Icon, Logo } from '../ui/icon.tsx'
import { Meter } from '../ui/meter.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { Backtest } from './backtest.tsx'
import { type FormValues, triedAsSaved, triedOf } from './form-values.ts'
import { parseTranscript } from './parse-transcript.ts'

const words = texts.scenario
const pauseMs = 150
const mostPhrases = 50
const longestPhrase = 300
const modes = ['message', 'transcript'] as const

/** Tries what stands in the editor on a message, a transcript, or the past. Nothing is stored and nobody is told. */
export function TryPane({ scenario, scenarios }: { scenario: Scenario; scenarios: readonly Scenario[] }) {
  const { control, setValue } = useFormContext<FormValues>()
  const { say = '' } = useSearch({ from: '/signed-in/bots/$botId/scenarios/$scenarioId' })
  const values = useWatch({ control }) as FormValues
  const [mode, setMode] = useState<(typeof modes)[number]>('message')
  const [typed, setTyped] = useState(say)
  const tried = useSettled(
    JSON.stringify(
      scenarios.map((one) => (one.id === scenario.id ? triedOf(scenario, values) : triedAsSaved(one))),
    ),
    pauseMs,
  )
  const text = useSettled(typed, pauseMs)
  const turns = parseTranscript(mode === 'transcript' ? text : '')
  const said = mode === 'message' ? { text } : { turns }
  const speaks = mode === 'message' ? text.trim() !== '' : turns.length > 0
  const asked = {
    ...tryQuery(scenario.botId, JSON.stringify(said), tried),
    enabled: speaks,
    placeholderData: keepPreviousData,
  }
  const { data: live, error } = useQuery(asked)
  // The scores of those that are switched off, too.
  const everyOne = tried.replaceAll('"enabled":false', '"enabled":true')
  const { data: all } = useQuery({ ...asked, ...tryQuery(scenario.botId, JSON.stringify(said), everyOne) })
  const result = speaks ? live : undefined
  const fires = all?.scores.find(({ scenarioId }) => scenarioId === scenario.id)?.fired ?? false
  const mayLearn =
    mode === 'message' &&
    result !== undefined &&
    !fires &&
    typed === text &&
    values.phrases.length < mostPhrases
  const learn = () =>
    setValue('phrases', [...values.phrases, { text: text.trim().slice(0, longestPhrase) }], {
      shouldDirty: true,
    })
  return (
    <div className="flex min-h-full flex-col">
      <section className="grid gap-3 p-4">
        <header className="flex items-center gap-2 max-wide:hidden">
          <h2 className="text-16 font-semibold tracking-title">{words.tryIt}</h2>
          <span className="ml-auto">
            <Tag icon="shield">{words.noSideEffects}</Tag>
          </span>
        </header>
        <fieldset className="flex rounded-box bg-sunken p-0.75 inset-ring inset-ring-line">
          <legend className="sr-only">{words.tryWhat}</legend>
          {modes.map((one) => (
            <label
              key={one}
              className={cx(
                'flex-1 cursor-pointer rounded-control py-1 text-center text-13 has-focus-visible:ring-2 has-focus-visible:ring-focus',
                one === mode ? 'bg-surface font-medium shadow-1' : 'text-ink-2 hover:text-ink',
              )}
            >
              <input
                type="radio"
                name="try"
                className="sr-only"
                checked={one === mode}
                onChange={() => setMode(one)}
              />
              {words.tryModes[one]}
            </label>
          ))}
        </fieldset>
        <MarkedArea
          value={typed}
          onChange={setTyped}
          rows={mode === 'message' ? 3 : 8}
          marks={mode === 'message' && result && typed === text ? marksOf(result) : []}
          hint={mode === 'message' ? words.tryPlaceholder : words.transcriptPlaceholder}
        />
        {mode === 'transcript' && <p className="text-12 text-ink-3">{words.asTranscript}</p>}
        {error && <Notice tone="bad">{sentenceOf(error)}</Notice>}
        <div role="status">{result && <Verdict result={result} turns={turns.length} />}</div>
        {mayLearn && (
          <Button size="sm" icon="plus" className="justify-self-start" onClick={learn}>
            {words.makePhrase}
          </Button>
        )}
        {result && (
          <ol className="divide-y divide-line">
            {scenarios.map(({ id, name, enabled }) => {
              const score = result.scores.find(({ scenarioId }) => scenarioId === id)
              const off = all?.scores.find(({ scenarioId }) => scenarioId === id)
              const own = id === scenario.id
              return (
                <ScoreRow
                  key={id}
                  name={own ? values.name || words.unnamed : name}
                  enabled={own ? values.enabled : enabled}
                  score={score ?? off}
                />
              )
            })}
          </ol>
        )}
      </section>
      <Backtest botId={scenario.botId} tried={tried} />
    </div>
  )
}

type Score = TryResult['scores'][number]

function Verdict({ result, turns }: { result: TryResult; turns: number }) {
  if (!result.fired)
    return (
      <p className="flex items-center gap-2.5 rounded-box border border-line bg-surface px-3 py-2.5 text-13">
        <Icon name="bot" className="text-bot-line" />
        {result.decision === 'offer' ? words.wouldOffer : words.wouldAnswer}
      </p>
    )
  return (
    <p className="flex items-center gap-3 rounded-box border border-line bg-[linear-gradient(90deg,var(--bot-soft-2),var(--human-soft-2))] px-3 py-2.5 text-13">
      <Logo />
      <span className="min-w-0">
        <b className="block font-semibold">{words.wouldHandOver}</b>
        <span dir="auto" className="text-ink-2">
          {result.scenarioName}
          {turns > 1 && result.atTurn !== null && ` · ${words.atTurn(result.atTurn + 1)}`}
        </span>
      </span>
    </p>
  )
}

function ScoreRow({ name, enabled, score }: { name: string; enabled: boolean; score: Score | undefined }) {
  const fires = enabled && score?.fired === true
  return (
    <li className="grid gap-1.5 py-2.5 text-13">
      <div className="flex items-center gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {name}
        </span>
        {score && !score.note && <span className="tabular-nums">{score.score.toFixed(2)}</span>}
        <Tag tone={fires ? 'human' : 'neutral'} className="min-w-16 justify-center">
          {!enabled
            ? texts.bots.disabled
            : score?.note
              ? texts.why.notAsked
              : fires
                ? words.fires
                : words.firesNot}
        </Tag>
      </div>
      {score && (
        <Meter
          value={score.score}
          threshold={score.threshold}
          tone={fires ? 'human' : 'neutral'}
          label={words.needs(score.score.toFixed(2), score.threshold.toFixed(2))}
        />
      )}
      {score?.note && <p className="text-12 text-ink-3">{texts.why.notes[score.note]}</p>}
      {!enabled && score?.fired && <p className="text-12 text-ink-2">{words.disabledButFires}</p>}
      {score && score.evidence.length > 0 && (
        <p className="text-12 text-ink-2">
          {[...new Set(score.evidence.map(({ reason }) => texts.why.reasons[reason]))].join(' · ')}
        </p>
      )}
    </li>
  )
}

/** A text area whose words are marked where they count. The marks lie under the text. */
function MarkedArea({
  value,
  onChange,
  marks,
  rows,
  hint,
}: {
  value: string
  onChange: (value: string) => void
  marks: Score['evidence']
  rows: number
  hint: string
}) {
  const letters = 'px-2.5 py-2 text-14 leading-5.5 break-words whitespace-pre-wrap max-tablet:text-16'
  return (
    <div className="relative grid overflow-hidden rounded-control bg-surface inset-ring inset-ring-field focus-within:inset-ring-[1.5px] focus-within:inset-ring-focus">
      <div aria-hidden="true" dir="auto" className={cx(letters, 'col-start-1 row-start-1 text-transparent')}>
        {segmentsOf(value, marks).map(({ words: part, speaks, at }) =>
          speaks === null ? (
            part
          ) : (
            <mark key={at} className={cx('!text-transparent', speaks === 'against' && 'against')}>
              {part}
            </mark>
          ),
        )}{' '}
      </div>
      <textarea
        dir="auto"
        rows={rows}
        aria-label={words.tryLabel}
        placeholder={hint}
        value={value}
        maxLength={8_000}
        onChange={(event) => onChange(event.target.value)}
        className={cx(
          letters,
          'relative col-start-1 row-start-1 resize-none overflow-hidden bg-transparent outline-0',
        )}
      />
    </div>
  )
}

function marksOf(result: TryResult): Score['evidence'] {
  return result.scores.flatMap(({ evidence }) => evidence)
}
