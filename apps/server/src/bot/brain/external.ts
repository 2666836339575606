import { backoffMs, wait } from '@baton/client/wait'
import { type BotCall, botAnswer } from '@baton/contract'
import { type AppContext, newId } from '../../context.ts'
import { OutsideError, readBody, requestOutside } from '../../outside/request-outside.ts'
import { signatureHeaders } from '../../webhook/sign.ts'
import type { BotRow } from '../read-turn.ts'
import type { Answer, Brain, Request } from './brain.ts'

const mostTries = 2
const firstWaitMs = 500
const mostBytes = 256 * 1024
/** So that a call stays under 1 MB, whatever was written. */
const mostCharacters = 100_000

/** The outside bot gave no answer that counts. The reason has nothing of what anybody wrote. */
class CallFailed extends Error {
  override name = 'CallFailed'
  /** Whether it may go well the next time. */
  readonly passing: boolean

  constructor(reason: string, passing = false) {
    super(reason)
    this.passing = passing
  }
}

/** An outside bot without an address: it reads along through live events or a webhook, and posts its answers by itself. */
export const postingBot: Brain = { answer: async () => null }

/** An outside bot that is called at its address for each answer. */
export function externalBrain(app: AppContext, bot: BotRow, url: string): Brain {
  return { answer: (request) => callBot(app, bot, url, request) }
}

/** What the sealed secret is about, so that it opens for its own bot alone. */
export function aboutCalls(botId: string): string {
  return `call secret of bot ${botId}`
}

async function callBot(app: AppContext, bot: BotRow, url: string, request: Request): Promise<Answer | null> {
  if (!bot.call_secret)
    throw new CallFailed('There is no secret to sign the call with. Make one in the settings of the bot.')
  const secret = await app.seal.open(bot.call_secret, aboutCalls(bot.id))
  const call = toCall(app, bot, request)
  const body = JSON.stringify(call)
  for (let attempt = 1; ; attempt++) {
    try {
      const headers = signatureHeaders(secret, call.turnId, app.clock(), body)
      return await callOnce(url, body, headers, request.signal, app.config.allowPrivateTargets)
    } catch (error) {
      const failure = error instanceof OutsideError ? outsideFailure(error) : error
      const again = failure instanceof CallFailed && failure.passing && attempt < mostTries
      if (!again) throw failure
      await wait(backoffMs(attempt, firstWaitMs), request.signal)
    }
  }
}

async function callOnce(
  url: string,
  body: string,
  signature: Record<string, string>,
  signal: AbortSignal,
  allowPrivate: boolean,
): Promise<Answer | null> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'Baton-Bot/1',
    ...signature,
  }
  const response = await requestOutside(url, { method: 'POST', headers, body, signal, allowPrivate })
  const { statusCode = 0 } = response
  if (statusCode === 200) return toAnswer((await readBody(response, mostBytes)).toString('utf8'))
  response.destroy()
  if (statusCode === 204) return null
  throw new CallFailed(`The bot answered with status ${statusCode}.`, statusCode === 429 || statusCode >= 500)
}

function toCall(
  app: AppContext,
  bot: BotRow,
  { turn, turns, contact, scenarios, summary = null }: Request,
): BotCall {
  const said: BotCall['messages'] =
    turn?.messages.map(({ author, text, written_at, created_at }) => ({
      from: author,
      text,
      at: (written_at ?? created_at).toISOString(),
    })) ?? turns.map(({ from, text }) => ({ from, text, at: app.clock().toISOString() }))
  return {
    turnId: turn ? `turn_${turn.conversationId}_${turn.seq}_${turn.epoch}` : `trial_${newId()}`,
    trial: turn === undefined,
    workspaceId: bot.workspace_id,
    botId: bot.id,
    conversationId: turn?.conversationId ?? null,
    epoch: turn?.epoch ?? null,
    language: bot.language,
    contact: { name: contact.name, locale: contact.locale },
    messages: newest(said),
    summary,
    scenarios: scenarios.map(({ name, kind }) => ({ name, kind })),
  }
}

/** The last messages that fit, and always the very last. */
function newest(said: BotCall['messages']): BotCall['messages'] {
  let characters = 0
  const tooFar = said.findLastIndex(({ text }, at) => {
    characters += text.length
    return characters > mostCharacters && at < said.length - 1
  })
  return said.slice(tooFar + 1)
}

function toAnswer(body: string): Answer {
  const parsed = botAnswer.safeParse(readJson(body))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new CallFailed(`The answer is not as it must be: ${issue?.path.join('.')} ${issue?.message}`)
  }
  const { text, answered = null, confidence = null, handOver } = parsed.data
  const wanted = handOver && { scenario: handOver.scenario ?? null, reason: handOver.reason?.trim() ?? '' }
  return { text, answered, confidence, ...(wanted ? { handOver: wanted } : {}) }
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new CallFailed('The answer is not JSON.')
  }
}

function outsideFailure({ kind, message }: OutsideError): CallFailed {
  switch (kind) {
    case 'late':
      return new CallFailed('There was no answer in time.')
    case 'private':
      return new CallFailed('The address lies in a private network, which is not allowed.')
    case 'too_large':
      return new CallFailed(`The answer has more than ${mostBytes / 1024} KB.`)
    case 'unreachable':
      return new CallFailed(`The bot cannot be reached: ${message}.`, true)
  }
}
