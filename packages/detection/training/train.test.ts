import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildRarities } from './build-rarity.ts'
import { buildLanguage } from './build-words.ts'
import { readGrammars } from './read-grammar.ts'
import { trainModels } from './train-models.ts'

const LARGEST = 256 * 1024

function built(name: string) {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../src/built/${name}`, import.meta.url)), 'utf8'))
}

describe('what was learned', () => {
  const grammars = readGrammars()

  it('are the words of the grammars', () => {
    expect(built('words.json')).toEqual(grammars.map(buildLanguage))
    expect(built('rarity.json')).toEqual(buildRarities(grammars))
  })

  it('are the weights that the grammars give, bit for bit', () => {
    expect(trainModels(grammars, () => {})).toEqual(built('weights.json'))
  })

  it('is small', () => {
    const models: Record<string, { weights: string }> = built('weights.json').models
    const bytes = Object.values(models).reduce(
      (sum, { weights }) => sum + Buffer.from(weights, 'base64').length,
      0,
    )
    expect(bytes).toBeLessThanOrEqual(LARGEST)
  })
})
