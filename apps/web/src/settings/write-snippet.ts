/** The lines that deliver a message of a contact on a channel, for a command line. */
export function deliverySnippet(origin: string, channelId: string): string {
  return [
    `curl ${origin}/v1/channels/${channelId}/messages \\`,
    '  -H "Authorization: Bearer $BATON_API_KEY" -H "Content-Type: application/json" \\',
    `  -d '{"contact": {"externalId": "visitor-42"}, "message": {"text": "I want to talk to a person"}}'`,
  ].join('\n')
}

/** The line that puts the chat on a web page. */
export function webSnippet(origin: string, channelId: string): string {
  return `<script src="${origin}/widget.js" data-channel="${channelId}" defer></script>`
}
