import type { BetterAuthOptions } from 'better-auth'
import { type Kysely, sql } from 'kysely'
import type { Config } from '../config.ts'
import { newId } from '../context.ts'
import type { Database } from '../database/schema/index.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { deriveKey } from './secret.ts'

/** Passwords and sessions. What it leaves out, who is invited and who may do what, is ours. */
export type Auth = Awaited<ReturnType<typeof openAuth>>

/** The address that a request comes from, as we say it to better-auth. What a caller puts there is dropped. */
export const addressHeader = 'x-baton-address'

export const authPath = '/auth'
const day = 24 * 60 * 60

/** Makes better-auth when it is first needed: it is large, and a worker never needs it. */
export function createAuth(config: Config, db: Kysely<Database>): () => Promise<Auth> {
  let auth: Promise<Auth> | undefined
  return () => {
    auth ??= openAuth(config, db).catch((error: unknown) => {
      // The next one who asks tries again.
      auth = undefined
      throw error
    })
    return auth
  }
}

async function openAuth(config: Config, db: Kysely<Database>) {
  const { betterAuth } = await import('better-auth')
  const secret = (await deriveKey(config, 'baton session')).toString('base64url')
  return betterAuth({
    baseURL: config.url,
    basePath: authPath,
    secret,
    database: { db, type: 'postgres', schemaName: 'auth' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // `limitAttempts` stands before it, for our own endpoints too, and counts in the database.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // People come by set-up or by invitation.
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    advanced: {
      cookiePrefix: 'baton',
      useSecureCookies: config.url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      // `requireOwnOrigin` stands before it, for `/v1` too.
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: newId, validateSchema: false },
    },
    databaseHooks: { session: { create: { before: (session) => isOnStaff(db, session.userId) } } },
    ...columns,
    session: { ...columns.session, expiresIn: 7 * day, updateAge: day },
  })
}

/** Who is deactivated does not sign in, by whatever way. */
async function isOnStaff(db: Kysely<Database>, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from find_staff(${personId})`.execute(db)
  return rows.length > 0
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** What our tables call what better-auth keeps. */
const columns = {
  user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
  session: {
    fields: {
      userId: 'person_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...times,
    },
  },
  account: {
    fields: {
      userId: 'person_id',
      accountId: 'account_id',
      providerId: 'provider_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  verification: { fields: { expiresAt: 'expires_at', ...times } },
} satisfies BetterAuthOptions
