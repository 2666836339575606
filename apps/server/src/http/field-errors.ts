import type { FieldError } from '@baton/contract'
import type { z } from 'zod'

/** What is wrong with a request, field by field. A field that is not known has an error of its own. */
export function fieldErrors(where: string, { issues }: z.ZodError): FieldError[] {
  return issues.flatMap((issue) => {
    const path = where + issue.path.map(step).join('')
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ path: path + step(key), message: 'There is no such field.' }))
    if (issue.code === 'invalid_key') return { path, message: issue.issues[0]?.message ?? issue.message }
    return { path, message: issue.message }
  })
}

function step(part: PropertyKey): string {
  return typeof part === 'number' ? `[${part}]` : `.${String(part)}`
}

const kinds: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
}

/** Says in a sentence what a value must be. Schemas that say it themselves come first. */
export function plainMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === undefined ? 'Is missing. Give' : 'Must be'} ${kinds[issue.expected] ?? issue.expected}.`
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'Must not be empty.'
      return sizeMessage(issue.origin, issue.exact ? 'exactly' : 'at least', issue.minimum)
    case 'too_big':
      return sizeMessage(issue.origin, issue.exact ? 'exactly' : 'at most', issue.maximum)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options) : 'Has none of the forms that are allowed.'
    case 'invalid_format':
      return issue.format === 'guid' ? 'Must be an id, as Baton gave it.' : 'Has not the right form.'
    default:
      return undefined
  }
}

function sizeMessage(origin: string, bound: string, size: number | bigint): string {
  const many = size === 1 ? '' : 's'
  if (origin === 'string') return `Must have ${bound} ${size} character${many}.`
  if (origin === 'array') return `Must have ${bound} ${size} ${many ? 'entries' : 'entry'}.`
  return `Must be ${bound} ${size}.`
}

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? `Must be ${values[0]}.` : `Must be one of ${values.join(', ')}.`
}
