import { useState } from 'react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Field, TextArea, TextInput } from '../ui/field.tsx'
import type { FormValues } from './form-values.ts'
import { Card } from './scenario-form.tsx'

const words = texts.scenario
const most = 1_000
/** What the editor shows: the message for everybody else, or that in one language, by its place. */
type Shown = 'default' | number

type Names = {
  message: 'finalMessage' | 'absenceMessage'
  translations: 'translations' | 'absenceTranslations'
}

/** The last message of the bot, in each language, as the contact will see it. */
export function FinalMessageField() {
  const names = { message: 'finalMessage', translations: 'translations' } as const
  return <MessageField names={names} title={words.finalMessage} hint={words.finalHint} />
}

/** What they hear in its place when nobody can take it. */
export function AbsenceMessageField() {
  const names = { message: 'absenceMessage', translations: 'absenceTranslations' } as const
  return <MessageField names={names} title={words.absenceMessage} hint={words.absenceHint} />
}

function MessageField({ names, title, hint }: { names: Names; title: string; hint: string }) {
  const { control, register, formState } = useFormContext<FormValues>()
  const { fields, append, remove } = useFieldArray({ control, name: names.translations })
  const translations = useWatch({ control, name: names.translations })
  const message = useWatch({ control, name: names.message })
  const final = useWatch({ control, name: 'finalMessage' })
  const [chosen, setChosen] = useState<Shown>('default')
  const shown = typeof chosen === 'number' && chosen >= fields.length ? 'default' : chosen
  const text = shown === 'default' ? message : (translations[shown]?.text ?? '')
  const faults = formState.errors
  const fault = typeof shown === 'number' ? faults[names.translations]?.[shown] : undefined
  return (
    <Card
      icon="bubble"
      title={title}
      end={
        <span className="flex flex-wrap justify-end gap-1">
          <LanguageTab
            name={words.everybody}
            on={shown === 'default'}
            bad={faults[names.message] !== undefined}
            onChoose={() => setChosen('default')}
          />
          {fields.map(({ id }, at) => (
            <LanguageTab
              key={id}
              name={translations[at]?.locale || words.newLanguage}
              on={shown === at}
              bad={faults[names.translations]?.[at] !== undefined}
              onChoose={() => setChosen(at)}
            />
          ))}
          <Button
            size="xs"
            variant="quiet"
            icon="plus"
            onClick={() => {
              append({ locale: '', text: '' }, { shouldFocus: false })
              setChosen(fields.length)
            }}
          >
            {words.addTranslation}
          </Button>
        </span>
      }
    >
      {typeof shown === 'number' && (
        <div className="flex items-end gap-2">
          <Field
            label={words.translationLanguage}
            hint={languageName(translations[shown]?.locale) ?? words.languageHint}
            error={fault?.locale?.message}
          >
            <TextInput
              key={fields[shown]?.id}
              className="!w-40"
              maxLength={35}
              {...register(`${names.translations}.${shown}.locale`)}
            />
          </Field>
          <Button
            variant="quiet"
            onClick={() => {
              remove(shown)
              setChosen('default')
            }}
          >
            {words.removeTranslation(translations[shown]?.locale ?? '')}
          </Button>
        </div>
      )}
      <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
        <Field
          label={shown === 'default' ? title : words.translationText}
          hint={hint}
          aside={words.lengthOf(text.length, most)}
          error={
            shown === 'default'
              ? faults[names.message]?.message
              : (fault?.text?.message ?? faults[names.translations]?.message)
          }
        >
          <TextArea
            key={String(shown === 'default' ? shown : fields[shown]?.id)}
            dir="auto"
            rows={4}
            maxLength={most}
            {...register(shown === 'default' ? names.message : `${names.translations}.${shown}.text`)}
          />
        </Field>
        <figure className="grid content-start gap-2 rounded-box bg-sunken p-3">
          <figcaption className="text-12 text-ink-2">{words.preview}</figcaption>
          <span className="flex items-end gap-2">
            <Avatar party={{ kind: 'bot' }} size="sm" />
            <span
              dir="auto"
              className="min-w-0 rounded-bubble rounded-bl-[4px] bg-bot-soft px-3 py-2 text-14 break-words whitespace-pre-wrap inset-ring inset-ring-bot-edge"
            >
              {text.trim() || final.trim() || '…'}
            </span>
          </span>
        </figure>
      </div>
    </Card>
  )
}

function LanguageTab({
  name,
  on,
  bad,
  onChoose,
}: {
  name: string
  on: boolean
  bad: boolean
  onChoose: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onChoose}
      className={cx(
        'h-6 rounded-tight px-2 text-12 hover:bg-hover aria-pressed:bg-pressed aria-pressed:font-medium max-tablet:h-8',
        bad ? 'text-bad' : on ? 'text-ink' : 'text-ink-2',
      )}
    >
      {name}
    </button>
  )
}

/** `de` is "German", in the reader's words. Undefined where it is none. */
function languageName(tag: string | undefined): string | undefined {
  try {
    const name = tag ? new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) : undefined
    return name === tag ? undefined : name
  } catch {
    return undefined
  }
}
