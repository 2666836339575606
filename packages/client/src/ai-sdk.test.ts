import { generateText, type ModelMessage, streamText, tool, wrapLanguageModel } from 'ai'
import { MockLanguageModelV4, simulateReadableStream } from 'ai/test'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type AskBatonOptions, askBaton } from './ai-sdk.ts'
import { createClient } from './index.ts'

const id = '0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64'
const usage = {
  inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
  outputTokens: { total: 1, text: 1, reasoning: 0 },
}
const finishReason = { unified: 'stop', raw: undefined } as const

/** A model that answers "Hello!", and writes down that it was called. */
function mockModel() {
  return new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text: 'Hello!' }],
      finishReason,
      usage,
      warnings: [],
    }),
    doStream: async () => ({
      stream: simulateReadableStream({
        chunks: [
          { type: 'text-start', id: '1' },
          { type: 'text-delta', id: '1', delta: 'Hello!' },
          { type: 'text-end', id: '1' },
          { type: 'finish', finishReason, usage },
        ],
      }),
    }),
  })
}

type Answer = { status?: number; body: unknown } | 'nothing'

/** A model before which Baton is asked. Baton answers by the last word of the path. */
function asking(answers: Record<string, Answer>, options: Partial<AskBatonOptions> = {}) {
  const asked: { path: string; body: unknown }[] = []
  const fake = async (url: string | URL | Request, init: RequestInit = {}) => {
    const { pathname } = new URL(String(url))
    asked.push({ path: pathname, body: typeof init.body === 'string' ? JSON.parse(init.body) : null })
    const answer = answers[pathname.split('/')[4] ?? pathname.split('/')[2] ?? '']
    if (!answer) throw new TypeError('fetch failed')
    if (answer === 'nothing')
      return new Promise<Response>((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 })
  }
  const baton = createClient({ baseUrl: 'http://baton.test', apiKey: 'baton_key', fetch: fake })
  const model = mockModel()
  const wrapped = wrapLanguageModel({ model, middleware: askBaton({ baton, botId: id, ...options }) })
  return { model, wrapped, asked }
}

const goesOn = { try: { body: { fired: false, scenarioId: null } } }
const scenario = {
  id,
  name: 'Wants a person',
  finalMessage: 'One moment.',
  finalMessageTranslations: { de: 'Einen Moment.' },
}
const handsOver = { try: { body: { fired: true, scenarioId: id } }, scenarios: { body: scenario } }
const control = (values: object) => ({ conversations: { body: { id, control: values } } })

describe('R25 Baton is asked before a model answers', () => {
  test('and where no person is needed the model answers', async () => {
    const { wrapped, model, asked } = asking(goesOn)
    const messages: ModelMessage[] = [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: 'Hello!' },
      { role: 'user', content: [{ type: 'text', text: 'Where is' }] },
      { role: 'user', content: 'my parcel?' },
    ]
    const { text } = await generateText({ model: wrapped, instructions: 'Be kind.', messages })
    expect(text).toBe('Hello!')
    expect(model.doGenerateCalls).toHaveLength(1)
    expect(asked).toEqual([
      {
        path: `/v1/bots/${id}/try`,
        body: {
          turns: [
            { from: 'contact', text: 'Hi' },
            { from: 'bot', text: 'Hello!' },
            { from: 'contact', text: 'Where is' },
            { from: 'contact', text: 'my parcel?' },
          ],
          judgeFrom: 2,
        },
      },
    ])
  })

  test('and where one is, the contact reads the final message and the model is not called', async () => {
    const onHandover = vi.fn()
    const { wrapped, model } = asking(handsOver, { onHandover })
    const { text, providerMetadata } = await generateText({ model: wrapped, prompt: 'A person, please' })
    expect(text).toBe('One moment.')
    expect(providerMetadata?.baton).toEqual({
      reason: 'hand_over',
      scenarioId: id,
      scenarioName: 'Wants a person',
    })
    expect(onHandover).toHaveBeenCalledExactlyOnceWith({
      scenarioId: id,
      scenarioName: 'Wants a person',
      finalMessage: 'One moment.',
    })
    expect(model.doGenerateCalls).toHaveLength(0)
  })

  test('in a stream as well, in the language of the contact', async () => {
    const { wrapped, model } = asking(handsOver, { locale: 'de-AT' })
    const result = streamText({ model: wrapped, prompt: 'Einen Menschen, bitte' })
    expect(await result.text).toBe('Einen Moment.')
    expect(model.doStreamCalls).toHaveLength(0)
    const { wrapped: quiet } = asking(goesOn)
    expect(await streamText({ model: quiet, prompt: 'Hi' }).text).toBe('Hello!')
  })

  test('once for each turn, not at each step of a tool', async () => {
    const { wrapped, model, asked } = asking(goesOn)
    let step = 0
    model.doGenerate = async () => ({
      content:
        step++ === 0
          ? [{ type: 'tool-call', toolCallId: '1', toolName: 'find', input: '{}' }]
          : [{ type: 'text', text: 'Found.' }],
      finishReason: { unified: step === 1 ? 'tool-calls' : 'stop', raw: undefined },
      usage,
      warnings: [],
    })
    const find = tool({ inputSchema: z.object({}), execute: async () => 'a parcel' })
    const { text } = await generateText({
      model: wrapped,
      prompt: 'Where is it?',
      tools: { find },
      stopWhen: ({ steps }) => steps.length === 3,
    })
    expect(text).toBe('Found.')
    expect(asked).toHaveLength(1)
  })
})

describe('R12 a model answers in a conversation of Baton', () => {
  const providerOptions = { baton: { conversationId: id, epoch: 2 } }

  test('while the bot is awake under its epoch', async () => {
    const { wrapped, asked } = asking(control({ epoch: 2, bot: { status: 'awake', cause: null } }))
    const { text } = await generateText({ model: wrapped, prompt: 'Hi', providerOptions })
    expect(text).toBe('Hello!')
    expect(asked).toEqual([{ path: `/v1/conversations/${id}`, body: null }])
  })

  test.each([
    ['asleep', { epoch: 2, bot: { status: 'asleep', cause: 'handover' } }, 'bot_asleep'],
    ['under another epoch', { epoch: 3, bot: { status: 'awake', cause: null } }, 'stale_epoch'],
  ])('and not while it is %s', async (_, values, reason) => {
    const { wrapped, model } = asking(control(values))
    const { text, providerMetadata } = await generateText({ model: wrapped, prompt: 'Hi', providerOptions })
    expect(text).toBe('')
    expect(providerMetadata?.baton).toMatchObject({ reason })
    expect(await streamText({ model: wrapped, prompt: 'Hi', providerOptions }).text).toBe('')
    expect(model.doGenerateCalls).toHaveLength(0)
  })
})

describe('R25 without an answer of Baton', () => {
  const failing: [string, Record<string, Answer>][] = [
    ['refuses', { try: { status: 403, body: { code: 'forbidden', detail: 'No.' } } }],
    ['is silent', { try: 'nothing' }],
    ['cannot be reached', {}],
  ]
  test.each(failing)('because it %s the model answers, and the error is told', async (_, answers) => {
    const onError = vi.fn()
    const { wrapped } = asking(answers, { onError, timeoutMs: 50 })
    expect((await generateText({ model: wrapped, prompt: 'Hi' })).text).toBe('Hello!')
    expect(onError).toHaveBeenCalledOnce()
  })

  test('the model does not answer where that was chosen', async () => {
    const onError = vi.fn()
    const { wrapped, model } = asking({ try: 'nothing' }, { onError, timeoutMs: 50, ifBatonFails: 'throw' })
    await expect(generateText({ model: wrapped, prompt: 'Hi' })).rejects.toThrow()
    expect(onError).toHaveBeenCalledOnce()
    expect(model.doGenerateCalls).toHaveLength(0)
  })

  test('because the caller gave up nothing is answered and nobody is told', async () => {
    const onError = vi.fn()
    const { wrapped, model } = asking({ try: 'nothing' }, { onError })
    const abortSignal = AbortSignal.timeout(20)
    await expect(generateText({ model: wrapped, prompt: 'Hi', abortSignal })).rejects.toThrow()
    expect(onError).not.toHaveBeenCalled()
    expect(model.doGenerateCalls).toHaveLength(0)
  })
})
