import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { connect } from './connect.ts'
import { playTranscript } from './play-transcript.ts'
import { readBack } from './read-back.ts'
import { type Figures, newFigures, type Transcript } from './replay-figures.ts'
import { setUpReplay } from './set-up-replay.ts'

const transcript = z.object({
  id: z.coerce.string(),
  turns: z.array(z.object({ from: z.enum(['contact', 'bot', 'agent', 'system', 'user']), text: z.string() })),
})

type Options = { url: string; key?: string; concurrency: number; limit?: number; json?: boolean }

/**
 * Plays a file of conversations against a running server, through an API channel with an outside bot, and then
 * reads everything back. Every tenth message is sent twice on purpose.
 * @returns the exit code: 1 when something is lost, doubled or out of order, or the bot spoke after a handover
 */
export async function replay(file: string, options: Options): Promise<number> {
  const client = await connect(options)
  const setup = await setUpReplay(client)
  const figures = newFigures()
  const transcripts = readTranscripts(file, options.limit, figures)
  const began = performance.now()
  await inParallel(options.concurrency, transcripts, async (next) => {
    figures.conversations += 1
    await playTranscript(client, setup, next, figures)
  })
  const seconds = (performance.now() - began) / 1000
  await readBack(client, setup, figures)
  print(figures, seconds, options.json ?? false)
  return figures.lost + figures.doubled + figures.outOfOrder + figures.botAfterFinal > 0 ? 1 : 0
}

async function* readTranscripts(
  file: string,
  limit: number | undefined,
  figures: Figures,
): AsyncGenerator<Transcript> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  let given = 0
  for await (const line of lines) {
    number += 1
    if (line.trim() === '') continue
    if (limit !== undefined && given >= limit) return
    try {
      yield transcript.parse(JSON.parse(line))
      given += 1
    } catch (error) {
      figures.badLines += 1
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
      process.stderr.write(`Line ${number} is no conversation and was left out: ${reason}\n`)
    }
  }
}

async function inParallel<T>(
  count: number,
  items: AsyncGenerator<T>,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const worker = async () => {
    for (;;) {
      const { value, done } = await items.next()
      if (done) return
      await work(value)
    }
  }
  await Promise.all(Array.from({ length: count }, worker))
}

function print(figures: Figures, seconds: number, json: boolean): void {
  const { contacts: _, ...counts } = figures
  const messages = figures.contactMessages + figures.botReplies.sent + figures.userReplies
  const perSecond = Math.round(messages / seconds)
  if (json) {
    process.stdout.write(
      `${JSON.stringify({ ...counts, messages, seconds, messagesPerSecond: perSecond })}\n`,
    )
    return
  }
  const rows: [string, string | number][] = [
    ['conversations', figures.conversations],
    ['messages of contacts', figures.contactMessages],
    ['replies of the bot: sent', figures.botReplies.sent],
    ['  turned into a handover', figures.botReplies.handedOver],
    ['  held back while it slept', figures.botReplies.heldBack],
    ['replies of people', figures.userReplies],
    ['turns of a system, left out', figures.systemTurns],
    ...Object.entries(figures.handovers).map(([kind, count]): [string, number] => [
      `handovers: ${kind}`,
      count,
    ]),
    ['duplicates: sent', figures.duplicates.sent],
    ['  found', figures.duplicates.found],
    ['messages lost', figures.lost],
    ['messages doubled', figures.doubled],
    ['messages out of order', figures.outOfOrder],
    ['bot messages after a final message', figures.botAfterFinal],
    ['messages a second', perSecond],
  ]
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(36)}${String(value).padStart(8)}\n`)
}
