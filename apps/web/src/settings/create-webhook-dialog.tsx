import type { CreatedWebhook, WebhookInput } from '@baton/contract'
import { keptEventType } from '@baton/contract'
import { Controller, useForm } from 'react-hook-form'
import { baton } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'

const words = texts.settings.webhooks
type Values = { url: string; scope: 'all' | 'some'; eventTypes: WebhookInput['eventTypes'] }

/** Adds an address and says what it is told. */
export function CreateWebhookDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (webhook: CreatedWebhook) => void
}) {
  const form = useForm<Values>({ defaultValues: { url: '', scope: 'all', eventTypes: ['handover.began'] } })
  const { register, control, formState, handleSubmit, watch } = form
  const submit = handleSubmit(async ({ url, scope, eventTypes }) => {
    try {
      const made = await baton.createWebhook({
        body: { url: url.trim(), eventTypes: scope === 'all' ? [] : eventTypes },
      })
      await queryClient.invalidateQueries({ queryKey: keys.webhooks })
      onMade(made)
    } catch (error) {
      failAt(form, error)
    }
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.add}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
            {words.create}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
        <Field label={words.url} error={formState.errors.url?.message}>
          <TextInput type="url" placeholder="https://" {...register('url')} />
        </Field>
        <Controller
          control={control}
          name="scope"
          render={({ field }) => (
            <Segments
              label={words.events}
              value={field.value}
              onChange={field.onChange}
              options={[
                { key: 'all', title: words.all },
                { key: 'some', title: words.some },
              ]}
            />
          )}
        />
        {watch('scope') === 'some' && (
          <Controller
            control={control}
            name="eventTypes"
            render={({ field }) => (
              <fieldset className="grid grid-cols-2 gap-2 max-tablet:grid-cols-1">
                <legend className="sr-only">{words.events}</legend>
                {keptEventType.options.map((type) => (
                  <Checkbox
                    key={type}
                    checked={field.value.includes(type)}
                    onChange={(on) =>
                      field.onChange(
                        on ? [...field.value, type] : field.value.filter((other) => other !== type),
                      )
                    }
                  >
                    {type}
                  </Checkbox>
                ))}
              </fieldset>
            )}
          />
        )}
      </form>
    </Dialog>
  )
}
