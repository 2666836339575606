import { Popover } from '@base-ui/react/popover'
import type { Notification } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactElement, useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { notificationsQuery, readNotifications, useUnreadCount } from '../api/notifications.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { DateTime } from '../ui/date-time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { describeNotification } from './describe-notification.ts'
import { setSound, soundIsOn } from './sound.ts'

const words = texts.notifications

/** What one was told, behind `trigger`. */
export function Bell({ trigger }: { trigger: ReactElement<Record<string, unknown>> }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner
          side="right"
          align="end"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 outline-0"
        >
          <Popover.Popup className="flex max-h-[min(560px,var(--available-height))] w-[min(380px,calc(100vw-16px))] flex-col rounded-card bg-raised shadow-3 outline-0">
            <List onClose={() => setOpen(false)} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function List({ onClose }: { onClose: () => void }) {
  const { user } = useMe()
  const { data, error, refetch } = useQuery(notificationsQuery(user.id))
  const unread = useUnreadCount()
  const [sound, hear] = useState(soundIsOn)
  return (
    <>
      <header className="flex items-center gap-3 border-b border-line px-4 py-2.5">
        <Popover.Title className="text-14 font-semibold">{words.title}</Popover.Title>
        {unread > 0 && (
          <button
            type="button"
            className="ml-auto text-12 font-medium underline underline-offset-3"
            onClick={() => void readNotifications(user.id)}
          >
            {words.readAll}
          </button>
        )}
      </header>
      <div className="min-h-0 flex-1 overflow-auto">
        {error && (
          <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
        )}
        {!data && !error && (
          <div className="p-4">
            <SkeletonLines widths={['w-full', 'w-4/5', 'w-full']} label={texts.common.loading} />
          </div>
        )}
        {data?.length === 0 && (
          <EmptyState icon="bell" title={words.none}>
            {words.noneHint}
          </EmptyState>
        )}
        <ul>
          {data?.map((told) => (
            <li key={told.id} className="border-b border-line last:border-0">
              <Line
                told={told}
                onOpen={() => {
                  if (!told.readAt) void readNotifications(user.id, [told.id])
                  onClose()
                }}
              />
            </li>
          ))}
        </ul>
      </div>
      <footer className="flex items-center gap-3 border-t border-line px-4 py-2.5 text-12">
        <Link
          to="/settings/notifications"
          onClick={onClose}
          className="font-medium underline underline-offset-3"
        >
          {words.settings}
        </Link>
        <span className="ml-auto flex items-center gap-2">
          {words.sound}
          <Switch
            label={words.sound}
            checked={sound}
            onChange={(on) => {
              setSound(on)
              hear(on)
            }}
          />
        </span>
      </footer>
    </>
  )
}

function Line({ told, onOpen }: { told: Notification; onOpen: () => void }) {
  const { icon, line, detail } = describeNotification(told)
  const inside = (
    <>
      <Icon name={icon} className="mt-0.5 text-ink-2" />
      <span className="min-w-0 flex-1">
        <span dir="auto" className={cx('block break-words', told.readAt === null && 'font-semibold')}>
          {line}
          {told.readAt === null && <span className="sr-only"> ({words.unread})</span>}
        </span>
        <span dir="auto" className="block truncate text-12 text-ink-2">
          {detail && `${detail} · `}
          <DateTime at={told.createdAt} />
        </span>
      </span>
      {told.readAt === null && (
        <span aria-hidden="true" className="mt-1.5 size-2 shrink-0 rounded-full bg-ink" />
      )}
    </>
  )
  const look = 'flex w-full items-start gap-2.5 px-4 py-2.5 text-left text-13 hover:bg-hover'
  if (told.conversationId === null)
    return (
      <button type="button" className={look} onClick={onOpen}>
        {inside}
      </button>
    )
  return (
    <Link
      to="/inbox/$view/{-$conversationId}"
      params={{ view: 'all', conversationId: told.conversationId }}
      onClick={onOpen}
      className={look}
    >
      {inside}
    </Link>
  )
}
