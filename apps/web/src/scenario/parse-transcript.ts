import type { TryInput } from '@baton/contract'

type Turn = NonNullable<TryInput['turns']>[number]
const speakers: Record<string, Turn['from']> = { contact: 'contact', bot: 'bot', person: 'user' }
const mostTurns = 200

/**
 * A transcript as it is pasted: a line each, `bot:` before what the bot says, `person:` before what staff say. A line
 * without a name goes on with the one before; the first is the contact's.
 */
export function parseTranscript(text: string): Turn[] {
  const turns: Turn[] = []
  for (const line of text.split('\n')) {
    const named = /^\s*(contact|bot|person)\s*:\s*(.*)$/i.exec(line)
    const from = speakers[named?.[1]?.toLowerCase() ?? '']
    const last = turns.at(-1)
    if (from) turns.push({ from, text: named?.[2] ?? '' })
    else if (line.trim() === '') continue
    else if (last) last.text += `\n${line.trim()}`
    else turns.push({ from: 'contact', text: line.trim() })
  }
  return turns.filter(({ text }) => text.trim() !== '').slice(-mostTurns)
}
