import { ApiError } from '@baton/client'
import type { ScenarioDraft } from '@baton/contract'
import { useEffect, useMemo, useRef, useState } from 'react'
import { baton } from '../api/client.ts'
import { createDraftKeeper, type DraftKeeper, type DraftState, type Kept, readKept } from './keep-draft.ts'

export type DraftAddress = { botId: string; scenarioId: string; userId: string }

/** Where a user's draft of a scenario is on this device. */
function keyOf({ userId, scenarioId }: DraftAddress): string {
  return `baton-scenario-draft-${userId}-${scenarioId}`
}

/** What was typed last and not saved. `isUnsent`: it is on this device, and did not reach the server. */
type LatestDraft = Kept & { isUnsent: boolean }

export function latestDraft(address: DraftAddress, onServer: ScenarioDraft | null): LatestDraft | null {
  const onDevice = readKept(localStorage, keyOf(address))
  if (onDevice && (!onServer || onDevice.at > onServer.savedAt)) return { ...onDevice, isUnsent: true }
  if (!onServer) return null
  return { content: onServer.content, basedOn: onServer.basedOn, at: onServer.savedAt, isUnsent: false }
}

/** Where a draft is when its editor opens. */
function stateOf(opened: LatestDraft | null): DraftState {
  if (!opened) return { kind: 'none' }
  return opened.isUnsent ? { kind: 'kept' } : { kind: 'saved', at: opened.at }
}

/** Keeps the draft of a scenario while its editor is open. */
export function useDraftKeeper(
  { botId, scenarioId, userId }: DraftAddress,
  opened: LatestDraft | null,
): { state: DraftState; keeper: DraftKeeper } {
  const [state, setState] = useState(() => stateOf(opened))
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
  // What did not reach the server before the tab was closed goes there now.
  const unsent = useRef(opened?.isUnsent ? opened : null)
  useEffect(() => {
    if (unsent.current) keeper.keep(unsent.current.content, unsent.current.basedOn)
    unsent.current = null
    window.addEventListener('online', keeper.retry)
    return () => {
      window.removeEventListener('online', keeper.retry)
      keeper.close()
    }
  }, [keeper])
  return { state, keeper }
}
