import type { CreatedWebhook, WebhookInput } from '@baton/contract'
import { keptEventType } from '@baton/contract'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { baton } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { useTeams } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'

const words = texts.settings.webhooks
type Values = Pick<WebhookInput, 'url' | 'eventTypes' | 'format' | 'quotesContact'> & {
  scope: 'all' | 'some'
  teamId: string
}
const blank: Values = {
  url: '',
  format: 'standard',
  scope: 'all',
  eventTypes: ['handover.began'],
  teamId: '',
  quotesContact: false,
}

/** Adds an address and says what it is told. */
export function CreateWebhookDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (webhook: CreatedWebhook) => void
}) {
  const form = useForm<Values>({ defaultValues: blank })
  const isChannel = useWatch({ control: form.control, name: 'format' }) !== 'standard'
  const teams = useTeams()
  const { register, control, formState, handleSubmit, watch } = form
  const submit = handleSubmit(async ({ url, scope, eventTypes, teamId, ...values }) => {
    try {
      const made = await baton.createWebhook({
        body: {
          ...values,
          url: url.trim(),
          eventTypes: isChannel || scope === 'all' ? [] : eventTypes,
          teamId: isChannel && teamId ? teamId : null,
        },
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
        <Controller
          control={control}
          name="format"
          render={({ field }) => (
            <Segments
              label={words.format}
              value={field.value}
              onChange={field.onChange}
              options={[
                { key: 'standard', title: words.formats.standard },
                { key: 'slack', title: words.formats.slack },
                { key: 'teams', title: words.formats.teams },
              ]}
            />
          )}
        />
        <Field
          label={words.url}
          hint={isChannel ? words.channelHint : undefined}
          error={formState.errors.url?.message}
        >
          <TextInput type="url" placeholder="https://" {...register('url')} />
        </Field>
        {isChannel && (
          <>
            <Field label={words.team}>
              <Select {...register('teamId')}>
                <option value="">{words.everyTeam}</option>
                {[...teams.values()].map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Controller
              control={control}
              name="quotesContact"
              render={({ field }) => (
                <Checkbox checked={field.value} onChange={field.onChange}>
                  {words.quotes}
                </Checkbox>
              )}
            />
          </>
        )}
        {!isChannel && (
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
        )}
        {!isChannel && watch('scope') === 'some' && (
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
