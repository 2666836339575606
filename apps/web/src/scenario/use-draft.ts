import { ApiError } from '@baton/client'
import type { ScenarioDraft } from '@baton/contract'
import { useEffect, useMemo, useState } from 'react'
import { baton } from '../api/client.ts'
import { createDraftKeeper, type DraftKeeper, type DraftState, type Kept, readKept } from './keep-draft.ts'

export type DraftAddress = { botId: string; scenarioId: string; userId: string }

/** Where a user's draft of a scenario is on this device. */
function keyOf({ userId, scenarioId }: DraftAddress): string {
  return `baton-scenario-draft-${userId}-${scenarioId}`
}

/** What was typed last and not saved: on this device, where it did not reach the server, or there. */
export function latestDraft(address: DraftAddress, onServer: ScenarioDraft | null): Kept | null {
  const onDevice = readKept(localStorage, keyOf(address))
  if (!onServer) return onDevice
  if (onDevice && onDevice.at > onServer.savedAt) return onDevice
  return { content: onServer.content, basedOn: onServer.basedOn, at: onServer.savedAt }
}

/** Keeps the draft of a scenario while its editor is open. */
export function useDraftKeeper(
  { botId, scenarioId, userId }: DraftAddress,
  first: DraftState,
): { state: DraftState; keeper: DraftKeeper } {
  const [state, setState] = useState(first)
  const keeper = useMemo(
    () =>
      createDraftKeeper({
        key: keyOf({ botId, scenarioId, userId }),
        storage: localStorage,
        onState: setState,
        passes: (error) => !(error instanceof ApiError) || error.status >= 500 || error.status === 429,
        save: async ({ content, basedOn }) => {
          const saved = await baton.saveDraft({
            params: { id: botId, scenarioId },
            body: { userId, content, basedOn },
          })
          return saved.savedAt
        },
      }),
    [botId, scenarioId, userId],
  )
  useEffect(() => {
    window.addEventListener('online', keeper.retry)
    return () => {
      window.removeEventListener('online', keeper.retry)
      keeper.close()
    }
  }, [keeper])
  return { state, keeper }
}
