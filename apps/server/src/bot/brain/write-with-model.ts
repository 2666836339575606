import { isStepCount, streamText, tool } from 'ai'
import { z } from 'zod'
import { failureReason } from '../../model/failure-reason.ts'
import { languageModel } from '../../model/language-model.ts'
import type { ModelAccess } from '../../model/open-model.ts'
import type { Request } from './brain.ts'
import { historyOf, instructionsOf, type Passage } from './model-prompt.ts'

const mostOutputTokens = 1_500
const longestAnswer = 8_000
/** So long it may stop in the middle of an answer. */
const stallMs = 10_000

/** What a model did: it wrote, it called one of its two tools, or it failed. */
export type Written = {
  text: string
  call: { tool: 'hand_over'; scenario: string | null; reason: string } | { tool: 'answer_unknown' } | null
  /** Why it has no answer. Null: it has. */
  failure: string | null
  inputTokens: number
  outputTokens: number
}

/**
 * Lets a model answer, and tells what it writes while it writes. Never throws: a model that fails, stalls, stops halfway or
 * writes no end has no answer.
 */
export async function writeWithModel(
  access: ModelAccess,
  request: Request,
  passages: readonly Passage[],
  onText: (written: string) => void,
): Promise<Written> {
  const written: Written = { text: '', call: null, failure: null, inputTokens: 0, outputTokens: 0 }
  const ends = new AbortController()
  try {
    const { stream } = streamText({
      model: languageModel(access),
      instructions: instructionsOf(request, passages),
      messages: historyOf(request.turns),
      tools: toolsFor(request),
      stopWhen: isStepCount(1),
      maxOutputTokens: mostOutputTokens,
      maxRetries: 1,
      timeout: { chunkMs: stallMs },
      abortSignal: AbortSignal.any([request.signal, ends.signal]),
      // It is read from the stream. Without this it is written to the console.
      onError: () => {},
    })
    for await (const part of stream) {
      if (part.type === 'text-delta') {
        written.text += part.text
        if (written.text.length > longestAnswer) return { ...written, failure: 'too_long' }
        onText(written.text)
      }
      if (part.type === 'tool-call') written.call ??= readCall(part.toolName, part.input)
      if (part.type === 'error') written.failure ??= failureReason(part.error)
      if (part.type === 'abort') written.failure ??= 'timeout'
      if (part.type === 'finish') {
        written.inputTokens = part.totalUsage.inputTokens ?? 0
        written.outputTokens = part.totalUsage.outputTokens ?? 0
        if (unfinished.has(part.finishReason)) written.failure ??= part.finishReason
      }
    }
    return written
  } catch (error) {
    return { ...written, failure: failureReason(error) }
  } finally {
    ends.abort()
  }
}

const unfinished: ReadonlySet<string> = new Set(['length', 'content-filter', 'error', 'interrupted'])

const handOver = z.object({
  scenario: z.string().nullish().catch(null),
  reason: z.string().nullish().catch(null),
})

function toolsFor({ scenarios }: Request) {
  const [first, ...others] = scenarios.map(({ name }) => name)
  const scenario = first === undefined ? z.string() : z.enum([first, ...others])
  return {
    hand_over: tool({
      description:
        'Passes the conversation to a person of the team. The contact is told, and you fall silent.',
      inputSchema: z.object({
        scenario: scenario.nullish().describe('The one of the list that applies, if one does.'),
        reason: z.string().describe('Why, in one sentence for the person who takes it.'),
      }),
    }),
    answer_unknown: tool({
      description: 'Says that neither articles nor instructions hold the answer. A person will then answer.',
      inputSchema: z.object({}),
    }),
  }
}

/** A call that is not formed well is still a call: who wants to hand over, hands over. */
function readCall(name: string, input: unknown): Written['call'] {
  if (name === 'answer_unknown') return { tool: 'answer_unknown' }
  const { scenario = null, reason = null } = handOver.safeParse(input).data ?? {}
  return { tool: 'hand_over', scenario, reason: reason ?? '' }
}
