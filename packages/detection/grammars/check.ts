/**
 * Checks the grammar files and names gaps:
 *
 *   node packages/detection/grammars/check.ts        all languages
 *   node packages/detection/grammars/check.ts de fr  these
 */
import { checkGrammar } from '../training/check-grammar.ts'
import { readGrammars } from '../training/read-grammar.ts'

const codes = process.argv.slice(2)
const grammars = readGrammars(codes.length === 0 ? undefined : codes)
let findings = 0
for (const grammar of grammars) {
  const found = checkGrammar(grammar)
  findings += found.length
  for (const finding of found) console.log(`${grammar.code}: ${finding}`)
}
console.log(`${grammars.length} languages, ${findings} findings`)
process.exitCode = findings > 0 ? 1 : 0
