import type { ChatMessage } from '@baton/contract'
import type { Outgoing } from '../outbox.ts'
import type { State } from '../session.ts'

/** What stands in the log, one below the other. The key says which entry it is, whatever it looks like now. */
export type Entry = { key: string } & (
  | { kind: 'earlier' }
  | { kind: 'greeting'; text: string }
  | { kind: 'day'; at: string }
  | { kind: 'message'; message: ChatMessage; first: boolean }
  | { kind: 'mark'; is: 'sent' | 'seen'; at: string }
  | { kind: 'signature'; name: string | null; at: string }
  | { kind: 'band'; is: 'waiting' | 'away' | 'person' | 'over' }
  | { kind: 'back'; name: string | null }
  | { kind: 'rating'; name: string | null }
  | { kind: 'rated' }
  | { kind: 'outgoing'; message: Outgoing }
  | { kind: 'typing'; first: boolean; writing: string | null }
)

/** Puts the conversation in order: who speaks, where it was handed over, and where the bot came back. */
export function entriesOf(state: State): Entry[] {
  const { messages, thread, settings } = state
  const entries: Entry[] = []
  if (state.more) entries.push({ key: 'earlier', kind: 'earlier' })
  else if (settings.greeting) entries.push({ key: 'greeting', kind: 'greeting', text: settings.greeting })
  const bandAt = placeOfBand(state)
  const lastOfPerson = messages.findLast(({ from }) => from === 'person')
  let day = ''
  let speaker: 'bot' | 'person' | null = null
  for (const [index, message] of messages.entries()) {
    const { seq, from, at } = message
    const today = new Date(at).toDateString()
    if (today !== day) entries.push({ key: `day${seq}`, kind: 'day', at })
    day = today
    if (from === 'bot' && speaker === 'person')
      entries.push({ key: `back${seq}`, kind: 'back', name: message.name })
    if (from !== 'visitor') speaker = from
    const previous = messages[index - 1]
    const first = previous?.from !== from || previous.name !== message.name
    entries.push({ key: `m${seq}`, kind: 'message', message, first })
    const is = markOf(state, message)
    if (is) entries.push({ key: `k${seq}`, kind: 'mark', is, at })
    const next = messages[index + 1]
    if (from === 'person' && (next?.from !== 'person' || next.name !== message.name))
      entries.push({ key: `s${seq}`, kind: 'signature', name: message.name, at })
    if (message === lastOfPerson && thread?.rating)
      entries.push({ key: 'rating', kind: 'rating', name: thread.rating.name })
    else if (message === lastOfPerson && state.rated === seq) entries.push({ key: 'rated', kind: 'rated' })
    if (index === bandAt) entries.push({ key: `band${seq}`, kind: 'band', is: bandOf(state) })
    else if (message.final) entries.push({ key: `band${seq}`, kind: 'band', is: 'over' })
  }
  if (thread?.speaker === 'bot' && speaker === 'person')
    entries.push({ key: 'back', kind: 'back', name: settings.bot })
  for (const message of state.outgoing)
    entries.push({ key: `o${message.clientId}`, kind: 'outgoing', message })
  if (thread?.typing) {
    const from = thread.speaker === 'bot' ? 'bot' : 'person'
    const first = messages.at(-1)?.from !== from
    entries.push({ key: 'typing', kind: 'typing', first, writing: thread.writing?.trimEnd() || null })
  }
  return entries
}

/** After which message the band of the present handover stands: the bot's last words, or what called a person. */
function placeOfBand({ messages, thread }: State): number {
  if (!thread || thread.speaker === 'bot') return -1
  if (thread.speaker === 'team' && !thread.waiting) return -1
  const lastBot = messages.findLastIndex(({ from }) => from === 'bot')
  if (messages[lastBot]?.final) return lastBot
  const person = messages.findIndex(({ from }, index) => index > lastBot && from === 'person')
  if (person > 0) return person - 1
  return person === 0 ? -1 : messages.length - 1
}

function bandOf({ thread }: State): 'waiting' | 'away' | 'person' {
  if (thread?.speaker === 'person') return 'person'
  return thread?.waiting?.available === false ? 'away' : 'waiting'
}

/** Below the newest of the visitor's messages that a person has read, and below the newest that waits for one. */
function markOf({ messages, thread }: State, { from, seq }: ChatMessage): 'sent' | 'seen' | null {
  if (from !== 'visitor' || !thread || thread.speaker === 'bot') return null
  const later = messages.filter((message) => message.seq > seq)
  if (seq > thread.readUpTo) return later.length === 0 ? 'sent' : null
  return later.some((message) => message.from !== 'person' && message.seq <= thread.readUpTo) ? null : 'seen'
}
