import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Trap } from './trap.ts'

export type MailServer = {
  url: string
  /** The Message-ID of each mail that came in whole, as often as it came. */
  received: string[]
  /** It is down: every mail is refused. */
  setDown: (isDown: boolean) => void
  close: () => Promise<void>
}

/** A mail server on loopback. Each of its steps is one of the trap: who calls, who sends, to whom, and the mail as it is whole. */
export async function openMailServer(trap?: Trap): Promise<MailServer> {
  const received: string[] = []
  let down = false
  // A step that springs the trap is never answered.
  const step = (answer: () => void) => {
    if (!trap?.step()) answer()
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_, done) =>
      step(() => done(down ? Object.assign(new Error('Down.'), { responseCode: 421 }) : null)),
    onMailFrom: (_, __, done) => step(() => done()),
    onRcptTo: (_, __, done) => step(() => done()),
    onData(stream, _, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const id = /^message-id:\s*(\S+)/im.exec(Buffer.concat(chunks).toString())?.[1]
        if (id) received.push(id)
        step(() => done())
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    setDown(isDown) {
      down = isDown
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
