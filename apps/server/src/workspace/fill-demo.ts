import { articleInput, botInput, channelInput, type Given, userInput } from '@baton/contract'
import { createArticle } from '../article/save-article.ts'
import { createApiKey } from '../auth/api-key.ts'
import { createBot } from '../bot/save-bot.ts'
import { createChannel } from '../channel/save-channel.ts'
import { type AppContext, inWorkspace, newId, type UnitOfWork } from '../context.ts'
import { markRead } from '../conversation/mark-read.ts'
import { isUniqueViolation, transact } from '../database/database.ts'
import { DomainError } from '../errors.ts'
import { jobHandlers } from '../job/run-worker.ts'
import { readNotifications } from '../notification/mark-read.ts'
import { listScenarios } from '../scenario/queries.ts'
import { updateScenario } from '../scenario/save-scenario.ts'
import { createTeam } from '../staff/save-team.ts'
import { createUser, setAvailability } from '../staff/save-user.ts'
import { articles } from './demo/articles.ts'
import { playStep, type Scene, type Visitor } from './demo/play.ts'
import { availabilityOf, type Person, people, scenariosOf, shopBot, website } from './demo/shop.ts'
import { createStage } from './demo/stage.ts'
import { openStories } from './demo/stories-open.ts'
import { solvedStories } from './demo/stories-solved.ts'
import type { Start, Story } from './demo/story.ts'
import { removeDemo } from './remove-demo.ts'

const minute = 60_000
const day = 24 * 60 * minute
const days = 14
const readBeforeMs = 6 * 60 * minute

export type Demo = { workspaceId: string; adminId: string; token: string }

/**
 * Makes a demo beside a workspace: a workspace of its own, so that it never mixes with what is real, with a shop in which
 * everything that Baton does has happened in the last 14 days. It is made through the use cases that people and channels
 * use, on a clock that runs through those days, and is the same each time.
 * @throws DomainError demo_exists
 */
export async function fillDemo(app: AppContext, besideId: string): Promise<Demo> {
  const endsAt = app.clock()
  const { workspaceId, timeZone } = await openWorkspace(app, besideId)
  try {
    const stage = createStage(app, jobHandlers, new Date(endsAt.getTime() - days * day))
    const shop = await inWorkspace(stage.app, workspaceId, (work) => furnish(work, timeZone))
    for (const scene of scenesOf(shop, endsAt, timeZone)) {
      await stage.goTo(scene.at)
      await playStep(stage.app, workspaceId, shop.users, scene)
    }
    await stage.goTo(endsAt)
    await inWorkspace(stage.app, workspaceId, (work) => readWhatIsOld(work, Object.values(shop.users)))
    await stage.leave()
    return { workspaceId, adminId: shop.users.north, token: shop.token }
  } catch (error) {
    await removeDemo(app, besideId)
    throw error
  }
}

async function openWorkspace(
  app: AppContext,
  besideId: string,
): Promise<{ workspaceId: string; timeZone: string }> {
  const workspaceId = newId()
  try {
    return await transact(app.db, '*', async (trx) => {
      const beside = await trx
        .selectFrom('workspace')
        .select(['time_zone', 'demo_of'])
        .where('id', '=', besideId)
        .executeTakeFirstOrThrow()
      if (beside.demo_of) throw demoExists()
      const { time_zone } = beside
      await trx
        .insertInto('workspace')
        .values({
          id: workspaceId,
          name: 'Demo: a shop',
          time_zone,
          demo_of: besideId,
          created_at: app.clock(),
        })
        .execute()
      return { workspaceId, timeZone: time_zone }
    })
  } catch (error) {
    if (isUniqueViolation(error, 'workspace_demo')) throw demoExists()
    throw error
  }
}

function demoExists(): DomainError {
  return new DomainError(
    'demo_exists',
    'There is a demo already. Remove it with DELETE /v1/demo to make it anew.',
  )
}

type Shop = { users: Record<Person, string>; channels: { site: string; app: string }; token: string }

/** Staff, bot, scenarios and channels, as they were when the first contact wrote. */
async function furnish(work: UnitOfWork, timeZone: string): Promise<Shop> {
  const hire = async (person: Person) => (await createUser(work, userInput.parse(people[person]))).id
  const users = {
    north: await hire('north'),
    south: await hire('south'),
    east: await hire('east'),
    west: await hire('west'),
    centre: await hire('centre'),
  }
  work.actor = { userId: users.north, apiKeyId: null }
  const away = availabilityOf(timeZone)
  if (away.east) await setAvailability(work, users.east, away.east)
  if (away.west) await setAvailability(work, users.west, away.west)
  const support = await createTeam(work, { name: 'Support', userIds: [users.south, users.east, users.west] })
  const orders = await createTeam(work, { name: 'Orders', userIds: [users.east, users.centre] })
  const bot = await createBot(work, botInput.parse(shopBot))
  for (const article of articles) await createArticle(work, articleInput.parse(article))
  const settings = scenariosOf({ users, support: support.id, orders: orders.id })
  for (const { id, kind } of await listScenarios(work, bot.id))
    await updateScenario(work, bot.id, id, settings[kind] ?? {}, null)
  const open = async (channel: Given<typeof channelInput>) =>
    (await createChannel(work, channelInput.parse({ ...channel, botId: bot.id }))).id
  const { token } = await createApiKey(work, { name: 'Demo', scopes: ['*'] })
  return {
    users,
    channels: { site: await open(website), app: await open({ kind: 'api', name: 'App' }) },
    token,
  }
}

const lamps = ['Halo', 'Lantern', 'Firefly', 'Beacon', 'Willow']

/** All steps of all stories in the order of time, up to now. */
function scenesOf({ channels }: Shop, endsAt: Date, timeZone: string): Scene[] {
  const told = [...solvedStories, ...openStories].flatMap((story) =>
    story.starts.map((start) => ({ story, start })),
  )
  return told
    .flatMap(({ story, start }, index) => {
      const visitor = visitorOf(story, index, channels)
      let at = instantOf(start, endsAt, timeZone)
      return story.steps.map((step) => {
        at = new Date(at.getTime() + step.after * minute)
        return { at, visitor, step: 'text' in step ? { ...step, text: filled(step.text, index) } : step }
      })
    })
    .filter((scene) => scene.at <= endsAt)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

function visitorOf(
  { locale = 'en', channel = 'site' }: Story,
  index: number,
  channels: Shop['channels'],
): Visitor {
  const number = 4001 + ((index * 373) % 997)
  return {
    channelId: channels[channel],
    externalId: `demo-${number}`,
    name: `Visitor ${number}`,
    email: index % 3 === 0 ? `visitor${number}@shop.example` : null,
    locale,
    conversationId: null,
  }
}

function filled(text: string, index: number): string {
  return text
    .replaceAll('{order}', String(20_000 + ((index * 137) % 9_000)))
    .replaceAll('{lamp}', lamps[index % lamps.length] ?? '')
}

/** Some days ago at a time by the clock of the workspace. A day that has other hours is off by them, which is no harm. */
function instantOf(start: Start, endsAt: Date, timeZone: string): Date {
  if ('minutesAgo' in start) return new Date(endsAt.getTime() - start.minutesAgo * minute)
  const [hours = 0, minutes = 0] = start.at.split(':').map(Number)
  return new Date(midnight(endsAt, timeZone) - start.daysAgo * day + (hours * 60 + minutes) * minute)
}

function midnight(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .formatToParts(at)
    .filter((part) => part.type === 'hour' || part.type === 'minute')
    .map((part) => Number(part.value))
  const [hours = 0, minutes = 0] = parts
  return Math.floor(at.getTime() / minute) * minute - (hours * 60 + minutes) * minute
}

/** Everybody has read what is older than some hours, as people do. */
async function readWhatIsOld(work: UnitOfWork, userIds: string[]): Promise<void> {
  const old = await work.db
    .selectFrom('conversation')
    .selectAll()
    .where('workspace_id', '=', work.workspaceId)
    .where('last_message_at', '<', new Date(work.now.getTime() - readBeforeMs))
    .execute()
  for (const row of old)
    for (const userId of userIds) {
      await markRead(work, row, { userId })
      await readNotifications(work, userId, { conversationId: row.id })
    }
}
