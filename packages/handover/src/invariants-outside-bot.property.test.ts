import { test } from 'vitest'
import { propertyRuns } from '../model/property-runs.ts'
import { checkRules } from '../model/replay.ts'

test(
  'I1 to I7 hold after every event of random conversations with an outside bot',
  () => checkRules('outside_bot', propertyRuns),
  120_000,
)
