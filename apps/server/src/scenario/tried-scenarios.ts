import type { TriedScenarios } from '@baton/contract'
import type { DetectorScenario } from '@baton/detection'
import { asDetectorScenario } from '../bot/judge.ts'
import { newId, type UnitOfWork } from '../context.ts'
import { listScenarios } from './queries.ts'

/** A scenario as detection reads it, with what people call it. */
export type TriedScenario = DetectorScenario & { name: string; enabled: boolean }

/** Scenarios as they stand in an editor or, where none are given, those of the bot as they are saved. */
export async function triedScenarios(
  work: UnitOfWork,
  botId: string,
  given: TriedScenarios | undefined,
): Promise<TriedScenario[]> {
  if (given) return given.map((scenario) => ({ ...scenario, id: scenario.id ?? newId() }))
  return (await listScenarios(work, botId)).map((row) => ({
    ...asDetectorScenario(row),
    name: row.name,
    enabled: row.enabled,
  }))
}
