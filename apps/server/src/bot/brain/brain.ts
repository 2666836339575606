import type { Brain as BrainSettings } from '@baton/contract'
import type { Turn } from '@baton/detection'
import { externalBrain } from './external.ts'
import { scriptedBrain } from './scripted.ts'

/** What a bot answers, and what it says of its own answer. */
export type Answer = { text: string; answered: boolean | null; confidence: number | null }

/** What writes a bot's answers. Null: it answers by itself, through the API, when it is ready. */
export type Brain = {
  answer: (turns: readonly Turn[]) => Promise<Answer | null>
}

export function createBrain(settings: BrainSettings): Brain {
  switch (settings.kind) {
    case 'external':
      return externalBrain
    case 'scripted':
      return scriptedBrain(settings)
  }
}
