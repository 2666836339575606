import { tokenise } from './tokenise.ts'

export type Medium = 'chat' | 'sms'

/**
 * STOP, END, CANCEL, UNSUBSCRIBE and QUIT are the universal opt-out keywords of CTIA (Short Code Monitoring Handbook,
 * Messaging Principles and Best Practices), which carriers in the United States hold senders to. STOPALL is added by
 * SMS gateways; OPT OUT and REVOKE come from the rule of the FCC (47 CFR 64.1200(a)(10)).
 *
 * In a chat, "cancel", "end", "quit" and "revoke" are more often about an order or the dialogue than about hearing
 * from the business ever again, so there only the words that can mean nothing else count.
 */
const words: Record<Medium, ReadonlySet<string>> = {
  chat: new Set(['stop', 'stopall', 'stop all', 'unsubscribe', 'optout', 'opt out']),
  sms: new Set([
    ...['stop', 'stopall', 'stop all', 'unsubscribe', 'optout', 'opt out'],
    ...['end', 'cancel', 'quit', 'revoke'],
  ]),
}

/**
 * Whether a contact's message, as a whole, asks to hear no more: "STOP". Case and punctuation make no difference;
 * "please stop" and "stop the music" are no opt-out, as with carriers.
 */
export function isOptOut(text: string, medium: Medium = 'chat'): boolean {
  if (text.length > 40) return false
  return words[medium].has(
    tokenise(text)
      .map(({ word }) => word)
      .join(' '),
  )
}
