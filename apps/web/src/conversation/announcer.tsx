import type { Message } from '@baton/contract'
import { useEffect, useRef, useState } from 'react'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { type OpenConversation, useUserName } from './use-conversation.ts'

const words = texts.conversation
const pauseMs = 700

/** Reads out what is new in the open conversation: a burst in one line, a handover at once. */
export function Announcer({ open, messages }: { open: OpenConversation; messages: readonly Message[] }) {
  const [said, setSaid] = useState('')
  const [urgent, setUrgent] = useState('')
  const heard = useRef(messages.at(-1)?.seq ?? 0)
  const handoverId = useRef(open.openHandover?.id)
  const me = useMe().user
  const nameOf = useUserName()

  useEffect(() => {
    const timer = setTimeout(() => {
      const fresh = messages.filter(({ seq, author }) => seq > heard.current && author !== 'user')
      heard.current = messages.at(-1)?.seq ?? heard.current
      const last = fresh.at(-1)
      if (!last) return
      const author = last.author === 'bot' ? (open.bot?.name ?? '') : open.name
      const names = last.attachments?.map(({ name }) => name).join(', ')
      setSaid(fresh.length === 1 ? `${author}: ${last.text || names}` : words.newFrom(fresh.length, author))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [messages, open.bot, open.name])

  useEffect(() => {
    const handover = open.openHandover
    if (!handover || handover.id === handoverId.current) return
    handoverId.current = handover.id
    const to = handover.userId === me.id ? texts.common.you : handover.userId ? nameOf(handover.userId) : null
    setUrgent(`${open.name}: ${to ? words.band.to(to) : words.band.nobody}, ${handover.scenarioName}`)
  }, [open.openHandover, open.name, me.id, nameOf])

  return (
    <>
      <div aria-live="polite" className="sr-only">
        {said}
      </div>
      <div aria-live="assertive" className="sr-only">
        {urgent}
      </div>
    </>
  )
}
