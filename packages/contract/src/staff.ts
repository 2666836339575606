import { z } from 'zod'
import { email, id, instant, line } from './scalar.ts'
import { assignTo } from './scenario.ts'

export const permissions = z.strictObject({
  manageBots: z.boolean().meta({ examples: [false] }),
  manageStaff: z.boolean().meta({ examples: [false] }),
  seeAll: z
    .boolean()
    .meta({ description: 'See all conversations, not only those assigned to them.', examples: [true] }),
  reply: z.boolean().meta({ description: 'Without it a user gets no handovers.', examples: [true] }),
  seeInsights: z.boolean(),
})
export type Permissions = z.output<typeof permissions>

const timeOfDay = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'Give a time of day like 09:00.' })
  .meta({ examples: ['09:00'] })

const span = z.strictObject({ from: timeOfDay, to: timeOfDay.meta({ examples: ['17:00'] }) })

const nineToFive = [{ from: '09:00', to: '17:00' }]
const weekdays = [
  { timeZone: 'Europe/Berlin', days: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []] },
]

/** When a user is on duty, by the wall clock of a time zone. */
export const weeklyHours = z
  .strictObject({
    timeZone: line(64).meta({ description: 'A name such as Europe/Berlin.', examples: ['Europe/Berlin'] }),
    days: z
      .array(z.array(span).max(10))
      .length(7)
      .meta({ description: 'Seven days from Monday, each a list of spans. An empty list is a day off.' }),
  })
  .meta({ id: 'WeeklyHours', examples: weekdays })
export type WeeklyHours = z.output<typeof weeklyHours>

export const role = z.enum(['admin', 'agent']).meta({
  description: 'An admin sets things up, and is told of what nobody takes. An agent answers.',
  examples: ['agent'],
})
const availability = z.enum(['available', 'away'])
const capacity = z
  .int()
  .min(0)
  .max(1_000)
  .nullable()
  .meta({
    description: 'Most open handovers at a time. Null: no limit.',
    examples: [5],
  })

const languageTag = z
  .string()
  .trim()
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, { error: 'Give a language tag such as `de` or `pt-BR`.' })
const languages = z
  .array(languageTag)
  .max(20)
  .meta({
    description: 'What they answer in. The first is the one they read briefs in.',
    examples: [['en', 'de']],
  })

const awayUntil = instant
  .nullable()
  .meta({ description: 'When somebody who is away is back by themselves. Null: when they say so.' })
const skills = z
  .array(line(50))
  .max(50)
  .meta({
    description: 'What they know about, in the words of the tags of contacts.',
    examples: [['billing']],
  })
const timeOff = z
  .array(z.strictObject({ from: instant, until: instant }))
  .max(100)
  .meta({ description: 'Leave planned ahead. Its end is exclusive.' })

const userFields = {
  name: line(80).meta({ examples: ['Sam'] }),
  email: email.meta({ examples: ['sam@example.com'] }),
  role,
}

export const user = z
  .object({
    id,
    name: z.string().meta({ examples: ['Sam'] }),
    email: z.string().meta({ examples: ['sam@example.com'] }),
    role,
    active: z.boolean().meta({ examples: [true] }),
    permissions,
    availability,
    hours: weeklyHours.nullable().meta({ description: 'Null: always on duty.' }),
    capacity,
    languages,
    awayUntil,
    timeOff,
    skills,
    createdAt: instant,
  })
  .meta({ id: 'User' })
export type User = z.output<typeof user>

export const somePermissions = permissions
  .partial()
  .meta({ description: 'What is left out follows the role.', examples: [{ seeInsights: true }] })

export const userInput = z
  .strictObject({ ...userFields, permissions: somePermissions.optional() })
  .meta({ id: 'UserInput' })
export type UserInput = z.output<typeof userInput>

export const userPatch = z
  .strictObject({
    ...userFields,
    active: z
      .boolean()
      .meta({ description: 'False deactivates: the user gets nothing any more and cannot act.' }),
    permissions: somePermissions,
    passOnTo: assignTo.meta({
      description:
        'With `active: false`: who gets their open conversations. Left out: nobody, and all admins are told.',
    }),
  })
  .partial()
  .meta({ id: 'UserPatch', examples: [{ active: false }] })
export type UserPatch = z.output<typeof userPatch>

export const availabilityInput = z
  .strictObject({
    availability,
    hours: weeklyHours
      .nullish()
      .meta({ description: 'Null: always on duty. Left out: as before.', examples: weekdays }),
    capacity: capacity.optional(),
    languages: languages.optional(),
    awayUntil: awayUntil.optional(),
    timeOff: timeOff.optional(),
    skills: skills.optional(),
  })
  .meta({ id: 'AvailabilityInput' })
export type AvailabilityInput = z.output<typeof availabilityInput>

const teamFields = {
  name: line(80).meta({ examples: ['Support'] }),
  userIds: z
    .array(id)
    .max(500)
    .meta({ description: 'The members.', examples: [['0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64']] }),
}

const sharingFields = {
  sharing: z.enum(['least_open', 'round_robin']).meta({
    description: 'To whom of the team: whoever has least open, or each in turn.',
    examples: ['least_open'],
  }),
  onlyMatching: z.boolean().meta({
    description:
      'Members who speak the language of the contact or know about one of their tags come first. True: others get nothing.',
    examples: [false],
  }),
}

export const teamInput = z
  .strictObject({
    name: teamFields.name,
    userIds: teamFields.userIds.default([]),
    sharing: sharingFields.sharing.optional(),
    onlyMatching: sharingFields.onlyMatching.optional(),
  })
  .meta({ id: 'TeamInput' })
export type TeamInput = z.output<typeof teamInput>

export const teamPatch = z
  .strictObject({ ...teamFields, ...sharingFields })
  .partial()
  .meta({ id: 'TeamPatch' })
export type TeamPatch = z.output<typeof teamPatch>

export const team = z.object({ id, ...teamFields, ...sharingFields, createdAt: instant }).meta({ id: 'Team' })
export type Team = z.output<typeof team>

const howMany = z.int().meta({ examples: [3] })

/** What hangs on a user: what to look at before they are deactivated. */
export const userWork = z
  .object({
    scenarios: z.array(
      z.object({
        botId: id,
        scenarioId: id,
        name: z.string().meta({ examples: ['Wants a person'] }),
        enabled: z.boolean(),
        as: z.enum(['assignee', 'fallback']),
      }),
    ),
    teams: z.array(
      z.object({
        id,
        name: z.string().meta({ examples: ['Support'] }),
        othersActive: howMany.meta({ description: 'How many other active members it has.' }),
      }),
    ),
    openConversations: howMany.meta({ description: 'Assigned to them and not resolved.' }),
    waitingHandovers: howMany.meta({ description: 'Of these, those that nobody has claimed.' }),
    openTasks: howMany,
  })
  .meta({ id: 'UserWork' })
export type UserWork = z.output<typeof userWork>
