import { z } from 'zod'
import { triedScenarios } from './assessment.ts'
import { id } from './scalar.ts'

export const lintInput = z.strictObject({ scenarios: triedScenarios.optional() }).meta({ id: 'LintInput' })
export type LintInput = z.output<typeof lintInput>

const phraseFinding = z
  .object({
    scenarioId: id,
    scenarioIndex: z.int().meta({ description: 'Place of the scenario in the list.', examples: [0] }),
    phraseIndex: z.int().meta({ description: 'Place of the phrase in the scenario.', examples: [2] }),
    code: z.enum(['too_short', 'too_general', 'overlaps', 'duplicate']),
    otherScenarioId: id.nullable().meta({ description: 'With `overlaps`: the other scenario.' }),
    message: z.string().meta({
      description: 'What is wrong and what to do.',
      examples: ['"human" is too short to tell messages apart. Write it as a contact would.'],
    }),
  })
  .meta({ id: 'PhraseFinding' })

export const lintResult = z
  .object({ findings: z.array(phraseFinding).meta({ description: 'At most one for each phrase.' }) })
  .meta({ id: 'LintResult' })
export type LintResult = z.output<typeof lintResult>
