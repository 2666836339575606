import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assign } from '../src/conversation/assign.ts'
import { handBack } from '../src/conversation/hand-back.ts'
import { handOver } from '../src/conversation/hand-over.ts'
import { updateScenario } from '../src/scenario/save-scenario.ts'
import { createTeam, deleteTeam } from '../src/staff/save-team.ts'
import { setAvailability, updateUser } from '../src/staff/save-user.ts'
import { makeUser, makeWorld, type World } from './factories.ts'
import { conversationOf, messagesOf, rowsOf } from './rows.ts'
import { createTestApp, type TestApp } from './test-app.ts'

let baton: TestApp
beforeAll(async () => {
  baton = await createTestApp()
})
afterAll(() => baton.close())

const request = 'I want to talk to a human, please'
let visitors = 0

/** A new contact asks for a person: who got it, who was told, and who was asked on the way. */
async function handOverOf(world: World, contact = `visitor-${++visitors}`) {
  baton.clock.advance(1)
  const { conversationId } = await world.write(request, { contact })
  await baton.drain()
  const conversation = await conversationOf(baton, world.workspaceId, conversationId)
  const handover = (await rowsOf(baton, world.workspaceId, 'handover')).find(
    (row) => row.id === conversation.open_handover?.id,
  )
  if (!handover) throw new Error('Nothing was handed over.')
  const notifications = await rowsOf(baton, world.workspaceId, 'notification')
  return {
    conversationId,
    assigneeId: conversation.assignee_id,
    teamId: conversation.team_id,
    waitsFor: conversation.waits_for,
    handover,
    trail: handover.trail.map(({ as, verdict }) => `${as}: ${verdict}`),
    told: notifications
      .filter((row) => row.handover_id === handover.id)
      .map((row) => row.user_id)
      .sort(),
  }
}

type ScenarioPatch = Parameters<typeof updateScenario>[3]

function change(world: World, patch: ScenarioPatch) {
  return baton.work(world.workspaceId, (work) =>
    updateScenario(work, world.botId, world.scenarioId, patch, null),
  )
}

function available(world: World, userId: string, input: Parameters<typeof setAvailability>[2]) {
  return baton.work(world.workspaceId, (work) => setAvailability(work, userId, input))
}

async function makeTeam(world: World, userIds: string[], name = 'Support') {
  return (await baton.work(world.workspaceId, (work) => createTeam(work, { name, userIds }))).id
}

describe('R11 a handover goes', () => {
  test('to the user of the scenario, who alone is told', async () => {
    const world = await makeWorld(baton)
    const result = await handOverOf(world)
    expect(result).toMatchObject({ assigneeId: world.agent.id, teamId: null, told: [world.agent.id] })
    expect(result.trail).toEqual(['assignee: takes_it'])
    expect(await rowsOf(baton, world.workspaceId, 'task')).toMatchObject([{ assignee_id: world.agent.id }])
  })

  test('in a team to the member with the fewest open handovers, however short they have been idle', async () => {
    const world = await makeWorld(baton)
    const [one, two] = [await makeUser(baton, world.workspaceId), await makeUser(baton, world.workspaceId)]
    const teamId = await makeTeam(world, [two.id, one.id])
    await change(world, { assignTo: { type: 'team', teamId } })
    const first = await handOverOf(world)
    const second = await handOverOf(world)
    expect([first.assigneeId, second.assigneeId].sort()).toEqual([one.id, two.id].sort())
    // Who got the second one has been idle for the shorter time, and now has none.
    await baton.work(world.workspaceId, (work) => handBack(work, second.conversationId, null))
    const third = await handOverOf(world)
    expect(third).toMatchObject({ assigneeId: second.assigneeId, teamId, told: [second.assigneeId] })
    expect(third.trail).toEqual(['assignee: takes_it'])
  })

  test('among equals in a team to the longest idle', async () => {
    const world = await makeWorld(baton)
    const [one, two, three] = [
      await makeUser(baton, world.workspaceId),
      await makeUser(baton, world.workspaceId),
      await makeUser(baton, world.workspaceId),
    ]
    const teamId = await makeTeam(world, [one.id, two.id, three.id])
    const order = [three.id, one.id, two.id]
    for (const userId of order) {
      await change(world, { assignTo: { type: 'user', userId } })
      await handOverOf(world)
    }
    await change(world, { assignTo: { type: 'team', teamId } })
    const got = []
    for (const _ of [...order, ...order]) got.push((await handOverOf(world)).assigneeId)
    expect(got).toEqual([...order, ...order])
  })

  test('to whoever finished theirs longest ago, of those who have none', async () => {
    const world = await makeWorld(baton)
    const [one, two] = [await makeUser(baton, world.workspaceId), await makeUser(baton, world.workspaceId)]
    await change(world, { assignTo: { type: 'team', teamId: await makeTeam(world, [one.id, two.id]) } })
    const first = await handOverOf(world)
    const second = await handOverOf(world)
    baton.clock.advance(10)
    await baton.work(world.workspaceId, (work) => handBack(work, second.conversationId, null))
    baton.clock.advance(10)
    await baton.work(world.workspaceId, (work) => handBack(work, first.conversationId, null))
    expect((await handOverOf(world)).assigneeId).toBe(second.assigneeId)
  })

  test('to nobody when the scenario says so: all admins are told, and it stands in Needs a human', async () => {
    const world = await makeWorld(baton, { scenario: { assignTo: { type: 'nobody' } } })
    const second = await makeUser(baton, world.workspaceId, 'admin')
    const result = await handOverOf(world)
    expect(result).toMatchObject({ assigneeId: null, teamId: null, waitsFor: 'human' })
    expect(result.told).toEqual([world.admin.id, second.id].sort())
  })

  test('to the present owner where the scenario keeps it', async () => {
    const world = await makeWorld(baton, { scenario: { keepPresentOwner: true } })
    const owner = await makeUser(baton, world.workspaceId)
    const { conversationId } = await world.write('Hello', { contact: 'owned' })
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      assign(work, conversationId, world.admin.id, { type: 'user', userId: owner.id }),
    )
    const result = await handOverOf(world, 'owned')
    expect(result.assigneeId).toBe(owner.id)
    expect(result.told).toEqual([owner.id])
    expect(result.trail).toEqual(['present_owner: takes_it'])
  })

  test('past a present owner who is away, and past any where the scenario does not keep them', async () => {
    for (const keepPresentOwner of [true, false]) {
      const world = await makeWorld(baton, { scenario: { keepPresentOwner } })
      const owner = await makeUser(baton, world.workspaceId)
      const { conversationId } = await world.write('Hello', { contact: 'owned' })
      await baton.drain()
      await baton.work(world.workspaceId, (work) =>
        assign(work, conversationId, world.admin.id, { type: 'user', userId: owner.id }),
      )
      if (keepPresentOwner) await available(world, owner.id, { availability: 'away' })
      const result = await handOverOf(world, 'owned')
      expect(result.assigneeId).toBe(world.agent.id)
      expect(result.trail).toEqual([
        ...(keepPresentOwner ? ['present_owner: away'] : []),
        'assignee: takes_it',
      ])
    }
  })
})

describe('R16 who cannot take it is passed over, and the trail says why', () => {
  const cases: [string, string, (world: World) => Promise<unknown>][] = [
    ['away', 'away', (world) => available(world, world.agent.id, { availability: 'away' })],
    [
      'outside their weekly hours',
      'outside_hours',
      (world) =>
        available(world, world.agent.id, {
          availability: 'available',
          hours: { timeZone: 'Asia/Tokyo', days: [[], [], [], [], [], [], []] },
        }),
    ],
    [
      'at capacity',
      'at_capacity',
      (world) => available(world, world.agent.id, { availability: 'available', capacity: 0 }),
    ],
    [
      'without permission to reply',
      'no_permission',
      (world) =>
        baton.work(world.workspaceId, (work) =>
          updateUser(work, world.agent.id, { permissions: { reply: false } }),
        ),
    ],
    [
      'deactivated',
      'deactivated',
      (world) => baton.work(world.workspaceId, (work) => updateUser(work, world.agent.id, { active: false })),
    ],
  ]
  for (const [who, verdict, make] of cases)
    test(`a user ${who}: the queue, and all admins are told`, async () => {
      const world = await makeWorld(baton)
      await make(world)
      const result = await handOverOf(world)
      expect(result).toMatchObject({ assigneeId: null, waitsFor: 'human', told: [world.admin.id] })
      expect(result.trail).toEqual([`assignee: ${verdict}`])
    })

  test('outside everybody’s hours the contact hears when somebody is back, and a task keeps the promise', async () => {
    const world = await makeWorld(baton, { scenario: { createTask: null } })
    await change(world, { absenceMessage: 'We are back {back_at}.' })
    const tomorrow = [{ from: '09:00', to: '17:00' }]
    const hours = { timeZone: 'UTC', days: Array.from({ length: 7 }, () => tomorrow) }
    for (const { id } of [world.agent, world.admin])
      await available(world, id, { availability: 'available', hours })
    baton.clock.set('2026-03-04T18:00:00Z')
    const { conversationId } = await handOverOf(world)
    const messages = await messagesOf(baton, world.workspaceId, conversationId)
    expect(messages.at(-1)).toMatchObject({ kind: 'final', text: 'We are back Thursday 09:00.' })
    const [task] = await rowsOf(baton, world.workspaceId, 'task')
    expect(task).toMatchObject({ title: 'Get back to them', due_at: new Date('2026-03-05T10:00:00Z') })
  })

  test('at capacity only once the open handovers reach it, and free again when one ends', async () => {
    const world = await makeWorld(baton)
    await available(world, world.agent.id, { availability: 'available', capacity: 2 })
    const first = await handOverOf(world)
    expect((await handOverOf(world)).assigneeId).toBe(world.agent.id)
    expect((await handOverOf(world)).assigneeId).toBe(null)
    await baton.work(world.workspaceId, (work) => handBack(work, first.conversationId, world.agent.id))
    expect((await handOverOf(world)).assigneeId).toBe(world.agent.id)
  })

  test('the fallback user gets it and is told, the one who could not is not', async () => {
    const world = await makeWorld(baton)
    const second = await makeUser(baton, world.workspaceId)
    await change(world, { ifUnavailable: { type: 'user', userId: second.id } })
    await available(world, world.agent.id, { availability: 'away' })
    const result = await handOverOf(world)
    expect(result).toMatchObject({ assigneeId: second.id, told: [second.id] })
    expect(result.trail).toEqual(['assignee: away', 'fallback: takes_it'])
    expect(result.handover.steps.find((step) => step.step === 'notify')).toMatchObject({
      status: 'done',
      detail: { userIds: [second.id] },
    })
  })

  test('the fallback team gets it, by the same rule as any team', async () => {
    const world = await makeWorld(baton)
    const [away, free] = [await makeUser(baton, world.workspaceId), await makeUser(baton, world.workspaceId)]
    await change(world, {
      ifUnavailable: { type: 'team', teamId: await makeTeam(world, [away.id, free.id]) },
    })
    await available(world, away.id, { availability: 'away' })
    await available(world, world.agent.id, { availability: 'away' })
    expect(await handOverOf(world)).toMatchObject({ assigneeId: free.id, told: [free.id] })
  })

  test('a team in which nobody can take it keeps it, and its members and all admins are told', async () => {
    const world = await makeWorld(baton)
    const away = await makeUser(baton, world.workspaceId)
    const teamId = await makeTeam(world, [away.id])
    await change(world, { assignTo: { type: 'team', teamId } })
    await available(world, away.id, { availability: 'away' })
    const result = await handOverOf(world)
    expect(result).toMatchObject({ assigneeId: null, teamId, waitsFor: 'human' })
    expect(result.told).toEqual([away.id, world.admin.id].sort())
    expect(result.trail).toEqual(['assignee: nobody_in_team'])
  })

  test('a fallback that cannot take it either leaves it to the queue, with both on the trail', async () => {
    const world = await makeWorld(baton)
    const second = await makeUser(baton, world.workspaceId)
    await change(world, { ifUnavailable: { type: 'user', userId: second.id } })
    await available(world, world.agent.id, { availability: 'away' })
    await available(world, second.id, { availability: 'available', capacity: 0 })
    const result = await handOverOf(world)
    expect(result).toMatchObject({ assigneeId: null, told: [world.admin.id] })
    expect(result.trail).toEqual(['assignee: away', 'fallback: at_capacity'])
  })

  test('a team that is deleted is as one in which nobody can take it', async () => {
    const world = await makeWorld(baton)
    const member = await makeUser(baton, world.workspaceId)
    const teamId = await makeTeam(world, [member.id])
    await change(world, { assignTo: { type: 'team', teamId } })
    await baton.work(world.workspaceId, (work) => deleteTeam(work, teamId))
    const result = await handOverOf(world)
    expect(result.assigneeId).toBe(null)
    expect(result.told).toContain(world.admin.id)
  })
})

describe('R13 by hand', () => {
  test('a conversation is handed over to whom the person names, and they are told', async () => {
    const world = await makeWorld(baton)
    const second = await makeUser(baton, world.workspaceId)
    const { conversationId } = await world.write('Hello')
    await baton.drain()
    await baton.work(world.workspaceId, (work) =>
      handOver(work, conversationId, world.admin.id, {
        assignTo: { type: 'user', userId: second.id },
        finalMessage: 'One moment, please.',
        note: 'Wants a refund.',
      }),
    )
    const [handover] = await rowsOf(baton, world.workspaceId, 'handover')
    expect(handover).toMatchObject({
      cause: 'by_hand',
      began_by: world.admin.id,
      user_id: second.id,
      brief: { why: 'Wants a refund.' },
    })
    expect(await rowsOf(baton, world.workspaceId, 'notification')).toMatchObject([{ user_id: second.id }])
    const finals = (await rowsOf(baton, world.workspaceId, 'message')).filter((row) => row.kind === 'final')
    expect(finals.map((row) => row.text)).toEqual(['One moment, please.'])
  })

  test('a handover that is assigned to somebody else is theirs in every place, and they are told', async () => {
    const world = await makeWorld(baton)
    const second = await makeUser(baton, world.workspaceId)
    const { conversationId } = await handOverOf(world)
    await baton.work(world.workspaceId, (work) =>
      assign(work, conversationId, world.admin.id, { type: 'user', userId: second.id }),
    )
    expect(await conversationOf(baton, world.workspaceId, conversationId)).toMatchObject({
      assignee_id: second.id,
    })
    expect(await rowsOf(baton, world.workspaceId, 'handover')).toMatchObject([{ user_id: second.id }])
    const told = (await rowsOf(baton, world.workspaceId, 'notification')).filter(
      (row) => row.about === 'assigned',
    )
    expect(told.map((row) => row.user_id)).toEqual([second.id])
  })

  test('nobody assigns to who is not of the workspace, or deactivated', async () => {
    const world = await makeWorld(baton)
    const stranger = (await makeWorld(baton)).agent
    const gone = await makeUser(baton, world.workspaceId)
    await baton.work(world.workspaceId, (work) => updateUser(work, gone.id, { active: false }))
    const { conversationId } = await world.write('Hello')
    for (const [user, code] of [
      [stranger, 'unknown_user'],
      [gone, 'user_deactivated'],
    ] as const)
      await expect(
        baton.work(world.workspaceId, (work) =>
          assign(work, conversationId, null, { type: 'user', userId: user.id }),
        ),
      ).rejects.toMatchObject({ code })
  })
})
