import type { Handover, ListedConversation } from '@baton/contract'

export type Group = { key: 'unclaimed' | 'yours' | 'others' | 'rest'; items: ListedConversation[] }

/** *Needs a human* in its groups: whom nobody has claimed, yours, those of others. The order in each stays. */
export function groupByOwner(items: readonly ListedConversation[], userId: string): Group[] {
  const groups: Group[] = [
    { key: 'unclaimed', items: [] },
    { key: 'yours', items: [] },
    { key: 'others', items: [] },
  ]
  const place = { unclaimed: 0, yours: 1, others: 2 } as const
  for (const item of items) groups[place[ownerOf(item, userId)]]?.items.push(item)
  return groups.filter((group) => group.items.length > 0)
}

function ownerOf({ control }: ListedConversation, userId: string): 'unclaimed' | 'yours' | 'others' {
  if (control.assigneeId === null) return 'unclaimed'
  return control.assigneeId === userId ? 'yours' : 'others'
}

/**
 * How far a wait is to its target. The target is that of the handover as it was recorded: control forgets it once
 * somebody was reminded. Without a target, or once somebody has claimed it, nothing is late.
 */
export function waitOf(
  waitingSince: string | null,
  handover: Pick<Handover, 'status' | 'beganAt' | 'respondBy'> | undefined,
  now: number,
): { ms: number; share: number | null; state: 'calm' | 'soon' | 'late' } | null {
  if (waitingSince === null) return null
  const ms = Math.max(0, now - Date.parse(waitingSince))
  if (!handover?.respondBy || handover.status !== 'waiting') return { ms, share: null, state: 'calm' }
  const began = Date.parse(handover.beganAt)
  const share = (now - began) / (Date.parse(handover.respondBy) - began)
  return { ms, share: Math.min(1, share), state: share >= 1 ? 'late' : share > 0.6 ? 'soon' : 'calm' }
}
