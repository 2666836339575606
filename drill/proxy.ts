import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Trap } from './trap.ts'

export type Proxy = { url: string; close: () => Promise<void> }

/**
 * Stands between a worker and PostgreSQL. Each statement of a transaction that names what the trap watches is a step. Once it
 * has sprung the database hears nothing more.
 */
export async function openProxy(databaseUrl: string, trap: Trap): Promise<Proxy> {
  const { hostname, port } = new URL(databaseUrl)
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(Number(port || 5432), hostname)
    for (const socket of [client, database]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        database.destroy()
      })
    }
    const passes = watchLine(trap)
    const read = createReader((message, type) => {
      if (passes(message, type)) database.write(message)
    })
    client.on('data', read)
    database.on('data', (chunk) => client.write(chunk))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Whether a message may pass. A line is watched from where it names what the trap is about until its transaction ends. */
function watchLine(trap: Trap): (message: Buffer, type: string) => boolean {
  let isWatched = false
  return (message, type) => {
    if (trap.hasSprung()) return false
    if (trap.watches(message)) isWatched = true
    const isStatement = type === 'E' || type === 'Q'
    if (!isWatched || !isStatement) return true
    if (trap.step()) return false
    if (type === 'Q' && /^(commit|rollback)/i.test(message.toString('latin1', 5))) isWatched = false
    return true
  }
}

/**
 * Cuts what a client sends into messages, as the protocol of PostgreSQL has them: a letter, four bytes of length, the rest.
 * The first one has no letter.
 */
function createReader(take: (message: Buffer, type: string) => void): (chunk: Buffer) => void {
  let kept = Buffer.alloc(0)
  let isFirst = true
  return (chunk) => {
    kept = Buffer.concat([kept, chunk])
    for (;;) {
      const head = isFirst ? 0 : 1
      if (kept.length < head + 4) return
      const length = head + kept.readInt32BE(head)
      if (kept.length < length) return
      const message = kept.subarray(0, length)
      kept = kept.subarray(length)
      take(message, isFirst ? '' : String.fromCharCode(message[0] ?? 0))
      isFirst = false
    }
  }
}
