import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in: its head and its text, as they were sent. */
type ReceivedMail = { to: string[]; head: string; body: string }

export type MailBox = {
  /** What BATON_SMTP_URL says. */
  url: string
  received: ReceivedMail[]
  /** Refuses so many of the next mails, as a server that is busy does. */
  refuse: (count: number) => void
  close: () => Promise<void>
}

/** A mail server on this machine that keeps what it gets. */
export async function openMailBox(): Promise<MailBox> {
  const received: ReceivedMail[] = []
  let refusals = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1
          done(Object.assign(new Error('Busy, come again.'), { responseCode: 451 }))
          return
        }
        const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n')
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          head: head.replace(/\r\n[ \t]+/g, ' '),
          body: decode(rest.join('\r\n\r\n')),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (count) => {
      refusals = count
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Quoted-printable, as far as the tests look at it. */
function decode(body: string): string {
  const joined = body.replace(/=\r\n/g, '')
  return decodeURIComponent(joined.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1'))
}
