import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const repository = fileURLToPath(new URL('../../..', import.meta.url))

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')

const environment = z.object({
  PORT: z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('0.0.0.0'),
  BATON_DATA: z.string().min(1).default(resolve(repository, '.baton')),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address such as postgres://user:password@host:5432/database')
    .optional(),
  BATON_URL: z
    .url({ protocol: /^https?$/, error: 'the public address, such as https://baton.example.com' })
    .optional(),
  BATON_BOOTSTRAP_KEY: z.string().min(20, 'an API key of at least 20 characters').optional(),
  BATON_SECRET: z.string().min(32, 'a secret of at least 32 characters').optional(),
  BATON_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'a mail server such as smtp://user:password@mail.example.com:587')
    .optional(),
  BATON_MAIL_FROM: z.string().min(3, 'an address such as Baton <baton@example.com>').optional(),
  BATON_ALLOW_PRIVATE_TARGETS: flag.default(false),
  BATON_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

/** Everything that the environment decides. Nothing else reads `process.env`. */
export type Config = {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** The folder of the built-in database and of the first API key. Absolute. */
  readonly dataFolder: string
  /** Null: the built-in PostgreSQL. */
  readonly databaseUrl: string | null
  /** The public address, without a slash at the end. */
  readonly url: string
  readonly bootstrapKey: string | null
  /** What stored keys of others are encrypted and sessions signed with. Null: the file `secret` in the data folder. */
  readonly secret: string | null
  /** The mail server. Null: no mails go out. */
  readonly smtpUrl: string | null
  /** From whom mails come. */
  readonly mailFrom: string
  /** Whether webhooks may go to private networks. */
  readonly allowPrivateTargets: boolean
  readonly logLevel: string
}

/** One or more variables are wrong. The message names each, and never shows its value. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/**
 * Reads the configuration. An empty variable counts as not set.
 * @throws ConfigError
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: expected ${issue.message}`)
    throw new ConfigError(`The configuration is wrong:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  const url = (values.BATON_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, '')
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataFolder: resolve(values.BATON_DATA),
    databaseUrl: values.DATABASE_URL ?? null,
    url,
    bootstrapKey: values.BATON_BOOTSTRAP_KEY ?? null,
    secret: values.BATON_SECRET ?? null,
    smtpUrl: values.BATON_SMTP_URL ?? null,
    mailFrom: values.BATON_MAIL_FROM ?? `Baton <baton@${new URL(url).hostname}>`,
    allowPrivateTargets: values.BATON_ALLOW_PRIVATE_TARGETS,
    logLevel: values.BATON_LOG_LEVEL,
  })
}
