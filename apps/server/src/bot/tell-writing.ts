import type { AppContext } from '../context.ts'
import type { JobData } from '../job/jobs.ts'
import { judgeAnswer } from './judge.ts'
import type { Turn } from './turn.ts'

const everyMs = 120

/**
 * Shows the contact what the bot writes while it writes. Nothing of it is a message yet: words that would hand over are held
 * back, and the contact hears the final message in their place.
 */
export function tellWriting(
  { writings }: Pick<AppContext, 'writings'>,
  { workspaceId, conversationId }: JobData['bot_turn'],
  { context }: Turn,
): { onText: (text: string) => void; end: () => void } {
  let newest = ''
  let isHeld = false
  let hasTold = false
  let timer: NodeJS.Timeout | undefined

  function tell(): void {
    timer = undefined
    isHeld = judgeAnswer(context, { from: 'bot', text: newest }).fired !== null
    if (isHeld && !hasTold) return
    hasTold = true
    writings.tell({ workspaceId, conversationId, text: isHeld ? null : newest })
  }

  return {
    onText(text) {
      if (isHeld || text === newest) return
      const isFirst = newest === ''
      newest = text
      if (isFirst) tell()
      else timer ??= setTimeout(tell, everyMs)
    },
    end() {
      clearTimeout(timer)
      isHeld = true
      if (hasTold) writings.tell({ workspaceId, conversationId, text: null })
    },
  }
}
