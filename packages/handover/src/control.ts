/**
 * The words of this package, and its states.
 *
 * - **control**: who may speak to the contact in one conversation, and all that decides it.
 * - **epoch**: a counter that rises whenever who may speak changes. What was written under an older
 *   epoch is never sent.
 * - **handover**: the request that a person takes the conversation. It is *waiting* until a person
 *   claims it (by button, by answering, by taking over), then *claimed*, and ends with an outcome.
 * - **watermark**: messages up to this number trigger nothing any more.
 * - **turn**: the bot reads what the contact wrote and answers, or hands over.
 * - **flag**: a handover whose plan does not pause the bot. It calls a person and promises the contact nothing.
 *
 * States of the bot
 *
 * | state                | entered by                                    | in it                            | left by |
 * |----------------------|-----------------------------------------------|----------------------------------|---------|
 * | awake                | start, `hand_back`, `wake`, a due `wake_timer`, `resolve` | each message of the contact asks for a turn | any line below |
 * | asleep, handover     | `bot_turn` or `hand_over` with a plan that pauses the bot | nothing of the bot is sent; the contact asking again reminds the assignee | `hand_back`, `wake`, `wake_timer`, `resolve` |
 * | asleep, message_cap  | the same, when the bot has used up its messages | the same                       | the same |
 * | asleep, user_message | `user_replied` with `sleepBot`                | the user's conversation          | `hand_back`, `wake`, `resolve` |
 * | asleep, take_over    | `take_over` by a user                         | as above; a timer that ran is void | the same |
 * | asleep, manual       | `sleep` by a user                             | until its time, or until woken; outlasts a resolve | `hand_back`, `wake`, `wake_timer` |
 * | asleep, api          | `sleep` or `take_over` by an API key          | as manual                        | the same |
 * | asleep, loop         | `bot_turn` that found another machine at the other end | what it wrote waits for a person | `hand_back`, `wake`, `resolve` |
 * | asleep, opt_out      | `contact_wrote` with `optOut`                 | stays the cause whatever else puts it to sleep; never wakes by itself; outlasts a resolve | `hand_back`, `wake` |
 *
 * `sleep` while it sleeps keeps the cause and sets anew until when; only after an opt-out it sets no time.
 *
 * States of the handover
 *
 * | state   | entered by                         | in it                                      | left by |
 * |---------|------------------------------------|--------------------------------------------|---------|
 * | none    | start, and every outcome           |                                            | `bot_turn`, `hand_over` |
 * | waiting | `bot_turn`, `hand_over`; a wake that finds it claimed and not answered | stands in *Needs a human*; its response target runs | `claim`, `take_over`, `user_replied` → claimed; `hand_back`, `resolve` → none; a newer one that pauses the bot → none. A wake leaves it standing: nobody has come yet |
 * | claimed | `claim`, `take_over`, `user_replied` | a person has it                          | `hand_back`, `resolve`, a newer one that pauses the bot → none; `wake`, `wake_timer` → none, or waiting where nobody has answered |
 *
 * Status of the conversation: `snooze` → snoozed; `resolve` → resolved; `reopen`, `take_over`, a handover, any
 * message of the contact or a user, and for a snoozed one `snooze_timer` → open.
 *
 * Time and ids come in as arguments. Instants are milliseconds since 1970 in UTC.
 */

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

export type SleepCause =
  | 'handover'
  | 'user_message'
  | 'take_over'
  | 'manual'
  | 'message_cap'
  | 'opt_out'
  | 'loop'
  | 'api'

/** When the bot wakes by itself: so many minutes after the handover, or after a user's last message. */
export type Reactivation = { minutes: number; countFrom: 'handover' | 'last_user_message' }

export type BotState =
  | { status: 'awake' }
  | {
      status: 'asleep'
      cause: SleepCause
      since: Instant
      /** Null: until somebody wakes it. */
      wakesAt: Instant | null
      reactivation: Reactivation | null
    }

export type OpenHandover = {
  id: string
  scenarioId: string | null
  status: 'waiting' | 'claimed'
  since: Instant
  /** The contact's newest message when it began: what the promise of a person is about. */
  askedSeq: number
  /** True when its plan left the bot awake: it flags the conversation and no more. */
  flagOnly: boolean
  /** By when a person should have claimed it. Null: no target, or the target was missed and dealt with. */
  respondBy: Instant | null
  remindedAt: Instant | null
}

export type HandoverOutcome = 'handed_back' | 'woken' | 'resolved' | 'superseded'

export type Control = {
  epoch: number
  bot: BotState
  /**
   * Whether a bot on autopilot stood behind the conversation when the contact last wrote, and was not switched
   * off since.
   */
  botOn: boolean
  status: 'open' | 'snoozed' | 'resolved'
  snoozedUntil: Instant | null
  handover: OpenHandover | null
  assigneeId: string | null
  teamId: string | null
  /** Failed attempts of the bot since the watermark. Frustration alone counts half. */
  attempts: number
  watermark: number
  /** Messages the bot has sent since it last woke, final messages left out. */
  botMessages: number
  /** Number of the newest message of anyone. */
  lastSeq: number
  /** Number of the contact's newest message. */
  lastContactSeq: number
  /**
   * The contact's messages up to this number were answered by someone. A promise of a person takes the last one
   * back: it waits for that person, even where the bot had answered it.
   */
  answeredSeq: number
  /** The contact's messages up to this number had their turn of the bot. */
  turnSeq: number
  /** Since when the contact waits for an answer. Null: nobody waits. */
  waitingSince: Instant | null
}

/** What a conversation starts with. */
export function initialControl(): Control {
  return {
    epoch: 1,
    bot: { status: 'awake' },
    botOn: false,
    status: 'open',
    snoozedUntil: null,
    handover: null,
    assigneeId: null,
    teamId: null,
    attempts: 0,
    watermark: 0,
    botMessages: 0,
    lastSeq: 0,
    lastContactSeq: 0,
    answeredSeq: 0,
    turnSeq: 0,
    waitingSince: null,
  }
}

/** Whose move it is. `human` is the queue *Needs a human*. */
export function waitsFor(control: Control): 'nobody' | 'bot' | 'human' {
  if (control.status === 'resolved') return 'nobody'
  if (control.handover?.status === 'waiting') return 'human'
  if (control.lastContactSeq <= control.answeredSeq) return 'nobody'
  return control.bot.status === 'awake' && control.botOn ? 'bot' : 'human'
}
