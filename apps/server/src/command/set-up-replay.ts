import type { Client } from '@baton/client'

export type ReplaySetup = { channelId: string; botId: string; run: string }

/** A bot and a channel of this run's own: an outside bot on autopilot, with the three presets enabled. */
export async function setUpReplay(client: Client): Promise<ReplaySetup> {
  const run = `replay ${new Date().toISOString()}`
  const bot = await client.createBot({
    body: { name: run, mode: 'autopilot', waitSeconds: 0, messageCap: 100, brain: { kind: 'external' } },
  })
  const { items } = await client.listScenarios({ params: { id: bot.id } })
  for (const scenario of items)
    await client.updateScenario({ params: { id: bot.id, scenarioId: scenario.id }, body: { enabled: true } })
  const channel = await client.createChannel({ body: { name: run, botId: bot.id } })
  return { channelId: channel.id, botId: bot.id, run }
}
