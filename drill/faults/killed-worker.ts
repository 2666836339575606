import { takeTurn } from '../../apps/server/src/bot/take-turn.ts'
import { sendReply } from '../../apps/server/src/conversation/send-reply.ts'
import { count } from '../count.ts'
import { killAtEach } from '../kill-at-each.ts'
import { openMailServer } from '../mail-server.ts'
import { drained, jobsAbout, openStage, type Stage } from '../stage.ts'
import { startWorker } from '../start-worker.ts'
import { createTrap } from '../trap.ts'
import type { Fault } from './fault.ts'

/** A worker dies before each statement with which it judges a message and hands over. */
export const killedAtHandover: Fault = {
  name: 'worker killed at each step of a handover',
  async run(server) {
    const stage = await openStage(await server.create('drill_handover'))
    const killed = await killAtEach(stage, {
      queue: 'bot_turn',
      prepare: async (step) => (await stage.write(`contact-${step}`)).conversationId,
    })
    await clearUp(stage)
    return finish(stage, `${killed} steps`)
  },
}

/** A worker dies before each statement and each word to the mail server with which it mails a notification. */
export const killedAtMail: Fault = {
  name: 'worker killed at each step of a mail',
  async run(server) {
    const trap = createTrap()
    const mail = await openMailServer(trap)
    const stage = await openStage(await server.create('drill_mail'), { smtpUrl: mail.url })
    const killed = await killAtEach(stage, {
      queue: 'notification_mail',
      prepare: async (step) => {
        const { conversationId, seq } = await stage.write(`contact-${step}`)
        await handOver(stage, conversationId, seq)
        return notificationOf(stage, conversationId)
      },
      aheadMs: 60_000,
      smtpUrl: mail.url,
      trap,
    })
    trap.arm([], Number.POSITIVE_INFINITY, () => {})
    await clearUp(stage, { smtpUrl: mail.url, aheadMs: 60_000 })
    const counted = await finish(stage, `${killed} steps, ${mail.received.length} mails`, mail.received)
    await mail.close()
    return counted
  },
}

/** A worker dies before each statement with which it wakes a bot, for which the contact has left a question meanwhile. */
export const killedAtWake: Fault = {
  name: 'worker killed at each step of a wake',
  async run(server) {
    const stage = await openStage(await server.create('drill_wake'), {
      scenario: { reactivateAfter: { minutes: 1, countFrom: 'last_user_message' } },
    })
    const killed = await killAtEach(stage, {
      queue: 'control_timer',
      prepare: async (step) => {
        const { conversationId, seq } = await stage.write(`contact-${step}`)
        await handOver(stage, conversationId, seq)
        await stage.work((work) => sendReply(work, conversationId, stage.agentId, 'I am here.'))
        await stage.write(`contact-${step}`, 'And what are your hours?')
        await dropJobs(stage, conversationId)
        return conversationId
      },
      aheadMs: 120_000,
    })
    await clearUp(stage, { aheadMs: 120_000 })
    return finish(stage, `${killed} steps`)
  },
}

async function handOver(stage: Stage, conversationId: string, seq: number): Promise<void> {
  await takeTurn(stage.app, { workspaceId: stage.workspaceId, conversationId, epoch: 1, seq })
  for (const { id } of await jobsAbout(stage, 'bot_turn', conversationId)) await deleteJob(stage, id)
}

/** All but the last timer: a reply has set it anew, and the one before is void. */
async function dropJobs(stage: Stage, conversationId: string): Promise<void> {
  const turns = await jobsAbout(stage, 'bot_turn', conversationId)
  const timers = await jobsAbout(stage, 'control_timer', conversationId)
  for (const { id } of [...turns, ...timers.slice(0, -1)]) await deleteJob(stage, id)
}

async function deleteJob({ app }: Stage, id: string): Promise<void> {
  await app.pool.query('delete from pgboss.job where id = $1', [id])
}

async function notificationOf(stage: Stage, conversationId: string): Promise<string> {
  const { id } = await stage.work(({ db, workspaceId }) =>
    db
      .selectFrom('notification')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .executeTakeFirstOrThrow(),
  )
  return id
}

async function clearUp(stage: Stage, options: Parameters<typeof startWorker>[1] = {}): Promise<void> {
  const worker = await startWorker(stage.databaseUrl, options)
  const left = await drained(stage)
  worker.kill()
  await worker.gone
  if (left > 0) throw new Error(`${left} jobs were not done after two minutes.`)
}

async function finish(stage: Stage, detail: string, mails?: readonly string[]) {
  const counted = await count(stage, mails)
  await stage.close()
  return { detail, counted }
}
