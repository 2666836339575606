import type { Conversation, Handover } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { contactQuery } from '../api/contacts.ts'
import { handoversQuery } from '../api/conversations.ts'
import { useBots, useChannels, useUsers } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { type Holder, holderOf } from './describe-control.ts'

export type OpenConversation = {
  conversation: Conversation
  /** What the contact is called. */
  name: string
  channelName: string
  /** Null: no bot answers on this channel. */
  bot: { id: string; name: string; sleepsOnReply: boolean } | null
  handovers: Handover[]
  openHandover: Handover | undefined
  holder: Holder
}

/** Everything about the open conversation that its parts share. */
export function useConversationParts(conversation: Conversation): OpenConversation {
  const channel = useChannels().get(conversation.channelId)
  const bot = useBots().get(channel?.botId ?? '')
  const contact = useQuery(contactQuery(conversation.contactId)).data
  const handovers = useQuery(handoversQuery(conversation.id)).data ?? []
  const userId = useMe().user.id
  const openHandover = handovers.find(({ id }) => id === conversation.control.handover?.id)
  const hasBot = bot !== undefined && bot.mode === 'autopilot'
  return {
    conversation,
    name: contact?.name ?? contact?.email ?? texts.inbox.noContactName,
    channelName: channel?.name ?? '',
    bot: bot && hasBot ? { id: bot.id, name: bot.name, sleepsOnReply: bot.sleepOnUserMessage } : null,
    handovers,
    openHandover,
    holder: holderOf(conversation, { userId, hasBot, couldNobody: couldNobody(openHandover) }),
  }
}

/** Somebody was asked, and nobody could take it. */
function couldNobody(handover: Handover | undefined): boolean {
  return (
    handover !== undefined &&
    handover.trail.length > 0 &&
    handover.userId === null &&
    handover.teamId === null
  )
}

/** What a user is called, to the person who reads it. */
export function useUserName(): (userId: string | null) => string {
  const users = useUsers()
  return (userId) => users.get(userId ?? '')?.name ?? texts.conversation.message.person
}
