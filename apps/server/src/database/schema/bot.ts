import type { Brain, ResponseTarget, ScenarioTask } from '@baton/contract'
import type { AssignTo, Fallback, Reactivation } from '@baton/handover'
import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

export interface BotTable {
  workspace_id: string
  id: string
  name: string
  mode: 'off' | 'suggestive' | 'autopilot'
  persona: string
  instructions: string
  language: string
  wait_seconds: number
  message_cap: number
  sleep_on_user_message: boolean
  brain: Json<Brain>
  /** What calls of an outside bot are signed with, sealed. */
  call_secret: Buffer | null
  revision: Generated<number>
  created_at: Date
}

export interface ScenarioTable {
  workspace_id: string
  id: string
  bot_id: string
  kind: 'human_requested' | 'lack_of_information' | 'failed_to_resolve' | 'custom'
  name: string
  enabled: boolean
  position: number
  trigger_condition: string
  example_phrases: string[]
  assign_to: Json<AssignTo>
  keep_present_owner: boolean
  if_unavailable: Json<Fallback>
  final_message: string
  final_message_translations: Json<Record<string, string>>
  /** In place of the final message when nobody can take it. Empty: the final message. */
  absence_message: string
  absence_message_translations: Json<Record<string, string>>
  pause_bot: boolean
  reactivate_after: NullableJson<Reactivation>
  create_task: NullableJson<ScenarioTask>
  tags: string[]
  attempts: number
  response_target: NullableJson<ResponseTarget>
  revision: Generated<number>
  created_at: Date
  updated_at: Date
}

export interface ScenarioDraftTable {
  workspace_id: string
  user_id: string
  scenario_id: string
  bot_id: string
  content: Json<Record<string, unknown>>
  based_on: number | null
  saved_at: Date
}
