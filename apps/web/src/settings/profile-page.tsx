import type { Session } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { sessionsQuery } from '../api/settings.ts'
import { AvailabilityForm } from '../staff/availability-form.tsx'
import { ProfileForm } from '../staff/profile-form.tsx'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, PasswordInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { showToast } from '../ui/toast.tsx'
import { describeDevice } from './describe-device.ts'
import { Section } from './section.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.profile
const blank = { currentPassword: '', password: '' }

/** Oneself: name, availability, password, and where one is signed in. */
export function ProfilePage() {
  const { user, permissions } = useMe()
  return (
    <SettingsPage title={texts.settings.places.profile}>
      {!permissions.manageStaff && <Notice icon="lock">{words.askStaff}</Notice>}
      <ProfileForm user={user} mayChange={permissions.manageStaff} />
      <Section title={words.availability}>
        <AvailabilityForm user={user} mayChange />
      </Section>
      <Section title={words.password}>
        <PasswordForm />
      </Section>
      <Section title={words.sessions}>
        <Sessions />
      </Section>
    </SettingsPage>
  )
}

function PasswordForm() {
  const form = useForm({ defaultValues: blank })
  const { register, formState, handleSubmit, reset } = form
  const submit = handleSubmit(async (body) => {
    try {
      await baton.changePassword({ body })
      reset(blank)
      showToast(words.passwordChanged)
      await queryClient.invalidateQueries({ queryKey: keys.sessions })
    } catch (error) {
      failAt(form, error, { sign_in_failed: 'currentPassword' })
    }
  })
  return (
    <form noValidate onSubmit={submit} className="grid max-w-90 gap-4">
      {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
      <Field label={words.currentPassword} error={formState.errors.currentPassword?.message}>
        <PasswordInput autoComplete="current-password" {...register('currentPassword')} />
      </Field>
      <Field label={words.newPassword} hint={words.passwordHint} error={formState.errors.password?.message}>
        <PasswordInput autoComplete="new-password" {...register('password')} />
      </Field>
      <Button
        type="submit"
        className="justify-self-start"
        busy={formState.isSubmitting}
        disabled={!formState.isDirty}
      >
        {words.changePassword}
      </Button>
    </form>
  )
}

function Sessions() {
  const { data, error, refetch } = useQuery(sessionsQuery)
  const end = useMutation({
    mutationFn: (id: string) => baton.endSession({ params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.sessions }),
  })
  if (error)
    return (
      <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
    )
  if (!data) return <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />
  return (
    <>
      {end.error && <Notice tone="bad">{sentenceOf(end.error)}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {data.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            busy={end.isPending && end.variables === session.id}
            onEnd={() => end.mutate(session.id)}
          />
        ))}
      </ul>
    </>
  )
}

function SessionLine({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const device = describeDevice(session.userAgent) ?? words.unknownDevice
  return (
    <li className="flex items-center gap-3 py-2.5 text-13">
      <Icon name="device" className="text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="flex items-center gap-2">
          <b className="truncate font-medium">{device}</b>
          {session.current && <Tag tone="ok">{words.thisOne}</Tag>}
        </span>
        <span className="text-12 text-ink-2">
          {session.address} · {words.since} <DateTime at={session.createdAt} /> · {words.lastUsed}{' '}
          <DateTime at={session.lastUsedAt} />
        </span>
      </span>
      {!session.current && (
        <Button size="sm" busy={busy} aria-label={words.signOutThere(device)} onClick={onEnd}>
          {words.signOut}
        </Button>
      )}
    </li>
  )
}
