import type { Migration } from 'kysely/migration'
import { up as initial } from './20261123000000-initial.ts'
import { up as model } from './20261123120000-model.ts'
import { up as scenarioDraft } from './20261123130000-scenario-draft.ts'
import { up as inbox } from './20261123140000-inbox.ts'
import { up as notification } from './20261123150000-notification.ts'
import { up as insight } from './20261123160000-insight.ts'
import { up as audit } from './20261123170000-audit.ts'
import { up as demo } from './20261123180000-demo.ts'
import { up as signIn } from './20261123180000-sign-in.ts'
import { up as missed } from './20261123185000-missed.ts'
import { up as visibility } from './20261123190000-visibility.ts'
import { up as demoSession } from './20261123210000-demo-session.ts'
import { up as webChat } from './20261123220000-web-chat.ts'
import { up as knowledge } from './20261123230000-knowledge.ts'
import { up as notificationDelivery } from './20261124000000-notification-delivery.ts'
import { up as botTurns } from './20261124010000-bot-turns.ts'
import { up as attachment } from './20261124020000-attachment.ts'
import { up as callSecret } from './20261124020000-call-secret.ts'
import { up as languages } from './20261124020000-languages.ts'
import { up as duty } from './20261124030000-duty.ts'
import { up as suggestion } from './20261124030000-suggestion.ts'
import { up as absenceMessage } from './20261124040000-absence-message.ts'
import { up as webhookFormat } from './20261124050000-webhook-format.ts'

/** In order of time. A migration that has been released is never changed. */
export const migrations: Record<string, Migration> = {
  '20261123000000-initial': { up: initial },
  '20261123120000-model': { up: model },
  '20261123130000-scenario-draft': { up: scenarioDraft },
  '20261123140000-inbox': { up: inbox },
  '20261123150000-notification': { up: notification },
  '20261123160000-insight': { up: insight },
  '20261123170000-audit': { up: audit },
  '20261123180000-demo': { up: demo },
  '20261123185000-missed': { up: missed },
  '20261123180000-sign-in': { up: signIn },
  '20261123190000-visibility': { up: visibility },
  '20261123210000-demo-session': { up: demoSession },
  '20261123220000-web-chat': { up: webChat },
  '20261123230000-knowledge': { up: knowledge },
  '20261124000000-notification-delivery': { up: notificationDelivery },
  '20261124010000-bot-turns': { up: botTurns },
  '20261124020000-languages': { up: languages },
  '20261124020000-call-secret': { up: callSecret },
  '20261124020000-attachment': { up: attachment },
  '20261124030000-suggestion': { up: suggestion },
  '20261124040000-absence-message': { up: absenceMessage },
  '20261124050000-webhook-format': { up: webhookFormat },
  '20261124030000-duty': { up: duty },
}
