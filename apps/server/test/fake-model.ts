import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How a model is spoken to. */
export type Wire = 'openai_compatible' | 'anthropic'

/** What the model does when it is asked. Left out: it says nothing and ends as it should. */
export type Reply = {
  status?: number
  /** What it says, piece by piece. */
  pieces?: string[]
  call?: { name: string; input: unknown }
  /**
   * How it ends. `stall`: it never does, and the line stays open. `break`: the line is cut. `nonsense`: something that is no
   * event. `length`: it had more to say.
   */
  end?: 'stop' | 'length' | 'stall' | 'break' | 'nonsense'
  /** What it waits for before it ends. */
  until?: Promise<unknown>
}

export type FakeModel = {
  url: string
  asked: { path: string; headers: Record<string, unknown>; body: string }[]
  does: (reply: Reply) => void
  answer: (text: string) => void
  fail: (status: number) => void
  hang: () => void
  /** What happens before it answers. */
  meanwhile: (action: () => Promise<unknown>) => void
  stop: () => Promise<void>
}

/** A model server on loopback that speaks both wire formats, whole or as a stream, and does what a test wants. */
export async function startModel(): Promise<FakeModel> {
  const asked: FakeModel['asked'] = []
  let reply: Reply = { pieces: ['{"applies":[]}'] }
  let happens: () => Promise<unknown> = async () => {}
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', async () => {
      asked.push({ path: request.url ?? '', headers: request.headers, body })
      await happens()
      const write = request.url?.endsWith('/messages') ? anthropic : openAi
      if (reply.status !== undefined) {
        response.writeHead(reply.status, { 'content-type': 'application/json' })
        response.end('{"error":{"message":"no"}}')
      } else if (JSON.parse(body).stream) await stream(response, reply, write.events(reply))
      else if (reply.end !== 'stall') {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify(write.whole(reply)))
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    does(next) {
      reply = next
    },
    answer: (text) => {
      reply = { pieces: [text] }
    },
    fail: (status) => {
      reply = { status }
    },
    hang: () => {
      reply = { end: 'stall' }
    },
    meanwhile(action) {
      happens = action
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function stream(
  response: ServerResponse,
  { end = 'stop', until }: Reply,
  events: { said: string[]; ends: string[] },
) {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.flushHeaders()
  for (const event of events.said) response.write(event)
  if (end === 'stall') return
  await until
  if (end === 'break') {
    setImmediate(() => response.destroy())
    return
  }
  if (end === 'nonsense') response.end('data: <html>bad gateway</html>\n\n')
  else response.end(events.ends.join(''))
}

const openAi = {
  whole: ({ pieces = [], end }: Reply) => ({
    id: 'answer',
    object: 'chat.completion',
    created: 1,
    model: 'small',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: pieces.join('') },
        finish_reason: end === 'length' ? 'length' : 'stop',
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  }),
  events({ pieces = [], call, end }: Reply) {
    const chunk = (delta: object, finish_reason: string | null = null, usage?: object) =>
      `data: ${JSON.stringify({
        id: 'answer',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'small',
        choices: [{ index: 0, delta, finish_reason }],
        usage,
      })}\n\n`
    const finish = end === 'length' ? 'length' : call ? 'tool_calls' : 'stop'
    const tool_calls = call && [
      {
        index: 0,
        id: 'call-1',
        type: 'function',
        function: { name: call.name, arguments: JSON.stringify(call.input) },
      },
    ]
    return {
      said: [
        chunk({ role: 'assistant', content: '' }),
        ...pieces.map((content) => chunk({ content })),
        ...(tool_calls ? [chunk({ tool_calls })] : []),
      ],
      ends: [
        chunk({}, finish, { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }),
        'data: [DONE]\n\n',
      ],
    }
  },
}

const anthropic = {
  whole: ({ pieces = [], end }: Reply) => ({
    id: 'answer',
    type: 'message',
    role: 'assistant',
    model: 'small',
    content: [{ type: 'text', text: pieces.join('') }],
    stop_reason: end === 'length' ? 'max_tokens' : 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 100, output_tokens: 20 },
  }),
  events({ pieces = [], call, end }: Reply) {
    const event = (data: { type: string; [key: string]: unknown }) =>
      `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`
    const usage = { input_tokens: 100, output_tokens: 0 }
    const start = { id: 'answer', type: 'message', role: 'assistant', model: 'small', content: [], usage }
    const block = (index: number, content_block: object, deltas: object[]) => [
      event({ type: 'content_block_start', index, content_block }),
      ...deltas.map((delta) => event({ type: 'content_block_delta', index, delta })),
      event({ type: 'content_block_stop', index }),
    ]
    const text = pieces.map((piece) => ({ type: 'text_delta', text: piece }))
    const input = call && [{ type: 'input_json_delta', partial_json: JSON.stringify(call.input) }]
    const stop_reason = end === 'length' ? 'max_tokens' : call ? 'tool_use' : 'end_turn'
    return {
      said: [
        event({ type: 'message_start', message: start }),
        ...block(0, { type: 'text', text: '' }, text),
        ...(call && input
          ? block(1, { type: 'tool_use', id: 'call-1', name: call.name, input: {} }, input)
          : []),
      ],
      ends: [
        event({
          type: 'message_delta',
          delta: { stop_reason, stop_sequence: null },
          usage: { output_tokens: 20 },
        }),
        event({ type: 'message_stop' }),
      ],
    }
  },
}
