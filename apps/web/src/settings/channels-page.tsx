import type { Channel } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { botsQuery, channelsQuery } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { ChannelDrawer } from './channel-drawer.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.channels

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
            <Icon name={channel.kind === 'web' ? 'globe' : 'chat'} className="text-ink-2" />
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
