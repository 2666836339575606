import type { AnswerSource, Assessment, Attachment, Opinion } from '@baton/contract'
import type { OpenHandover, Reactivation, SleepCause } from '@baton/handover'
import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

/** The control columns are written by the state machine alone: see `conversation/control.ts`. */
export interface ConversationTable {
  workspace_id: string
  id: string
  channel_id: string
  contact_id: string
  epoch: number
  bot_status: 'awake' | 'asleep'
  sleep_cause: SleepCause | null
  slept_at: Date | null
  wakes_at: Date | null
  reactivation: NullableJson<Reactivation>
  bot_on: boolean
  status: 'open' | 'snoozed' | 'resolved'
  snoozed_until: Date | null
  open_handover: NullableJson<OpenHandover>
  assignee_id: string | null
  team_id: string | null
  attempts: number
  watermark: number
  bot_messages: number
  last_seq: number
  last_contact_seq: number
  answered_seq: number
  turn_seq: number
  contact_waits_since: Date | null
  waits_for: 'nobody' | 'bot' | 'human'
  waits_since: Date | null
  last_message_at: Date
  created_at: Date
}

export interface MessageTable {
  workspace_id: string
  conversation_id: string
  seq: number
  id: string
  channel_id: string
  external_id: string | null
  author: 'contact' | 'bot' | 'user'
  kind: 'message' | 'final' | 'note'
  user_id: string | null
  text: string
  epoch: number | null
  handover_id: string | null
  answered: boolean | null
  confidence: number | null
  /** What the bot's answer was taken from. */
  sources: NullableJson<AnswerSource[]>
  /** What is shown of its files. The files are in a table of their own. */
  attachments: NullableJson<Attachment[]>
  mentions: Generated<string[]>
  /** True: the channel says that no person wrote it. */
  automatic: Generated<boolean>
  /** When it was written, as the sender says. */
  written_at: Date | null
  created_at: Date
}

export interface AssessmentTable {
  workspace_id: string
  conversation_id: string
  seq: number
  judged: 'contact' | 'bot'
  decision: Assessment['decision']
  outcome: string
  scenario_id: string | null
  scores: Json<Assessment['scores']>
  failed_attempts: number
  opinion: NullableJson<Opinion>
  created_at: Date
}

/** A draft of a suggestive bot, as an answer to the contact's newest message. */
export interface SuggestionTable {
  workspace_id: string
  conversation_id: string
  position: number
  /** The message of the contact that it answers. */
  seq: number
  text: string
  confidence: number | null
  sources: Json<AnswerSource[]>
  created_at: Date
}

/** How far a user has read. */
export interface ConversationReadTable {
  workspace_id: string
  user_id: string
  conversation_id: string
  seq: number
}

/** A word that somebody wrote in a conversation. */
export interface MessageWordTable {
  workspace_id: string
  word: string
  conversation_id: string
}
