import type { Attachment } from '@baton/contract'
import { isOptOut } from '@baton/detection'
import { type Control, initialControl, waitsFor } from '@baton/handover'
import { newId, type UnitOfWork } from '../context.ts'
import { DomainError } from '../errors.ts'
import { tell } from '../notification/tell.ts'
import { changeControl, lockConversation } from './change-control.ts'
import { type ConversationRow, columnsOf } from './control.ts'
import { indexContact } from './index-words.ts'
import { storeMessage } from './store-message.ts'

export type InboundMessage = {
  contact: {
    externalId: string
    name?: string | null
    email?: string | null
    phone?: string | null
    locale?: string | null
  }
  message: {
    externalId?: string | null
    text: string
    at?: Date | null
    automatic?: boolean | null
    attachments?: Attachment[]
  }
}

export type Received = { conversationId: string; messageId: string; seq: number; duplicate: boolean }

/**
 * Takes in one message of a contact: finds or makes contact and conversation, stores the message once, and
 * queues the bot's turn where a bot on autopilot is awake. A message that was there already (same channel,
 * same external id) changes nothing and is answered with where it stands.
 *
 * Two that arrive at once and make the same contact, or are the same message, meet on a unique key: the unit
 * of work of the later one is run again and finds what the first one made.
 * @throws DomainError not_found when there is no such channel
 */
export async function receiveMessage(
  work: UnitOfWork,
  channelId: string,
  inbound: InboundMessage,
): Promise<Received> {
  const place = await findPlace(work, channelId, inbound)
  if (!place) throw new DomainError('not_found', 'There is no channel with this id.')
  if (place.message_id !== null && place.message_conversation_id !== null && place.message_seq !== null)
    return {
      conversationId: place.message_conversation_id,
      messageId: place.message_id,
      seq: place.message_seq,
      duplicate: true,
    }
  await keepContact(work, place, inbound)
  const conversation = place.conversation_id
    ? await lockConversation(work, place.conversation_id)
    : await openConversation(work, channelId, place.contact_id, inbound)

  const botOn = place.mode === 'autopilot'
  const { control } = await changeControl(
    work,
    conversation,
    { type: 'contact_wrote', botOn, optOut: isOptOut(inbound.message.text) },
    { waitSeconds: place.wait_seconds ?? 0 },
  )
  const { id, seq } = await storeMessage(work, conversation, {
    seq: control.lastSeq,
    author: 'contact',
    kind: 'message',
    text: inbound.message.text,
    externalId: inbound.message.externalId ?? null,
    writtenAt: inbound.message.at ?? null,
    automatic: inbound.message.automatic ?? false,
    attachments: inbound.message.attachments ?? [],
  })
  await tellOwner(work, conversation.id, control, seq)
  // A suggestive bot sends nothing, but says what it would have done.
  if (place.mode === 'suggestive')
    work.enqueue('bot_turn', {
      workspaceId: work.workspaceId,
      conversationId: conversation.id,
      epoch: control.epoch,
      seq,
    })
  return { conversationId: conversation.id, messageId: id, seq, duplicate: false }
}

/** Who has the conversation is told that the contact wrote, once until they have read it. */
async function tellOwner(
  work: UnitOfWork,
  conversationId: string,
  control: Control,
  seq: number,
): Promise<void> {
  const { assigneeId } = control
  if (!assigneeId || waitsFor(control) !== 'human') return
  const unread = await work.db
    .selectFrom('notification')
    .select('id')
    .where('workspace_id', '=', work.workspaceId)
    .where('user_id', '=', assigneeId)
    .where('conversation_id', '=', conversationId)
    .where('about', '=', 'new_message')
    .where('read_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (unread) return
  await tell(work, [assigneeId], {
    about: 'new_message',
    event: 'new_message',
    dedupeKey: `new_message:${conversationId}:${seq}`,
    conversationId,
  })
}

type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

/** Everything that is known of where the message belongs, in one look. */
async function findPlace({ db, workspaceId }: UnitOfWork, channelId: string, inbound: InboundMessage) {
  return await db
    .selectFrom('channel')
    .leftJoin('bot', (join) =>
      join.onRef('bot.workspace_id', '=', 'channel.workspace_id').onRef('bot.id', '=', 'channel.bot_id'),
    )
    .leftJoin('contact_identity as identity', (join) =>
      join
        .onRef('identity.workspace_id', '=', 'channel.workspace_id')
        .onRef('identity.channel_id', '=', 'channel.id')
        .on('identity.external_id', '=', inbound.contact.externalId),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'channel.workspace_id')
        .onRef('contact.id', '=', 'identity.contact_id'),
    )
    .leftJoin('conversation', (join) =>
      join
        .onRef('conversation.workspace_id', '=', 'channel.workspace_id')
        .onRef('conversation.channel_id', '=', 'channel.id')
        .onRef('conversation.contact_id', '=', 'identity.contact_id'),
    )
    .leftJoin('message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'channel.workspace_id')
        .onRef('message.channel_id', '=', 'channel.id')
        .on('message.external_id', '=', inbound.message.externalId ?? null),
    )
    .where('channel.workspace_id', '=', workspaceId)
    .where('channel.id', '=', channelId)
    .select([
      'bot.mode',
      'bot.wait_seconds',
      'identity.contact_id',
      'contact.name',
      'contact.email',
      'contact.phone',
      'contact.locale',
      'conversation.id as conversation_id',
      'message.id as message_id',
      'message.seq as message_seq',
      'message.conversation_id as message_conversation_id',
    ])
    .executeTakeFirst()
}

const details = ['name', 'email', 'phone', 'locale'] as const

/** Fills in what the channel knows of the contact. What it leaves out stays as it is. */
async function keepContact(work: UnitOfWork, place: Place, inbound: InboundMessage): Promise<void> {
  const { db, workspaceId, now } = work
  if (!place.contact_id) return
  const news = Object.fromEntries(
    details.flatMap((detail) => {
      const value = inbound.contact[detail]
      return value && value !== place[detail] ? [[detail, value]] : []
    }),
  )
  if (Object.keys(news).length === 0) return
  await db
    .updateTable('contact')
    .set({ ...news, updated_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', place.contact_id)
    .execute()
  const { name, email, phone } = { ...place, ...news }
  await indexContact(work, { id: place.contact_id, name, email, phone })
}

async function openConversation(
  work: UnitOfWork,
  channelId: string,
  knownContactId: string | null,
  { contact }: InboundMessage,
): Promise<ConversationRow> {
  const contactId = knownContactId ?? (await createContact(work, channelId, contact))
  const control = columnsOf(initialControl())
  const row = await work.db
    .insertInto('conversation')
    .values({
      workspace_id: work.workspaceId,
      id: newId(),
      channel_id: channelId,
      contact_id: contactId,
      ...control,
      last_message_at: work.now,
      created_at: work.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  work.emit({
    type: 'conversation.created',
    conversationId: row.id,
    data: { channelId, contactId },
  })
  return row
}

async function createContact(
  work: UnitOfWork,
  channelId: string,
  contact: InboundMessage['contact'],
): Promise<string> {
  const { db, workspaceId, now } = work
  const id = newId()
  const { name = null, email = null, phone = null, locale = null } = contact
  await db
    .insertInto('contact')
    .values({
      workspace_id: workspaceId,
      id,
      name,
      email,
      phone,
      locale,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await db
    .insertInto('contact_identity')
    .values({
      workspace_id: workspaceId,
      channel_id: channelId,
      external_id: contact.externalId,
      contact_id: id,
    })
    .execute()
  if (name || email || phone) await indexContact(work, { id, name, email, phone })
  return id
}
