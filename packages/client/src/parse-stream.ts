/** What a server-sent stream says: a message, or how long to wait before coming back. */
export type Said = { id: string; data: string | null; retryMs: number | null }

/**
 * Reads a stream of server-sent events, chunk by chunk. `data` is null in a block that only moves the place to
 * resume from.
 */
export function createStreamParser(): (chunk: string) => Said[] {
  let rest = ''
  let block = emptyBlock()
  let lastId = ''
  return (chunk) => {
    const said: Said[] = []
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line !== '') {
        readLine(block, line)
        continue
      }
      lastId = block.id ?? lastId
      if (block.id !== null || block.data !== null || block.retryMs !== null)
        said.push({ id: lastId, data: block.data, retryMs: block.retryMs })
      block = emptyBlock()
    }
    return said
  }
}

type Block = { id: string | null; data: string | null; retryMs: number | null }

function emptyBlock(): Block {
  return { id: null, data: null, retryMs: null }
}

function readLine(block: Block, line: string): void {
  const colon = line.indexOf(':')
  const field = colon === -1 ? line : line.slice(0, colon)
  const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
  if (field === 'data') block.data = block.data === null ? value : `${block.data}\n${value}`
  if (field === 'id' && !value.includes('\0')) block.id = value
  if (field === 'retry' && /^\d+$/.test(value)) block.retryMs = Number(value)
}
