import type { Notification } from '@baton/contract'
import { texts } from '../texts/index.ts'
import type { IconName } from '../ui/icon.tsx'

const words = texts.notifications

const icons: Record<Notification['about'], IconName> = {
  handover: 'takeOver',
  assigned: 'user',
  asked_again: 'alert',
  target_missed: 'timer',
  woken_unclaimed: 'sun',
  new_message: 'chat',
  mentioned: 'bubble',
  task_assigned: 'task',
  task_due: 'clock',
  wakes_soon: 'sun',
  bot_silent: 'alert',
  unanswered: 'timer',
  passed_on: 'userPlus',
  test: 'bell',
}

/** What happened, in a sentence, with what it is about. */
export function describeNotification({ about, contactName, scenarioName, taskTitle }: Notification): {
  icon: IconName
  line: string
  detail: string | null
} {
  return {
    icon: icons[about],
    line: words.about[about](contactName ?? words.somebody),
    detail: taskTitle ?? scenarioName,
  }
}
