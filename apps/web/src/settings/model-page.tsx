import type { ModelInput } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { modelQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, PasswordInput, Select, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.model
const usualTokens = '200000'

/** The language model that is asked in doubt, what it may use and what it has used. */
export function ModelPage() {
  return (
    <AdminOnly to="/settings/model">
      <SettingsPage title={texts.settings.places.model} hint={words.hint}>
        <ModelForm />
      </SettingsPage>
    </AdminOnly>
  )
}

function ModelForm() {
  const { data: model, error, refetch } = useQuery(modelQuery)
  const form = useForm({
    values: {
      provider: model?.provider ?? ('openai_compatible' as const),
      baseUrl: model?.baseUrl ?? '',
      name: model?.name ?? '',
      apiKey: '',
      dailyTokens: model ? String(model.dailyTokens) : usualTokens,
    },
  })
  const { register, formState, handleSubmit, watch } = form
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.model })
  const remove = useMutation({ mutationFn: () => baton.deleteModel(), onSuccess: refresh })
  const submit = handleSubmit(async ({ provider, baseUrl, name, apiKey, dailyTokens }) => {
    const body: ModelInput = {
      provider,
      name,
      baseUrl: baseUrl.trim() || null,
      dailyTokens: Number(dailyTokens),
      ...(apiKey ? { apiKey } : {}),
    }
    try {
      await baton.setModel({ body })
      await refresh()
      showToast(texts.settings.saved)
    } catch (refusal) {
      failAt(form, refusal)
    }
  })
  if (error)
    return (
      <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
    )
  if (model === undefined) return <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />
  const { today } = model ?? {}
  return (
    <form noValidate onSubmit={submit} className="grid max-w-120 gap-4">
      {model === null && <Notice>{words.none}</Notice>}
      {today && (
        <Notice>
          {words.today(
            today.calls.toLocaleString(),
            today.failures.toLocaleString(),
            (today.inputTokens + today.outputTokens).toLocaleString(),
          )}
        </Notice>
      )}
      {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
      {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
      <Field label={words.provider}>
        <Select {...register('provider')}>
          <option value="openai_compatible">{words.providers.openai_compatible}</option>
          <option value="anthropic">{words.providers.anthropic}</option>
        </Select>
      </Field>
      <Field
        label={words.baseUrl}
        hint={watch('provider') === 'openai_compatible' ? words.baseUrlHint : undefined}
        error={formState.errors.baseUrl?.message}
      >
        <TextInput type="url" {...register('baseUrl')} />
      </Field>
      <Field label={words.name} error={formState.errors.name?.message}>
        <TextInput maxLength={200} {...register('name')} />
      </Field>
      <Field
        label={words.apiKey}
        hint={model?.hasApiKey ? words.apiKeyKept : words.apiKeyNone}
        error={formState.errors.apiKey?.message}
      >
        <PasswordInput autoComplete="off" {...register('apiKey')} />
      </Field>
      <Field label={words.dailyTokens} error={formState.errors.dailyTokens?.message}>
        <TextInput type="number" inputMode="numeric" min={0} {...register('dailyTokens')} />
      </Field>
      <span className="flex gap-2">
        <Button type="submit" variant="primary" busy={formState.isSubmitting} disabled={!formState.isDirty}>
          {words.save}
        </Button>
        {model && (
          <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        )}
      </span>
    </form>
  )
}
