import { ApiError } from '@baton/client'
import type { Scenario, ScenarioDraft } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { FormProvider, type Resolver, useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { Drawer } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import {
  type FormValues,
  faultsOf,
  type Patch,
  patchOf,
  refusedFaults,
  valuesOf,
  withDraft,
} from './form-values.ts'
import { SaveBar } from './save-bar.tsx'
import { ScenarioForm } from './scenario-form.tsx'
import { TryPane } from './try-pane.tsx'
import { latestDraft, useDraftKeeper } from './use-draft.ts'

const words = texts.scenario

const resolver: Resolver<FormValues> = (values) => {
  const faults = faultsOf(values)
  if (faults.size === 0) return { values, errors: {} }
  return { values: {}, errors: nested(faults) }
}

/** The editor of a scenario. What is typed is a draft until it is saved. */
export function ScenarioEditor({
  scenario,
  scenarios,
  draft,
}: {
  scenario: Scenario
  scenarios: readonly Scenario[]
  draft: ScenarioDraft | null
}) {
  const { user, permissions } = useMe()
  const { botId, id: scenarioId } = scenario
  const address = { botId, scenarioId, userId: user.id }
  const [opened] = useState(() => latestDraft(address, draft))
  const [base, setBase] = useState({ scenario, revision: opened?.basedOn ?? scenario.revision })
  const { state, keeper } = useDraftKeeper(address, opened)
  const [theirs, setTheirs] = useState<Scenario | null>(null)
  const [trying, setTrying] = useState(false)
  const saved = valuesOf(base.scenario)
  const form = useForm<FormValues>({
    defaultValues: opened ? withDraft(saved, opened.content) : saved,
    resolver,
    mode: 'onTouched',
  })
  const mayChange = permissions.manageBots
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (mayChange) keeper.keep(values, base.revision)
        },
      }),
    [form, keeper, base.revision, mayChange],
  )
  const showSaved = (next: Scenario) => {
    keeper.forget()
    setBase({ scenario: next, revision: next.revision })
    setTheirs(null)
    form.reset(valuesOf(next))
    queryClient.setQueryData<Scenario[]>(keys.scenarios(botId), (list) =>
      list?.map((one) => (one.id === next.id ? next : one)),
    )
  }
  const save = useMutation({
    mutationFn: async ({ patch, revision }: { patch: Patch; revision: number }) => {
      await keeper.settle()
      return baton.updateScenario({
        params: { id: botId, scenarioId },
        body: { ...patch, userId: user.id },
        ifMatch: revision,
      })
    },
    onSuccess: async (next) => {
      showSaved(next)
      showToast(next.enabled ? words.savedLive : words.savedOff)
      await queryClient.invalidateQueries({ queryKey: keys.readiness(botId) })
    },
    onError: (error) => {
      // It is a draft again, until it is saved.
      keeper.keep(form.getValues(), base.revision)
      if (!(error instanceof ApiError)) return
      if (error.code === 'revision_conflict') setTheirs(error.current as Scenario)
      for (const [field, message] of faultsOfRefusal(error, form.getValues()))
        form.setError(field as 'name', { message }, { shouldFocus: true })
    },
  })
  const discard = useMutation({
    mutationFn: async () => {
      await keeper.settle()
      await baton.deleteDraft({ params: { id: botId, scenarioId }, query: { userId: user.id } })
    },
    onSuccess: () => {
      const typed = form.getValues()
      showSaved(scenario)
      showToast(words.discarded, { undo: () => form.reset(typed, { keepDefaultValues: true }) })
    },
  })
  const submit = form.handleSubmit((values) =>
    save.mutate({ patch: patchOf(values), revision: base.revision }),
  )
  useCommands([
    mayChange && {
      group: 'general',
      label: texts.common.save,
      keys: 'mod+s',
      icon: 'check',
      whileTyping: true,
      run: () => void submit(),
    },
  ])
  const failure = save.error ?? discard.error
  const conflict = failure instanceof ApiError && failure.code === 'revision_conflict'
  return (
    <FormProvider {...form}>
      <main id="main" className="flex min-w-0 flex-1 flex-col">
        <form
          noValidate
          onSubmit={submit}
          className="min-h-0 flex-1 overflow-auto px-6 pt-5 pb-8 max-tablet:px-4"
        >
          <div className="mx-auto max-w-175">
            {failure && !conflict && (
              <div className="mb-4">
                <Notice tone="bad">{sentenceOf(failure)}</Notice>
              </div>
            )}
            {base.revision < scenario.revision && (
              <div className="mb-4">
                <Notice>
                  {words.savedSince}{' '}
                  <button
                    type="button"
                    className="font-medium underline underline-offset-3"
                    onClick={() => setTheirs(scenario)}
                  >
                    {words.showBoth}
                  </button>
                </Notice>
              </div>
            )}
            <ScenarioForm scenario={scenario} scenarios={scenarios} mayChange={mayChange} />
          </div>
        </form>
        <SaveBar
          state={state}
          saved={saved}
          busy={save.isPending}
          mayChange={mayChange}
          onDiscard={() => discard.mutate()}
          onSave={() => void submit()}
          onTry={() => setTrying(true)}
        />
      </main>
      <aside
        aria-label={words.tryIt}
        className="w-92 shrink-0 overflow-auto border-l border-line bg-canvas max-wide:hidden"
      >
        <TryPane scenario={scenario} scenarios={scenarios} />
      </aside>
      <Drawer open={trying} onClose={() => setTrying(false)} title={words.tryIt} width="w-[min(420px,100vw)]">
        <FormProvider {...form}>
          <TryPane scenario={scenario} scenarios={scenarios} />
        </FormProvider>
      </Drawer>
      <ConflictDialog
        mine={patchOf(form.getValues())}
        theirs={theirs}
        busy={save.isPending}
        onClose={() => setTheirs(null)}
        onTakeTheirs={() => {
          if (!theirs) return
          showSaved(theirs)
          discard.mutate()
        }}
        onSaveMine={() =>
          theirs && save.mutate({ patch: patchOf(form.getValues()), revision: theirs.revision })
        }
      />
    </FormProvider>
  )
}

/** `{ 'phrases.2.text': 'Is too long.' }` as the form holds its errors. */
function nested(faults: ReadonlyMap<string, string>) {
  const errors: Record<string, unknown> = {}
  for (const [field, message] of faults) {
    const path = field.split('.')
    let at = errors
    for (const part of path.slice(0, -1)) {
      at[part] ??= {}
      at = at[part] as Record<string, unknown>
    }
    at[path.at(-1) ?? field] = { type: 'invalid', message }
  }
  return errors
}

const fieldOfCode: Record<string, string> = {
  name_taken: 'name',
  too_few_phrases: 'phrases',
  unknown_user: 'assignTo',
  unknown_team: 'assignTo',
  user_deactivated: 'assignTo',
}

function faultsOfRefusal(error: ApiError, values: FormValues): Map<string, string> {
  const field = fieldOfCode[error.code]
  return field ? new Map([[field, error.detail]]) : refusedFaults(error.errors, values)
}
