import type { Conversation } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { holderOf, nextAct } from './describe-control.ts'

type Given = {
  assigneeId?: string
  handover?: 'waiting' | 'claimed'
  bot?: 'awake' | 'asleep'
  status?: 'resolved'
}

function act(given: Given, { hasBot = true } = {}): [string, string] {
  const { assigneeId = null, handover, bot = 'asleep', status = 'open' } = given
  const conversation = {
    status,
    control: { assigneeId, handover: handover ? { status: handover } : null, bot: { status: bot } },
  } as unknown as Conversation
  const holder = holderOf(conversation, { userId: 'me', hasBot, couldNobody: false })
  return [holder.kind, nextAct(holder, 'me')]
}

describe('the control strip (R13) offers the one next act', () => {
  test.each<[string, Given, string, string]>([
    ['the bot has it', { bot: 'awake' }, 'bot', 'takeOver'],
    ['nobody has claimed it', { handover: 'waiting' }, 'unclaimed', 'claim'],
    ['it waits for me', { handover: 'waiting', assigneeId: 'me' }, 'waitsFor', 'claim'],
    ['it waits for another', { handover: 'waiting', assigneeId: 'other' }, 'waitsFor', 'takeOverPlain'],
    ['I have it', { handover: 'claimed', assigneeId: 'me' }, 'you', 'handBack'],
    ['another has it', { handover: 'claimed', assigneeId: 'other' }, 'other', 'takeOverPlain'],
    ['the bot sleeps and nobody has it', {}, 'nobody', 'takeOver'],
    ['it is resolved', { status: 'resolved', bot: 'awake' }, 'resolved', 'reopen'],
  ])('%s', (_, given, holder, next) => expect(act(given)).toEqual([holder, next]))

  test('where no bot answers', () => {
    expect(act({ bot: 'awake' }, { hasBot: false })).toEqual(['noBot', 'takeIt'])
    expect(act({ bot: 'awake', assigneeId: 'me' }, { hasBot: false })).toEqual(['you', 'handBack'])
  })
})
