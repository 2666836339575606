import { z } from 'zod'
import { id, instant } from './scalar.ts'

export const workspace = z
  .object({
    id,
    name: z.string().meta({ examples: ['Example Inc.'] }),
    timeZone: z.string().meta({ examples: ['Europe/Berlin'] }),
    createdAt: instant,
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.output<typeof workspace>
