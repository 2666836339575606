import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { ApiError, createClient, paginate } from '@baton/client'
import { askBaton } from '@baton/client/ai-sdk'
import { generateText, type ModelMessage, wrapLanguageModel } from 'ai'

const { BATON_URL = 'http://localhost:4000', BATON_API_KEY, BATON_BOT_ID, MODEL_API_KEY } = process.env
const { MODEL_URL = 'http://localhost:11434/v1', MODEL_NAME = 'llama3.2' } = process.env
if (!BATON_API_KEY || !BATON_BOT_ID) {
  console.error('Set BATON_API_KEY and BATON_BOT_ID. The README says where you get them.')
  process.exit(1)
}
const botId = BATON_BOT_ID
const baton = createClient({ baseUrl: BATON_URL, apiKey: BATON_API_KEY })

const provider = createOpenAICompatible({
  name: 'model',
  baseURL: MODEL_URL,
  ...(MODEL_API_KEY ? { apiKey: MODEL_API_KEY } : {}),
})
const model = wrapLanguageModel({
  model: provider(MODEL_NAME),
  middleware: askBaton({ baton, botId, onError: (error) => console.error(`Baton gave no answer: ${error}`) }),
})
const instructions =
  'You help the customers of a small shop. Be brief. What you do not know you say that you do not know.'

type Turn = { conversationId: string; epoch: number; seq: number | null }

/** What the model is writing now, by conversation. A new message makes what is being written to the last one void. */
const writing = new Map<string, AbortController>()

async function takeTurn({ conversationId, epoch, seq }: Turn): Promise<void> {
  writing.get(conversationId)?.abort()
  const control = new AbortController()
  writing.set(conversationId, control)
  try {
    const { text, providerMetadata } = await generateText({
      model,
      instructions,
      messages: await read(conversationId, seq),
      providerOptions: { baton: { conversationId, epoch } },
      abortSignal: AbortSignal.any([control.signal, AbortSignal.timeout(60_000)]),
    }).catch((error) => {
      if (!control.signal.aborted) console.error(`The model gave no answer: ${error}`)
      return { text: '', providerMetadata: undefined }
    })
    // Void, or Baton says that it is not this bot's turn any more: there is nothing to say.
    if (control.signal.aborted || providerMetadata?.baton) return
    // An empty answer hands over, so that nobody waits for a model that is down.
    await baton.postMessage({
      params: { id: conversationId },
      body: { kind: 'bot_reply', text, epoch, readUpTo: seq },
    })
  } catch (error) {
    // A person has taken over, the contact has written again, or somebody has answered: Baton keeps the peace.
    if (!(error instanceof ApiError && error.status === 409)) console.error(String(error))
  } finally {
    if (writing.get(conversationId) === control) writing.delete(conversationId)
  }
}

/** The conversation up to a message, as the model reads it. */
async function read(conversationId: string, seq: number | null): Promise<ModelMessage[]> {
  const query = { limit: 60, ...(seq === null ? {} : { before: seq + 1 }) }
  const { items } = await baton.listMessages({ params: { id: conversationId }, query })
  return items
    .filter(({ kind }) => kind !== 'note')
    .map(({ author, text }) => ({ role: author === 'contact' ? 'user' : 'assistant', content: text }))
}

/** Who was left waiting while this program was not there. */
async function catchUp(): Promise<void> {
  const waiting = paginate((cursor) =>
    baton.listConversations({ query: { view: 'with_bot', botId, cursor } }),
  )
  for await (const { id, waitsFor, control, lastSeq } of waiting)
    if (waitsFor === 'bot') void takeTurn({ conversationId: id, epoch: control.epoch, seq: lastSeq })
}

const onConnection = (connected: boolean) => {
  console.log(connected ? `The bot follows ${BATON_URL}` : `No line to ${BATON_URL}. It is tried again.`)
  if (connected) catchUp().catch((error) => console.error(String(error)))
}
for await (const { type, conversationId, data } of baton.events({ types: ['bot.turn'], onConnection }))
  if (type === 'bot.turn' && data.botId === botId && conversationId)
    void takeTurn({ conversationId, ...data })
