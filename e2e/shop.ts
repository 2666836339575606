import { createClient } from '@baton/client'
import type { User } from '@baton/contract'
import { inject } from 'vitest'

/** The API, as the tests call it beside the browser. */
function api() {
  return createClient({ baseUrl: inject('batonUrl'), apiKey: inject('batonKey') })
}

let shops = 0

/** A bot behind a channel that hands over to Agent North, and contacts who write. */
export async function openShop() {
  const baton = api()
  shops += 1
  const mark = `${Date.now().toString(36)}${shops}`
  const north = await makeAgent('Agent North', `north-${mark}@example.com`)
  const bot = await baton.createBot({
    body: {
      name: `Shop bot ${mark}`,
      mode: 'autopilot',
      waitSeconds: 0,
      brain: { kind: 'scripted', answers: [{ match: 'hours', text: 'We are open from 9 to 5.' }] },
    },
  })
  const { items: scenarios } = await baton.listScenarios({ params: { id: bot.id } })
  const asked = scenarios.find(({ kind }) => kind === 'human_requested')
  if (!asked) throw new Error('The bot came without its presets.')
  await baton.updateScenario({
    params: { id: bot.id, scenarioId: asked.id },
    body: {
      enabled: true,
      examplePhrases: ['I want to talk to a human', 'Can I speak to a person?'],
      assignTo: { type: 'user', userId: north.id },
      responseTarget: { minutes: 5 },
    },
  })
  const channel = await baton.createChannel({ body: { name: 'Web shop', botId: bot.id } })
  const write = (name: string, text: string) =>
    baton.receiveMessage({
      params: { id: channel.id },
      body: { contact: { externalId: `${mark}-${name}`, name }, message: { text } },
    })
  return { baton, north, write, bot, asked, channel }
}

/** What everybody of the staff signs in with. */
export const password = 'a long sentence of a test'

/** Somebody who was invited and has joined. */
export async function makeAgent(
  name: string,
  email: string,
  role: 'admin' | 'agent' = 'admin',
): Promise<User> {
  const { link } = await api().invite({ body: { name, email, role } })
  const token = link.split('/').at(-1) ?? ''
  const { user } = await createClient({ baseUrl: inject('batonUrl') }).acceptInvitation({
    body: { token, name, password },
  })
  return user
}
