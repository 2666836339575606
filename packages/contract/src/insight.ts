import { z } from 'zod'
import { handover, verdict } from './handover.ts'
import { pageQuery } from './page.ts'
import { id, instant, queryNumber } from './scalar.ts'

const day = z.iso.date({ error: 'Give a day like 2026-03-02.' }).meta({ examples: ['2026-03-02'] })

const period = {
  from: day.optional().meta({ description: 'First day. Left out: 29 days before the last.' }),
  to: day.optional().meta({ description: 'Last day, which counts. Left out: today.' }),
  botId: id.optional().meta({ description: 'Only of this bot.' }),
}

export const insightQuery = z.strictObject(period)
export type InsightQuery = z.output<typeof insightQuery>

const count = z.int().meta({ examples: [4] })

const time = z
  .object({
    n: count.meta({ description: 'Of how many handovers.' }),
    median: z
      .int()
      .nullable()
      .meta({ description: 'In seconds. Null: of none.', examples: [72] }),
    p90: z
      .int()
      .nullable()
      .meta({ description: 'Nine in ten took no longer.', examples: [400] }),
  })
  .meta({ id: 'InsightTime' })
export type InsightTime = z.output<typeof time>

const feedbackCounts = z
  .object({ needed: count, notNeeded: count, tooLate: count })
  .meta({ id: 'InsightFeedback' })

const scenarioKey = z
  .string()
  .max(64)
  .meta({
    description: 'A scenario by its id, or `message_cap`, `by_hand` and the like for what has none.',
    examples: ['by_hand'],
  })

export const insights = z
  .object({
    from: day,
    to: day,
    timeZone: z.string().meta({ description: 'What a day is.', examples: ['Europe/Berlin'] }),
    conversations: count.meta({
      description: 'In which a contact wrote, on channels with a bot.',
    }),
    withoutHandover: z.object({
      conversations: count.meta({ description: 'Of those, in which no handover began.' }),
      rate: z
        .number()
        .nullable()
        .meta({ description: 'From 0 to 1. Null: of none.', examples: [0.83] }),
    }),
    handovers: count.meta({ description: 'That began in these days. All below is of them.' }),
    timeToClaim: time,
    timeToFirstReply: time,
    replyMinutes: z
      .array(count)
      .length(13)
      .meta({
        description: 'How many were answered within the first minute, the second and so on; last: later.',
        examples: [[1, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
      }),
    unclaimed: count.meta({ description: 'That nobody has claimed, over or not.' }),
    waitingNow: z.object({
      count,
      late: count.meta({ description: 'Past their response target.' }),
      longestSince: instant.nullable(),
    }),
    ended: z
      .object({ handedBack: count, woken: count, resolved: count, superseded: count })
      .meta({ description: 'How they ended. `woken`: the bot woke by itself or was woken.' }),
    feedback: feedbackCounts,
    rating: z
      .object({ helped: count, notHelped: count })
      .meta({ description: 'What the contacts said: whether the person helped.' }),
    byScenario: z
      .array(
        z.object({
          key: scenarioKey,
          name: z.string().meta({ examples: ['Wants a person'] }),
          kind: handover.shape.kind,
          handovers: count,
          timeToFirstReply: time,
          feedback: feedbackCounts,
        }),
      )
      .meta({ description: 'Most first.' }),
    byUser: z
      .array(
        z.object({
          userId: id,
          name: z.string().meta({ examples: ['Sam'] }),
          claimed: count,
          timeToClaim: time,
          timeToFirstReply: time,
        }),
      )
      .meta({ description: 'Who took them. Most first.' }),
    byDay: z
      .array(
        z.object({
          day,
          conversations: count,
          handovers: count,
          scenarios: z.record(z.string(), count).meta({
            description: 'Handovers by the `key` of their scenario.',
            examples: [{ by_hand: 1 }],
          }),
        }),
      )
      .meta({ description: 'Every day, also those with nothing.' }),
  })
  .meta({ id: 'Insights' })
export type Insights = z.output<typeof insights>

export const insightMeasure = z
  .enum([
    'conversations',
    'without_handover',
    'handovers',
    'claimed',
    'replied',
    'unclaimed',
    'waiting',
    'late',
    'handed_back',
    'woken',
    'resolved',
    'superseded',
    'needed',
    'not_needed',
    'too_late',
    'helped',
    'not_helped',
  ])
  .meta({ examples: ['handovers'] })
export type InsightMeasure = z.output<typeof insightMeasure>

export const behindQuery = z.strictObject({
  ...pageQuery.shape,
  ...period,
  measure: insightMeasure.default('handovers').meta({ description: 'What the number counts.' }),
  scenario: scenarioKey.optional(),
  userId: id.optional().meta({ description: 'Only those that this user claimed.' }),
})
export type BehindQuery = z.output<typeof behindQuery>

/** A conversation, or a handover of one, that a number counts. */
export const behindItem = z
  .object({
    conversationId: id,
    contactName: z
      .string()
      .nullable()
      .meta({ examples: ['Jo'] }),
    handoverId: id.nullable(),
    scenarioName: z
      .string()
      .nullable()
      .meta({ examples: ['Wants a person'] }),
    at: instant.meta({ description: 'When the handover began, or the contact last wrote in these days.' }),
    claimedBy: id.nullable(),
    secondsToClaim: z
      .int()
      .nullable()
      .meta({ examples: [72] }),
    secondsToFirstReply: z
      .int()
      .nullable()
      .meta({ examples: [130] }),
    feedback: verdict.nullable(),
  })
  .meta({ id: 'BehindItem' })
export type BehindItem = z.output<typeof behindItem>

export const missedQuery = z.strictObject({
  ...period,
  limit: queryNumber().min(1).max(100).default(20).meta({ description: 'Most items shown.' }),
})
export type MissedQuery = z.output<typeof missedQuery>

const missedItem = z.object({
  conversationId: id,
  contactName: z
    .string()
    .nullable()
    .meta({ examples: ['Jo'] }),
  seq: z.int().meta({ description: 'The message.', examples: [3] }),
  text: z.string().meta({ description: 'The first 500 characters of it.', examples: ['Who can help me?'] }),
  at: instant,
  botId: id,
  scenarioId: id,
  scenarioName: z.string().meta({ examples: ['Wants a person'] }),
  score: z.number().meta({ examples: [0.42] }),
  threshold: z.number().meta({ examples: [0.5] }),
})
export type MissedItem = z.output<typeof missedItem>

export const missed = z.object({ items: z.array(missedItem) }).meta({ id: 'Missed' })
