import { type Client, paginate } from '@baton/client'
import type { Message } from '@baton/contract'
import type { Acknowledged, Figures } from './replay-figures.ts'
import type { ReplaySetup } from './set-up-replay.ts'

/** Reads everything back and counts what is lost, doubled, out of order, or said by a bot that should sleep. */
export async function readBack(client: Client, setup: ReplaySetup, figures: Figures): Promise<void> {
  for (const acknowledged of figures.contacts.values()) {
    const params = { id: acknowledged.conversationId }
    const messages: Message[] = []
    for await (const message of paginate((cursor) =>
      client.listMessages({ params, query: { cursor, limit: 200 } }),
    ))
      messages.push(message)
    compare(acknowledged, messages, figures)
  }
  for await (const handover of paginate((cursor) => client.listHandovers({ query: { cursor, limit: 200 } })))
    if (handover.botId === setup.botId)
      figures.handovers[handover.kind] = (figures.handovers[handover.kind] ?? 0) + 1
}

function compare(acknowledged: Acknowledged, messages: Message[], figures: Figures): void {
  const places = new Map<string, number>()
  const external = new Set<string>()
  for (const message of messages) {
    if (places.has(message.id) || (message.externalId && external.has(message.externalId)))
      figures.doubled += 1
    places.set(message.id, message.seq)
    if (message.externalId) external.add(message.externalId)
  }
  let last = 0
  for (const id of acknowledged.messageIds) {
    const seq = places.get(id)
    if (seq === undefined) figures.lost += 1
    else if (seq <= last) figures.outOfOrder += 1
    last = Math.max(last, seq ?? 0)
  }
  messages.forEach((message, index) => {
    if (message.seq !== index + 1) figures.outOfOrder += 1
  })
  // Nobody wakes the bot in a replay, so nothing of it may follow its final message.
  const final = messages.findIndex((message) => message.kind === 'final')
  if (final >= 0)
    figures.botAfterFinal += messages.slice(final + 1).filter((message) => message.author === 'bot').length
}
