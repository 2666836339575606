import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BacktestInput, BacktestItem, BacktestResult } from '@baton/contract'
import { findBot } from '../bot/save-bot.ts'
import { type AppContext, inWorkspace } from '../context.ts'
import { DomainError } from '../errors.ts'
import type { Batch, Found } from './backtest-thread.ts'
import type { Firing } from './find-firing.ts'
import {
  lastConversations,
  type PastConversation,
  type PastHandover,
  pastHandovers,
  pastMessages,
} from './past-conversations.ts'
import { type TriedScenario, triedScenarios } from './tried-scenarios.ts'

const timeLimitMs = 20_000
const batchSize = 10
const mostAtOnce = 2
const longestText = 2_000

let running = 0

/**
 * Says in which of a bot's last conversations a scenario would fire (R28). Reads in short transactions and judges in a
 * thread of its own, so that nothing else waits for it. When the time is up it gives what it has.
 * @throws DomainError not_found, unavailable when too many run at once
 */
export async function backtest(
  app: AppContext,
  workspaceId: string,
  botId: string,
  input: BacktestInput,
  limitMs = timeLimitMs,
): Promise<BacktestResult> {
  const { scenarios, conversations } = await inWorkspace(app, workspaceId, async (work) => {
    await findBot(work, botId)
    return {
      scenarios: await triedScenarios(work, botId, input.scenarios),
      conversations: await lastConversations(work, botId, input.last),
    }
  })
  if (running >= mostAtOnce)
    throw new DomainError('unavailable', 'Other backtests are running. Try again in half a minute.')
  running += 1
  const enabled = scenarios.filter((scenario) => scenario.enabled)
  const thread = new Worker(new URL('./backtest-thread.ts', import.meta.url), { workerData: enabled })
  const broken = new AbortController()
  thread.once('error', (error) => broken.abort(error))
  const end = AbortSignal.any([broken.signal, AbortSignal.timeout(limitMs)])
  const items: BacktestItem[] = []
  let looked = 0
  try {
    while (looked < conversations.length) {
      if (end.aborted && !broken.signal.aborted) break
      const batch = conversations.slice(looked, looked + batchSize)
      const judged = await judgeBatch(app, workspaceId, batch, scenarios, thread, end)
      if (!judged) break
      items.push(...judged)
      looked += batch.length
    }
  } finally {
    running -= 1
    await thread.terminate()
  }
  return {
    looked,
    complete: looked === conversations.length,
    fires: items.filter((item) => item.fired).length,
    firedThen: items.filter((item) => item.handover).length,
    items,
  }
}

/** Null when the time was up before it was done. */
async function judgeBatch(
  app: AppContext,
  workspaceId: string,
  conversations: PastConversation[],
  scenarios: TriedScenario[],
  thread: Worker,
  end: AbortSignal,
): Promise<BacktestItem[] | null> {
  const ids = conversations.map((conversation) => conversation.id)
  const { messages, handovers } = await inWorkspace(app, workspaceId, async (work) => ({
    messages: await pastMessages(work, ids),
    handovers: await pastHandovers(work, ids),
  }))
  const batch: Batch = ids.map((id) => messages.get(id) ?? [])
  thread.postMessage(batch)
  const found = await nextAnswer(thread, end)
  if (!found) return null
  return conversations.flatMap((conversation, index) => {
    const firing = found[index] ?? null
    const read = messages.get(conversation.id) ?? []
    const handover = firedThen(handovers.get(conversation.id) ?? [], read[0]?.at, firing, read)
    if (!firing && !handover) return []
    const message = read.find((entry) => entry.seq === firing?.seq)
    return [
      {
        conversationId: conversation.id,
        contactName: conversation.contactName,
        outcome: firing ? 'fires' : handover && isUnsent(handover) ? 'cannot_tell' : 'fires_no_more',
        fired:
          firing && message
            ? {
                ...viewFiring(firing, scenarios),
                author: message.author,
                text: message.text.slice(0, longestText),
                at: message.at.toISOString(),
              }
            : null,
        handover: handover ? viewPast(handover) : null,
      } satisfies BacktestItem,
    ]
  })
}

async function nextAnswer(thread: Worker, end: AbortSignal): Promise<Found | null> {
  try {
    const [found] = await once(thread, 'message', { signal: end })
    return found
  } catch (error) {
    if (end.reason instanceof DOMException && end.reason.name === 'TimeoutError') return null
    throw end.reason ?? error
  }
}

/** The handover that belongs to what fires: the first that began from its message on, else the first of all. */
function firedThen(
  handovers: PastHandover[],
  firstRead: Date | undefined,
  firing: Firing | null,
  read: { seq: number; at: Date }[],
): PastHandover | undefined {
  const known = handovers.filter((handover) => firstRead && handover.began_at >= firstRead)
  const at = read.find((message) => message.seq === firing?.seq)?.at
  return known.find((handover) => at && handover.began_at >= at) ?? known[0]
}

/** It fired for an answer that was dropped in favour of the handover. */
function isUnsent({ kind, evidence }: PastHandover): boolean {
  return kind === 'lack_of_information' || evidence.some((mark) => mark.seq === null)
}

function viewFiring({ seq, scenarioId, score, threshold, evidence }: Firing, scenarios: TriedScenario[]) {
  const scenarioIndex = scenarios.findIndex((scenario) => scenario.id === scenarioId)
  const scenarioName = scenarios[scenarioIndex]?.name ?? ''
  return { seq, scenarioId, scenarioIndex, scenarioName, score, threshold, evidence }
}

function viewPast(row: PastHandover): NonNullable<BacktestItem['handover']> {
  return {
    id: row.id,
    scenarioId: row.scenario_id,
    scenarioName: row.scenario_name,
    beganAt: row.began_at.toISOString(),
    feedback: row.feedback?.verdict ?? null,
  }
}
