import { z } from 'zod'
import { id, instant, line } from './scalar.ts'

export const workspace = z
  .object({
    id,
    name: z.string().meta({ examples: ['Example Inc.'] }),
    timeZone: z.string().meta({ examples: ['Europe/Berlin'] }),
    isDemo: z.boolean().meta({ description: 'It is a demo, and can be removed whole.', examples: [false] }),
    createdAt: instant,
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.output<typeof workspace>

export const demo = z
  .object({
    workspaceId: id.meta({ description: 'The workspace that was made.' }),
    adminId: id.meta({ description: 'Its admin.' }),
    token: z.string().meta({
      description: 'An API key of it, for everything. Shown this once.',
      examples: ['baton_3kX9vQ2mWb7LrT1yHc8NfD5gJp0ZsAeU4iOxKqRt6Yo'],
    }),
  })
  .meta({ id: 'Demo' })

export const workspacePatch = z
  .strictObject({
    name: line(80).meta({ examples: ['Example Inc.'] }),
    timeZone: line(64).meta({
      description: 'A name such as Europe/Berlin. Insights count days by it.',
      examples: ['Europe/Berlin'],
    }),
  })
  .partial()
  .meta({ id: 'WorkspacePatch' })
export type WorkspacePatch = z.output<typeof workspacePatch>
