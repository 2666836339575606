import { jwtVerify } from 'jose'
import { z } from 'zod'
import { aboutIdentity } from '../channel/create-identity-secret.ts'
import type { AppContext } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Site } from './find-site.ts'
import type { Visitor } from './visitor-token.ts'

const claims = z.object({
  sub: z.string().trim().min(1).max(200),
  exp: z.number(),
  name: z.string().trim().max(200).nullish(),
  email: z.string().trim().max(320).nullish(),
})

/**
 * Who is signed in on the page, as its server has signed it.
 * @throws DomainError identity_not_valid
 */
export async function verifyIdentity(app: AppContext, site: Site, token: string): Promise<Visitor> {
  if (!site.identitySecret)
    throw new DomainError(
      'identity_not_valid',
      'This channel has no identity secret. Make one with POST /v1/channels/{id}/identity-secret.',
    )
  const secret = await app.seal.open(site.identitySecret, aboutIdentity(site.channelId))
  const verified = await jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    currentDate: app.clock(),
    requiredClaims: ['sub', 'exp'],
  }).catch(() => null)
  const parsed = claims.safeParse(verified?.payload)
  if (!parsed.success)
    throw new DomainError(
      'identity_not_valid',
      'The identity token is not signed by HS256 with the secret of this channel, has run out, or lacks `sub` or `exp`.',
    )
  const { sub, name, email } = parsed.data
  return {
    externalId: `user:${sub}`,
    identified: true,
    name: name || null,
    email: email || null,
    locale: null,
  }
}
