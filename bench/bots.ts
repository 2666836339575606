import { articleInput, modelInput } from '@baton/contract'
import { createArticle } from '../apps/server/src/article/save-article.ts'
import { takeTurn } from '../apps/server/src/bot/take-turn.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { saveModel } from '../apps/server/src/workspace/model.ts'
import { type FakeModel, startModel } from '../apps/server/test/fake-model.ts'
import { analyze } from './grow.ts'
import { compare, noSamples, type Pair, type Samples, summarise } from './measure.ts'
import { prepareTurns, receive } from './operations.ts'
import { heading, type Report, speedShare, table } from './report.ts'
import type { BenchServer } from './server.ts'
import { createWorld, type World } from './world.ts'

const articles = 200
const fastestTurns = 400
const concurrency = 16
const topics = ['parcels', 'returns', 'invoices', 'lamps', 'chairs', 'repairs', 'vouchers', 'accounts']

/**
 * What bots cost beyond a script: a turn whose answer is quoted from articles, beside one that is scripted; and how long
 * until the contact sees the first words of a model, beside how long the model itself takes for them.
 */
export async function measureBots(server: BenchServer, report: Report, seconds: number): Promise<void> {
  const world = await createWorld(await server.create('bots'))
  const model = await startModel()
  try {
    await writeArticles(world)
    report.add(heading(`Bots, with ${articles} articles`))
    report.add(...table([await quoteAndRecite(world, seconds)]))
    const words = await firstWords(world, model, seconds)
    report.add(
      'A bot that knows articles, beside one with a script. Both read, judge, answer and commit.',
      '',
      ...table([words], speedShare),
      `Baton adds ${(words.baton.p50 - words.floor.p50).toFixed(0)} ms to the model's own time at the median. ` +
        'The model is a server in this process that answers at once, so what is left is what Baton adds: the message is taken ' +
        'in, judged, the articles are looked up, the model is asked, and its first words are told to readers. One at a time.',
      '',
    )
  } finally {
    await model.stop()
    await world.close()
    await server.drop('bots')
  }
}

async function writeArticles({ app, workspaceId }: World): Promise<void> {
  await inWorkspace(app, workspaceId, async (work) => {
    for (let at = 0; at < articles; at++) {
      const topic = topics[at % topics.length]
      const title = `About ${topic}, part ${at}`
      const text = `What there is to know of ${topic}. It takes ${at} days.`
      await createArticle(
        work,
        articleInput.parse({ title, text, questions: [`What about ${topic} ${at}?`] }),
      )
    }
    const title = 'Where your parcel is'
    const text = 'You can follow your parcel with the link in the e-mail that says it was sent.'
    await createArticle(work, articleInput.parse({ title, text, questions: ['Where is my parcel?'] }))
  })
}

async function quoteAndRecite(world: World, seconds: number): Promise<Pair> {
  const take = await prepareTurns(world, Math.ceil(seconds * fastestTurns * 4))
  await analyze(world)
  const answering = (brain: object) => () => setBrain(world, brain)
  const scripted = { kind: 'scripted', answers: [], otherwise: 'I see.' }
  return compare(
    {
      name: 'a turn that quotes an article',
      concurrency,
      once: take,
      before: answering({ kind: 'knowledge' }),
    },
    { name: 'a scripted one', concurrency, once: take, before: answering(scripted) },
    seconds,
  )
}

/** From before the message is handed to Baton, or the model is asked, until the first words are there. */
async function firstWords(world: World, model: FakeModel, seconds: number): Promise<Pair> {
  const { app, workspaceId } = world
  const settings = {
    provider: 'openai_compatible',
    baseUrl: model.url,
    name: 'bench',
    dailyTokens: 1_000_000_000,
  }
  await inWorkspace(app, workspaceId, (work) => saveModel(work, modelInput.parse(settings)))
  await setBrain(world, { kind: 'model' })
  model.does({ pieces: ['You can follow ', 'it with the link ', 'in the e-mail.'] })
  const [baton, bare] = [noSamples(), noSamples()]
  let people = 0
  const throughBaton = async () => {
    people += 1
    const { conversationId, seq } = await receive(world, 'Where is my parcel?', `reads-${people}`)
    const heard = new Promise<number>((done) => {
      const stop = app.writings.on((writing) => {
        if (writing.conversationId !== conversationId) return
        stop()
        done(performance.now())
      })
    })
    const turn = takeTurn(app, { workspaceId, conversationId, epoch: 1, seq })
    const at = await heard
    await turn
    return at
  }
  const end = performance.now() + seconds * 2_000
  for (let round = 0; performance.now() < end; round++) {
    const warm = round >= 5
    await timed(warm ? baton : noSamples(), throughBaton)
    await timed(warm ? bare : noSamples(), () => askBare(model))
  }
  return {
    baton: summarise('first words through Baton', baton),
    floor: summarise('from the model itself', bare),
  }
}

async function timed(samples: Samples, until: () => Promise<number>): Promise<void> {
  const began = performance.now()
  const cpu = process.cpuUsage()
  const at = await until()
  const { user, system } = process.cpuUsage(cpu)
  samples.times.push(at - began)
  samples.count += 1
  samples.cpuMicros += user + system
  samples.elapsedMs += performance.now() - began
}

async function askBare({ url }: FakeModel): Promise<number> {
  const response = await fetch(`${url}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ stream: true, messages: [{ role: 'user', content: 'Where is my parcel?' }] }),
  })
  const decoder = new TextDecoder()
  let at: number | null = null
  for await (const chunk of response.body ?? [])
    if (at === null && decoder.decode(chunk).includes('You can')) at = performance.now()
  if (at === null) throw new Error('The model said nothing.')
  return at
}

async function setBrain({ app, workspaceId, botId }: World, brain: object): Promise<void> {
  await inWorkspace(app, workspaceId, ({ db }) =>
    db
      .updateTable('bot')
      .set({ brain: JSON.stringify(brain) })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', botId)
      .execute(),
  )
}
