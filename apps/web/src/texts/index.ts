import { common } from './common.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'

/** Every word on screen, by the part of the app that says it. A translation is another object of this shape. */
export const texts = { common, session, shell }
