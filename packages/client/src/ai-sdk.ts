import type { TryInput } from '@baton/contract'
import type { LanguageModelMiddleware } from 'ai'
import type { Client } from './client.ts'

type Wrap = NonNullable<LanguageModelMiddleware['wrapGenerate']>
type WrapStream = NonNullable<LanguageModelMiddleware['wrapStream']>
type Params = Parameters<Wrap>[0]['params']
type Generated = Awaited<ReturnType<Wrap>>
type Streamed = Awaited<ReturnType<WrapStream>>
type StreamPart = Streamed['stream'] extends ReadableStream<infer Part> ? Part : never
type Turn = NonNullable<TryInput['turns']>[number]

/** Baton wants a person to answer. */
export type Handover = {
  scenarioId: string
  scenarioName: string
  /** What the contact hears in place of the model's answer. */
  finalMessage: string
}

export type AskBatonOptions = {
  baton: Pick<Client, 'tryScenarios' | 'getScenario' | 'getConversation'>
  /** The bot whose scenarios say when a person is needed. */
  botId: string
  /** The contact's language, such as `de`: for the translation of the final message. */
  locale?: string
  /** How long Baton has to say it. 3 seconds when left out. */
  timeoutMs?: number
  /** Without an answer of Baton: let the model answer, or throw what went wrong. `answer` when left out. */
  ifBatonFails?: 'answer' | 'throw'
  /** Told when Baton gave no answer, whatever is done then. */
  onError?: (error: unknown) => void
  /** Told before the final message is said. This is the place to bring the conversation to a person. */
  onHandover?: (handover: Handover) => void | Promise<void>
}

/** What is said in place of the model's answer, and what tells the caller why. */
type Said = { text: string; metadata: Record<string, string | null>; handover: Handover | null }

const mostTurns = 60
const mostCharacters = 20_000

/**
 * Asks Baton before a model answers: should this be handed over? If so the model is not called, and the answer is the final
 * message of the scenario. It is asked once for each turn of the user, not again for each step of a tool's use.
 *
 * Where the conversation is in Baton already, say which: `providerOptions: { baton: { conversationId, epoch } }`. Baton has
 * judged the words itself then, so that it is asked whether the bot may still speak. If not, the answer is empty.
 *
 * Either way `providerMetadata.baton` of the result says why the model was not called.
 *
 * @example
 * const model = wrapLanguageModel({ model: yours, middleware: askBaton({ baton, botId }) })
 */
export function askBaton(options: AskBatonOptions): LanguageModelMiddleware {
  return {
    specificationVersion: 'v4',
    async wrapGenerate({ doGenerate, params }) {
      const said = await sayInstead(options, params)
      return said ? generated(said) : doGenerate()
    },
    async wrapStream({ doStream, params }) {
      const said = await sayInstead(options, params)
      return said ? streamed(said) : doStream()
    },
  }
}

/** Null: the model may answer. */
async function sayInstead(options: AskBatonOptions, params: Params): Promise<Said | null> {
  const turns = turnsOf(params)
  if (turns === null) return null
  const said = await ask(options, params, turns)
  if (said?.handover) await options.onHandover?.(said.handover)
  return said
}

async function ask(options: AskBatonOptions, params: Params, turns: Turn[]): Promise<Said | null> {
  const limit = AbortSignal.timeout(options.timeoutMs ?? 3_000)
  const signal = params.abortSignal ? AbortSignal.any([params.abortSignal, limit]) : limit
  const conversation = conversationOf(params)
  try {
    return conversation
      ? await mayNotSpeak(options, conversation, signal)
      : await shouldHandOver(options, turns, signal)
  } catch (error) {
    params.abortSignal?.throwIfAborted()
    options.onError?.(error)
    if (options.ifBatonFails === 'throw') throw error
    return null
  }
}

async function shouldHandOver(
  { baton, botId, locale }: AskBatonOptions,
  turns: Turn[],
  signal: AbortSignal,
): Promise<Said | null> {
  const judgeFrom = turns.findLastIndex(({ from }) => from === 'bot') + 1
  const tried = await baton.tryScenarios({ params: { id: botId }, body: { turns, judgeFrom }, signal })
  const { fired, scenarioId } = tried
  if (!fired || scenarioId === null) return null
  const scenario = await baton.getScenario({ params: { id: botId, scenarioId }, signal })
  const { name: scenarioName, finalMessageTranslations: translations } = scenario
  const translated = locale && (translations[locale] ?? translations[locale.split('-')[0] ?? locale])
  const finalMessage = translated || scenario.finalMessage
  return {
    text: finalMessage,
    metadata: { reason: 'hand_over', scenarioId, scenarioName },
    handover: { scenarioId, scenarioName, finalMessage },
  }
}

async function mayNotSpeak(
  { baton }: AskBatonOptions,
  { conversationId, epoch }: Conversation,
  signal: AbortSignal,
): Promise<Said | null> {
  const { control } = await baton.getConversation({ params: { id: conversationId }, signal })
  const silent = { text: '', handover: null }
  if (control.bot.status === 'asleep')
    return { ...silent, metadata: { reason: 'bot_asleep', cause: control.bot.cause } }
  if (epoch !== null && epoch !== control.epoch) return { ...silent, metadata: { reason: 'stale_epoch' } }
  return null
}

type Conversation = { conversationId: string; epoch: number | null }

function conversationOf({ providerOptions }: Params): Conversation | null {
  const { conversationId, epoch } = providerOptions?.baton ?? {}
  if (typeof conversationId !== 'string') return null
  return { conversationId, epoch: typeof epoch === 'number' ? epoch : null }
}

/** The conversation as Baton reads it. Null: it is not the user's words that the model is to answer now. */
function turnsOf({ prompt }: Params): Turn[] | null {
  if (prompt.at(-1)?.role !== 'user') return null
  const turns: Turn[] = []
  for (const message of prompt) {
    if (message.role !== 'user' && message.role !== 'assistant') continue
    const text = message.content
      .map((part) => (part.type === 'text' ? part.text : ''))
      .join('\n')
      .trim()
      .slice(0, mostCharacters)
    if (text !== '') turns.push({ from: message.role === 'user' ? 'contact' : 'bot', text })
  }
  return turns.at(-1)?.from === 'contact' ? turns.slice(-mostTurns) : null
}

const finishReason = { unified: 'stop', raw: 'baton' } as const
const usage = {
  inputTokens: { total: 0, noCache: 0, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 0, text: 0, reasoning: 0 },
}

function generated({ text, metadata }: Said): Generated {
  return {
    content: text === '' ? [] : [{ type: 'text', text }],
    finishReason,
    usage,
    providerMetadata: { baton: metadata },
    warnings: [],
  }
}

function streamed({ text, metadata }: Said): Streamed {
  const words: StreamPart[] = [
    { type: 'text-start', id: 'baton' },
    { type: 'text-delta', id: 'baton', delta: text },
    { type: 'text-end', id: 'baton' },
  ]
  const parts: StreamPart[] = [
    { type: 'stream-start', warnings: [] },
    ...(text === '' ? [] : words),
    { type: 'finish', finishReason, usage, providerMetadata: { baton: metadata } },
  ]
  // Not `ReadableStream.from`, which not every browser has.
  const stream = new ReadableStream<StreamPart>({
    start(controller) {
      for (const part of parts) controller.enqueue(part)
      controller.close()
    },
  })
  return { stream }
}
