import { type Browser, chromium, type Page } from 'playwright-core'
import { hashPassword } from '../apps/server/src/auth/password.ts'
import { createLogin } from '../apps/server/src/auth/save-login.ts'
import { inWorkspace } from '../apps/server/src/context.ts'
import { buildApps } from '../e2e/build-apps.ts'
import { findChromium } from '../e2e/find-chromium.ts'
import { startBaton } from '../e2e/start-baton.ts'
import { aimLine, aims } from './aims.ts'
import { analyze, grow, growConversation } from './grow.ts'
import { percentile } from './measure.ts'
import { heading, type Report } from './report.ts'
import type { BenchServer } from './server.ts'
import { createWorld, type World } from './world.ts'

const conversations = 10_000
const longest = 5_000
const rounds = 12
const email = 'north@example.com'
const password = 'a long sentence for a bench'

/** What somebody does, and how it is done once. */
type Interaction = { name: string; once: (page: Page, round: number) => Promise<void> }

/**
 * The staff app in a browser, on a full inbox: how much script the inbox loads, and how long from a press of a key or
 * the mouse to the next frame, as the browser itself times it (Event Timing). Beside it the same browser at the same
 * time with a page that has one button and nothing else.
 */
export async function measureWeb(server: BenchServer, report: Report): Promise<void> {
  buildApps()
  const databaseUrl = await server.create('web')
  const { url, stop } = await startBaton({ DATABASE_URL: databaseUrl })
  const world = await createWorld(databaseUrl)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    await grow(world, conversations * 5)
    const longId = await growConversation(world, longest)
    await analyze(world)
    await letIn(world)
    const page = await openInbox(browser, url)
    const kilobytes = await scriptLoaded(page)
    const figures = await timeInteractions(page, await bareButton(browser), longId)
    report.add(
      heading(`The inbox in a browser, with ${conversations.toLocaleString('en')} conversations`),
      '| from a press to the next frame | p50 ms | slowest ms | a bare button, p50 ms |',
      '|---|---:|---:|---:|',
      ...figures.map(
        ({ name, times, bare }) =>
          `| ${name} | ${percentile(times, 0.5).toFixed(0)} | ${Math.max(...times).toFixed(0)} | ${percentile(bare, 0.5).toFixed(0)} |`,
      ),
      '',
      'The browser times in steps of 8 ms.',
      '',
      aimLine('script of the first load, compressed, KB', kilobytes, '≤', aims.webScript),
      aimLine(
        'slowest interaction, ms',
        Math.max(...figures.map(({ times }) => percentile(times, 0.5))),
        '<',
        aims.webInteraction,
      ),
      '',
    )
  } finally {
    await browser.close()
    await world.close()
    await stop()
    await server.drop('web')
  }
}

async function letIn({ app, workspaceId, userId }: World): Promise<void> {
  const hash = await hashPassword(password)
  await inWorkspace(app, workspaceId, (work) =>
    createLogin(work, { id: userId, name: 'Agent North', email }, hash),
  )
}

async function openInbox(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  const answer = await context.request.post('/v1/session', {
    data: { email, password },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`)
  const page = await context.newPage()
  await page.goto('/inbox/all')
  await page.locator('[data-conversation]').first().waitFor()
  return page
}

async function bareButton(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.setContent('<button onclick="this.textContent = performance.now()">Press</button>')
  return page
}

/** Kilobytes of script that came over the line until the inbox was there. */
async function scriptLoaded(page: Page): Promise<number> {
  const bytes = await page.evaluate(
    `performance.getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)`,
  )
  return Number(bytes) / 1_000
}

const interactions = (longId: string): Interaction[] => [
  {
    name: 'next conversation, by J',
    once: async (page) => {
      await page.keyboard.press('j')
      await page.getByRole('log').getByRole('article').first().waitFor()
    },
  },
  {
    name: 'a conversation, by a click',
    once: async (page, round) => {
      await page
        .locator('[data-conversation]')
        .nth(round % 8)
        .click()
      await page.getByRole('log').getByRole('article').first().waitFor()
    },
  },
  {
    name: 'another view',
    once: async (page, round) => {
      await page.getByRole('link', { name: round % 2 ? 'Resolved' : 'All', exact: true }).click()
      await page.locator('[data-conversation]').first().waitFor()
    },
  },
  {
    name: `a letter of a reply, beside ${longest.toLocaleString('en')} messages`,
    once: async (page) => {
      if (!page.url().includes(longId)) {
        await page.goto(`/inbox/all/${longId}`)
        await page.getByRole('log').getByRole('article').first().waitFor()
        await page.getByRole('textbox', { name: 'Reply' }).focus()
      }
      await page.keyboard.press('a')
    },
  },
  {
    name: 'the list of commands, by ⌘K',
    once: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    },
  },
]

type Timed = { name: string; times: number[]; bare: number[] }

async function timeInteractions(page: Page, button: Page, longId: string): Promise<Timed[]> {
  const timed: Timed[] = []
  for (const { name, once } of interactions(longId)) {
    // The first loads what it needs, and is not counted.
    await once(page, 0)
    const [times, bare]: [number[], number[]] = [[], []]
    for (let round = 1; round <= rounds; round++) {
      times.push(await slowestPress(page, () => once(page, round)))
      bare.push(await slowestPress(button, () => button.getByRole('button').click()))
    }
    timed.push({ name, times, bare })
  }
  return timed
}

/** The longest that the browser says of any key or press in what is done, in milliseconds. */
async function slowestPress(page: Page, act: () => Promise<void>): Promise<number> {
  await page.bringToFront()
  await page.evaluate(`
    window.presses = []
    window.watcher = new PerformanceObserver((list) => window.presses.push(...list.getEntries()))
    window.watcher.observe({ type: 'event', durationThreshold: 16, buffered: false })`)
  await act()
  const slowest = await page.evaluate(`new Promise((done) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
      window.presses.push(...window.watcher.takeRecords())
      window.watcher.disconnect()
      done(Math.max(0, ...window.presses.filter(({ interactionId }) => interactionId).map(({ duration }) => duration)))
    }, 50))))`)
  return Number(slowest)
}
