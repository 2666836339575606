import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const folder = new URL('./texts/', import.meta.url)
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const english = read('en.json')
const valuesIn = (text: string | undefined) => [...(text ?? '').matchAll(/\{\w+\}/g)].map(String).sort()

describe('R24 the texts of the chat', () => {
  test('are there in ten languages', () => {
    expect(readdirSync(folder).sort()).toEqual(
      ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pt', 'tr', 'zh'].map((tag) => `${tag}.json`),
    )
  })

  test.each(readdirSync(folder))('%s has each text, with the same values in it', (name) => {
    const texts = read(name)
    expect(Object.keys(texts)).toEqual(Object.keys(english))
    for (const [key, text] of Object.entries(texts)) {
      expect(text.trim(), key).not.toBe('')
      expect(valuesIn(text), key).toEqual(valuesIn(english[key]))
    }
  })
})
