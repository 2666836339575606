import { SignatureError, verifySignature } from '@baton/client'
import { type BotAnswer, type BotCall, botCall } from '@baton/contract'
import express, { type ErrorRequestHandler } from 'express'

const secret = process.env.BATON_CALL_SECRET ?? ''
const port = Number(process.env.PORT ?? 3001)
if (secret === '') {
  console.error(
    'Set BATON_CALL_SECRET: Baton shows it in the settings of the bot, or `npx node connect.ts` makes one.',
  )
  process.exit(1)
}

const parcels = new Map([
  ['4711', 'It left our warehouse this morning and arrives tomorrow.'],
  ['4712', 'It waits for you in the parcel shop.'],
])

/** What the bot says. Yours asks a model, a search, a database: it has 30 seconds. */
function answer({ messages, contact }: BotCall): BotAnswer {
  const asked = messages.findLast(({ from }) => from === 'contact')?.text ?? ''
  if (/\brefund\b/i.test(asked))
    return { handOver: { scenario: 'Refunds', reason: 'Only a person may give money back.' } }
  const parcel = parcels.get(/\b\d{4}\b/.exec(asked)?.[0] ?? '')
  if (parcel !== undefined) return { text: parcel, answered: true, confidence: 1 }
  if (/\bparcel\b/i.test(asked)) return { text: 'Which number does your parcel have?' }
  if (/\b(hi|hello)\b/i.test(asked)) return { text: `Hello${contact.name ? ` ${contact.name}` : ''}!` }
  return { text: '', answered: false }
}

const onError: ErrorRequestHandler = (error, _request, response, _next) => {
  console.error(String(error))
  response.status(error instanceof SignatureError ? 401 : 500).end()
}

express()
  // A signature holds for exactly what arrived, so the body is read raw and parsed after it was verified.
  .post('/answer', express.raw({ type: 'application/json', limit: '1mb' }), async (request, response) => {
    const call = botCall.parse(await verifySignature(request.body, request.headers, secret))
    response.json(answer(call))
  })
  .use(onError)
  .listen(port, () => console.log(`The bot answers at http://localhost:${port}/answer`))
