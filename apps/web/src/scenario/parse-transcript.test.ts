import { expect, test } from 'vitest'
import { parseTranscript } from './parse-transcript.ts'

test('a transcript is a line each, with who speaks before it', () => {
  expect(parseTranscript('contact: Where is it?\nBOT: I do not know.\n person : I do.\nbot:')).toEqual([
    { from: 'contact', text: 'Where is it?' },
    { from: 'bot', text: 'I do not know.' },
    { from: 'user', text: 'I do.' },
  ])
})

test('a line without a name goes on with the one before, and the first is the contact’s', () => {
  expect(parseTranscript('Hello\n\nthere: you\nbot: Yes?\nStill here.')).toEqual([
    { from: 'contact', text: 'Hello\nthere: you' },
    { from: 'bot', text: 'Yes?\nStill here.' },
  ])
  expect(parseTranscript('  \n')).toEqual([])
})
