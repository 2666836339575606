import { ApiError, type Client } from '@baton/client'
import type { ReceivedMessage } from '@baton/contract'
import type { Acknowledged, Figures, Transcript } from './replay-figures.ts'
import type { ReplaySetup } from './set-up-replay.ts'

/** Every so many messages of contacts are sent a second time, half of them at the same moment. */
const doubleEvery = 10

/** Plays one conversation turn by turn, as a channel and an outside bot would. */
export async function playTranscript(
  client: Client,
  setup: ReplaySetup,
  transcript: Transcript,
  figures: Figures,
): Promise<void> {
  const contact = { externalId: transcript.id }
  const acknowledged: Acknowledged = { conversationId: '', messageIds: [] }
  for (const [index, { from, text }] of transcript.turns.entries()) {
    if (text.trim() === '') continue
    if (from === 'system') {
      figures.systemTurns += 1
      continue
    }
    if (from === 'contact') {
      const message = { externalId: `${transcript.id}:${index}`, text }
      const send = () =>
        client.receiveMessage({ params: { id: setup.channelId }, body: { contact, message } })
      const received = await sendOnceOrTwice(send, figures)
      acknowledged.conversationId = received.conversationId
      acknowledged.messageIds.push(received.messageId)
      figures.contacts.set(transcript.id, acknowledged)
      continue
    }
    // A conversation begins with its contact: what was said before has nobody to say it to.
    if (acknowledged.conversationId === '') continue
    const messageId = await reply(client, acknowledged.conversationId, from === 'bot', text, figures)
    if (messageId) acknowledged.messageIds.push(messageId)
  }
}

async function sendOnceOrTwice(
  send: () => Promise<ReceivedMessage>,
  figures: Figures,
): Promise<ReceivedMessage> {
  figures.contactMessages += 1
  const number = figures.contactMessages
  if (number % doubleEvery !== 0) return send()
  figures.duplicates.sent += 1
  const together = number % (2 * doubleEvery) === 0
  const answers = together ? await Promise.all([send(), send()]) : [await send(), await send()]
  const first = answers.find((answer) => !answer.duplicate) ?? answers[0]
  if (!first) throw new Error('A message was sent and nothing came back.')
  const same = answers.every((answer) => answer.messageId === first.messageId)
  if (same && answers.filter((answer) => answer.duplicate).length === 1) figures.duplicates.found += 1
  return first
}

async function reply(
  client: Client,
  conversationId: string,
  byBot: boolean,
  text: string,
  figures: Figures,
): Promise<string | null> {
  const params = { id: conversationId }
  if (!byBot) {
    const posted = await client.postMessage({ params, body: { kind: 'reply', text } })
    figures.userReplies += 1
    return posted.messageId
  }
  try {
    const posted = await client.postMessage({ params, body: { kind: 'bot_reply', text } })
    if (posted.outcome === 'sent') figures.botReplies.sent += 1
    else figures.botReplies.handedOver += 1
    return posted.messageId
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'bot_asleep') throw error
    figures.botReplies.heldBack += 1
    return null
  }
}
