import type { Writable } from 'node:stream'
import { z } from 'zod'

/** Errors of an output that nobody reads any more. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END', 'ECONNRESET'])

/**
 * Answers JSON objects, one a line in and one a line out, in the same order, each written before the next is read. A
 * line that cannot be read gives `{"id", "error"}`, and the run goes on. Ends when the input does, or quietly when
 * nobody reads the output any more.
 */
export async function answerLines<Schema extends z.ZodType>(
  input: AsyncIterable<string | Uint8Array>,
  output: Writable,
  schema: Schema,
  answer: (given: z.output<Schema>) => object,
): Promise<void> {
  for await (const line of linesOf(input)) {
    const isRead = await writeLine(output, JSON.stringify(answerTo(line, schema, answer)))
    if (!isRead) return
  }
}

function answerTo<Schema extends z.ZodType>(
  line: string,
  schema: Schema,
  answer: (given: z.output<Schema>) => object,
): object {
  const given = parseJson(line)
  if (given === undefined) return { error: 'The line is not valid JSON.' }
  const parsed = schema.safeParse(given)
  return parsed.success ? answer(parsed.data) : { ...idOf(given), error: describeProblems(parsed.error) }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** "turns.0.text: Invalid input: expected string, received undefined." */
export function describeProblems({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [...path, message].join(': ')).join('; ')
}

function idOf(given: unknown): { id?: string | number } {
  const known = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(given)
  return known.success ? known.data : {}
}

/** The lines of a text that comes in pieces, without their ends. A line ends with \n or \r\n, the last also without. */
async function* linesOf(input: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun: string[] = []
  for await (const piece of input) {
    const text = typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true })
    const [first = '', ...more] = text.split('\n')
    begun.push(first)
    for (const next of more) {
      yield withoutReturn(begun.join(''))
      begun = [next]
    }
  }
  const last = begun.join('') + decoder.decode()
  if (last !== '') yield withoutReturn(last)
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line
}

/**
 * Writes a line and waits until the output has taken it. Answers false when the output was closed by its reader;
 * throws when it failed otherwise.
 */
function writeLine(output: Writable, line: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      if (CLOSED.has(error.code ?? '')) resolve(false)
      else reject(error)
    }
    // The stream tells of its error both ways, and would end the process without a listener.
    output.once('error', fail)
    output.write(`${line}\n`, (error) => {
      if (error) return fail(error)
      output.off('error', fail)
      resolve(true)
    })
  })
}
