export type Transcript = {
  id: string
  turns: { from: 'contact' | 'bot' | 'agent' | 'system' | 'user'; text: string }[]
}

/** What was acknowledged for one conversation, in the order in which it was sent. */
export type Acknowledged = { conversationId: string; messageIds: string[] }

export type Figures = {
  conversations: number
  badLines: number
  contactMessages: number
  botReplies: { sent: number; handedOver: number; heldBack: number }
  userReplies: number
  systemTurns: number
  handovers: Record<string, number>
  duplicates: { sent: number; found: number }
  lost: number
  doubled: number
  outOfOrder: number
  botAfterFinal: number
  /** By the contact's external id. */
  contacts: Map<string, Acknowledged>
}

export function newFigures(): Figures {
  return {
    conversations: 0,
    badLines: 0,
    contactMessages: 0,
    botReplies: { sent: 0, handedOver: 0, heldBack: 0 },
    userReplies: 0,
    systemTurns: 0,
    handovers: {},
    duplicates: { sent: 0, found: 0 },
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    botAfterFinal: 0,
    contacts: new Map(),
  }
}
