import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { AppContext } from '../context.ts'

const day = 24 * 60 * 60 * 1000
/** A visitor is forgotten half a year after their last visit; who is signed in, when the page has not said so for a day. */
const lastsMs = { anonymous: 180 * day, identified: day }

const contents = z.object({
  externalId: z.string(),
  identified: z.boolean(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  locale: z.string().nullable(),
  until: z.number(),
})

/** Who writes in a web chat. Nothing is stored of them before they do. */
export type Visitor = Omit<z.output<typeof contents>, 'until'>

export function newVisitor(): Visitor {
  const externalId = `visitor:${randomBytes(16).toString('base64url')}`
  return { externalId, identified: false, name: null, email: null, locale: null }
}

/** Writes a visitor as a token for one channel, which nobody else can read or make. */
export async function sealVisitor(
  { seal, clock }: AppContext,
  channelId: string,
  visitor: Visitor,
): Promise<string> {
  const until = clock().getTime() + lastsMs[visitor.identified ? 'identified' : 'anonymous']
  const sealed = await seal.close(JSON.stringify({ ...visitor, until }), aboutVisitor(channelId))
  return sealed.toString('base64url')
}

/** Null where it is not one of this channel, or has run out. */
export async function openVisitor(
  { seal, clock }: AppContext,
  channelId: string,
  token: string,
): Promise<Visitor | null> {
  const text = await seal.open(Buffer.from(token, 'base64url'), aboutVisitor(channelId)).catch(() => null)
  if (text === null) return null
  const { until, ...visitor } = contents.parse(JSON.parse(text))
  return until > clock().getTime() ? visitor : null
}

function aboutVisitor(channelId: string): string {
  return `visitor of channel ${channelId}`
}
