import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { covers, type Endpoint, endpoints, problemCodes, problemsOf } from './index.ts'

const all: [string, Endpoint][] = Object.entries(endpoints)

describe('the table of endpoints', () => {
  test('names each by its key', () => {
    for (const [key, { id }] of all) expect(id).toBe(key)
  })

  test('has no two at one address', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
  })

  test.each(all)('%s takes exactly the parameters that its path names', (_, { path, params }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(Object.keys(params?.shape ?? {})).toEqual(named)
  })

  test.each(all)('%s answers 204 exactly when its answer has no body', (_, { status, response, raw }) => {
    expect(response === null && raw !== 'download').toBe(status === 204)
  })

  test.each(all)('%s reads without a body, and writes under a scope', (_, { method, body, scope, who }) => {
    if (method === 'get' || method === 'delete') expect(body).toBeUndefined()
    if (method !== 'get' && who === undefined) expect(scope).not.toBeNull()
  })

  test.each(all)('%s names only problems that there are, each once', (_, endpoint) => {
    const problems = problemsOf(endpoint)
    expect(problems.every((code) => code in problemCodes)).toBe(true)
    expect(new Set(problems).size).toBe(problems.length)
  })

  test.each(all)('%s can be written as JSON Schema', (_, { params, query, body, response }) => {
    for (const schema of [params, query, body])
      if (schema) expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow()
    if (response) expect(() => z.toJSONSchema(response)).not.toThrow()
  })

  test.each(all)('%s has a list as items with a cursor, or none', (_, { response, query }) => {
    if (!(response instanceof z.ZodObject) || !('nextCursor' in response.shape)) return
    expect(Object.keys(response.shape)).toEqual(['items', 'nextCursor'])
    if (query) expect(Object.keys(query.shape)).toEqual(expect.arrayContaining(['cursor', 'limit']))
  })
})

describe('scopes', () => {
  test('writing includes reading, of the same noun only', () => {
    expect(covers(['bots:write'], 'bots:read')).toBe(true)
    expect(covers(['bots:read'], 'bots:write')).toBe(false)
    expect(covers(['bots:write'], 'channels:read')).toBe(false)
  })

  test('* covers everything, and only * covers *', () => {
    expect(covers(['*'], 'keys:write')).toBe(true)
    expect(covers(['keys:write'], '*')).toBe(false)
  })
})
