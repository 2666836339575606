import type { Bot, Channel, ChannelKind } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { Controller, type UseFormReturn, useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Drawer } from '../ui/dialog.tsx'
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { deliverySnippet, webSnippet } from './write-snippet.ts'

const words = texts.settings.channels

type Values = {
  kind: ChannelKind
  name: string
  botId: string
  origins: string
  colour: string
  position: 'left' | 'right'
  greeting: string
  suggestions: string
}

/** A channel: its bot, how its chat looks, and how to connect it. Null: a new one. */
export function ChannelDrawer({
  channel,
  bots,
  mayChange,
  onMade,
  onClose,
}: {
  channel: Channel | null
  bots: readonly Bot[]
  mayChange: boolean
  onMade: (channel: Channel) => void
  onClose: () => void
}) {
  const form = useForm<Values>({ values: valuesOf(channel) })
  const { register, control, formState, handleSubmit, watch } = form
  const kind = watch('kind')
  const submit = handleSubmit(async (values) => {
    try {
      const made = await save(channel, values)
      await refresh()
      if (channel) onClose()
      else onMade(made)
    } catch (error) {
      failAt(form, error)
    }
  })
  const remove = useMutation({
    mutationFn: (id: string) => baton.deleteChannel({ params: { id } }),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  return (
    <Drawer
      open
      onClose={onClose}
      title={channel?.name ?? words.add}
      footer={
        mayChange && (
          <span className="flex gap-2">
            <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
              {words.save}
            </Button>
            {channel && (
              <Button
                variant="bad"
                className="ml-auto"
                busy={remove.isPending}
                onClick={() => remove.mutate(channel.id)}
              >
                {words.remove}
              </Button>
            )}
          </span>
        )
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 p-5">
        {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
        <form noValidate onSubmit={submit}>
          <fieldset disabled={!mayChange} className="grid gap-4">
            {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
            {!channel && (
              <Controller
                control={control}
                name="kind"
                render={({ field }) => (
                  <Segments
                    label={words.kind}
                    value={field.value}
                    onChange={field.onChange}
                    options={[
                      { key: 'web', title: words.kinds.web },
                      { key: 'api', title: words.kinds.api },
                    ]}
                  />
                )}
              />
            )}
            <Field label={words.name} error={formState.errors.name?.message}>
              <TextInput maxLength={80} {...register('name')} />
            </Field>
            <Field label={words.bot} error={formState.errors.botId?.message}>
              <Select key={bots.length} {...register('botId')}>
                <option value="">{words.noBot}</option>
                {bots.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            {kind === 'web' && <WebFields form={form} />}
          </fieldset>
        </form>
        {channel && <HowToConnect channel={channel} />}
      </div>
    </Drawer>
  )
}

function WebFields({ form: { register, formState } }: { form: UseFormReturn<Values> }) {
  return (
    <>
      <Field label={words.origins} hint={words.originsHint} error={formState.errors.origins?.message}>
        <TextArea rows={2} placeholder="https://shop.example.com" {...register('origins')} />
      </Field>
      <Field label={words.greeting}>
        <TextInput maxLength={500} dir="auto" {...register('greeting')} />
      </Field>
      <Field
        label={words.suggestions}
        hint={words.suggestionsHint}
        error={formState.errors.suggestions?.message}
      >
        <TextArea rows={3} dir="auto" {...register('suggestions')} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={words.colour} hint={words.colourHint} error={formState.errors.colour?.message}>
          <TextInput placeholder="#17171f" maxLength={7} {...register('colour')} />
        </Field>
        <Field label={words.position}>
          <Select {...register('position')}>
            <option value="right">{words.right}</option>
            <option value="left">{words.left}</option>
          </Select>
        </Field>
      </div>
    </>
  )
}

function HowToConnect({ channel }: { channel: Channel }) {
  const secret = useMutation({
    mutationFn: () => baton.createIdentitySecret({ params: { id: channel.id } }),
    onSuccess: refresh,
  })
  const { origin } = window.location
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-5">
      <h3 className="text-14 font-semibold">{words.connect}</h3>
      {channel.kind === 'web' ? (
        <>
          <p className="text-13 text-ink-2">{words.webHint}</p>
          <CopyField label={words.webSnippet} text={webSnippet(origin, channel.id)} />
          <p className="text-13 text-ink-2">{words.identityHint}</p>
          {secret.error && <Notice tone="bad">{sentenceOf(secret.error)}</Notice>}
          {secret.data ? (
            <CopyField label={words.identitySecret} text={secret.data.secret} />
          ) : (
            <Button className="justify-self-start" busy={secret.isPending} onClick={() => secret.mutate()}>
              {channel.hasIdentitySecret ? words.newIdentitySecret : words.makeIdentitySecret}
            </Button>
          )}
        </>
      ) : (
        <>
          <p className="text-13 text-ink-2">{words.connectHint}</p>
          <CopyField label={words.id} text={channel.id} />
          <CopyField label={words.snippet} text={deliverySnippet(origin, channel.id)} lines />
          <p className="text-13 text-ink-2">{words.listen}</p>
        </>
      )}
    </section>
  )
}

function valuesOf(channel: Channel | null): Values {
  const web = channel?.web
  return {
    kind: channel?.kind ?? 'web',
    name: channel?.name ?? '',
    botId: channel?.botId ?? '',
    origins: web?.allowedOrigins.join('\n') ?? '',
    colour: web?.colour ?? '',
    position: web?.position ?? 'right',
    greeting: web?.greeting ?? '',
    suggestions: web?.suggestions.join('\n') ?? '',
  }
}

async function save(channel: Channel | null, values: Values): Promise<Channel> {
  const { kind, name } = values
  const botId = values.botId || null
  const web = {
    allowedOrigins: linesOf(values.origins),
    colour: values.colour.trim() || null,
    position: values.position,
    greeting: values.greeting.trim(),
    suggestions: linesOf(values.suggestions),
  }
  const settings = kind === 'web' ? { web } : {}
  if (!channel) return baton.createChannel({ body: { kind, name, botId, ...settings } })
  return baton.updateChannel({ params: { id: channel.id }, body: { name, botId, ...settings } })
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function refresh(): Promise<unknown> {
  return Promise.all(
    [keys.channels, ['readiness']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
