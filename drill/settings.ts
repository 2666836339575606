/** What every process of the drill has in its environment. */
export function settings(smtpUrl?: string): Record<string, string> {
  return {
    BATON_SECRET: 'a secret that only the drill has, and all of it',
    ...(smtpUrl ? { BATON_SMTP_URL: smtpUrl, BATON_MAIL_FROM: 'baton@example.com' } : {}),
  }
}
