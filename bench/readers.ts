/**
 * A process of its own that opens many event streams over HTTP, so that their cost is not taken for the
 * server's. Told where by its arguments: address, key, number of readers. Says `open` when all are, then every
 * mark that it reads with the time of the clock, and ends when it is told to.
 */
import { setTimeout as pause } from 'node:timers/promises'

const [url = '', key = '', count = '1'] = process.argv.slice(2)
const abort = new AbortController()
let seen: [mark: string, at: number][] = []

process.on('disconnect', () => process.exit(0))

const streams = await Promise.all(
  Array.from({ length: Number(count) }, () =>
    fetch(url, { headers: { authorization: `Bearer ${key}` }, signal: abort.signal }),
  ),
)
for (const stream of streams) void read(stream).catch(() => {})
process.send?.('open')
for (;;) {
  await pause(50)
  if (seen.length > 0) process.send?.(seen)
  seen = []
}

async function read(stream: Response): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream.body ?? []) {
    const at = performance.timeOrigin + performance.now()
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const mark = /"contactId":"([^"]+)"/.exec(line)?.[1]
      if (mark) seen.push([mark, at])
    }
  }
}
