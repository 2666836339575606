import { expect, test } from 'vitest'
import { ConfigError, parseConfig } from './config.ts'

test('an empty environment gives what a bare clone needs', () => {
  const config = parseConfig({})
  expect(config).toMatchObject({
    port: 4000,
    url: 'http://localhost:4000',
    databaseUrl: null,
    bootstrapKey: null,
    allowPrivateTargets: false,
    logLevel: 'info',
  })
  expect(config.dataFolder).toMatch(/\.baton$/)
})

test('the public address follows the port and loses its last slash', () => {
  expect(parseConfig({ PORT: '4100' }).url).toBe('http://localhost:4100')
  expect(parseConfig({ BATON_URL: 'https://baton.example.com/' }).url).toBe('https://baton.example.com')
})

test('an empty variable counts as not set', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: null })
})

test('every wrong variable is named, and no value is shown', () => {
  const wrong = {
    PORT: 'eighty',
    DATABASE_URL: 'mysql://me:secret@host/db',
    BATON_BOOTSTRAP_KEY: 'short-secret',
  }
  const error = (() => {
    try {
      parseConfig(wrong)
    } catch (caught) {
      return caught
    }
  })()
  expect(error).toBeInstanceOf(ConfigError)
  const { message } = error as ConfigError
  for (const name of Object.keys(wrong)) expect(message).toContain(name)
  expect(message).not.toContain('secret')
  expect(message).not.toContain('eighty')
})
