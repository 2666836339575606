import { z } from 'zod'

/** An id as Baton gives it. Any UUID is well formed; one that names nothing is answered with 404. */
export const id = z.guid().meta({ examples: ['0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64'] })

/** An instant as Baton gives it: always in UTC. */
export const instant = z.iso.datetime().meta({ examples: ['2026-03-02T10:00:00.000Z'] })

/** An instant as it may be given: in UTC or with an offset. */
export const givenInstant = z.iso
  .datetime({ offset: true, error: 'Give an instant like 2026-03-02T10:00:00Z.' })
  .meta({ examples: ['2026-03-02T10:00:00Z'] })

/** A line of text: a name, a title. Spaces around it are dropped. */
export function line(max: number) {
  return z.string().trim().min(1).max(max)
}

/** The words of a message, kept as they were written. */
export const words = z
  .string()
  .min(1)
  .max(20_000)
  .refine((text) => text.trim() !== '', { error: 'Write something: spaces alone are no message.' })

export const email = z
  .email({ error: 'Give an e-mail address like jo@example.com.' })
  .max(320)
  .meta({ examples: ['jo@example.com'] })

/** An address that Baton calls. */
export const webAddress = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with https:// or http://.' })
  .max(2_000)
  .meta({ examples: ['https://example.com/baton'] })

export const tag = line(50)
  .regex(/^\P{Cc}*$/u, { error: 'A tag has no control characters.' })
  .meta({ examples: ['human_handover'] })

/** A number in a query string. */
export function queryNumber() {
  return z.coerce.number<number>().int()
}

/** `true` or `false` in a query string. */
export const queryBoolean = z.preprocess(
  (value: boolean | 'true' | 'false') => (value === 'true' ? true : value === 'false' ? false : value),
  z.boolean({ error: 'Give true or false.' }),
)

export const idParams = z.strictObject({ id })

/** Who acts. Left out, the API key acts by itself. */
export const actor = id
  .nullish()
  .meta({ description: 'The user who does this. Left out, the API key does it for nobody.' })

export function withoutDoubles(values: string[]): boolean {
  return new Set(values.map((value) => value.toLowerCase())).size === values.length
}
