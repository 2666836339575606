import type { ArticlePassageTable, ArticleTable, ArticleVersionTable } from './article.ts'
import type { AttachmentTable } from './attachment.ts'
import type {
  AttemptTable,
  InvitationTable,
  LoginTable,
  PasswordResetTable,
  PersonTable,
  SessionTable,
  StaffPersonTable,
} from './auth.ts'
import type { BotTable, ScenarioDraftTable, ScenarioTable } from './bot.ts'
import type { ChannelTable } from './channel.ts'
import type {
  ContactIdentityTable,
  ContactNoteTable,
  ContactTable,
  ContactTagTable,
  ContactWordTable,
  TaskTable,
} from './contact.ts'
import type {
  AssessmentTable,
  ConversationReadTable,
  ConversationTable,
  MessageTable,
  MessageWordTable,
  SuggestionTable,
} from './conversation.ts'
import type { EventTable, WebhookDeliveryTable, WebhookTable } from './event.ts'
import type { HandoverTable } from './handover.ts'
import type { ModelTable, ModelUseTable } from './model.ts'
import type {
  NotificationDeliveryTable,
  NotificationSettingTable,
  NotificationTable,
} from './notification.ts'
import type { HolidayTable, StaffUserTable, TeamMemberTable, TeamTable } from './staff.ts'
import type { ApiKeyTable, IdempotencyKeyTable, WorkspaceTable } from './workspace.ts'

export interface Database {
  workspace: WorkspaceTable
  model: ModelTable
  model_use: ModelUseTable
  api_key: ApiKeyTable
  idempotency_key: IdempotencyKeyTable
  staff_user: StaffUserTable
  holiday: HolidayTable
  team: TeamTable
  team_member: TeamMemberTable
  bot: BotTable
  article: ArticleTable
  article_version: ArticleVersionTable
  article_passage: ArticlePassageTable
  scenario: ScenarioTable
  scenario_draft: ScenarioDraftTable
  channel: ChannelTable
  contact: ContactTable
  contact_identity: ContactIdentityTable
  contact_tag: ContactTagTable
  contact_word: ContactWordTable
  contact_note: ContactNoteTable
  task: TaskTable
  conversation: ConversationTable
  conversation_read: ConversationReadTable
  message: MessageTable
  message_word: MessageWordTable
  attachment: AttachmentTable
  assessment: AssessmentTable
  suggestion: SuggestionTable
  handover: HandoverTable
  notification: NotificationTable
  notification_delivery: NotificationDeliveryTable
  notification_setting: NotificationSettingTable
  event: EventTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  invitation: InvitationTable
  password_reset: PasswordResetTable
  'auth.person': PersonTable
  'auth.session': SessionTable
  'auth.account': LoginTable
  'auth.staff': StaffPersonTable
  'auth.attempt': AttemptTable
}
