import type { LintResult, Readiness, ScenarioDraft, TryResult } from '@baton/contract'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

/** What keeps the handovers of a bot from working. */
export function readinessQuery(botId: string) {
  return queryOptions({
    queryKey: keys.readiness(botId),
    queryFn: (): Promise<Readiness> => baton.getReadiness({ params: { id: botId } }),
  })
}

/** What the user has typed of a scenario and not saved. Null: nothing. It is read once, when the editor opens. */
export function draftQuery(botId: string, scenarioId: string, userId: string) {
  return queryOptions({
    queryKey: keys.draft(scenarioId),
    queryFn: async (): Promise<ScenarioDraft | null> => {
      const { items } = await baton.listDrafts({ params: { id: botId }, query: { userId } })
      return items.find((draft) => draft.scenarioId === scenarioId) ?? null
    },
    // The editor holds what is typed from then on. Reading it again would be older than that.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
}

/** What would happen to a message or a transcript with scenarios as they stand in an editor, both as JSON. */
export function tryQuery(botId: string, said: string, scenarios: string) {
  return queryOptions({
    queryKey: ['try', botId, said, scenarios],
    queryFn: ({ signal }): Promise<TryResult> =>
      baton.tryScenarios({
        params: { id: botId },
        body: { ...JSON.parse(said), scenarios: JSON.parse(scenarios) },
        signal,
      }),
    gcTime: 10_000,
  })
}

/** What is to be said of the example phrases of scenarios as they stand in an editor, as JSON. */
export function lintQuery(botId: string, scenarios: string) {
  return queryOptions({
    queryKey: ['lint', botId, scenarios],
    queryFn: ({ signal }): Promise<LintResult> =>
      baton.lintPhrases({ params: { id: botId }, body: { scenarios: JSON.parse(scenarios) }, signal }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
}
