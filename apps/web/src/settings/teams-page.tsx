import type { Team, User } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { teamsQuery, usersQuery } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { refreshStaff } from '../staff/save-user.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog, Drawer } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.teams

/** Teams and who is in them. */
export function TeamsPage() {
  const { data: teams, error, refetch } = useQuery(teamsQuery)
  const { data: users = [] } = useQuery(usersQuery)
  const mayChange = useMe().permissions.manageStaff
  const [edited, setEdited] = useState<Team | 'new' | null>(null)
  return (
    <SettingsPage
      title={texts.settings.places.teams}
      hint={words.hint}
      actions={
        mayChange && (
          <Button size="sm" variant="primary" icon="plus" onClick={() => setEdited('new')}>
            {words.add}
          </Button>
        )
      }
    >
      {error && (
        <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!teams && !error && <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />}
      {teams?.length === 0 && (
        <EmptyState icon="flag" title={words.none}>
          {words.noneHint}
        </EmptyState>
      )}
      <ul className="grid gap-3">
        {teams?.map((team) => (
          <li key={team.id} className="flex items-center gap-3 rounded-card border border-line p-3.5 text-13">
            <TeamLine team={team} users={users} />
            {mayChange && (
              <Button size="sm" aria-label={words.edit(team.name)} onClick={() => setEdited(team)}>
                {texts.common.edit}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <TeamDrawer team={edited === 'new' ? null : edited} users={users} onClose={() => setEdited(null)} />
      )}
    </SettingsPage>
  )
}

function TeamLine({ team, users }: { team: Team; users: readonly User[] }) {
  const members = users.filter(({ id }) => team.userIds.includes(id))
  return (
    <div className="min-w-0 flex-1">
      <b dir="auto" className="block truncate font-medium">
        {team.name}
      </b>
      {members.length === 0 ? (
        <p className="text-12 text-ink-2">{words.noMembers}</p>
      ) : (
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-1 text-12 text-ink-2">
          {members.map(({ id, name, availability, active }) => (
            <span key={id} className="flex items-center gap-1.5">
              <Avatar
                party={{ kind: 'human', name }}
                size="sm"
                presence={active ? availability : undefined}
              />
              {name}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

function TeamDrawer({
  team,
  users,
  onClose,
}: {
  team: Team | null
  users: readonly User[]
  onClose: () => void
}) {
  const [leaving, setLeaving] = useState(false)
  const form = useForm({
    defaultValues: {
      name: team?.name ?? '',
      userIds: team?.userIds ?? [],
      sharing: team?.sharing ?? 'least_open',
      onlyMatching: team?.onlyMatching ?? false,
    },
  })
  const { register, control, formState, handleSubmit } = form
  const submit = handleSubmit(async (body) => {
    try {
      if (team) await baton.updateTeam({ params: { id: team.id }, body })
      else await baton.createTeam({ body })
      await refreshStaff()
      onClose()
    } catch (error) {
      failAt(form, error, { name_taken: 'name' })
    }
  })
  const able = users.filter(({ id, active }) => active || team?.userIds.includes(id))
  return (
    <Drawer
      open
      onClose={onClose}
      title={team?.name ?? words.add}
      width="w-[min(440px,100vw)]"
      footer={
        <span className="flex gap-2">
          <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
            {words.save}
          </Button>
          {team && (
            <Button variant="bad" className="ml-auto" onClick={() => setLeaving(true)}>
              {words.remove}
            </Button>
          )}
        </span>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4 p-5">
        {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
        <Field label={words.name} error={formState.errors.name?.message}>
          <TextInput maxLength={80} {...register('name')} />
        </Field>
        <Field label={words.sharing} hint={words.sharingHint}>
          <Select {...register('sharing')}>
            <option value="least_open">{words.sharings.least_open}</option>
            <option value="round_robin">{words.sharings.round_robin}</option>
          </Select>
        </Field>
        <Controller
          control={control}
          name="onlyMatching"
          render={({ field }) => (
            <Checkbox checked={field.value} onChange={field.onChange}>
              {words.onlyMatching}
            </Checkbox>
          )}
        />
        <Controller
          control={control}
          name="userIds"
          render={({ field }) => (
            <fieldset className="grid gap-2.5">
              <legend className="mb-1.5 text-13 font-medium">{words.members}</legend>
              {able.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  checked={field.value.includes(id)}
                  onChange={(on) =>
                    field.onChange(on ? [...field.value, id] : field.value.filter((other) => other !== id))
                  }
                >
                  {name}
                </Checkbox>
              ))}
            </fieldset>
          )}
        />
      </form>
      {team && leaving && <DeleteTeam team={team} onClose={() => setLeaving(false)} onDone={onClose} />}
    </Drawer>
  )
}

function DeleteTeam({ team, onClose, onDone }: { team: Team; onClose: () => void; onDone: () => void }) {
  const remove = useMutation({
    mutationFn: () => baton.deleteTeam({ params: { id: team.id } }),
    onSuccess: async () => {
      await refreshStaff()
      onDone()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.removeTitle(team.name)}
      description={words.removeHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="bad" busy={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </>
      }
    >
      {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
    </Dialog>
  )
}
