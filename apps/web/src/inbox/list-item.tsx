import type { Channel, Handover, ListedConversation } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import { useUsers } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { channelIcon } from '../conversation/channel-icon.ts'
import { useDraft } from '../conversation/drafts.ts'
import { useOutbox } from '../conversation/outbox.ts'
import { useActions } from '../conversation/use-actions.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { DateTime } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/tag.tsx'
import type { ViewSlug } from './views.ts'
import { WaitRing } from './wait-ring.tsx'

const words = texts.inbox

type ListItemProps = {
  conversation: ListedConversation
  view: ViewSlug
  selected: boolean
  unread: boolean
  marked: boolean
  /** Some are marked, so each shows its box. */
  marking: boolean
  onMark: () => void
  channel: Channel | undefined
  handover: Handover | undefined
}

/** A conversation in the list: who, since when, what was said last, who has it. */
export function ListItem({
  conversation,
  view,
  selected,
  unread,
  marked,
  marking,
  onMark,
  channel,
  handover,
}: ListItemProps) {
  const { control, contactName } = conversation
  const name = contactName ?? words.noContactName
  const owner = useUsers().get(control.assigneeId ?? '')
  const me = useMe().user
  const actions = useActions(conversation.id, name)
  const open = control.handover?.status === 'waiting' && control.assigneeId === null
  const claimable = control.handover?.status === 'waiting' && (open || control.assigneeId === me.id)
  return (
    <li className="group/item relative mx-1 [contain-intrinsic-size:auto_84px] [content-visibility:auto]">
      <span
        aria-hidden="true"
        className={cx(
          'absolute inset-y-2.5 left-0 w-[3px] rounded-full',
          barOf(conversation, Boolean(channel?.botId)),
        )}
      />
      <Link
        to="/inbox/$view/{-$conversationId}"
        params={{ view, conversationId: conversation.id }}
        search={({ why: _, ...filter }) => filter}
        data-conversation={conversation.id}
        aria-current={selected || undefined}
        className={cx(
          'grid grid-cols-[32px_minmax(0,1fr)] gap-x-3 rounded-box py-2.5 pr-3 pl-[13px]',
          selected ? 'bg-selected max-tablet:bg-transparent' : 'hover:bg-hover',
        )}
      >
        <Avatar party={{ kind: 'contact', name }} size="xl" channel={channelIcon(channel?.name)} />
        <span className="min-w-0">
          <span className="flex items-center gap-2">
            <span
              dir="auto"
              className={cx('min-w-0 flex-1 truncate text-14', unread ? 'font-bold' : 'font-medium')}
            >
              {name}
              {unread && <span className="sr-only">, {words.unread}</span>}
            </span>
            {conversation.waitsFor === 'human' ? (
              <WaitRing conversation={conversation} handover={handover} />
            ) : (
              <DateTime at={conversation.lastMessageAt} className="text-12 text-ink-3 tabular-nums" />
            )}
          </span>
          <span
            dir="auto"
            className={cx(
              'mt-px line-clamp-2 text-13 leading-4.5 break-words',
              unread ? 'text-ink' : 'text-ink-2',
            )}
          >
            <Preview conversation={conversation} handover={handover} />
          </span>
          <span
            className={cx(
              'flex items-center gap-1.5 text-12 text-ink-3 not-empty:mt-1.5',
              claimable && 'mt-1.5 min-h-6 pr-16',
            )}
          >
            {handover && <Tag>{handover.scenarioName}</Tag>}
            <Unfinished conversationId={conversation.id} />
            {owner && !claimable && (
              <span className="ml-auto" title={owner.name}>
                <Avatar party={{ kind: 'human', name: owner.name }} size="xs" />
                <span className="sr-only">{owner.name}</span>
              </span>
            )}
          </span>
        </span>
      </Link>
      <span
        className={cx(
          'absolute top-2.5 left-[13px] grid size-8 place-items-center rounded-full bg-surface focus-within:opacity-100 group-hover/item:opacity-100',
          marked || marking ? 'opacity-100' : 'opacity-0 max-tablet:pointer-events-none',
        )}
      >
        <input
          type="checkbox"
          aria-label={words.mark(name)}
          checked={marked}
          onChange={onMark}
          className="size-4 accent-ink"
        />
      </span>
      {claimable && (
        <Button
          variant="human"
          size="xs"
          className="absolute right-3 bottom-2.5"
          aria-label={words.claimNamed(name)}
          onClick={() => actions.claim()}
        >
          {words.claim}
        </Button>
      )}
    </li>
  )
}

/** What was said last; after a final message, what it was said to. */
function Preview({ conversation, handover }: Pick<ListItemProps, 'conversation' | 'handover'>) {
  const { lastMessage } = conversation
  if (lastMessage?.kind === 'final' && handover?.brief.lastAsked) return handover.brief.lastAsked
  if (!lastMessage) return null
  return (
    <>
      {lastMessage.kind === 'note' ? words.lastBy.note : lastMessage.author === 'bot' && words.lastBy.bot}
      {lastMessage.attachments > 0 && (
        <span className="mr-1 inline-flex items-center gap-1 align-[-2px]">
          <Icon name="attach" size={14} />
          {lastMessage.text === '' ? (
            texts.conversation.files.count(lastMessage.attachments)
          ) : (
            <span className="sr-only">{texts.conversation.files.count(lastMessage.attachments)}</span>
          )}
        </span>
      )}
      {lastMessage.text}
    </>
  )
}

function Unfinished({ conversationId }: { conversationId: string }) {
  const failed = useOutbox(conversationId).filter(({ state }) => state === 'failed').length
  const draft = useDraft(conversationId)
  if (failed > 0)
    return (
      <Tag tone="bad" icon="alert">
        {words.notSent(failed)}
      </Tag>
    )
  return draft ? <span>{words.draft}</span> : null
}

const dashed = 'bg-[repeating-linear-gradient(180deg,var(--human-line)_0_5px,transparent_5px_9px)]'

/** The bar at the left says who is in control: dashed while it waits for a person and nobody has it. */
function barOf({ control, status, waitsFor }: ListedConversation, hasBot: boolean): string {
  if (status === 'resolved') return ''
  if (control.handover?.status === 'waiting') return dashed
  const withPerson = control.bot.status === 'asleep' || control.handover !== null
  if (hasBot && !withPerson) return 'bg-bot-line'
  if (control.assigneeId !== null || withPerson) return 'bg-human-line'
  return waitsFor === 'human' ? dashed : ''
}
