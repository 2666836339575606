import type { HandoverOutcome, Instant, Reactivation, SleepCause } from './control.ts'
import type { Placement } from './place-handover.ts'

/** Who acts: a user, or an API key that acts for no user. */
export type Actor = { userId: string | null }

export type TaskPlan = { title: string; text: string; dueInMinutes: number }

/** Everything a handover does, worked out beforehand from its scenario and the staff on duty. */
export type HandoverPlan = {
  handoverId: string
  scenarioId: string | null
  cause: 'handover' | 'message_cap'
  /** Null: say nothing. Ignored where the bot may not speak any more. */
  finalMessage: string | null
  /** False: flag and assign only; the bot goes on. */
  pauseBot: boolean
  reactivation: Reactivation | null
  task: TaskPlan | null
  tags: string[]
  responseTarget: { minutes: number } | null
  placement: Placement
}

export type BotOutcome =
  | { do: 'answer'; text: string }
  | { do: 'hand_over'; plan: HandoverPlan }
  /** The turn is over and says nothing: an outside bot answers by itself. */
  | { do: 'wait' }
  /** What the contact's side sent by itself, such as an out-of-office reply, wants no answer. Refused in an open handover. */
  | { do: 'let_be' }
  /** Another machine answers each answer. The bot sleeps, and a person is to look. */
  | { do: 'stop_loop' }

export type Event =
  | { type: 'contact_wrote'; botOn: boolean; optOut: boolean }
  | {
      type: 'bot_turn'
      /** The epoch the turn began with. */
      epoch: number
      /** The contact's newest message that the turn has read. Null: an outside bot speaks on its own account. */
      readUpTo: number | null
      attempts: number
      /** Most messages the bot may send before it hands over. */
      messageCap: number
      outcome: BotOutcome
    }
  /** The bot behind the conversation was switched on or off since the contact wrote. */
  | { type: 'bot_switched'; botOn: boolean }
  | { type: 'asked_again' }
  | { type: 'user_replied'; by: Actor; sleepBot: boolean }
  | { type: 'note_written' }
  | { type: 'hand_over'; plan: HandoverPlan }
  | { type: 'take_over'; by: Actor }
  | { type: 'claim'; userId: string }
  | { type: 'assign'; userId: string | null; teamId: string | null }
  | { type: 'hand_back' }
  | { type: 'sleep'; by: Actor; until: Instant | null }
  | { type: 'wake' }
  | { type: 'wake_timer'; epoch: number }
  | { type: 'respond_timer'; handoverId: string; placement: Placement | null }
  | { type: 'resolve' }
  | { type: 'reopen' }
  | { type: 'snooze'; until: Instant }
  | { type: 'snooze_timer' }

/** Who is told. `admins` is the road of the queue. */
export type Audience = { to: 'user'; userId: string } | { to: 'team'; teamId: string } | { to: 'admins' }

export type Effect =
  | { do: 'queue_turn'; epoch: number; seq: number }
  | { do: 'send_bot_message'; seq: number; epoch: number; text: string; role: 'answer' }
  | { do: 'send_bot_message'; seq: number; epoch: number; text: string; role: 'final'; handoverId: string }
  | { do: 'open_handover'; plan: HandoverPlan; respondBy: Instant | null }
  | { do: 'claim_handover'; handoverId: string; userId: string | null }
  /** It waits again: whoever had claimed it never answered. */
  | { do: 'release_handover'; handoverId: string }
  | { do: 'close_handover'; handoverId: string; outcome: HandoverOutcome }
  | { do: 'assign'; userId: string | null; teamId: string | null }
  | { do: 'create_task'; handoverId: string; task: TaskPlan; assigneeId: string | null }
  | { do: 'add_tags'; tags: string[] }
  | { do: 'notify'; about: NotificationAbout; handoverId: string | null; audience: Audience }
  | { do: 'sleep'; cause: SleepCause; wakesAt: Instant | null }
  | { do: 'wake' }
  | { do: 'set_timer'; timer: 'wake'; at: Instant; epoch: number }
  | { do: 'set_timer'; timer: 'respond'; at: Instant; handoverId: string }
  | { do: 'set_timer'; timer: 'snooze'; at: Instant }

export type NotificationAbout = 'handover' | 'assigned' | 'asked_again' | 'target_missed' | 'woken_unclaimed'

/** Why an event was refused or dropped. Nothing changed. */
export type Refusal =
  | 'bot_asleep'
  | 'stale_epoch'
  | 'newer_message'
  | 'already_answered'
  | 'message_cap'
  | 'handover_open'
  | 'no_handover'
  | 'already_claimed'
  | 'bot_awake'
  | 'not_due'
  | 'no_change'
