import type { Conversation } from '@baton/contract'

/** What the strip over a conversation says and offers. */
export type Holder =
  | { kind: 'resolved' }
  | { kind: 'bot' }
  | { kind: 'noBot' }
  | { kind: 'unclaimed'; couldNobody: boolean }
  | { kind: 'waitsFor'; userId: string }
  | { kind: 'you' }
  | { kind: 'other'; userId: string }
  | { kind: 'nobody' }

/** Who has a conversation, as the person `userId` sees it. */
export function holderOf(
  { control, status }: Pick<Conversation, 'control' | 'status'>,
  circumstances: { userId: string; hasBot: boolean; couldNobody: boolean },
): Holder {
  const { userId, hasBot, couldNobody } = circumstances
  const { assigneeId, handover, bot } = control
  if (status === 'resolved') return { kind: 'resolved' }
  if (handover?.status === 'waiting')
    return assigneeId === null ? { kind: 'unclaimed', couldNobody } : { kind: 'waitsFor', userId: assigneeId }
  if (bot.status === 'awake' && hasBot && handover === null) return { kind: 'bot' }
  if (assigneeId === userId) return { kind: 'you' }
  if (assigneeId !== null) return { kind: 'other', userId: assigneeId }
  return hasBot ? { kind: 'nobody' } : { kind: 'noBot' }
}

/** The one next act for whoever sees it. */
export function nextAct(
  holder: Holder,
  userId: string,
): 'reopen' | 'claim' | 'takeOver' | 'takeOverPlain' | 'handBack' | 'takeIt' {
  switch (holder.kind) {
    case 'resolved':
      return 'reopen'
    case 'unclaimed':
      return 'claim'
    case 'waitsFor':
      return holder.userId === userId ? 'claim' : 'takeOverPlain'
    case 'bot':
    case 'nobody':
      return 'takeOver'
    case 'other':
      return 'takeOverPlain'
    case 'you':
      return 'handBack'
    case 'noBot':
      return 'takeIt'
  }
}
