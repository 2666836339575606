import type { LintResult, Scenario } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { type ClipboardEvent, type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { lintQuery } from '../api/scenarios.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { type FormValues, triedAsSaved, triedOf } from './form-values.ts'

const words = texts.scenario
const most = 50
const longest = 300
const pauseMs = 300

/** The example phrases, each with what is to be said of it, and a line to add the next. */
export function PhrasesField({
  scenario,
  scenarios,
}: {
  scenario: Scenario
  scenarios: readonly Scenario[]
}) {
  const { control, register, formState } = useFormContext<FormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'phrases' })
  const phrases = useWatch({ control, name: 'phrases' })
  const findings = useFindings(scenario, scenarios)
  const [next, setNext] = useState('')
  const errorId = useId()
  const error = formState.errors.phrases?.message ?? formState.errors.phrases?.root?.message
  const add = (texts: readonly string[]) => {
    const known = new Set(phrases.map(({ text }) => text.trim().toLowerCase()))
    const fresh = texts.map((text) => text.trim().slice(0, longest)).filter((text) => text !== '')
    const unknown = fresh.filter((text) => !known.has(text.toLowerCase()))
    append(
      unknown.slice(0, most - phrases.length).map((text) => ({ text })),
      { shouldFocus: false },
    )
    setNext('')
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (next.trim()) add([next])
  }
  // A list from elsewhere becomes a list here.
  const onPaste = (event: ClipboardEvent) => {
    const lines = event.clipboardData.getData('text').split('\n')
    if (lines.length < 2) return
    event.preventDefault()
    add(lines)
  }
  return (
    <fieldset className="grid min-w-0 gap-1.5" aria-describedby={error ? errorId : undefined}>
      <legend className="contents">
        <span className="flex flex-wrap items-baseline gap-x-2 text-13 font-medium">
          {words.phrases}
          <span className="text-12 font-normal text-ink-3">{words.phrasesHint}</span>
          <span className="ml-auto text-12 font-normal text-ink-3 tabular-nums">
            {words.lengthOf(phrases.length, most)}
          </span>
        </span>
      </legend>
      <ul
        className={cx(
          'overflow-hidden rounded-box inset-ring',
          error ? 'inset-ring-bad' : 'inset-ring-field',
        )}
      >
        {fields.map(({ id }, at) => {
          const fault = formState.errors.phrases?.[at]?.text?.message
          const finding = findings.get(at)
          return (
            <li
              key={id}
              className={cx(
                'flex items-center gap-2 border-b border-line py-0.5 pr-1.5 pl-3 text-13 max-tablet:flex-wrap',
                (finding || fault) && 'bg-sunken',
              )}
            >
              <input
                dir="auto"
                aria-label={words.phrase(at + 1)}
                aria-invalid={fault !== undefined}
                maxLength={longest}
                className="h-7.5 min-w-40 flex-1 bg-transparent max-tablet:h-10 max-tablet:text-16"
                {...register(`phrases.${at}.text`)}
              />
              <Quality text={phrases[at]?.text ?? ''} finding={fault ?? finding} bad={fault !== undefined} />
              <IconButton
                icon="close"
                size="xs"
                label={words.removePhrase(at + 1)}
                onClick={() => remove(at)}
              />
            </li>
          )
        })}
        <li className="flex items-center gap-2 py-0.5 pr-1.5 pl-3 text-13">
          <Icon name="plus" className="text-ink-2" />
          <input
            aria-label={words.addPhrase}
            placeholder={words.addPhraseHint}
            value={next}
            maxLength={longest}
            disabled={phrases.length >= most}
            onChange={(event) => setNext(event.target.value)}
            onKeyDown={onKey}
            onPaste={onPaste}
            onBlur={() => next.trim() && add([next])}
            className="h-7.5 min-w-0 flex-1 bg-transparent max-tablet:h-10 max-tablet:text-16"
          />
        </li>
      </ul>
      {error && (
        <p id={errorId} role="alert" className="flex items-start gap-1.5 text-12 font-medium text-bad">
          <Icon name="alert" size={14} /> {error}
        </p>
      )}
    </fieldset>
  )
}

function Quality({ text, finding, bad }: { text: string; finding: string | undefined; bad: boolean }) {
  if (text.trim() === '') return null
  if (finding === undefined)
    return (
      <span className="flex shrink-0 items-center gap-1 text-12 text-ink-3">
        <Icon name="check" size={12} className="text-ok" />
        <span className="max-tablet:sr-only">{words.phraseGood}</span>
      </span>
    )
  return (
    <span
      className={cx(
        'flex max-w-3/5 min-w-0 items-start gap-1 text-12 max-tablet:max-w-full',
        bad ? 'font-medium text-bad' : 'text-ink-2',
      )}
    >
      <Icon name={bad ? 'alert' : 'overlap'} size={12} className="mt-0.5" />
      <span>{finding}</span>
    </span>
  )
}

/** What is to be said of each phrase, by its place. */
function useFindings(scenario: Scenario, scenarios: readonly Scenario[]): Map<number, string> {
  const { control } = useFormContext<FormValues>()
  const values = useWatch({ control }) as FormValues
  const asked = useSettled(
    JSON.stringify(
      scenarios.map((one) => (one.id === scenario.id ? triedOf(scenario, values) : triedAsSaved(one))),
    ),
    pauseMs,
  )
  const { data } = useQuery(lintQuery(scenario.botId, asked))
  const own = scenarios.findIndex(({ id }) => id === scenario.id)
  return useMemo(() => findingsOf(data, own), [data, own])
}

function findingsOf(result: LintResult | undefined, own: number): Map<number, string> {
  const ofOwn = (result?.findings ?? []).filter(({ scenarioIndex }) => scenarioIndex === own)
  return new Map(ofOwn.map(({ phraseIndex, message }) => [phraseIndex, message]))
}
