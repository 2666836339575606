import { z } from 'zod'
import { id, instant, line } from './scalar.ts'

/** What a key may be allowed to do. Writing includes reading. */
export const scopes = [
  'bots:read',
  'bots:write',
  'channels:read',
  'channels:write',
  'messages:receive',
  'conversations:read',
  'conversations:write',
  'handovers:read',
  'handovers:write',
  'contacts:read',
  'contacts:write',
  'staff:read',
  'staff:write',
  'notifications:read',
  'notifications:write',
  'webhooks:read',
  'webhooks:write',
  'events:read',
  'reports:read',
  'keys:read',
  'keys:write',
  'workspace:read',
  'workspace:write',
] as const
export type Scope = (typeof scopes)[number]

/** All that there is and will be. */
export const everything = '*'
export type GrantedScope = Scope | typeof everything

/** Whether what was granted covers what is wanted. Writing includes reading. */
export function covers(granted: readonly string[], wanted: GrantedScope): boolean {
  if (granted.includes(everything) || granted.includes(wanted)) return true
  return wanted.endsWith(':read') && granted.includes(wanted.replace(/:read$/, ':write'))
}

const grantedScopes = z
  .array(z.enum([...scopes, everything]))
  .min(1)
  .max(scopes.length + 1)
  .meta({
    description: 'What the key may do. `…:write` includes `…:read`; `*` is everything.',
    examples: [['messages:receive', 'conversations:read']],
  })

export const apiKeyInput = z
  .strictObject({ name: line(80).meta({ examples: ['Web shop'] }), scopes: grantedScopes })
  .meta({ id: 'ApiKeyInput' })
export type ApiKeyInput = z.output<typeof apiKeyInput>

const shown = {
  id,
  name: z.string().meta({ examples: ['Web shop'] }),
  prefix: z.string().meta({ description: 'How the token begins, to know it by.', examples: ['baton_3kX9'] }),
  scopes: grantedScopes,
  createdAt: instant,
  lastUsedAt: instant.nullable().meta({ description: 'To the minute. Null: never.' }),
}

export const apiKey = z.object(shown).meta({ id: 'ApiKey' })
export type ApiKey = z.output<typeof apiKey>

export const createdApiKey = z
  .object({
    ...shown,
    token: z.string().meta({
      description: 'The key itself. Shown this once: Baton keeps only its hash.',
      examples: ['baton_3kX9vQ2mWb7LrT1yHc8NfD5gJp0ZsAeU4iOxKqRt6Yo'],
    }),
  })
  .meta({ id: 'CreatedApiKey' })
export type CreatedApiKey = z.output<typeof createdApiKey>
