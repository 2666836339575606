import type { Migration } from 'kysely/migration'
import { up as initial } from './20261123000000-initial.ts'
import { up as model } from './20261123120000-model.ts'
import { up as signIn } from './20261123180000-sign-in.ts'
import { up as visibility } from './20261123190000-visibility.ts'

/** In order of time. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '20261123000000-initial': { up: initial },
  '20261123120000-model': { up: model },
  '20261123180000-sign-in': { up: signIn },
  '20261123190000-visibility': { up: visibility },
}
