import type { BulkAction } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { teamsQuery, usersQuery } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { inOneHour, nextWeek, tomorrowMorning } from '../conversation/later.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.tsx'

const words = texts.inbox.bulk
const snoozes = [
  { label: words.oneHour, until: inOneHour },
  { label: words.tomorrow, until: tomorrowMorning },
  { label: words.nextWeek, until: nextWeek },
]

/** What can be done with all conversations that are marked. What is refused for one is done for the others. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const { user } = useMe()
  const { data: users = [] } = useQuery(usersQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const [refused, setRefused] = useState<string | null>(null)
  const act = useMutation({
    mutationFn: (action: BulkAction) =>
      baton.actOnMany({ body: { userId: user.id, conversationIds: [...ids], action } }),
    onSuccess: ({ done, results }) => {
      const problem = results.find(({ ok }) => !ok)?.problem
      if (done > 0) showToast(words.done(done), { icon: 'check' })
      if (problem) setRefused(words.refused(results.length - done, problem.detail))
      else onDone()
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.lists }),
  })
  const failure = refused ?? (act.error ? sentenceOf(act.error) : null)
  const able = users.filter(({ active, permissions }) => active && permissions.reply)
  return (
    <section aria-label={words.label} className="border-y border-line bg-sunken px-3 py-1.5 text-13">
      <div className="flex items-center gap-1">
        <span role="status" className="min-w-0 flex-1 truncate font-medium">
          {words.marked(ids.length)}
        </span>
        <IconButton icon="check" label={words.resolve} onClick={() => act.mutate({ do: 'resolve' })} />
        <Menu trigger={<IconButton icon="user" label={words.assign} />}>
          <MenuItem icon="minus" onClick={() => act.mutate({ do: 'assign', assignTo: { type: 'nobody' } })}>
            {words.nobody}
          </MenuItem>
          {able.map(({ id, name }) => (
            <MenuItem
              key={id}
              lead={<Avatar party={{ kind: 'human', name }} size="sm" />}
              onClick={() => act.mutate({ do: 'assign', assignTo: { type: 'user', userId: id } })}
            >
              {name}
            </MenuItem>
          ))}
          {teams.map(({ id, name }) => (
            <MenuItem
              key={id}
              icon="contacts"
              onClick={() => act.mutate({ do: 'assign', assignTo: { type: 'team', teamId: id } })}
            >
              {name}
            </MenuItem>
          ))}
        </Menu>
        <Menu trigger={<IconButton icon="snooze" label={words.snooze} />}>
          {snoozes.map(({ label, until }) => (
            <MenuItem
              key={label}
              icon="clock"
              onClick={() => act.mutate({ do: 'snooze', until: until().toISOString() })}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
        <IconButton icon="undo" label={words.reopen} onClick={() => act.mutate({ do: 'reopen' })} />
        <IconButton icon="close" label={words.clear} onClick={onDone} />
      </div>
      {failure && (
        <p role="alert" className="flex items-start gap-1.5 py-1 text-12 text-bad">
          <Icon name="alert" size={14} />
          {failure}
        </p>
      )}
    </section>
  )
}
