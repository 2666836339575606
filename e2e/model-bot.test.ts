import { createClient } from '@baton/client'
import { expect, onTestFinished, test } from 'vitest'
import { startModel } from '../apps/server/test/fake-model.ts'
import { freshServer, useBrowser } from './browser.ts'
import { chatOn, openVisitor } from './site.ts'

useBrowser()

test('R1 R12 R24 the demo with a model: its words are seen as they come, and what it promises is kept', async () => {
  const { url, key } = await freshServer()
  const model = await startModel()
  onTestFinished(model.stop)
  const { token } = await createClient({ baseUrl: url, apiKey: key }).createDemo()
  const demo = createClient({ baseUrl: url, apiKey: token })
  await demo.setModel({ body: { provider: 'openai_compatible', baseUrl: model.url, name: 'small' } })
  const { items } = await demo.listBots()
  await demo.updateBot({
    params: { id: items[0]?.id ?? '' },
    body: { brain: { kind: 'model' }, waitSeconds: 0 },
  })
  const { visit } = await openVisitor()
  const chat = chatOn(await visit(`${url}/demo`))
  await chat.open()

  const end = Promise.withResolvers<void>()
  model.does({ pieces: ['You can send it back ', 'within 30 days', ' [1].'], until: end.promise })
  await chat.say('How long can I return my order?')
  await chat.heard('You can send it back within 30 days')
  expect(await chat.log.getByRole('listitem').allInnerTexts()).not.toContain('[1]')
  end.resolve()
  await chat.heard('You can send it back within 30 days.')

  model.does({ pieces: ['I will connect you with a colleague right away.'] })
  await chat.say('The lamp arrived broken')
  await chat.log.getByText('We are finding someone').waitFor()
  expect(await chat.log.getByText('I will connect you').count()).toBe(0)
})
