import { Link } from '@tanstack/react-router'
import { type RefObject, useState } from 'react'
import { useTeams, useUsers } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import type { ViewSlug } from '../inbox/views.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { nearTime } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { showToast } from '../ui/toast.tsx'
import { channelIcon } from './channel-icon.ts'
import { inOneHour, nextWeek, tomorrowMorning } from './later.ts'
import type { Actions, Assignee } from './use-actions.ts'
import type { OpenConversation } from './use-conversation.ts'

const words = texts.conversation

type HeaderProps = {
  open: OpenConversation
  actions: Actions
  view: ViewSlug
  titleRef: RefObject<HTMLHeadingElement | null>
  onDetails: () => void
}

/** Who it is, on which channel, who owns it, and what can be done with it. */
export function ConversationHeader({ open, actions, view, titleRef, onDetails }: HeaderProps) {
  const { conversation, name, channelName, holder } = open
  return (
    <header className="flex h-14 shrink-0 items-center gap-2.5 pr-3 pl-4 max-tablet:gap-1 max-tablet:px-1">
      <Link
        to="/inbox/$view/{-$conversationId}"
        params={{ view, conversationId: undefined }}
        aria-label={words.backToList}
        className="hidden size-10 shrink-0 place-items-center rounded-control text-ink-2 max-tablet:grid"
      >
        <Icon name="arrowLeft" size={18} />
      </Link>
      <div className="min-w-0 flex-1">
        <h2
          ref={titleRef}
          tabIndex={-1}
          dir="auto"
          className="truncate text-14 font-semibold max-tablet:text-16"
        >
          {name}
        </h2>
        <p className="flex items-center gap-1.25 truncate text-12 text-ink-3">
          <Icon name={channelIcon(channelName)} size={12} />
          {channelName}
        </p>
      </div>
      <AssignMenu open={open} actions={actions} />
      {conversation.status === 'open' && <SnoozeMenu actions={actions} />}
      {conversation.status === 'snoozed' && (
        <Button size="sm" icon="undo" onClick={() => actions.reopen()}>
          {words.bringBack}
        </Button>
      )}
      <IconButton
        icon="panel"
        label={words.details}
        className="max-tablet:hidden wide:hidden"
        onClick={onDetails}
      />
      <MoreMenu open={open} actions={actions} />
      {conversation.status !== 'resolved' && (
        <Button size="sm" icon="check" kbd="e" onClick={() => actions.resolve(holder.kind === 'you')}>
          {words.resolve}
        </Button>
      )}
    </header>
  )
}

function AssignMenu({ open, actions }: { open: OpenConversation; actions: Actions }) {
  const [shown, setShown] = useState(false)
  const users = useUsers()
  const teams = useTeams()
  const me = useMe().user
  const { assigneeId, teamId } = open.conversation.control
  const owner = users.get(assigneeId ?? '')
  const team = teams.get(teamId ?? '')
  const before = owner
    ? { to: { type: 'user', userId: owner.id } as const, name: owner.name }
    : { to: { type: 'nobody' } as const, name: words.nobody }
  const give = (to: Assignee, toName: string) => void actions.assign(to, toName, before)
  useCommands([
    { group: 'conversation', label: words.assign, keys: 'a', icon: 'userPlus', run: () => setShown(true) },
    assigneeId !== me.id && {
      group: 'conversation',
      label: words.assignToMe,
      icon: 'user',
      run: () => give({ type: 'user', userId: me.id }, me.name),
    },
  ])
  const label = owner?.name ?? team?.name ?? words.assign
  return (
    <Menu
      open={shown}
      onOpenChange={setShown}
      className="max-h-80"
      trigger={
        <button
          type="button"
          aria-label={owner || team ? words.assignedTo(label) : words.assign}
          className={buttonClass('plain', 'sm', 'max-w-44')}
        >
          <Avatar party={owner ? { kind: 'human', name: owner.name } : { kind: 'nobody' }} size="xs" />
          <span className="truncate max-tablet:hidden">{label}</span>
          <Icon name="down" size={14} className="text-ink-2" />
        </button>
      }
    >
      {[...users.values()]
        .filter(({ active, permissions }) => active && permissions.reply)
        .sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id))
        .map((user) => (
          <MenuItem
            key={user.id}
            lead={
              <Avatar party={{ kind: 'human', name: user.name }} size="sm" presence={user.availability} />
            }
            checked={user.id === assigneeId}
            onClick={() => give({ type: 'user', userId: user.id }, user.name)}
          >
            {user.name}
            {user.id === me.id && ` (${texts.common.you})`}
          </MenuItem>
        ))}
      {teams.size > 0 && <MenuSeparator />}
      {[...teams.values()].map((each) => (
        <MenuItem
          key={each.id}
          icon="contacts"
          checked={!owner && each.id === teamId}
          onClick={() => give({ type: 'team', teamId: each.id }, each.name)}
        >
          {each.name}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem icon="user" onClick={() => give({ type: 'nobody' }, words.nobody)}>
        {words.nobody}
      </MenuItem>
    </Menu>
  )
}

function SnoozeMenu({ actions }: { actions: Actions }) {
  const [shown, setShown] = useState(false)
  useCommands([
    { group: 'conversation', label: words.snooze, keys: 's', icon: 'snooze', run: () => setShown(true) },
  ])
  const choices = [
    { label: words.hour, until: inOneHour },
    { label: words.tomorrow, until: tomorrowMorning },
    { label: words.nextWeek, until: nextWeek },
  ]
  return (
    <Menu
      open={shown}
      onOpenChange={setShown}
      trigger={<IconButton icon="snooze" label={words.snooze} kbd="s" />}
    >
      {choices.map(({ label, until }) => {
        const time = nearTime(until())
        return (
          <MenuItem key={label} icon="clock" aside={time} onClick={() => actions.snooze(until(), time)}>
            {label}
          </MenuItem>
        )
      })}
    </Menu>
  )
}

function MoreMenu({ open, actions }: { open: OpenConversation; actions: Actions }) {
  const { conversation } = open
  const canHandOver = conversation.control.handover === null && conversation.status !== 'resolved'
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}/inbox/all/${conversation.id}`)
    showToast(words.copied, { icon: 'copy' })
  }
  return (
    <Menu trigger={<IconButton icon="more" label={words.more} className="max-tablet:hidden" />}>
      {canHandOver && (
        <MenuItem icon="flag" onClick={() => actions.handOver()}>
          {words.handOver}
        </MenuItem>
      )}
      <MenuItem icon="copy" onClick={copy}>
        {words.copyLink}
      </MenuItem>
    </Menu>
  )
}
