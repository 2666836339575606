import type { User } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Drawer } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AvailabilityForm } from './availability-form.tsx'
import { DeactivateDialog } from './deactivate-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { NotificationMatrix } from './notification-matrix.tsx'
import { ProfileForm } from './profile-form.tsx'
import { RoleForm } from './role-form.tsx'
import { saveUser } from './save-user.ts'

const words = texts.staff

/** One of the staff: who they are, what they may do, when they work and what they are told. */
export function UserDrawer({
  user,
  mayChange,
  onClose,
}: {
  user: User
  mayChange: boolean
  onClose: () => void
}) {
  const isMe = useMe().user.id === user.id
  const mayHours = mayChange || isMe
  return (
    <Drawer open onClose={onClose} title={user.name} description={user.email} width="w-[min(600px,100vw)]">
      <Tabs
        label={user.name}
        tabs={[
          {
            key: 'profile',
            title: words.tabs.profile,
            panel: (
              <div className="grid gap-6">
                {!mayChange && <Notice icon="lock">{words.readOnly}</Notice>}
                <ProfileForm user={user} mayChange={mayChange} />
                {mayChange && !isMe && <Standing user={user} />}
              </div>
            ),
          },
          {
            key: 'role',
            title: words.tabs.role,
            panel: <RoleForm user={user} isMe={isMe} mayChange={mayChange} />,
          },
          {
            key: 'availability',
            title: words.tabs.availability,
            panel: <AvailabilityForm user={user} mayChange={mayHours} />,
          },
          {
            key: 'notifications',
            title: words.tabs.notifications,
            panel: <NotificationMatrix user={user} isMe={isMe} mayChange={mayHours} />,
          },
        ]}
      />
    </Drawer>
  )
}

/** A new password, and whether they can sign in at all. */
function Standing({ user }: { user: User }) {
  const [deactivating, setDeactivating] = useState(false)
  const reset = useMutation({
    mutationFn: () => baton.createPasswordReset({ body: { userId: user.id } }),
  })
  const reactivate = useMutation({ mutationFn: () => saveUser(user.id, { active: true }) })
  const failure = reset.error ?? reactivate.error
  return (
    <section className="grid gap-3 border-t border-line pt-4">
      {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
      {user.active ? (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <Button icon="key" busy={reset.isPending} onClick={() => reset.mutate()}>
              {words.resetPassword}
            </Button>
            <p className="min-w-40 flex-1 text-12 text-ink-2">{words.resetHint}</p>
          </div>
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="bad" onClick={() => setDeactivating(true)}>
              {words.deactivateOf(user.name)}
            </Button>
            <p className="min-w-40 flex-1 text-12 text-ink-2">{words.deactivateHint}</p>
          </div>
        </>
      ) : (
        <Button busy={reactivate.isPending} onClick={() => reactivate.mutate()}>
          {words.reactivate}
        </Button>
      )}
      <LinkDialog
        title={words.resetTitle(user.name)}
        link={reset.data?.link ?? null}
        onClose={() => reset.reset()}
      />
      {deactivating && <DeactivateDialog user={user} onClose={() => setDeactivating(false)} />}
    </section>
  )
}
