import type { Brain } from './brain.ts'

/** An outside bot reads along through live events or a webhook, and posts its own answers. */
export const externalBrain: Brain = { answer: async () => null }
