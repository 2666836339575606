import { describe, expect, test } from 'vitest'
import { safeName } from './safe-name.ts'
import { typeOf } from './type-of.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('R24 what a file is', () => {
  test.each([
    ['\x89PNG\r\n\x1a\n....', 'image/png'],
    ['\xff\xd8\xff\xe0..JFIF', 'image/jpeg'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['GIF89a......', 'image/gif'],
    ['%PDF-1.7\n', 'application/pdf'],
  ])('is read from how it begins: %j', (content, type) => {
    expect(typeOf(bytes(content))).toBe(type)
  })

  test.each([
    '',
    'GIF',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    '<!doctype html><script>alert(1)</script>',
    ' %PDF-1.7',
    'RIFF\x10\0\0\0WAVEfmt ',
    'MZ\x90\0',
    'PK\x03\x04',
  ])('%j is none that may be attached', (content) => {
    expect(typeOf(bytes(content))).toBeNull()
  })
})

describe('R24 the name of a file', () => {
  test.each([
    ['receipt.pdf', 'receipt.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\Jo\\bill.PDF', 'bill.pdf'],
    ['invoice.pdf.exe', 'invoice.pdf.exe.pdf'],
    ['gnp\u202efdp.pdf', 'gnpfdp.pdf'],
    ['a"b\r\nSet-Cookie: x.pdf', 'abSet-Cookie x.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['发票 März.pdf', '发票 März.pdf'],
    ['x'.repeat(500), `${'x'.repeat(100)}.pdf`],
    ['half \ud83d.pdf', 'half \ufffd.pdf'],
  ])('%j becomes %j', (given, name) => {
    expect(safeName(given, 'application/pdf')).toBe(name)
  })

  test('may end as its type is written', () => {
    expect(safeName('photo.JPEG', 'image/jpeg')).toBe('photo.jpeg')
    expect(safeName(undefined, 'image/png')).toBe('file.png')
  })
})
