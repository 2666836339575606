import { type Endpoint, endpoints, problemCodes } from '@baton/contract'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { buildOpenApi } from './build-openapi.ts'

const openApi = buildOpenApi('https://baton.example.com')
const all: [string, Endpoint][] = Object.entries(endpoints)

function operationOf({ path, method }: Endpoint) {
  const operation = openApi.paths[path]?.[method]
  if (!operation) throw new Error(`${method} ${path} is not described.`)
  return operation
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(openApi))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  test('refers only to what there is', () => {
    const references = JSON.stringify(openApi).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
    const missing = [...references]
      .map(([, name]) => name)
      .filter((name) => !openApi.components.schemas[name ?? ''])
    expect(missing).toEqual([])
  })

  test.each(all)('%s is described, with its scope and a success', (id, endpoint) => {
    const operation = operationOf(endpoint)
    expect(operation.operationId).toBe(id)
    expect(operation['x-scope'] ?? null).toBe(endpoint.scope)
    expect(operation.responses[endpoint.status]).toBeDefined()
    if (endpoint.who === 'anybody') expect(operation.security).toEqual([])
    else expect(operation.responses['401']).toBeDefined()
    const inPath = operation.parameters?.filter((parameter) => parameter.in === 'path') ?? []
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(endpoint.path.match(/\{\w+\}/g) ?? [])
    expect(inPath.every((parameter) => parameter.required)).toBe(true)
  })

  test.each(all)('%s has examples that are valid', (_, endpoint) => {
    const operation = operationOf(endpoint)
    if (endpoint.body) {
      const example = operation.requestBody?.content['application/json']?.example
      expect(endpoint.body.safeParse(example).error).toBeUndefined()
    }
    if (endpoint.response && !endpoint.stream) {
      const example = operation.responses[endpoint.status]?.content?.['application/json']?.example
      expect(endpoint.response.safeParse(example).error).toBeUndefined()
    }
  })

  test.each(all)('%s names each refusal under its status', (_, endpoint) => {
    for (const code of endpoint.problems ?? []) {
      const content = operationOf(endpoint).responses[problemCodes[code].status]?.content
      expect(content?.['application/problem+json']?.examples?.[code]).toBeDefined()
    }
  })

  test('says that an action may come without a body', () => {
    expect(operationOf(endpoints.takeOver).requestBody?.required).toBe(false)
    expect(operationOf(endpoints.claim).requestBody?.required).toBe(true)
  })

  test('promises no more of an answer than it must: it may have more fields one day', () => {
    expect(openApi.components.schemas.Bot?.additionalProperties).toBeUndefined()
    expect(openApi.components.schemas.BotInput?.additionalProperties).toBe(false)
  })
})
