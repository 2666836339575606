import type { Brief, Evidence, Feedback, Handover, HandoverStep } from '@baton/contract'
import type { Asked, HandoverOutcome } from '@baton/handover'
import type { Generated } from 'kysely'
import type { Json, NullableJson } from './json.ts'

export interface HandoverTable {
  workspace_id: string
  id: string
  conversation_id: string
  contact_id: string
  bot_id: string | null
  scenario_id: string | null
  kind: Handover['kind']
  scenario_name: string
  cause: 'scenario' | 'message_cap' | 'bot' | 'by_hand'
  score: number | null
  threshold: number | null
  evidence: Json<Evidence[]>
  status: 'waiting' | 'claimed' | 'ended'
  outcome: HandoverOutcome | null
  user_id: string | null
  team_id: string | null
  trail: Json<Asked[]>
  steps: Json<HandoverStep[]>
  brief: Json<Brief>
  began_by: string | null
  began_at: Date
  respond_by: Date | null
  claimed_by: string | null
  claimed_at: Date | null
  replied_at: Date | null
  ended_at: Date | null
  feedback: NullableJson<Feedback>
  /** What the contact said of it. */
  helped: Generated<boolean | null>
  rated_at: Generated<Date | null>
}
