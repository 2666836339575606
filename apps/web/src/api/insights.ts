import type { BehindItem, InsightMeasure, Insights, MissedItem } from '@baton/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

/** The days and the bot that are looked at. Days as `2026-03-02`. */
export type Period = { from: string; to: string; botId?: string }

export function insightsQuery(period: Period) {
  return queryOptions({
    queryKey: [...keys.insights, 'numbers', period],
    queryFn: ({ signal }): Promise<Insights> => baton.getInsights({ query: period, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** Messages for which a scenario nearly fired. */
export function missedQuery(period: Period) {
  return queryOptions({
    queryKey: [...keys.insights, 'missed', period],
    queryFn: async ({ signal }): Promise<MissedItem[]> =>
      (await baton.listMissed({ query: { ...period, limit: 50 }, signal })).items,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
}

/** How many wait for an answer of anybody at this moment. */
export const unansweredQuery = queryOptions({
  queryKey: keys.unanswered,
  queryFn: async () => (await baton.reportUnanswered({ query: { limit: 1 } })).total,
})

/** What a number counts. */
export type Behind = { measure: InsightMeasure; scenario?: string; userId?: string }
type BehindPage = { items: BehindItem[]; nextCursor: string | null }

export function behindQuery(period: Period, behind: Behind) {
  return infiniteQueryOptions({
    queryKey: [...keys.insights, 'behind', period, behind],
    queryFn: ({ pageParam }): Promise<BehindPage> =>
      baton.listBehind({
        query: { ...period, ...behind, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: (page: BehindPage) => page.nextCursor ?? undefined,
  })
}
