import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseApart } from './parse-apart.ts'
import { parseFile } from './parse-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const parse = (name: string, text: string) => parseFile(name, bytes(text))

/** A page of PDF that says one line. */
const pdf = (line: string) => `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length ${line.length + 30}>>stream
BT /F1 12 Tf 10 50 Td (${line}) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF`

const docx = () => readFile(new URL('../../../test/files/returns.docx', import.meta.url))

describe('a file becomes an article', () => {
  test('Markdown, under its first heading', async () => {
    expect(await parse('help.md', '# Returns\n\nWithin **30 days**.')).toEqual([
      { kind: 'article', title: 'Returns', text: '# Returns\n\nWithin **30 days**.', part: null },
    ])
  })

  test('plain text, under its name', async () => {
    expect(await parse('Opening hours.txt', 'Nine to five.')).toMatchObject([
      { title: 'Opening hours', text: 'Nine to five.' },
    ])
  })

  test('DOCX, with its headings', async () => {
    expect(await parseFile('a.docx', await docx())).toMatchObject([
      { title: 'Returns', text: '# Returns\n\nYou can return **everything** within 30 days.' },
    ])
  })

  test('PDF', async () => {
    expect(await parse('Invoice.pdf', pdf('You can pay by invoice.'))).toMatchObject([
      { title: 'Invoice', text: 'You can pay by invoice.' },
    ])
  })

  test('HTML, without what stands around it and without what runs in it', async () => {
    const [article] = await parse(
      'page.html',
      `<html><head><title>Shop</title><script>steal()</script></head><body><nav>Menu</nav><main><h1>Returns</h1>
      <p onclick="steal()">Within <b>30 days</b>.</p><script>steal()</script><a href="javascript:steal()">Here</a>
      <a href="https://shop.example/a">Label</a><img src=x onerror="steal()"><ul><li>One</li><li>Two</li></ul></main>
      <footer>Imprint</footer></body></html>`,
    )
    expect(article?.title).toBe('Returns')
    expect(article?.text).toContain('Within **30 days**.')
    expect(article?.text).toContain('[Label](https://shop.example/a)')
    expect(article?.text).toMatch(/-\s+One\n-\s+Two/)
    expect(article?.text).not.toMatch(/steal|Menu|Imprint|onerror/)
  })

  test('CSV: each row a question and its answer', async () => {
    const rows = [
      { kind: 'qa', title: 'Can I pay later?', text: 'Yes, by invoice.', part: 'can i pay later?' },
      { kind: 'qa', title: 'Do you ship?', text: 'Yes;\nalways.', part: 'do you ship?' },
    ]
    expect(
      await parse(
        'faq.csv',
        '\ufeffQuestion,Answer\nCan I pay later?,"Yes, by invoice."\n\n"Do you ship?","Yes;\nalways."\n',
      ),
    ).toEqual(rows)
    expect(await parse('faq.csv', 'Can I pay later?;Yes, by invoice.\n')).toEqual([rows[0]])
  })
})

describe('a file that cannot be read says why', () => {
  test.each([
    ['empty.md', '  \n', /holds no text/],
    ['letters.txt', 'a'.repeat(200_001), /more than 200000 letters/],
    ['picture.png', 'x', /Only \.md, \.txt/],
    ['noname', 'x', /Only \.md, \.txt/],
    ['faq.csv', 'question,answer\nWhy?,\n', /Row 2 has no answer/],
    ['faq.csv', 'Why?,Yes, because\n', /Row 1 has more than two columns/],
    ['faq.csv', ',Because\n', /Row 1 has no question/],
    ['faq.csv', 'Why?,Because\nwhy?,So\n', /asks what another row asks already/],
    ['faq.csv', 'question,answer\n', /holds no questions/],
    ['faq.csv', '"Why?,Because\n', /is no CSV/],
  ])('%s', async (name, text, reason) => {
    await expect(parse(name, text)).rejects.toThrow(reason)
  })

  test('text in other letters than UTF-8', async () => {
    await expect(parseFile('a.txt', new Uint8Array([0xfc, 0x62, 0x65, 0x72]))).rejects.toThrow(/UTF-8/)
  })

  test('an archive that unpacks into more than fits', async () => {
    const bomb = Buffer.from(await docx())
    const entry = bomb.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bomb.writeUInt32LE(0xf0000000, entry + 24)
    await expect(parseFile('bomb.docx', bomb)).rejects.toThrow(/too large when unpacked/)
  })

  test.each(['broken.docx', 'broken.pdf'])('%s, in a thread of its own', async (name) => {
    await expect(parseApart(name, bytes('not what it says'))).rejects.toThrow(/damaged, or not what its name/)
  })

  test('what can be read comes back from the thread', async () => {
    expect(await parseApart('help.md', bytes('# Returns\n\nYes.'))).toMatchObject([{ title: 'Returns' }])
  })
})
