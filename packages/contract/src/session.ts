import { z } from 'zod'
import { pageQuery } from './page.ts'
import { email, id, instant, line } from './scalar.ts'
import { permissions, role, somePermissions, user } from './staff.ts'
import { workspace } from './workspace.ts'

const password = z
  .string()
  .min(12, { error: 'Take at least 12 characters.' })
  .max(200)
  .meta({ description: 'At least 12 characters.', examples: ['a long sentence'] })

/** The secret of a link, as it stands in its address. */
const linkToken = z
  .string()
  .regex(/^[\w-]{20,100}$/, { error: 'Give the token as it stands in the link.' })
  .meta({ examples: ['vQ2mWb7LrT1yHc8NfD5gJp0ZsAeU4iOxKqRt6Yo3kX9'] })

const timeZone = line(64).meta({ description: 'A name such as Europe/Berlin.', examples: ['Europe/Berlin'] })
const personName = line(80).meta({ examples: ['Sam'] })

export const setupState = z
  .object({
    needed: z.boolean().meta({ description: 'True: nobody can sign in yet.', examples: [true] }),
    mailsPasswords: z
      .boolean()
      .meta({ description: 'Whether a link for a new password can be mailed.', examples: [false] }),
    checks: z.array(
      z.object({
        name: z.string().meta({ examples: ['database'] }),
        ok: z.boolean().meta({ examples: [true] }),
        detail: z.string().meta({ description: 'What there is, or what is wrong.', examples: ['built-in'] }),
      }),
    ),
  })
  .meta({ id: 'SetupState' })
export type SetupState = z.output<typeof setupState>

export const setupInput = z
  .strictObject({
    workspaceName: line(80).meta({ examples: ['Example Inc.'] }),
    timeZone,
    name: personName,
    email: email.meta({ examples: ['sam@example.com'] }),
    password,
  })
  .meta({ id: 'SetupInput' })
export type SetupInput = z.output<typeof setupInput>

export const signInInput = z
  .strictObject({
    email: z
      .string()
      .trim()
      .min(1)
      .max(320)
      .meta({ examples: ['sam@example.com'] }),
    password: z
      .string()
      .min(1)
      .max(1_000)
      .meta({ examples: ['a long sentence'] }),
    remember: z
      .boolean()
      .default(true)
      .meta({ description: 'False: the browser forgets it when it is closed.' }),
  })
  .meta({ id: 'SignInInput' })

export const changePasswordInput = z
  .strictObject({
    currentPassword: z
      .string()
      .min(1)
      .max(1_000)
      .meta({ examples: ['a long sentence'] }),
    password,
  })
  .meta({ id: 'ChangePasswordInput' })
export type ChangePasswordInput = z.output<typeof changePasswordInput>

/** Who has signed in, where, and what they may do. */
export const me = z.object({ user, workspace, permissions }).meta({ id: 'Me' })
export type Me = z.output<typeof me>

export const demoVisitInput = z
  .strictObject({
    open: z.boolean().meta({ description: 'False: back to your own workspace.', examples: [true] }),
  })
  .meta({ id: 'DemoVisitInput' })
export type DemoVisitInput = z.output<typeof demoVisitInput>

export const session = z
  .object({
    id,
    current: z.boolean().meta({ description: 'The one that asks.', examples: [true] }),
    userAgent: z
      .string()
      .nullable()
      .meta({ examples: ['Mozilla/5.0'] }),
    address: z
      .string()
      .nullable()
      .meta({ examples: ['192.0.2.7'] }),
    createdAt: instant,
    lastUsedAt: instant.meta({ description: 'To the day.' }),
    expiresAt: instant,
  })
  .meta({ id: 'Session' })
export type Session = z.output<typeof session>

export const invitationInput = z
  .strictObject({
    name: personName,
    email: email.meta({ examples: ['sam@example.com'] }),
    role,
    permissions: somePermissions.optional(),
    teamIds: z
      .array(id)
      .max(50)
      .default([])
      .meta({
        description: 'Teams that they will be in.',
        examples: [['0198f2a4-6c1e-7b3a-9d52-3f8e1c0a7b64']],
      }),
  })
  .meta({ id: 'InvitationInput' })
export type InvitationInput = z.output<typeof invitationInput>

const invitationFields = {
  id,
  name: z.string().meta({ examples: ['Sam'] }),
  email: z.string().meta({ examples: ['sam@example.com'] }),
  role,
  permissions,
  teamIds: z.array(id),
  expired: z
    .boolean()
    .meta({ description: 'True: the link has run out. Invite them again.', examples: [false] }),
  createdAt: instant,
  expiresAt: instant,
}

/** Somebody who was invited and has not come yet. */
export const invitation = z.object(invitationFields).meta({ id: 'Invitation' })
export type Invitation = z.output<typeof invitation>

const link = z.string().meta({
  description: 'The address to hand on. Shown this once: Baton keeps only a hash.',
  examples: ['https://baton.example.com/join/vQ2mWb7LrT1yHc8NfD5gJp0ZsAeU4iOxKqRt6Yo3kX9'],
})

export const createdInvitation = z.object({ ...invitationFields, link }).meta({ id: 'CreatedInvitation' })
export type CreatedInvitation = z.output<typeof createdInvitation>

export const invitationQuery = pageQuery

export const tokenParams = z.strictObject({ token: linkToken })

/** What an invitation says to whoever opens its link. */
export const invitationByToken = z
  .object({
    name: z.string().meta({ examples: ['Sam'] }),
    email: z.string().meta({ examples: ['sam@example.com'] }),
    workspaceName: z.string().meta({ examples: ['Example Inc.'] }),
    expiresAt: instant,
  })
  .meta({ id: 'InvitationByToken' })
export type InvitationByToken = z.output<typeof invitationByToken>

export const acceptInvitationInput = z
  .strictObject({ token: linkToken, name: personName, password })
  .meta({ id: 'AcceptInvitationInput' })
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>

export const forgottenInput = z
  .strictObject({ email: email.meta({ examples: ['sam@example.com'] }) })
  .meta({ id: 'ForgottenInput' })

export const passwordResetInput = z
  .strictObject({ userId: id.meta({ description: 'Who gets a new password.' }) })
  .meta({ id: 'PasswordResetInput' })

export const createdPasswordReset = z
  .object({ userId: id, link, expiresAt: instant })
  .meta({ id: 'CreatedPasswordReset' })
export type CreatedPasswordReset = z.output<typeof createdPasswordReset>

/** Whose password a link sets. */
export const passwordResetByToken = z
  .object({
    name: z.string().meta({ examples: ['Sam'] }),
    email: z.string().meta({ examples: ['sam@example.com'] }),
    workspaceName: z.string().meta({ examples: ['Example Inc.'] }),
    expiresAt: instant,
  })
  .meta({ id: 'PasswordResetByToken' })
export type PasswordResetByToken = z.output<typeof passwordResetByToken>

export const usePasswordResetInput = z
  .strictObject({ token: linkToken, password })
  .meta({ id: 'UsePasswordResetInput' })
