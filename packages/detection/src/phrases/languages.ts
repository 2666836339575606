import words from '../built/words.json' with { type: 'json' }
import type { Language } from './language.ts'

/** Every language that there is a grammar for. Built from `grammars/` by `npm run train`. */
export const languages: readonly Language[] = words
