import { PassThrough, Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { assess } from './assess.ts'

type Answer = Record<string, unknown>

/** What the command answers to the lines, which may come in any pieces. */
async function answersTo(...pieces: (string | Uint8Array)[]): Promise<Answer[]> {
  const output = new PassThrough()
  const written = output.setEncoding('utf8').toArray()
  await assess(Readable.from(pieces), output)
  output.end()
  const lines = (await written).join('').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line))
}

function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`
}

describe('assess', () => {
  it('says of a text whether and why it hands over', async () => {
    const [answer] = await answersTo(lineOf({ id: 'a', text: 'Hi, can I talk to a person?' }))

    expect(answer).toMatchObject({
      id: 'a',
      fired: true,
      scenario: 'human_requested',
      atTurn: 0,
      decision: 'hand_over',
    })
    expect(answer?.evidence).toContainEqual({
      turn: 0,
      start: 10,
      end: 26,
      speaks: 'for',
      reason: 'asks_for_person',
    })
    expect(answer?.micros).toBeTypeOf('number')
  })

  it('says of an ordinary text that nothing fired', async () => {
    const [answer] = await answersTo(lineOf({ id: 7, text: 'Where is my parcel?' }))

    expect(answer).toMatchObject({
      id: 7,
      fired: false,
      scenario: null,
      atTurn: null,
      decision: 'answer',
      evidence: [],
    })
  })

  it('plays turns in order and reports the first that fires', async () => {
    const turns = [
      { from: 'contact', text: 'Do you ship to Malta?' },
      { from: 'bot', text: 'Hm.', answered: false },
      { from: 'contact', text: 'Then let me talk to a person' },
    ]
    const [answer] = await answersTo(lineOf({ id: 1, turns }))

    expect(answer).toMatchObject({ scenario: 'lack_of_information', atTurn: 1, score: 1 })
  })

  it('counts evidence from the beginning of a long conversation', async () => {
    const earlier = Array.from({ length: 200 }, () => ({ from: 'agent', text: 'One moment' }))
    const turns = [...earlier, { from: 'contact', text: 'I want to talk to a human today' }]
    const [answer] = await answersTo(lineOf({ id: 1, turns }))

    expect(answer).toMatchObject({ atTurn: 200, evidence: [{ turn: 200 }] })
  })

  it('takes anybody who is neither contact nor bot for staff', async () => {
    const turns = [{ from: 'agent', text: 'I want to talk to a human today' }]
    const [answer] = await answersTo(lineOf({ id: 1, turns }))

    expect(answer).toMatchObject({ fired: false })
  })

  it('uses the scenarios of the line, as far as they are enabled', async () => {
    const refund = { kind: 'custom', name: 'Refund', enabled: true, examplePhrases: ['I want my money back'] }
    const asked = { text: 'I want my money back please' }
    const [enabled, disabled, none] = await answersTo(
      lineOf({ id: 1, ...asked, scenarios: [refund] }),
      lineOf({ id: 2, ...asked, scenarios: [{ ...refund, enabled: false }] }),
      lineOf({ id: 3, ...asked, scenarios: [] }),
    )

    expect(enabled).toMatchObject({ fired: true, scenario: 'custom' })
    expect(disabled).toMatchObject({ fired: false })
    expect(none).toMatchObject({ fired: false })
  })

  it('answers a bad line with an error and goes on', async () => {
    const answers = await answersTo(
      'nonsense\n',
      lineOf({ id: 2 }),
      lineOf({ id: 3, turns: [{ from: 'contact' }] }),
      '\n',
      lineOf({ id: 5, text: 'hello' }),
    )

    expect(answers).toMatchObject([
      { error: 'The line is not valid JSON.' },
      { id: 2, error: 'Give either "text" or "turns".' },
      { id: 3, error: expect.stringContaining('turns: 0: text') },
      { error: 'The line is not valid JSON.' },
      { id: 5, fired: false },
    ])
  })

  it('reads lines that come in pieces, even within a letter', async () => {
    const bytes = new TextEncoder().encode(`${lineOf({ id: 1, text: 'Öffnet ihr?' })}{"id":2,"text":"né"}`)
    const pieces = Array.from(bytes, (_, at) => bytes.slice(at, at + 1))

    expect(await answersTo(...pieces)).toMatchObject([{ id: 1 }, { id: 2 }])
  })

  it('answers many lines in order and waits for a slow reader', async () => {
    const count = 2000
    const lines = Array.from({ length: count }, (_, id) => lineOf({ id, text: 'hello' }))
    let buffered = 0
    const ids: number[] = []
    const slow = new Writable({
      highWaterMark: 100,
      write(piece: Buffer, _encoding, done) {
        buffered = Math.max(buffered, slow.writableLength)
        ids.push(JSON.parse(piece.toString()).id)
        setImmediate(done)
      },
    })
    await assess(Readable.from(lines), slow)

    expect(ids).toEqual(Array.from({ length: count }, (_, id) => id))
    expect(buffered).toBeLessThan(1000)
  })

  it('ends quietly when nobody reads the output any more', async () => {
    const broken = new Writable({
      write(_piece, _encoding, done) {
        done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
      },
    })
    const input = Readable.from([lineOf({ id: 1, text: 'hello' }), lineOf({ id: 2, text: 'hello' })])

    await expect(assess(input, broken)).resolves.toBeUndefined()
    expect(input.destroyed).toBe(true)
  })

  it('fails when the output fails otherwise', async () => {
    const full = new Writable({
      write(_piece, _encoding, done) {
        done(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
      },
    })

    await expect(assess(Readable.from([lineOf({ id: 1, text: 'hello' })]), full)).rejects.toThrow(
      'no space left',
    )
  })
})
