import type { Components, JsonSchema } from './json-schema.ts'

/** The most that a schema says of itself: its own example, its default, its only value. */
function givenExample(schema: JsonSchema): { value: unknown } | null {
  if (schema.examples && schema.examples.length > 0) return { value: schema.examples[0] }
  if ('const' in schema) return { value: schema.const }
  if ('default' in schema) return { value: schema.default }
  if (schema.enum && schema.enum.length > 0) return { value: schema.enum[0] }
  return null
}

/**
 * An example of a schema. In an answer every field is there; in a request those that must be given, and those
 * for which the contract has an example.
 */
export function exampleOf(schema: JsonSchema, io: 'input' | 'output', components: Components): unknown {
  const resolved = resolve(schema, components)
  const given = givenExample(resolved)
  if (given) return given.value
  const choice = (resolved.oneOf ?? resolved.anyOf)?.[0]
  if (choice) return exampleOf(choice, io, components)
  switch (resolved.type) {
    case 'object':
      return exampleObject(resolved, io, components)
    case 'array':
      return resolved.items ? [exampleOf(resolved.items, io, components)] : []
    case 'string':
      return 'text'
    case 'integer':
    case 'number':
      return resolved.minimum ?? 0
    case 'boolean':
      return false
    default:
      return null
  }
}

function exampleObject(schema: JsonSchema, io: 'input' | 'output', components: Components): unknown {
  const fields = Object.entries(schema.properties ?? {}).filter(
    ([name, field]) => io === 'output' || schema.required?.includes(name) || field.examples,
  )
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, io, components)]))
}

/** Follows a reference. What stands beside it comes first. */
export function resolve(schema: JsonSchema, components: Components): JsonSchema {
  if (!schema.$ref) return schema
  const { $ref, ...beside } = schema
  const target = components.get($ref.replace('#/components/schemas/', ''))
  if (!target) throw new Error(`${$ref} refers to nothing.`)
  return { ...resolve(target, components), ...beside }
}
