import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'

/** One mail to one person. */
type Mail = {
  to: { name: string; address: string }
  subject: string
  text: string
  html?: string
  /** `<local@domain>`. The same one again is the same mail to whoever receives it. */
  messageId?: string
  /** The mails that it goes on from, so that all about one thing are one thread. */
  references?: string[]
}

export type Mailer = {
  /** Hands a mail to the mail server. @throws when it did not take it */
  send: (mail: Mail) => Promise<void>
  close: () => void
}

const timeLimitMs = 15_000

/** What mails go out by. Null: no mail server is set. */
export function createMailer({ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>): Mailer | null {
  if (smtpUrl === null) return null
  const transport = createTransport(
    {
      url: smtpUrl,
      pool: true,
      connectionTimeout: timeLimitMs,
      greetingTimeout: timeLimitMs,
      socketTimeout: timeLimitMs,
      // A mail holds only what is written here.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: mailFrom },
  )
  return {
    async send({ to, subject, text, html, messageId, references }) {
      await transport.sendMail({
        to,
        subject,
        text,
        // No out-of-office reply is wanted.
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(html === undefined ? {} : { html }),
        ...(messageId === undefined ? {} : { messageId }),
        ...(references === undefined ? {} : { references, inReplyTo: references.at(-1) ?? '' }),
      })
    },
    close: () => transport.close(),
  }
}
