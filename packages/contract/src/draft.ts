import { z } from 'zod'
import { id, instant } from './scalar.ts'

/** A whole scenario at its largest takes a third of it. */
const mostCharacters = 200_000

const content = z
  .record(z.string().max(100), z.unknown())
  .refine((value) => JSON.stringify(value).length <= mostCharacters, {
    error: `A draft has at most ${mostCharacters} characters. Shorten it.`,
  })
  .meta({
    description:
      'What stands in the editor, finished or not. It is kept as it is, and checked when it is saved.',
    examples: [{ name: 'Wants a person', examplePhrases: ['I want to talk to'] }],
  })

const basedOn = z
  .int()
  .min(1)
  .nullable()
  .meta({
    description: 'The revision of the scenario that the user began with. Null: of none, it is a new one.',
    examples: [1],
  })

export const draftQuery = z.strictObject({ userId: id.meta({ description: 'Whose draft.' }) })

export const draftInput = z
  .strictObject({
    userId: id.meta({ description: 'Whose draft.' }),
    content,
    basedOn: basedOn.optional().meta({ description: 'Left out: as before, or the present revision.' }),
  })
  .meta({ id: 'DraftInput' })
export type DraftInput = z.output<typeof draftInput>

export const newDraftInput = z
  .strictObject({ userId: id.meta({ description: 'Whose draft.' }), content })
  .meta({ id: 'NewDraftInput' })
export type NewDraftInput = z.output<typeof newDraftInput>

/** What a user has typed and not saved. Nobody else sees it, and it is not live. */
export const scenarioDraft = z
  .object({
    scenarioId: id.meta({ description: 'The scenario, or the id that a new one will have.' }),
    botId: id,
    userId: id,
    content,
    basedOn,
    presentRevision: z
      .int()
      .nullable()
      .meta({
        description:
          'Where the scenario is now. Higher than `basedOn`: somebody saved since. Null: there is none yet, or no more.',
        examples: [1],
      }),
    savedAt: instant,
  })
  .meta({ id: 'ScenarioDraft' })
export type ScenarioDraft = z.output<typeof scenarioDraft>

export const scenarioDrafts = z.object({ items: z.array(scenarioDraft) })
