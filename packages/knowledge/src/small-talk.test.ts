import { expect, test } from 'vitest'
import { answerSmallTalk } from './small-talk.ts'

test.each([
  ['Hello!', 'Hello! How can I help you?'],
  ['Thanks a lot :)', 'You are welcome!'],
  ['THANK YOU!!!', 'You are welcome!'],
  ['Guten Tag', 'Hallo! Wie kann ich helfen?'],
  ['D’accord, merci.', 'Avec plaisir !'],
  ['¡Gracias!', '¡De nada!'],
  ['ありがとうございます。', 'どういたしまして。'],
  ['شكرا', 'على الرحب والسعة!'],
  ['谢谢！', '不客气！'],
])('%s', (text, answer) => {
  expect(answerSmallTalk(text)).toBe(answer)
})

test.each([
  'Hello, where is my parcel?',
  'Thanks for nothing',
  'hi hi hi',
  'No thanks',
  '',
  '👍',
  'x'.repeat(100_000),
])('and what says more is no small talk: %s', (text) => {
  expect(answerSmallTalk(text)).toBeNull()
})
