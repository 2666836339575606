import type { BatonEvent } from '@baton/contract'
import { useCallback, useEffect, useRef, useState } from 'react'
import { baton } from '../api/client.ts'
import { useEvents } from '../api/live.ts'
import { useMe } from '../api/session.ts'
import { useNow } from '../ui/date-time.tsx'

const sayEveryMs = 5_000
const forgottenAfterMs = 10_000

/** Who else writes in a conversation at this moment. */
export function useOthersTyping(conversationId: string): string[] {
  const me = useMe().user.id
  const [until, setUntil] = useState<ReadonlyMap<string, number>>(new Map())
  const now = useNow(1)
  const read = useCallback(
    (event: BatonEvent) => {
      if (event.conversationId !== conversationId) return
      if (event.type === 'conversation.typing' && event.data.userId !== me) {
        const { userId, typing } = event.data
        setUntil((before) => new Map(before).set(userId, typing ? Date.now() + forgottenAfterMs : 0))
      }
      // What was being written is there now.
      if (event.type === 'message.created' && event.data.userId)
        setUntil((before) => new Map(before).set(event.data.userId ?? '', 0))
    },
    [conversationId, me],
  )
  useEvents(read)
  return [...until].flatMap(([userId, end]) => (end > now ? [userId] : []))
}

/** Tells the others that one writes: at most every 5 seconds, and when one has stopped. Of a note, only the team. */
export function useSayTyping(conversationId: string): (writes: boolean, kind?: 'reply' | 'note') => void {
  const userId = useMe().user.id
  const saidAt = useRef(0)
  const saidOf = useRef('reply')
  const say = useCallback(
    (typing: boolean, kind: 'reply' | 'note' = 'reply') => {
      const now = Date.now()
      const isNew = now - saidAt.current >= sayEveryMs || kind !== saidOf.current
      if (typing ? !isNew : saidAt.current === 0) return
      saidOf.current = kind
      saidAt.current = typing ? now : 0
      // Nobody misses it: it is said again, and forgotten by itself.
      baton.sayTyping({ params: { id: conversationId }, body: { userId, typing, kind } }).catch(() => {})
    },
    [conversationId, userId],
  )
  useEffect(() => () => say(false), [say])
  return say
}
