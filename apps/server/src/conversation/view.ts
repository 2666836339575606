import type {
  Assessment,
  Conversation,
  ListedConversation as Listed,
  Message,
  UnansweredReport,
} from '@baton/contract'
import type { Selectable } from 'kysely'
import { viewMessageAttachment } from '../attachment/view.ts'
import type { AssessmentTable } from '../database/schema/conversation.ts'
import type { ConversationRow } from './control.ts'
import type { ListedConversation } from './list-conversations.ts'
import type { MessageRow } from './queries.ts'
import type { reportUnanswered } from './report-unanswered.ts'

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}

export function viewConversation(row: ConversationRow): Conversation {
  return {
    id: row.id,
    channelId: row.channel_id,
    contactId: row.contact_id,
    status: row.status,
    snoozedUntil: iso(row.snoozed_until),
    control: {
      epoch: row.epoch,
      bot: {
        status: row.bot_status,
        cause: row.sleep_cause,
        since: iso(row.slept_at),
        wakesAt: iso(row.wakes_at),
      },
      handover: row.open_handover && {
        id: row.open_handover.id,
        scenarioId: row.open_handover.scenarioId,
        status: row.open_handover.status,
        since: new Date(row.open_handover.since).toISOString(),
        respondBy:
          row.open_handover.respondBy === null ? null : new Date(row.open_handover.respondBy).toISOString(),
      },
      assigneeId: row.assignee_id,
      teamId: row.team_id,
      attempts: row.attempts,
      botMessages: row.bot_messages,
      watermark: row.watermark,
    },
    waitsFor: row.waits_for,
    waitingSince: iso(row.waits_since),
    lastSeq: row.last_seq,
    lastMessageAt: row.last_message_at.toISOString(),
    createdAt: row.created_at.toISOString(),
  }
}

export function viewListed(row: ListedConversation): Listed {
  return {
    ...viewConversation(row),
    contactName: row.contact_name,
    lastMessage:
      row.last_author && row.last_kind && row.last_text !== null
        ? {
            author: row.last_author,
            kind: row.last_kind,
            text: row.last_text,
            attachments: row.last_attachments?.length ?? 0,
          }
        : null,
    tags: row.tags,
    scenarioName: row.scenario_name,
    respondBy: iso(row.respond_by),
    readSeq: row.read_seq,
    unread: row.last_contact_seq > (row.read_seq ?? 0),
  }
}

export function viewMessage(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    seq: row.seq,
    externalId: row.external_id,
    author: row.author,
    kind: row.kind,
    userId: row.user_id,
    text: row.text,
    ...(row.attachments
      ? { attachments: row.attachments.map((one) => viewMessageAttachment(row.conversation_id, one)) }
      : {}),
    mentions: row.mentions,
    handoverId: row.handover_id,
    answered: row.answered,
    confidence: row.confidence,
    ...(row.sources ? { sources: row.sources } : {}),
    writtenAt: iso(row.written_at),
    createdAt: row.created_at.toISOString(),
  }
}

export function viewAssessment(row: Selectable<AssessmentTable>): Assessment {
  return {
    seq: row.seq,
    judged: row.judged,
    decision: row.decision,
    outcome: row.outcome,
    scenarioId: row.scenario_id,
    failedAttempts: row.failed_attempts,
    scores: row.scores,
    opinion: row.opinion,
    createdAt: row.created_at.toISOString(),
  }
}

export function viewUnanswered({
  rows,
  total,
}: Awaited<ReturnType<typeof reportUnanswered>>): UnansweredReport {
  return {
    total,
    items: rows.map((row) => ({
      conversationId: row.id,
      contactId: row.contact_id,
      contactName: row.contact_name,
      waitsFor: row.waits_for === 'bot' ? 'bot' : 'human',
      waitingSince: row.waits_since?.toISOString() ?? null,
      assigneeId: row.assignee_id,
      handoverId: row.open_handover?.id ?? null,
    })),
  }
}
