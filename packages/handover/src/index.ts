export { type Advance, advance, remindEvery } from './advance.ts'
export {
  type BotState,
  type Control,
  type HandoverOutcome,
  type Instant,
  initialControl,
  type OpenHandover,
  type Reactivation,
  type SleepCause,
  waitsFor,
} from './control.ts'
export { backAt, type Calendar, offDutyAt } from './duty.ts'
export type {
  Actor,
  Audience,
  BotOutcome,
  Effect,
  Event,
  HandoverPlan,
  NotificationAbout,
  Refusal,
  TaskPlan,
} from './events.ts'
export { type Hours, isOpenAt, type Span } from './hours.ts'
export {
  type Asked,
  type AssignTo,
  canTake,
  type Fallback,
  type Needs,
  type Placement,
  placeHandover,
  type Roster,
  type Sharing,
  type StaffMember,
  type Unavailable,
} from './place-handover.ts'
