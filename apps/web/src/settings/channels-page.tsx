import type { Bot, Channel } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { botsQuery, channelsQuery } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Drawer } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { SettingsPage } from './settings-screen.tsx'
import { deliverySnippet } from './write-snippet.ts'

const words = texts.settings.channels

function refresh(): Promise<unknown> {
  return Promise.all(
    [keys.channels, ['readiness']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}

/** Where contacts write, and which bot answers there. */
export function ChannelsPage() {
  const { data: channels, error, refetch } = useQuery(channelsQuery)
  const { data: bots = [] } = useQuery(botsQuery)
  const mayChange = useMe().permissions.manageBots
  const [edited, setEdited] = useState<Channel | 'new' | null>(null)
  return (
    <SettingsPage
      title={texts.settings.places.channels}
      hint={words.hint}
      actions={
        mayChange && (
          <Button size="sm" variant="primary" icon="plus" onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        )
      }
    >
      {error && (
        <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!channels && !error && <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />}
      {channels?.length === 0 && (
        <EmptyState icon="chat" title={words.none}>
          {words.noneHint}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {channels?.map((channel) => (
          <li
            key={channel.id}
            className="flex items-center gap-3 rounded-card border border-line p-3.5 text-13"
          >
            <Icon name="chat" className="text-ink-2" />
            <span className="min-w-0 flex-1">
              <b dir="auto" className="block truncate font-medium">
                {channel.name}
              </b>
              <span className="text-12 text-ink-2">
                {words.kinds[channel.kind] ?? channel.kind} ·{' '}
                {bots.find(({ id }) => id === channel.botId)?.name ?? words.noBot}
              </span>
            </span>
            <Button size="sm" aria-label={words.edit(channel.name)} onClick={() => setEdited(channel)}>
              {mayChange ? texts.common.edit : words.connect}
            </Button>
          </li>
        ))}
      </ul>
      {edited && (
        <ChannelDrawer
          channel={edited === 'new' ? null : edited}
          bots={bots}
          mayChange={mayChange}
          onMade={setEdited}
          onClose={() => setEdited(null)}
        />
      )}
    </SettingsPage>
  )
}

function ChannelDrawer({
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
  const form = useForm({ values: { name: channel?.name ?? '', botId: channel?.botId ?? '' } })
  const { register, formState, handleSubmit } = form
  const submit = handleSubmit(async ({ name, botId }) => {
    const body = { name, botId: botId || null }
    try {
      if (channel) await baton.updateChannel({ params: { id: channel.id }, body })
      const made = channel ? null : await baton.createChannel({ body })
      await refresh()
      if (made) onMade(made)
      else onClose()
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
          </fieldset>
        </form>
        {channel && (
          <section className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-5">
            <h3 className="text-14 font-semibold">{words.connect}</h3>
            <p className="text-13 text-ink-2">{words.connectHint}</p>
            <CopyField label={words.id} text={channel.id} />
            <CopyField
              label={words.snippet}
              text={deliverySnippet(window.location.origin, channel.id)}
              lines
            />
            <p className="text-13 text-ink-2">{words.listen}</p>
          </section>
        )}
      </div>
    </Drawer>
  )
}
