import type { Session } from '../session.ts'
import type { Language } from '../texts.ts'

/** What every part of the chat is given. */
export type Parts = {
  language: Language
  session: Session
  /** The sound is on. */
  sound: { on: () => boolean; toggle: () => void }
  close: () => void
  /** Draws everything anew from what is known. */
  redraw: () => void
}
