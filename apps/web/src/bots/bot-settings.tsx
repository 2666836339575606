import type { Bot } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { channelsQuery } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { OutsideCall } from './outside-call.tsx'

const words = texts.bots

/** Name, voice, pace and channels of a bot. */
export function BotSettings({ bot }: { bot: Bot }) {
  const { data: channels = [] } = useQuery(channelsQuery)
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState, watch, setValue } = useForm({
    values: {
      name: bot.name,
      persona: bot.persona,
      instructions: bot.instructions,
      language: bot.language,
      waitSeconds: bot.waitSeconds,
      messageCap: bot.messageCap,
      sleepOnUserMessage: bot.sleepOnUserMessage,
      brain: bot.brain.kind,
      url: urlOf(bot),
    },
  })
  const refresh = () =>
    Promise.all(
      [keys.bots, keys.channels, keys.readiness(bot.id)].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
  const save = handleSubmit(async ({ brain, url, ...body }) => {
    setFailure(null)
    try {
      await baton.updateBot({
        params: { id: bot.id },
        // A script can only be set through the API. Here it is left as it is.
        body: brain === 'scripted' ? body : { ...body, brain: brainOf(brain, url) },
      })
      await refresh()
      showToast(words.saved)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  })
  const answerOn = async (channelId: string, on: boolean) => {
    try {
      await baton.updateChannel({ params: { id: channelId }, body: { botId: on ? bot.id : null } })
      await refresh()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <section aria-labelledby="settings" className="grid gap-4 rounded-card border border-line p-4">
      <h2 id="settings" className="text-16 font-semibold tracking-title">
        {words.settings}
      </h2>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-13 font-medium">{words.channels}</legend>
        {channels.length === 0 && <p className="text-13 text-ink-2">{words.noChannels}</p>}
        {channels.map(({ id, name, botId }) => (
          <Checkbox key={id} checked={botId === bot.id} onChange={(on) => void answerOn(id, on)}>
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <form onSubmit={save} noValidate className="grid gap-4">
        {failure && <Notice tone="bad">{failure}</Notice>}
        <Field label={texts.knowledge.brain}>
          <Select {...register('brain')}>
            <option value="knowledge">{texts.knowledge.brains.knowledge}</option>
            <option value="model">{texts.knowledge.brains.model}</option>
            <option value="external">{texts.knowledge.brains.external}</option>
            {bot.brain.kind === 'scripted' && (
              <option value="scripted">{texts.knowledge.brains.scripted}</option>
            )}
          </Select>
        </Field>
        {watch('brain') === 'external' && (
          <Field
            label={words.outside.url}
            hint={words.outside.urlHint}
            error={formState.errors.url && words.outside.urlWrong}
          >
            <TextInput
              type="url"
              maxLength={2_000}
              placeholder="https://example.com/baton"
              {...register('url', { validate: isWebAddress, setValueAs: (url: string) => url.trim() })}
            />
          </Field>
        )}
        <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
          <Field label={words.name}>
            <TextInput maxLength={80} {...register('name', { required: true })} />
          </Field>
          <Field label={words.language}>
            <TextInput maxLength={35} {...register('language')} />
          </Field>
          <Field label={words.wait}>
            <TextInput
              type="number"
              min={0}
              max={300}
              {...register('waitSeconds', { valueAsNumber: true })}
            />
          </Field>
          <Field label={words.cap} hint={words.capHint}>
            <TextInput type="number" min={1} max={100} {...register('messageCap', { valueAsNumber: true })} />
          </Field>
        </div>
        <Field label={words.persona}>
          <TextArea rows={2} {...register('persona')} />
        </Field>
        <Field label={words.instructions}>
          <TextArea rows={4} {...register('instructions')} />
        </Field>
        <Checkbox
          checked={watch('sleepOnUserMessage')}
          onChange={(on) => setValue('sleepOnUserMessage', on, { shouldDirty: true })}
        >
          {words.sleep}
        </Checkbox>
        <div>
          <Button type="submit" variant="primary" busy={formState.isSubmitting} disabled={!formState.isDirty}>
            {words.save}
          </Button>
        </div>
      </form>
      {urlOf(bot) !== '' && <OutsideCall bot={bot} />}
    </section>
  )
}

function urlOf({ brain }: Bot): string {
  return brain.kind === 'external' ? (brain.url ?? '') : ''
}

function brainOf(kind: Exclude<Bot['brain']['kind'], 'scripted'>, url: string): Bot['brain'] {
  return kind === 'external' ? { kind, url: url || null } : { kind }
}

function isWebAddress(url: string): boolean {
  return url === '' || (/^https?:/i.test(url) && URL.canParse(url))
}
