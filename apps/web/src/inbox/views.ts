import type { ConversationView } from '@baton/contract'
import { texts } from '../texts/index.ts'
import type { IconName } from '../ui/icon.tsx'

/** The views of the inbox, by their word in the address. */
export const views = {
  'needs-a-human': { view: 'needs_human', icon: 'user' },
  mine: { view: 'mine', icon: 'inbox' },
  unassigned: { view: 'unassigned', icon: 'userPlus' },
  'with-the-bot': { view: 'with_bot', icon: 'bot' },
  snoozed: { view: 'snoozed', icon: 'snooze' },
  resolved: { view: 'resolved', icon: 'checkCircle' },
  all: { view: 'all', icon: 'list' },
} as const satisfies Record<string, { view: ConversationView; icon: IconName }>

export type ViewSlug = keyof typeof views

export const viewSlugs = Object.keys(views) as ViewSlug[]

/** The view that an address names. What it does not know is *Needs a human*. */
export function slugOf(word: string): ViewSlug {
  return viewSlugs.find((slug) => slug === word) ?? 'needs-a-human'
}

export function viewName(slug: ViewSlug): string {
  return texts.inbox.views[slug]
}
