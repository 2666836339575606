import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

describe('R18 a password', () => {
  test('is kept as argon2id with a salt of its own, at the cost that OWASP asks for', async () => {
    const [one, other] = await Promise.all([hashPassword('a long password'), hashPassword('a long password')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
  })

  test('is known again, also composed otherwise, and no other is', async () => {
    const hash = await hashPassword('größe und länge')
    expect(await verifyPassword({ hash, password: 'größe und länge' })).toBe(true)
    expect(await verifyPassword({ hash, password: 'größe und länge'.normalize('NFD') })).toBe(true)
    expect(await verifyPassword({ hash, password: 'größe und längE' })).toBe(false)
  })

  test('of no known form is nobody’s', async () => {
    expect(await verifyPassword({ hash: '', password: '' })).toBe(false)
    expect(await verifyPassword({ hash: 'plain', password: 'plain' })).toBe(false)
  })
})
