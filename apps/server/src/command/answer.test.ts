import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer } from './answer.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baton-answer-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

test('questions are answered by articles, in order; a bad line does not end the run', async () => {
  const articles = [
    {
      id: 'returns',
      title: 'Returns',
      questions: ['How do I send something back?'],
      body: 'Within 30 days.',
    },
    { id: 'delivery', title: 'Delivery', questions: ['When will my parcel arrive?'], body: 'In three days.' },
  ]
  const path = await write('articles.json', JSON.stringify({ articles }))
  const lines = [
    JSON.stringify({ id: 1, question: 'when does the parcel arrive' }),
    'no JSON',
    JSON.stringify({ id: 3 }),
    JSON.stringify({ id: 'four', question: 'do you hire astronauts' }),
  ]
  const output = new PassThrough()
  const written = text(output)
  await answer(path, Readable.from(lines.map((line) => `${line}\n`)), output)
  output.end()
  const answers = (await written)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers[0]).toMatchObject({ id: 1, answered: true, article: 'delivery' })
  expect(answers[1]).toMatchObject({ error: 'The line is not valid JSON.' })
  expect(answers[2]).toMatchObject({ id: 3, error: expect.stringContaining('question') })
  expect(answers[3]).toMatchObject({ id: 'four', answered: false, article: null })
})

test('a file that is missing, no JSON, or without articles is told', async () => {
  const run = (path: string) => answer(path, Readable.from([]), new PassThrough())
  await expect(run(join(folder, 'missing.json'))).rejects.toThrow(/cannot be read/)
  await expect(run(await write('bad.json', '{'))).rejects.toThrow(/not valid JSON/)
  await expect(run(await write('other.json', '{"articles": [{}]}'))).rejects.toThrow(/articles: 0: id/)
})
