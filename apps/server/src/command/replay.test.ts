import { createClient } from '@baton/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeApiWorld, serveApi } from '../../test/api-world.ts'
import { createTestApp, type TestApp } from '../../test/test-app.ts'
import { playTranscript } from './play-transcript.ts'
import { readBack } from './read-back.ts'
import { newFigures, type Transcript } from './replay-figures.ts'
import { setUpReplay } from './set-up-replay.ts'

let baton: TestApp
let client: ReturnType<typeof createClient>
let close: () => Promise<void>

beforeAll(async () => {
  baton = await createTestApp()
  const world = await makeApiWorld(baton)
  const served = await serveApi(baton)
  client = createClient({ baseUrl: served.url, apiKey: world.token })
  close = served.close
})
afterAll(async () => {
  await close()
  await baton.close()
})

const parcel: Transcript = {
  id: 'parcel',
  turns: [
    { from: 'contact', text: 'Where is my parcel?' },
    { from: 'bot', text: 'It left the depot this morning.' },
    { from: 'system', text: 'Tracking opened.' },
    { from: 'contact', text: 'I want to talk to a human' },
    { from: 'bot', text: 'What is your order number?' },
    { from: 'contact', text: 'Hello?' },
    { from: 'bot', text: 'Are you still there?' },
  ],
}

function chat(number: number): Transcript {
  return {
    id: `chat-${number}`,
    turns: [
      { from: 'contact', text: 'Do you have it in blue?' },
      { from: 'bot', text: 'Yes, in blue and in green.' },
      { from: 'contact', text: 'Then I take the blue one.' },
    ],
  }
}

test('R25 a replay finds everything again, and counts what was handed over and held back', async () => {
  const setup = await setUpReplay(client)
  const figures = newFigures()
  await playTranscript(client, setup, parcel, figures)
  for (let number = 0; number < 12; number++) await playTranscript(client, setup, chat(number), figures)
  await readBack(client, setup, figures)
  expect(figures).toMatchObject({
    contactMessages: 27,
    botReplies: { sent: 13, handedOver: 1, heldBack: 1 },
    systemTurns: 1,
    handovers: { human_requested: 1 },
    duplicates: { sent: 2, found: 2 },
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
    botAfterFinal: 0,
  })
})

test('a replay says so when something is lost or out of order', async () => {
  const setup = await setUpReplay(client)
  const figures = newFigures()
  await playTranscript(client, setup, chat(100), figures)
  const kept = figures.contacts.get('chat-100')
  kept?.messageIds.reverse()
  kept?.messageIds.push('0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64')
  await readBack(client, setup, figures)
  expect(figures.lost).toBe(1)
  expect(figures.outOfOrder).toBeGreaterThan(0)
})
