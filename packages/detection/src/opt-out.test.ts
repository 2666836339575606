import { describe, expect, it } from 'vitest'
import { isOptOut } from './opt-out.ts'

describe('isOptOut', () => {
  it.each(['STOP', 'stop', ' Stop. ', 'STOPALL', 'Stop all', 'UNSUBSCRIBE', 'opt-out', '“STOP”'])(
    'is: %s',
    (text) => {
      expect(isOptOut(text)).toBe(true)
    },
  )

  it.each(['please stop', 'stop the music', 'do not stop', 'bus stop', '', '…', 'stop '.repeat(100)])(
    'is not: %s',
    (text) => {
      expect(isOptOut(text)).toBe(false)
    },
  )

  it.each(['cancel', 'END', 'quit', 'Revoke'])('is over SMS, but not in a chat: %s', (text) => {
    expect(isOptOut(text, 'sms')).toBe(true)
    expect(isOptOut(text)).toBe(false)
  })
})
