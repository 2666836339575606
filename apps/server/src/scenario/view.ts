import type { Scenario, ScenarioDraft } from '@baton/contract'
import type { DraftRow, ScenarioRow } from './queries.ts'

export function viewScenario(row: ScenarioRow): Scenario {
  return {
    id: row.id,
    botId: row.bot_id,
    kind: row.kind,
    name: row.name,
    enabled: row.enabled,
    position: row.position,
    triggerCondition: row.trigger_condition,
    examplePhrases: row.example_phrases,
    assignTo: row.assign_to,
    keepPresentOwner: row.keep_present_owner,
    ifUnavailable: row.if_unavailable,
    finalMessage: row.final_message,
    finalMessageTranslations: row.final_message_translations,
    absenceMessage: row.absence_message,
    absenceMessageTranslations: row.absence_message_translations,
    pauseBot: row.pause_bot,
    reactivateAfter: row.reactivate_after,
    createTask: row.create_task,
    tags: row.tags,
    attempts: row.attempts,
    responseTarget: row.response_target,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export function viewDraft(row: DraftRow): ScenarioDraft {
  return {
    scenarioId: row.scenario_id,
    botId: row.bot_id,
    userId: row.user_id,
    content: row.content,
    basedOn: row.based_on,
    presentRevision: row.present_revision,
    savedAt: row.saved_at.toISOString(),
  }
}
