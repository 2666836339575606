import type { WebhookInput } from '@baton/contract'

/** What a channel is told of a handover. */
export type ChannelNews = {
  type: string
  contact: string
  scenario: string
  /** Who has it, or the team. Null: nobody could take it. */
  to: string | null
  /** What the contact asked last, where it may be told. */
  words: string | null
  /** The conversation in the staff app. */
  url: string
}

const heads: Record<string, (news: ChannelNews) => string> = {
  'handover.began': ({ contact, to }) =>
    to === null
      ? `${contact} needs a human, and nobody could take it`
      : `${contact} was handed over to ${to}`,
  'handover.claimed': ({ contact, to }) => `${to ?? 'Somebody'} has ${contact} now`,
  'handover.released': ({ contact }) => `${contact} waits again: whoever had claimed it did not answer`,
  'handover.ended': ({ contact }) => `The handover of ${contact} is over`,
}

/** The body that an incoming webhook of Slack or Microsoft Teams takes. */
export function channelMessage(
  format: Exclude<WebhookInput['format'], 'standard'>,
  news: ChannelNews,
): object {
  const head = (heads[news.type] ?? (({ contact }) => `News of ${contact}`))(news)
  return format === 'slack' ? slackMessage(head, news) : teamsMessage(head, news)
}

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
function slackMessage(head: string, { scenario, words, url }: ChannelNews) {
  const quote = words === null ? '' : `\n>${escapeSlack(words).replaceAll('\n', '\n>')}`
  return {
    text: escapeSlack(head),
    blocks: [
      {
        type: 'section',
        text: { type: 'mrkdwn', text: `*${escapeSlack(head)}*\n${escapeSlack(scenario)}${quote}` },
      },
      { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' }, url }] },
    ],
  }
}

/** An Adaptive Card, as the webhook of a workflow takes it. */
function teamsMessage(head: string, { scenario, words, url }: ChannelNews) {
  const line = (text: string, more: object = {}) => ({
    type: 'TextBlock',
    text: plain(text),
    wrap: true,
    ...more,
  })
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          version: '1.4',
          body: [
            line(head, { weight: 'bolder' }),
            line(scenario, { isSubtle: true, spacing: 'none' }),
            ...(words === null ? [] : [line(`“${words}”`)]),
          ],
          actions: [{ type: 'Action.OpenUrl', title: 'Open', url }],
        },
      },
    ],
  }
}

/** A contact must not be able to mention people or to put links under other words. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Cards read Markdown. */
function plain(text: string): string {
  return text.replace(/[[\]()*_#`~]/g, '\\$&')
}
