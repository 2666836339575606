import { describe, expect, it } from 'vitest'
import { checkGrammar } from './check-grammar.ts'
import { parseGrammar, readGrammars } from './read-grammar.ts'

describe('the grammars', () => {
  const grammars = readGrammars()

  it('are there for at least 40 languages', () => {
    expect(grammars.length).toBeGreaterThanOrEqual(40)
  })

  it.each(grammars.map((grammar) => [grammar.code, grammar] as const))('%s has no gaps', (_, grammar) => {
    expect(checkGrammar(grammar)).toEqual([])
  })
})

describe('a grammar that is not in the form', () => {
  const head = '# Test\ncode: xx\nforms: any, plain\n\n'

  it.each([
    ['without a code', '# Test\n', /no "code/],
    [
      'with a person of no kind',
      `${head}## People\nrobot: a robot | robot`,
      /line 6: begin with one of human/,
    ],
    ['with a form missing', `${head}## People\nstaff: an agent`, /line 6: 2 cells are wanted/],
  ])('%s is refused with file and line', (_, source, message) => {
    expect(() => parseGrammar(source, 'xx.txt')).toThrow(message)
  })

  it('with a phrase that cannot be read is named', () => {
    const source = `${head}## People\nstaff: an agent | agent\n## Requests\n### direct\ntalk to {nobody}\ntalk (to|with an agent\n`
    const findings = checkGrammar(parseGrammar(source, 'xx.txt'))
    expect(findings.join('\n')).toMatch(/\{nobody\} is no slot of xx/)
    expect(findings.join('\n')).toMatch(/bracket or bar stands alone/)
  })
})
