import type { User, UserPatch, UserWork } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { teamsQuery, usersQuery } from '../api/people.ts'
import { userWorkQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Select } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { saveUser } from './save-user.ts'

const words = texts.staff

/** Deactivates somebody, after saying what that touches and where their conversations go. */
export function DeactivateDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { data: work, error } = useQuery({ ...userWorkQuery(user.id), staleTime: 0 })
  const { data: users = [] } = useQuery(usersQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const [receiver, setReceiver] = useState('nobody')
  const leave = useMutation({
    mutationFn: () => saveUser(user.id, { active: false, passOnTo: receiverOf(receiver) }),
    onSuccess: onClose,
  })
  const able = users.filter(({ id, active, permissions }) => active && permissions.reply && id !== user.id)
  const failure = leave.error ?? error
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.deactivateTitle(user.name)}
      description={words.deactivateHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="bad" busy={leave.isPending} onClick={() => leave.mutate()}>
            {words.deactivateOf(user.name)}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-13">
        {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
        {work ? (
          <Touches work={work} />
        ) : (
          <SkeletonLines widths={['w-full', 'w-2/3']} label={texts.common.loading} />
        )}
        {work && work.openConversations > 0 && (
          <Field label={words.passOn}>
            <Select value={receiver} onChange={(event) => setReceiver(event.target.value)}>
              <option value="nobody">{words.passToNobody}</option>
              {teams.map(({ id, name }) => (
                <option key={id} value={`team:${id}`}>
                  {name}
                </option>
              ))}
              {able.map(({ id, name }) => (
                <option key={id} value={`user:${id}`}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </Dialog>
  )
}

function Touches({ work }: { work: UserWork }) {
  const lines = [
    ...(work.openConversations > 0
      ? [words.touchesConversations(work.openConversations, work.waitingHandovers)]
      : []),
    ...(work.openTasks > 0 ? [words.touchesTasks(work.openTasks)] : []),
    ...work.scenarios.map(({ name, as }) => words.touchesScenario(name, words.as[as])),
    ...work.teams.map(({ name, othersActive }) => words.touchesTeam(name, othersActive)),
  ]
  if (lines.length === 0) return <p>{words.touchesNothing}</p>
  return (
    <div>
      <p className="mb-1 font-medium">{words.touches}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function receiverOf(key: string): NonNullable<UserPatch['passOnTo']> {
  const [type, id = ''] = key.split(':')
  if (type === 'team') return { type, teamId: id }
  return type === 'user' ? { type, userId: id } : { type: 'nobody' }
}
