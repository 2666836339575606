import { z } from 'zod'
import { id, instant, queryNumber } from './scalar.ts'

export const reportQuery = z.strictObject({
  limit: queryNumber().min(1).max(200).default(50).meta({ description: 'Most items shown.' }),
})

export const inboxQuery = z.strictObject({
  userId: id.optional().meta({ description: 'Whose conversations `mine` counts. Left out: none.' }),
})

const most = 1_000
const count = z.int().meta({ description: `Counted up to ${most}.`, examples: [4] })

/** How many conversations are in each view of the inbox that is work. */
export const inboxReport = z
  .object({ needsHuman: count, mine: count, unassigned: count, withBot: count, snoozed: count })
  .meta({ id: 'InboxReport' })
export type InboxReport = z.output<typeof inboxReport>

/** Everybody who waits for an answer, longest first. */
export const unansweredReport = z
  .object({
    total: z.int().meta({ description: 'How many wait, also those not shown.', examples: [1] }),
    items: z.array(
      z.object({
        conversationId: id,
        contactId: id,
        contactName: z
          .string()
          .nullable()
          .meta({ examples: ['Jo'] }),
        waitsFor: z.enum(['bot', 'human']).meta({ examples: ['human'] }),
        waitingSince: instant.nullable(),
        assigneeId: id.nullable(),
        handoverId: id.nullable(),
      }),
    ),
  })
  .meta({ id: 'UnansweredReport' })
export type UnansweredReport = z.output<typeof unansweredReport>
