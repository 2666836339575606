import { mailPasswordReset } from '../auth/mail-password-reset.ts'
import { suggestReplies } from '../bot/suggest-replies.ts'
import { takeTurn } from '../bot/take-turn.ts'
import type { AppContext } from '../context.ts'
import { rescueStranded } from '../conversation/rescue-stranded.ts'
import { runControlTimer } from '../handover/run-control-timer.ts'
import { summariseHandover } from '../handover/summarise-handover.ts'
import { mailNotification } from '../notification/mail-notification.ts'
import { tellTaskDue } from '../notification/tell-task-due.ts'
import { passOn } from '../staff/pass-on.ts'
import { deliverWebhook } from '../webhook/deliver-webhook.ts'
import { dispatchWebhooks } from '../webhook/dispatch-webhooks.ts'
import type { JobHandlers, Queue } from './jobs.ts'
import { purgeOld } from './purge-old.ts'

const dispatchEveryMs = 2_000
const purgeEveryMs = 3_600_000
const rescueEveryMs = 60_000

/** What each queue does. Tests drain the queues through the same table. */
export function jobHandlers(app: AppContext): JobHandlers {
  return {
    bot_turn: (data) => takeTurn(app, data),
    control_timer: (data) => runControlTimer(app, data),
    handover_summary: (data) => summariseHandover(app, data),
    notification_mail: (data) => mailNotification(app, data),
    password_mail: (data) => mailPasswordReset(app, data),
    pass_on: (data) => passOn(app, data),
    suggestion: (data) => suggestReplies(app, data),
    task_due: (data) => tellTaskDue(app, data),
    webhook_delivery: (data) => deliverWebhook(app, data),
  }
}

/** Works off the queues until stopped. Any number of processes may do so at once. */
export async function runWorker(app: AppContext): Promise<{ stop: () => Promise<void> }> {
  const handlers = jobHandlers(app)
  await app.jobs.work(handlers)
  const unlisten = (Object.keys(handlers) as Queue[]).map((queue) =>
    app.signals.on(queue, () => app.jobs.look(queue)),
  )
  const report = (task: string) => (error: unknown) =>
    app.log.error({ err: error }, `${task} failed and will be tried again`)
  const dispatcher = repeat(() => dispatchWebhooks(app), dispatchEveryMs, report('dispatching webhooks'))
  const purger = repeat(() => purgeOld(app), purgeEveryMs, report('purging what is old'))
  const rescuer = repeat(
    () => rescueStranded(app),
    rescueEveryMs,
    report('looking for who waits for nothing'),
  )
  unlisten.push(app.signals.on('event', dispatcher.now))
  return {
    async stop() {
      for (const end of unlisten) end()
      await Promise.all([dispatcher.stop(), purger.stop(), rescuer.stop()])
    },
  }
}

/** Runs a task now and then, and at once when asked, never twice at the same time. */
function repeat(task: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void) {
  let running: Promise<void> | null = null
  let again = false
  async function run(): Promise<void> {
    do {
      again = false
      await task().catch(onError)
    } while (again)
  }
  function now(): void {
    if (running) {
      again = true
      return
    }
    running = run().finally(() => {
      running = null
    })
  }
  const timer = setInterval(now, everyMs).unref()
  return {
    now,
    async stop() {
      clearInterval(timer)
      again = false
      await running
    },
  }
}
