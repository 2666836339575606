/**
 * Makes what the detector has learned, from the grammars: `src/built/words.json` for the rules, `src/built/weights.json`
 * for the models. The same grammars give the same files, byte for byte.
 *
 *   npm run train
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildRarities } from './build-rarity.ts'
import { buildLanguage } from './build-words.ts'
import { readGrammars } from './read-grammar.ts'

const began = performance.now()
const built = fileURLToPath(new URL('../src/built/', import.meta.url))
const grammars = readGrammars()

const languages = grammars.map((grammar) => JSON.stringify(buildLanguage(grammar)))
writeFileSync(`${built}words.json`, `[\n${languages.join(',\n')}\n]\n`)
writeFileSync(`${built}rarity.json`, `${JSON.stringify(buildRarities(grammars), null, 1)}\n`)
// What follows reads texts with these words, so it is loaded only now.
const { trainModels } = await import('./train-models.ts')
const weights = trainModels(grammars, console.log)
writeFileSync(`${built}weights.json`, `${JSON.stringify(weights, null, 1)}\n`)
console.log(`${grammars.length} languages in ${((performance.now() - began) / 1000).toFixed(1)} s`)
