import type { Bot, Suggestions } from '@baton/contract'
import type { SuggestionsFound } from './read-suggestions.ts'
import type { BotRow } from './read-turn.ts'

export function viewBot(row: BotRow): Bot {
  return {
    id: row.id,
    name: row.name,
    mode: row.mode,
    persona: row.persona,
    instructions: row.instructions,
    language: row.language,
    waitSeconds: row.wait_seconds,
    messageCap: row.message_cap,
    sleepOnUserMessage: row.sleep_on_user_message,
    brain: row.brain,
    hasCallSecret: row.call_secret !== null,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
  }
}

export function viewSuggestions({ seq, rows, wouldHandOver }: SuggestionsFound): Suggestions {
  return {
    seq,
    items: rows.map(({ text, confidence, sources }) => ({ text, confidence, sources })),
    wouldHandOver,
  }
}
