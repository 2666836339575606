import { useFormContext, useWatch } from 'react-hook-form'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime, timeOfDay } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { differingFields, type FormValues, patchOf } from './form-values.ts'
import type { DraftState } from './keep-draft.ts'

const words = texts.scenario

/** Where the draft is, and what can be done with it. Always in view. */
export function SaveBar({
  state,
  saved,
  busy,
  mayChange,
  onDiscard,
  onSave,
  onTry,
}: {
  state: DraftState
  saved: FormValues
  busy: boolean
  mayChange: boolean
  onDiscard: () => void
  onSave: () => void
  onTry: () => void
}) {
  const { control } = useFormContext<FormValues>()
  const values = useWatch({ control }) as FormValues
  const changes = differingFields(patchOf(values), patchOf(saved))
  const changed = changes.length > 0
  return (
    <footer className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-6 py-2.5 text-13 max-tablet:px-3">
      <p role="status" className="flex min-w-0 items-center gap-1.5 max-tablet:basis-full">
        {state.kind === 'kept' && <Icon name="offline" className="text-ink-2" />}
        {changed ? <Where state={state} /> : <span className="text-ink-2">{words.live}</span>}
      </p>
      {changed && (
        <span className="min-w-0 flex-1 truncate text-12 text-ink-3 max-tablet:hidden">
          {changes.map((field) => words.fields[field]).join(', ')}
        </span>
      )}
      <span className="ml-auto flex gap-2 max-tablet:w-full max-tablet:justify-between max-tablet:gap-1">
        <Button className="wide:hidden" icon="play" onClick={onTry}>
          {words.tryIt}
        </Button>
        {mayChange && (
          <>
            <Button variant="quiet" disabled={!changed || busy} onClick={onDiscard}>
              {words.discard}
            </Button>
            <Button variant="primary" busy={busy} disabled={!changed} kbd="mod+s" onClick={onSave}>
              {values.enabled ? words.saveAndActivate : words.saveOff}
            </Button>
          </>
        )}
      </span>
    </footer>
  )
}

function Where({ state }: { state: DraftState }) {
  if (state.kind === 'kept') return <b className="font-medium">{words.draftKept}</b>
  if (state.kind !== 'saved') return <span className="text-ink-2">{words.draftSaving}</span>
  return (
    <span>
      <b className="font-medium">
        {words.draftSaved} <DateTime at={state.at} format={timeOfDay} />
      </b>{' '}
      <span className="text-ink-2">· {words.notLive}</span>
    </span>
  )
}
