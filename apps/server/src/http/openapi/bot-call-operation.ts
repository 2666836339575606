import { botAnswer, botCall } from '@baton/contract'
import type { Content } from './build-openapi.ts'
import { exampleOf } from './example-of.ts'
import { type Components, type JsonSchema, toJsonSchema } from './json-schema.ts'

/** What an outside bot is posted, and what it answers with. */
export function botCallOperation(components: Components): object {
  const call = toJsonSchema(botCall, 'output', components)
  const answer = toJsonSchema(botAnswer, 'input', components)
  const content = (schema: JsonSchema, io: 'input' | 'output'): Content => ({
    'application/json': { schema, example: exampleOf(schema, io, components) },
  })
  return {
    summary: 'The turn of an outside bot, posted to its `url`',
    description:
      'Signed as webhooks are, with the secret of `createCallSecret`. All of it has 30 seconds, with one more try after a ' +
      'broken connection, 429 or 5xx. Any other answer hands over.',
    tags: ['Bots'],
    requestBody: { required: true, content: content(call, 'output') },
    responses: {
      200: { description: 'What the bot answers.', content: content(answer, 'input') },
      204: { description: 'It posts by itself when it is ready.' },
    },
  }
}
