import { sendReply } from '../../apps/server/src/conversation/send-reply.ts'
import { setAvailability, updateUser } from '../../apps/server/src/staff/save-user.ts'
import { count } from '../count.ts'
import { drain } from '../drain.ts'
import { fakeClock } from '../fake-clock.ts'
import { openMailServer } from '../mail-server.ts'
import { openStage } from '../stage.ts'
import type { Fault } from './fault.ts'

const contacts = 40

/** Mail cannot be sent for an hour. */
export const mailDown: Fault = {
  name: 'mail server down for an hour',
  async run(server) {
    const clock = fakeClock('2026-03-02T10:00:00Z')
    const mail = await openMailServer()
    const stage = await openStage(await server.create('drill_mail_down'), {
      smtpUrl: mail.url,
      clock: clock.now,
    })
    mail.setDown(true)
    for (let at = 0; at < contacts; at++) await stage.write(`contact-${at}`)
    for (let minute = 0; minute < 60; minute++) {
      await drain(stage)
      clock.advance(1)
    }
    mail.setDown(false)
    const before = mail.received.length
    for (let minute = 0; minute < 240; minute += 10) {
      await drain(stage)
      clock.advance(10)
    }
    const counted = await count(stage, mail.received)
    await stage.close()
    await mail.close()
    return { detail: `${before} mails before, ${mail.received.length} after`, counted }
  },
}

/** Working hours, a wake and a target on the night on which the clock is set forward. */
export const overDst: Fault = {
  name: 'over the night on which clocks are set forward',
  async run(server) {
    const clock = fakeClock('2026-03-28T23:30:00Z')
    const stage = await openStage(await server.create('drill_dst'), { clock: clock.now })
    const night = [{ from: '01:00', to: '04:00' }]
    const hours = { timeZone: 'Europe/Berlin', days: [[], [], [], [], [], [], night] }
    await stage.work((work) => setAvailability(work, stage.agentId, { availability: 'available', hours }))
    // An hour of hand-overs each quarter of an hour: before, within and after the hour that is not there.
    for (let quarter = 0; quarter < 16; quarter++) {
      await stage.write(`contact-${quarter}`)
      await drain(stage)
      clock.advance(15)
    }
    const counted = await count(stage)
    await stage.close()
    return { detail: '4 hours, a quarter each', counted }
  },
}

/** Whoever should get it is deactivated between the message and the handover, and again after they have it. */
export const deactivated: Fault = {
  name: 'assignee deactivated in between',
  async run(server) {
    const clock = fakeClock('2026-03-02T10:00:00Z')
    const stage = await openStage(await server.create('drill_deactivated'), { clock: clock.now })
    for (let at = 0; at < contacts / 2; at++) await stage.write(`early-${at}`)
    await drain(stage)
    for (let at = 0; at < contacts / 2; at++) await stage.write(`late-${at}`)
    await stage.work((work) => updateUser(work, stage.agentId, { active: false }))
    await drain(stage)
    const counted = await count(stage)
    await stage.close()
    return { detail: `${contacts / 2} before, ${contacts / 2} after`, counted }
  },
}

/** The contact writes on after the handover, and the bot wakes though nobody came. */
export const nobodyCame: Fault = {
  name: 'nobody comes, and the bot wakes',
  async run(server) {
    const clock = fakeClock('2026-03-02T10:00:00Z')
    const stage = await openStage(await server.create('drill_nobody'), {
      clock: clock.now,
      scenario: { reactivateAfter: { minutes: 30, countFrom: 'handover' } },
    })
    for (let at = 0; at < contacts; at++) {
      const { conversationId } = await stage.write(`contact-${at}`)
      await drain(stage)
      if (at % 4 === 0)
        await stage.work((work) => sendReply(work, conversationId, stage.agentId, 'I am here.'))
      if (at % 2 === 0) await stage.write(`contact-${at}`, 'Are you there?')
    }
    clock.advance(31)
    await drain(stage)
    const counted = await count(stage)
    await stage.close()
    return { detail: `${contacts} contacts`, counted }
  },
}
