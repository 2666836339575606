import type { Invitation, Team, User, UserWork } from '@baton/contract'
import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { teamsQuery, usersQuery } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { invitationsQuery, userWorkQuery } from '../api/settings.ts'
import { SettingsPage } from '../settings/settings-screen.tsx'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { DateTime, useNow } from '../ui/date-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Meter } from '../ui/meter.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { CoverageMap } from './coverage-map.tsx'
import { dutyOf } from './duty.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { UserDrawer } from './user-drawer.tsx'

const words = texts.staff
/** Of larger staffs the open conversations are shown only in the drawer. */
const mostCounted = 60

/** The staff: who they are, whether they can take work, and what they have. One of them opens beside the list. */
export function StaffPage() {
  const { userId } = useParams({ strict: false })
  const { user: me, workspace, permissions } = useMe()
  const navigate = useNavigate()
  const { data: users, error, refetch } = useQuery(usersQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const { data: invitations = [] } = useQuery(invitationsQuery)
  const [search, setSearch] = useState('')
  const [inviting, setInviting] = useState(false)
  const found = (users ?? [])
    .filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search.trim().toLowerCase()))
    .toSorted((one, other) => Number(other.active) - Number(one.active) || one.name.localeCompare(other.name))
  const counted = found.filter(({ active }) => active).slice(0, mostCounted)
  const works = useQueries({ queries: counted.map(({ id }) => userWorkQuery(id)) })
  const workOf = (id: string) => works[counted.findIndex((user) => user.id === id)]?.data
  const chosen = users?.find(({ id }) => id === userId)
  return (
    <SettingsPage
      title={words.title}
      narrow={false}
      actions={
        <>
          <TextInput
            soft
            type="search"
            icon="search"
            className="!w-44 max-tablet:!w-auto max-tablet:flex-1"
            aria-label={words.find}
            placeholder={words.find}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          {permissions.manageStaff && (
            <Button size="sm" variant="primary" icon="userPlus" onClick={() => setInviting(true)}>
              {words.invite}
            </Button>
          )}
        </>
      }
    >
      {error && (
        <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!users && !error && (
        <div className="p-5">
          <SkeletonLines widths={['w-80', 'w-72', 'w-80']} label={texts.common.loading} />
        </div>
      )}
      {users && (
        <table className="w-full table-fixed border-collapse text-13">
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr className="border-b border-line text-left text-12 text-ink-2">
              <th scope="col" className="h-9 pl-5 font-medium max-tablet:pl-4">
                {words.person}
              </th>
              <th scope="col" className="w-2/5 font-medium">
                {words.canTake}
              </th>
              <th scope="col" className="w-32 font-medium max-tablet:hidden">
                {words.open}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.map((user) => (
              <UserRow
                key={user.id}
                user={user}
                isMe={user.id === me.id}
                teams={teams.filter(({ userIds }) => userIds.includes(user.id))}
                work={workOf(user.id)}
                selected={user.id === userId}
              />
            ))}
            {search === '' &&
              invitations.map((invitation) => (
                <InvitationRow
                  key={invitation.id}
                  invitation={invitation}
                  mayChange={permissions.manageStaff}
                />
              ))}
          </tbody>
        </table>
      )}
      {users && found.length === 0 && <p className="p-5 text-13 text-ink-2">{words.none}</p>}
      {users && search === '' && <CoverageMap users={users} timeZone={workspace.timeZone} />}
      {chosen && (
        <UserDrawer
          key={chosen.id}
          user={chosen}
          mayChange={permissions.manageStaff}
          onClose={() => void navigate({ to: '/settings/staff' })}
        />
      )}
      {inviting && <InviteDialog teams={teams} onClose={() => setInviting(false)} />}
    </SettingsPage>
  )
}

function UserRow({
  user,
  isMe,
  teams,
  work,
  selected,
}: {
  user: User
  isMe: boolean
  teams: readonly Team[]
  work: UserWork | undefined
  selected: boolean
}) {
  const now = useNow(60)
  const open = work?.openConversations ?? 0
  const duty = dutyOf(user, open, new Date(now))
  const about = [words.roles[user.role], ...teams.map(({ name }) => name)].join(' · ')
  return (
    <tr className={cx('relative border-b border-line hover:bg-hover', selected && 'bg-selected')}>
      <td className="py-2 pr-3 pl-5 max-tablet:pl-4">
        <Link
          to="/settings/staff/$userId"
          params={{ userId: user.id }}
          className={cx(
            'flex items-center gap-2.5 after:absolute after:inset-0',
            !user.active && 'opacity-60',
          )}
        >
          <Avatar
            party={{ kind: 'human', name: user.name }}
            size="lg"
            presence={user.active ? user.availability : undefined}
          />
          <span className="min-w-0">
            <span className="flex items-center gap-1.5">
              <b dir="auto" className="truncate font-medium">
                {user.name}
              </b>
              {isMe && <Tag>{words.you}</Tag>}
            </span>
            <span className="block truncate text-12 text-ink-2">{about}</span>
          </span>
        </Link>
      </td>
      <td className="py-2 pr-3">
        {words.duty[duty]}
        <span className="block text-12 text-ink-2">{words.dutyHints[duty]}</span>
      </td>
      <td className="py-2 pr-5 max-tablet:hidden">
        {user.active && work && (
          <span className="grid w-24 gap-1">
            {user.capacity !== null && (
              <Meter
                value={user.capacity === 0 ? 1 : open / user.capacity}
                label={words.openOf(open, user.capacity)}
              />
            )}
            <span className="text-12 tabular-nums">{words.openOf(open, user.capacity)}</span>
          </span>
        )}
      </td>
    </tr>
  )
}

function InvitationRow({ invitation, mayChange }: { invitation: Invitation; mayChange: boolean }) {
  const { id, name, email, role, permissions, teamIds, expired, createdAt } = invitation
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.invitations })
  const again = useMutation({
    mutationFn: () => baton.invite({ body: { name, email, role, permissions, teamIds } }),
    onSuccess: refresh,
  })
  const takeBack = useMutation({
    mutationFn: () => baton.deleteInvitation({ params: { id } }),
    onSettled: refresh,
  })
  const failure = again.error ?? takeBack.error
  return (
    <tr className="border-b border-line">
      <td className="py-2 pr-3 pl-5 max-tablet:pl-4">
        <span className="flex items-center gap-2.5">
          <span className="grid size-7 shrink-0 place-items-center rounded-full text-ink-2 inset-ring inset-ring-field">
            <Icon name="mail" />
          </span>
          <span className="min-w-0">
            <b className="block truncate font-medium">{email}</b>
            <span className="block truncate text-12 text-ink-2">
              {words.invited(words.roles[role])} · <DateTime at={createdAt} />
            </span>
          </span>
        </span>
      </td>
      <td className="py-2 pr-3" colSpan={2}>
        {expired ? words.expired : words.notJoined}
        {mayChange && (
          <span className="flex gap-3 text-12">
            <button
              type="button"
              aria-label={words.sendAgainOf(name)}
              className="font-medium underline underline-offset-3"
              onClick={() => again.mutate()}
            >
              {words.sendAgain}
            </button>
            <button
              type="button"
              aria-label={words.takeBackOf(name)}
              className="font-medium underline underline-offset-3"
              onClick={() => takeBack.mutate()}
            >
              {words.takeBack}
            </button>
          </span>
        )}
        {failure && (
          <span role="alert" className="block text-12 text-bad">
            {sentenceOf(failure)}
          </span>
        )}
        <LinkDialog
          title={words.linkTitle(name)}
          link={again.data?.link ?? null}
          onClose={() => again.reset()}
        />
      </td>
    </tr>
  )
}
