import { test } from 'vitest'
import { checkRules } from '../model/replay.ts'

test(
  "I1 to I7 hold after every event of random conversations with Baton's own bot",
  () => checkRules('own_bot'),
  120_000,
)
