import { bots } from './bots.ts'
import { common } from './common.ts'
import { contacts } from './contacts.ts'
import { conversation } from './conversation.ts'
import { inbox } from './inbox.ts'
import { insights } from './insights.ts'
import { knowledge } from './knowledge.ts'
import { notifications } from './notifications.ts'
import { scenario } from './scenario.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { staff } from './staff.ts'
import { trial } from './trial.ts'
import { why } from './why.ts'

/** Every word on screen, by the part of the app that says it. A translation is another object of this shape. */
export const texts = {
  common,
  shell,
  session,
  inbox,
  conversation,
  why,
  bots,
  scenario,
  settings,
  staff,
  notifications,
  insights,
  contacts,
  knowledge,
  trial,
}
