import type { Evidence, Message } from '@baton/contract'
import { useUsers } from '../api/people.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { DateTime, timeOfDay } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { MarkedText } from './marked-text.tsx'
import { mentionParts } from './mentions.ts'
import { MessageFiles } from './message-files.tsx'
import { discard, type Outgoing, sendAgain } from './outbox.ts'

const words = texts.conversation.message

const bubble =
  'max-w-[min(400px,88%)] px-3 py-2 text-14 break-words whitespace-pre-wrap max-tablet:text-[15px] max-tablet:leading-[21px]'
const sides = {
  contact: 'rounded-bubble rounded-bl-[4px] bg-selected',
  bot: 'rounded-bubble rounded-br-[4px] bg-bot-soft inset-ring inset-ring-bot-edge',
  user: 'rounded-bubble rounded-br-[4px] bg-human-soft inset-ring inset-ring-human-edge',
}
const meta = 'mt-0.75 flex items-center gap-1.5 px-0.5 text-12 text-ink-3'

/** What somebody said: the contact at the left, the bot in violet and staff in amber at the right. */
export function MessageBubble({
  message,
  author,
  evidence,
  selected,
  onWhy,
}: {
  message: Message
  /** Who wrote it, in words. */
  author: string
  evidence: readonly Evidence[]
  selected: boolean
  onWhy: (() => void) | undefined
}) {
  const time = timeOfDay(message.createdAt)
  const label = texts.conversation.said(author, time)
  if (message.kind === 'note')
    return (
      <article aria-label={label} className="py-1.5">
        <div className="flex gap-2.5 rounded-box border border-dashed border-field bg-surface px-3 py-2.5 text-13">
          <Icon name="lock" className="mt-0.5 text-ink-2" />
          <div className="min-w-0">
            <p dir="auto" className="break-words whitespace-pre-wrap">
              <WithMentions text={message.text} />
            </p>
            <p className="text-12 text-ink-3">
              {words.note} · {author} · <DateTime at={message.createdAt} format={timeOfDay} />
            </p>
          </div>
        </div>
      </article>
    )
  const out = message.author !== 'contact'
  return (
    <article
      aria-label={label}
      className={cx('group flex flex-col py-1.25', out ? 'items-end' : 'items-start')}
    >
      {message.text !== '' && (
        <p
          dir="auto"
          className={cx(
            bubble,
            sides[message.author],
            selected && 'outline-2 outline-offset-0 outline-focus',
          )}
        >
          <MarkedText text={message.text} marks={evidence} />
        </p>
      )}
      {message.attachments && (
        <MessageFiles
          files={message.attachments}
          className={cx(message.text !== '' && 'mt-1.5', out && 'justify-end')}
        />
      )}
      <p className={meta}>
        {out && <span>{message.kind === 'final' ? words.final : author} ·</span>}
        <DateTime at={message.createdAt} format={timeOfDay} />
        {onWhy && (
          <button
            type="button"
            onClick={onWhy}
            className="font-medium text-ink-2 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 hover:underline"
          >
            {words.why}
          </button>
        )}
      </p>
    </article>
  )
}

/** A message that is not there yet. */
export function OutgoingBubble({ entry, onEdit }: { entry: Outgoing; onEdit: (text: string) => void }) {
  const failed = entry.state === 'failed'
  return (
    <article
      aria-label={texts.conversation.said(texts.common.you, timeOfDay(entry.at))}
      className="flex flex-col items-end py-1.25"
    >
      <p
        dir="auto"
        className={cx(
          bubble,
          'rounded-bubble rounded-br-[4px]',
          failed ? 'bg-surface inset-ring-2 inset-ring-bad' : cx(sides.user, 'text-ink-2'),
        )}
      >
        {entry.text}
        {entry.files?.map(({ name }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stay in this order
          <bdi key={index} className="flex items-center gap-1.5">
            <Icon name="attach" size={14} />
            {name}
          </bdi>
        ))}
      </p>
      {failed ? (
        <div role="alert" className={cx(meta, 'flex-wrap justify-end text-bad')}>
          <Icon name="alert" size={14} />
          {words.notSent(entry.reason ?? '')}
          <Button size="xs" variant="quiet" onClick={() => sendAgain(entry)}>
            {words.tryAgain}
          </Button>
          <Button
            size="xs"
            variant="quiet"
            onClick={() => {
              discard(entry)
              onEdit(entry.text)
            }}
          >
            {words.edit}
          </Button>
          <Button size="xs" variant="quiet" onClick={() => discard(entry)}>
            {words.discard}
          </Button>
        </div>
      ) : (
        <p className={meta}>
          <Icon name="clock" size={14} />
          {entry.state === 'waiting' ? words.waiting : words.sending}
        </p>
      )}
    </article>
  )
}

/** `@Agent South` stands out, by two words at most: names are looked up nowhere. */
function WithMentions({ text }: { text: string }) {
  const names = [...useUsers().values()].map(({ name }) => name)
  return mentionParts(text, names).map((part) =>
    part.mention ? (
      <span key={part.at} className="rounded-[4px] bg-pressed px-1 py-px font-medium">
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
}
