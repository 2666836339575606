import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Avatar, type Party } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { duration, nearTime, useNow } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { BotMenu } from './bot-menu.tsx'
import { nextAct } from './describe-control.ts'
import type { Actions } from './use-actions.ts'
import { type OpenConversation, useUserName } from './use-conversation.ts'

const words = texts.conversation
const soonMs = 5 * 60_000

/** Always there, under the header: who has the conversation, since when, how the bot is, and the one next act. */
export function ControlStrip({ open, actions }: { open: OpenConversation; actions: Actions }) {
  const { conversation, holder, bot } = open
  const look =
    holder.kind === 'bot'
      ? 'bg-bot-soft border-bot-edge text-bot-text'
      : holder.kind === 'resolved' || holder.kind === 'noBot'
        ? 'bg-sunken border-line text-ink-2'
        : cx(
            'border-human-edge text-human-text',
            holder.kind === 'unclaimed' ? 'bg-human-soft-2' : 'bg-human-soft',
          )
  return (
    <section
      aria-label={words.control.label}
      className={cx(
        'relative z-10 flex min-h-11 shrink-0 items-center gap-2 border-y py-1.5 pr-2.5 pl-4 text-13 font-medium max-tablet:flex-wrap max-tablet:px-3 max-tablet:py-2',
        look,
      )}
    >
      <span className="flex min-w-0 flex-auto items-center gap-2 max-tablet:basis-full">
        <WhoIcon open={open} />
        <Who open={open} />
      </span>
      {bot && conversation.status !== 'resolved' && <BotMenu open={open} actions={actions} />}
      <NextAct open={open} actions={actions} />
    </section>
  )
}

function WhoIcon({ open: { holder } }: { open: OpenConversation }) {
  const nameOf = useUserName()
  const me = useMe().user
  if (holder.kind === 'resolved') return <Icon name="check" className="text-ok" />
  const parties: Record<Exclude<typeof holder.kind, 'resolved'>, Party> = {
    bot: { kind: 'bot' },
    noBot: { kind: 'nobody' },
    nobody: { kind: 'nobody' },
    unclaimed: { kind: 'nobody' },
    waitsFor: { kind: 'human', name: nameOf('userId' in holder ? holder.userId : null) },
    other: { kind: 'human', name: nameOf('userId' in holder ? holder.userId : null) },
    you: { kind: 'human', name: me.name },
  }
  return <Avatar party={parties[holder.kind]} size="sm" />
}

function Who({ open }: { open: OpenConversation }) {
  const { holder, bot } = open
  const nameOf = useUserName()
  const userId = useMe().user.id
  const said = words.control
  const title = {
    resolved: said.resolved,
    bot: said.botHasIt(bot?.name ?? ''),
    noBot: said.noBot,
    nobody: said.nobodyHasIt,
    unclaimed: holder.kind === 'unclaimed' && holder.couldNobody ? said.nobodyCould : said.nobodyClaimed,
    waitsFor:
      holder.kind === 'waitsFor' && holder.userId !== userId
        ? said.forOther(nameOf(holder.userId))
        : said.forYou,
    you: said.youHaveIt,
    other: holder.kind === 'other' ? said.otherHasIt(nameOf(holder.userId)) : '',
  }[holder.kind]
  return (
    <span className="min-w-0 truncate">
      {title}{' '}
      <span className="font-normal tabular-nums">
        · <SinceWhen open={open} waits={holder.kind === 'unclaimed' || holder.kind === 'waitsFor'} />
      </span>
    </span>
  )
}

function SinceWhen({ open, waits }: { open: OpenConversation; waits: boolean }) {
  const now = useNow(1)
  const { conversation, handovers, openHandover } = open
  const { handover, bot } = conversation.control
  const said = words.control
  if (conversation.status === 'resolved') return said.reopensBySelf
  if (conversation.snoozedUntil) return said.snoozedUntil(nearTime(conversation.snoozedUntil))
  if (!waits || !handover) {
    const endedAt = handovers.find((ended) => ended.endedAt !== null)?.endedAt
    return said.since(nearTime(handover?.since ?? bot.since ?? endedAt ?? conversation.createdAt))
  }
  const waited = now - Date.parse(handover.since)
  // The record knows the target still when control has let it go, because somebody was reminded.
  const respondBy = openHandover?.respondBy
  if (!respondBy) return said.waits(duration(waited))
  const late = now - Date.parse(respondBy)
  if (late > 0) return <b className="font-semibold text-bad">{said.late(duration(waited), duration(late))}</b>
  return said.waitsOf(duration(waited), duration(Date.parse(respondBy) - Date.parse(handover.since)))
}

function NextAct({ open, actions }: { open: OpenConversation; actions: Actions }) {
  const userId = useMe().user.id
  const now = useNow(15)
  const { bot } = open.conversation.control
  switch (nextAct(open.holder, userId)) {
    case 'reopen':
      return (
        <Button size="sm" icon="undo" onClick={() => actions.reopen()}>
          {words.reopen}
        </Button>
      )
    case 'claim':
      return (
        <Button size="sm" variant="human" kbd="c" onClick={() => actions.claim()}>
          {words.claim}
        </Button>
      )
    case 'takeOver':
      return (
        <Button size="sm" variant="human" icon="takeOver" kbd="t" onClick={() => actions.takeOver()}>
          {words.takeOver}
        </Button>
      )
    case 'takeOverPlain':
    case 'takeIt':
      return (
        <Button size="sm" icon="takeOver" kbd="t" onClick={() => actions.takeOver()}>
          {words.takeOver}
        </Button>
      )
    case 'handBack': {
      if (!open.bot) return null
      if (bot.wakesAt && Date.parse(bot.wakesAt) - now < soonMs)
        return (
          <Button size="sm" onClick={() => actions.sleep({ minutes: 30 })}>
            {words.sleepMore}
          </Button>
        )
      return (
        <Button size="sm" variant="botOutline" icon="handBack" kbd="b" onClick={() => actions.handBack()}>
          <span className="max-tablet:hidden">{words.handBack}</span>
          <span className="tablet:hidden">{words.handBackShort}</span>
        </Button>
      )
    }
  }
}
