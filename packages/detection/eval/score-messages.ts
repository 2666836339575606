import type { Peer } from './peers.ts'
import type { MessageRow } from './rows.ts'
import { quantile, timed } from './timing.ts'

export type Scored = MessageRow & { score: number }

/** How a peer does on some messages. Rates are from 0 to 1, times in microseconds. */
export type Figures = {
  peer: string
  messages: number
  requests: number
  precision: number
  recall: number
  f1: number
  /** For each category that is no request, how many fire of how many. */
  falseAlarms: Map<string, { fired: number; of: number }>
  calibrationError: number
  p50: number
  p99: number
}

/** Scores the messages with a peer. Borderline ones can honestly be read both ways, and are left out. */
export async function scoreMessages(
  rows: readonly MessageRow[],
  peer: Peer,
): Promise<{ scored: Scored[]; times: number[] }> {
  const kept = rows.filter(({ category }) => category !== 'borderline')
  for (const { text } of kept.slice(0, 2_000)) await peer.score(text)
  const times: number[] = []
  const scored: Scored[] = []
  for (const row of kept) {
    scored.push({ ...row, score: await timed(times, () => peer.score(row.text)) })
  }
  return { scored, times }
}

export function figuresOf(peer: string, scored: readonly Scored[], times: readonly number[]): Figures {
  const fired = scored.filter(({ score }) => score >= 0.5)
  const requests = scored.filter(({ label }) => label === 1)
  const right = fired.filter(({ label }) => label === 1).length
  const precision = right / Math.max(1, fired.length)
  const recall = right / Math.max(1, requests.length)
  const falseAlarms = new Map(
    [
      ...Map.groupBy(
        scored.filter(({ label }) => label === 0),
        ({ category }) => category,
      ),
    ].map(([category, of]) => [
      category,
      { fired: of.filter(({ score }) => score >= 0.5).length, of: of.length },
    ]),
  )
  return {
    peer,
    messages: scored.length,
    requests: requests.length,
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(Number.EPSILON, precision + recall),
    falseAlarms,
    calibrationError: binsOf(scored).reduce(
      (sum, { share, said, was }) => sum + share * Math.abs(said - was),
      0,
    ),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

/** Messages with scores of one tenth: their share of all, the mean score, and how many were requests. */
export type Bin = { share: number; said: number; was: number; count: number }

const BINS = 10

/** Tenths of the score that have messages, for the expected calibration error (Naeini et al. 2015). */
export function binsOf(scored: readonly Scored[]): Bin[] {
  const bins = Map.groupBy(scored, ({ score }) => Math.min(BINS - 1, Math.floor(score * BINS)))
  return [...bins]
    .toSorted(([one], [other]) => one - other)
    .map(([, of]) => ({
      share: of.length / scored.length,
      said: of.reduce((sum, { score }) => sum + score, 0) / of.length,
      was: of.filter(({ label }) => label === 1).length / of.length,
      count: of.length,
    }))
}
