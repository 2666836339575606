// Makes the bot in Baton once, as you could by hand in the app: its address, its secret, a channel, two scenarios.
import { createClient } from '@baton/client'

const {
  BATON_URL = 'http://localhost:4000',
  BATON_API_KEY,
  BOT_URL = 'http://localhost:3001/answer',
} = process.env
if (!BATON_API_KEY) {
  console.error(
    'Set BATON_API_KEY. The first key is in .baton/api-key of the folder in which Baton was started.',
  )
  process.exit(1)
}
const baton = createClient({ baseUrl: BATON_URL, apiKey: BATON_API_KEY })

const bot = await baton.createBot({
  body: { name: 'Express bot', mode: 'autopilot', brain: { kind: 'external', url: BOT_URL } },
})
const { secret } = await baton.createCallSecret({ params: { id: bot.id } })
const channel = await baton.createChannel({ body: { kind: 'web', name: 'Express bot', botId: bot.id } })
await baton.createScenario({
  params: { id: bot.id },
  body: {
    kind: 'human_requested',
    name: 'Wants a person',
    enabled: true,
    examplePhrases: ['I want to talk to a human', 'Can I speak to a person?'],
  },
})
await baton.createScenario({
  params: { id: bot.id },
  body: {
    kind: 'custom',
    name: 'Refunds',
    enabled: true,
    examplePhrases: ['I want my money back', 'Please refund my order'],
    finalMessage: 'I am fetching somebody who can refund you.',
  },
})

console.log(`BATON_CALL_SECRET=${secret}`)
console.log(`CHANNEL_ID=${channel.id}`)
