import type { NotificationAbout } from '@baton/contract'
import type { NotificationRow } from './queries.ts'

const somebody = 'A contact'

/** What happened, as the subject says it. */
const subjects: Record<NotificationAbout, (contact: string, task: string) => string> = {
  handover: (contact) => `${contact} was handed over to you`,
  assigned: (contact) => `${contact} is yours now`,
  asked_again: (contact) => `${contact} asks for a person again`,
  target_missed: (contact) => `${contact} waits longer than the target`,
  woken_unclaimed: (contact) => `The bot woke with ${contact}, and nobody had come`,
  new_message: (contact) => `${contact} wrote`,
  mentioned: (contact) => `You were mentioned about ${contact}`,
  task_assigned: (contact, task) => `A task about ${contact} is yours: ${task}`,
  task_due: (contact, task) => `A task about ${contact} is due: ${task}`,
  wakes_soon: (contact) => `The bot wakes in 5 minutes, and ${contact} has no answer yet`,
  bot_silent: (contact) => `The bot did not answer ${contact}`,
  unanswered: (contact) => `${contact} waits, and nobody has them`,
  passed_on: (contact) => `${contact} was passed on to you`,
  test: () => 'This is a test of your notifications',
}

/** A notification as a mail. All about one conversation is one thread. */
export function writeMail({
  told,
  user,
  workspaceName,
  wants,
  url,
}: {
  told: Pick<
    NotificationRow,
    'id' | 'about' | 'contact_name' | 'scenario_name' | 'task_title' | 'conversation_id'
  >
  user: { name: string; email: string }
  workspaceName: string
  /** What the contact asked last. Null: it is not known. */
  wants: string | null
  /** The public address of Baton. */
  url: string
}) {
  const domain = new URL(url).hostname
  const subject = oneLine(subjects[told.about](told.contact_name ?? somebody, told.task_title ?? ''))
  const link = told.conversation_id === null ? url : `${url}/inbox/all/${told.conversation_id}`
  const lines = [
    `${subject}.`,
    ...(told.scenario_name ? ['', `Why: ${oneLine(told.scenario_name)}`] : []),
    ...(wants ? ['', `They wrote: ${oneLine(wants)}`] : []),
    '',
    link,
    '',
    `You get this because of your notification settings in ${workspaceName}:`,
    `${url}/settings/notifications`,
  ]
  return {
    to: { name: user.name, address: user.email },
    subject,
    text: lines.join('\n'),
    messageId: `<notification-${told.id}@${domain}>`,
    ...(told.conversation_id === null
      ? {}
      : { references: [`<conversation-${told.conversation_id}@${domain}>`] }),
  }
}

/** What a contact wrote has lines and signs. In a mail it is one line of text. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 500)
}
