import { botInput, newMessage, scenarioInput } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldErrors, plainMessage } from './field-errors.ts'

function errorsOf(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value, { error: plainMessage })
  return error ? fieldErrors('body', error).map(({ path, message }) => `${path}: ${message}`) : []
}

describe('what is wrong with a request is said in plain words', () => {
  test.each<[z.ZodType, unknown, string]>([
    [z.object({ a: z.string() }), {}, 'body.a: Is missing. Give a text.'],
    [z.object({ a: z.int() }), { a: 'x' }, 'body.a: Must be a number.'],
    [z.object({ a: z.int() }), { a: 1.5 }, 'body.a: Must be a whole number.'],
    [z.object({ a: z.boolean() }), { a: null }, 'body.a: Must be true or false.'],
    [z.object({}), [], 'body: Must be an object.'],
    [z.array(z.string()), {}, 'body: Must be a list.'],
    [z.string().min(1), '', 'body: Must not be empty.'],
    [z.string().max(1), 'xy', 'body: Must have at most 1 character.'],
    [z.array(z.string()).max(2), ['', '', ''], 'body: Must have at most 2 entries.'],
    [z.array(z.string()).length(7), [], 'body: Must have exactly 7 entries.'],
    [z.number().min(1), 0, 'body: Must be at least 1.'],
    [z.enum(['a', 'b']), 'c', 'body: Must be one of a, b.'],
    [z.literal('a'), 'c', 'body: Must be a.'],
    [z.guid(), 'c', 'body: Must be an id, as Baton gave it.'],
  ])('%#', (schema, value, expected) => expect(errorsOf(schema, value)).toEqual([expected]))

  test('and says where, inside lists and records too', () => {
    const scenario = {
      kind: 'custom',
      name: 'x',
      examplePhrases: ['fine', ''],
      finalMessageTranslations: { german: 'Danke!' },
      reactivateAfter: { minutes: 0 },
    }
    expect(errorsOf(scenarioInput, scenario)).toEqual([
      'body.examplePhrases[1]: Must not be empty.',
      'body.finalMessageTranslations.german: Give a language tag such as de or pt-BR.',
      'body.reactivateAfter.minutes: Must be at least 1.',
    ])
  })

  test('names each field that there is not', () => {
    expect(errorsOf(botInput, { name: 'x', colour: 1, brain: { kind: 'external', model: 'y' } })).toEqual([
      'body.brain.model: There is no such field.',
      'body.colour: There is no such field.',
    ])
  })

  test('says which forms there are', () => {
    expect(errorsOf(newMessage, { kind: 'shout' })).toEqual([
      'body.kind: Must be one of reply, note, bot_reply.',
    ])
    expect(errorsOf(newMessage, {})).toEqual(['body.kind: Must be one of reply, note, bot_reply.'])
  })

  test('lets a schema speak for itself first', () => {
    expect(errorsOf(scenarioInput, { kind: 'custom', name: 'x', examplePhrases: ['a', 'A'] })).toEqual([
      'body.examplePhrases: A phrase is in the list twice.',
    ])
  })
})
