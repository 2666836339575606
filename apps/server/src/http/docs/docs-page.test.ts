import { type Endpoint, endpoints, eventData, problemCodes } from '@baton/contract'
import { describe, expect, test } from 'vitest'
import { buildOpenApi } from '../openapi/build-openapi.ts'
import { docsPage } from './docs-page.ts'

const text = docsPage(buildOpenApi('https://baton.example.com'))
const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

describe('the docs', () => {
  test('have every endpoint, object, problem and event, once', () => {
    const wanted = [
      ...Object.values<Endpoint>(endpoints).map((endpoint) => endpoint.id),
      ...Object.keys(problemCodes).map((code) => `problem-${code}`),
      ...Object.keys(eventData).map((type) => `event-${type}`),
      'object-Conversation',
    ]
    expect(ids).toEqual(expect.arrayContaining(wanted))
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('have no link that leads nowhere', () => {
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  test('need no script and no other file', () => {
    expect(text).not.toMatch(/<script|<link|<img|@import|url\(/)
  })

  test('show how to ask, in a shell', () => {
    expect(text).toContain('curl -X POST &quot;https://baton.example.com/v1/channels/$ID/messages&quot;')
    expect(text).toContain('Authorization: Bearer $BATON_KEY')
  })
})
