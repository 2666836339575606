import type { BatonEvent, Notification } from '@baton/contract'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useEffect, useRef } from 'react'
import { baton } from '../api/client.ts'
import { useEvents } from '../api/live.ts'
import { readNotifications } from '../api/notifications.ts'
import { useMe } from '../api/session.ts'
import { showToast } from '../ui/toast.tsx'
import { describeNotification } from './describe-notification.ts'
import { playSound, soundIsOn } from './sound.ts'

/** Says at once what one is told, but not of the conversation that one looks at. Once, in the shell. */
export function useAnnouncedNotifications(): void {
  const { user } = useMe()
  const navigate = useNavigate()
  const { conversationId } = useParams({ strict: false })
  const inView = useRef(conversationId)
  useEffect(() => {
    inView.current = conversationId
  }, [conversationId])
  const onEvent = useCallback(
    (event: BatonEvent) => {
      if (event.type !== 'notification.created' || event.data.userId !== user.id) return
      const { notificationId } = event.data
      const announce = (told: Notification) => {
        const { conversationId: about } = told
        if (about !== null && about === inView.current && document.visibilityState === 'visible') return
        const { icon, line, detail } = describeNotification(told)
        showToast(detail ? `${line} · ${detail}` : line, {
          icon,
          ...(about === null
            ? {}
            : {
                open: () => {
                  void readNotifications(user.id, [told.id])
                  void navigate({
                    to: '/inbox/$view/{-$conversationId}',
                    params: { view: 'mine', conversationId: about },
                  })
                },
              }),
        })
        if (soundIsOn()) playSound()
      }
      findNotification(user.id, notificationId).then(
        (told) => told && announce(told),
        // The bell has it. It was only not said.
        () => {},
      )
    },
    [user.id, navigate],
  )
  useEvents(onEvent)
}

async function findNotification(userId: string, id: string): Promise<Notification | undefined> {
  const { items } = await baton.listNotifications({ query: { userId, limit: 10, unread: true } })
  return items.find((told) => told.id === id)
}
