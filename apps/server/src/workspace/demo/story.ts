import type { FeedbackInput } from '@baton/contract'
import type { Person } from './shop.ts'

/** Who does something: one of the shop's people, or whoever the conversation is assigned to by then. */
export type Actor = Person | 'owner'

export type Act =
  | { do: 'say'; text: string }
  | { do: 'claim' | 'take_over' | 'hand_back' | 'resolve' }
  | { do: 'reply'; text: string }
  | { do: 'note'; text: string; mentions: Person[] }
  | { do: 'snooze'; minutes: number }
  | { do: 'feedback'; verdict: FeedbackInput['verdict']; comment?: string }
  /** The contact says whether it helped. */
  | { do: 'rate'; helped: boolean }
  | { do: 'tag'; tags: string[] }
  /** Of the actor, not of the conversation. */
  | { do: 'availability'; availability: 'available' | 'away' }

/** What happens so many minutes after what came before it. */
export type Step = { after: number; by: Actor } & Act

/** When it begins: some days ago at a time of day, or some minutes ago. */
export type Start = { daysAgo: number; at: string } | { minutesAgo: number }

export type Story = { locale?: string; channel?: 'site' | 'app'; steps: Step[]; starts: Start[] }

export function say(text: string, after = 0): Step {
  return { after, by: 'owner', do: 'say', text }
}

export function reply(after: number, text: string, by: Actor = 'owner'): Step {
  return { after, by, do: 'reply', text }
}

export function act(after: number, act: Act, by: Actor = 'owner'): Step {
  return { after, by, ...act }
}

export function ago(daysAgo: number, at: string): Start {
  return { daysAgo, at }
}
