import { z } from 'zod'

/** JSON Schema as far as the documents use it. */
export type JsonSchema = {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  items?: JsonSchema
  prefixItems?: JsonSchema[]
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  pattern?: string
}

export type Components = Map<string, JsonSchema>

/**
 * A schema of the contract as JSON Schema. Named schemas become components and are referred to.
 * @param io whether it is what a caller gives, or what Baton answers
 * @throws Error when one name stands for two things
 */
export function toJsonSchema(schema: z.ZodType, io: 'input' | 'output', components: Components): JsonSchema {
  // In a wrapper, so that a named schema is referred to also when it is all there is.
  const wrapped = z.toJSONSchema(z.object({ it: schema }), { io, override: simplify })
  const { properties, $defs } = JSON.parse(
    JSON.stringify(wrapped).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as { properties: { it: JsonSchema }; $defs?: Record<string, JsonSchema> }
  for (const [name, definition] of Object.entries($defs ?? {})) keep(components, name, definition)
  return properties.it
}

function keep(components: Components, name: string, definition: JsonSchema): void {
  const { id: _, ...schema } = definition as JsonSchema & { id?: string }
  const known = components.get(name)
  if (known && JSON.stringify(known) !== JSON.stringify(schema))
    throw new Error(
      `The schema ${name} means one thing in a request and another in an answer. Name them apart.`,
    )
  components.set(name, schema)
}

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>

/** Leaves out what helps nobody who reads: patterns beside a format, the limits of a double. */
const simplify: Override = ({ zodSchema, jsonSchema }) => {
  if (jsonSchema.format) delete jsonSchema.pattern
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  // Answers may have more fields one day. Requests are strict, and say so themselves.
  const { def } = zodSchema._zod
  if (def.type === 'object' && !('catchall' in def && def.catchall)) delete jsonSchema.additionalProperties
}
