import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, type SyntheticEvent, useState } from 'react'
import { scenariosQuery } from '../api/contacts.ts'
import { forgetSuggestions } from '../api/conversations.ts'
import { useConnection } from '../api/live.ts'
import { usersQuery, useUsers } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { nearTime, useNow } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { showToast } from '../ui/toast.tsx'
import { type Draft, keepDraft, readDraft } from './drafts.ts'
import { AttachButton, FileTray } from './file-tray.tsx'
import { useMentionPicker } from './mention-picker.tsx'
import { mentionedIn } from './mentions.ts'
import { send } from './outbox.ts'
import { Suggestions } from './suggestions.tsx'
import type { OpenConversation } from './use-conversation.ts'
import { useFiles } from './use-files.ts'
import { useOthersTyping, useSayTyping } from './use-typing.ts'

const words = texts.conversation.composer

type ComposerProps = { open: OpenConversation; fieldRef: RefObject<HTMLTextAreaElement | null> }

/** Where one writes to the contact, or to the team. What is begun here is kept until it is sent. */
export function Composer({ open, fieldRef }: ComposerProps) {
  const { id } = open.conversation
  const { user, permissions } = useMe()
  const { connected } = useConnection()
  const [draft, setDraft] = useState<Draft>(() => readDraft(id) ?? { text: '', kind: 'reply' })
  const { data: users = [] } = useQuery(usersQuery)
  const files = useFiles()
  const note = draft.kind === 'note'
  const isEmpty = draft.text.trim() === '' && (note || files.files.length === 0)
  const sayTyping = useSayTyping(id)
  const writing = useOthersTyping(id)
  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed }
    setDraft(next)
    keepDraft(id, next)
  }
  const write = (kind: Draft['kind']) => {
    change({ kind })
    fieldRef.current?.focus()
  }
  const insert = (text: string) => {
    const before = draft
    change({ text, kind: 'reply' })
    fieldRef.current?.focus()
    if (before.text.trim() !== '' && before.text !== text)
      showToast(texts.conversation.suggestions.replaced, { undo: () => change(before) })
  }
  useCommands([
    { group: 'conversation', label: words.replyKey, keys: 'r', icon: 'reply', run: () => write('reply') },
    { group: 'conversation', label: words.noteKey, keys: 'n', icon: 'lock', run: () => write('note') },
  ])
  const submit = () => {
    if (isEmpty) return
    const { kind } = draft
    const text = draft.text.trim()
    const common = { conversationId: id, userId: user.id, text }
    if (note) send({ ...common, kind, mentions: mentionedIn(text, users) })
    else send({ ...common, kind, files: files.files.map((bytes) => ({ name: bytes.name, bytes })) })
    if (!note) files.clear()
    sayTyping(false)
    if (kind === 'reply') forgetSuggestions(id)
    change({ text: '' })
  }
  const picker = useMentionPicker({
    on: note,
    text: draft.text,
    onText: (text) => change({ text }),
    fieldRef,
  })
  /** Pasted or dropped. Notes take none. */
  const takeFiles = (event: SyntheticEvent, given: FileList) => {
    if (note || given.length === 0) return
    event.preventDefault()
    files.add(given)
    fieldRef.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (picker.onKeyDown(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      submit()
    }
    if (event.key === 'Escape') fieldRef.current?.blur()
  }
  if (!permissions.reply)
    return (
      <p className="mx-4 mb-4 rounded-card bg-sunken px-4 py-3 text-13 text-ink-2">{words.mayNotReply}</p>
    )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be chosen by the button, too
    <div
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={(event) => takeFiles(event, event.dataTransfer.files)}
      className={cx(
        'relative mx-4 mb-4 shrink-0 rounded-card bg-surface shadow-1 inset-ring inset-ring-field focus-within:inset-ring-[1.5px] focus-within:inset-ring-focus focus-within:ring-3 focus-within:ring-[color-mix(in_srgb,var(--focus)_10%,transparent)] max-tablet:mx-2 max-tablet:mb-2',
        note && 'bg-[repeating-linear-gradient(135deg,var(--sunken)_0_8px,var(--surface)_8px_16px)]',
      )}
    >
      <Writing userIds={writing} />
      <Suggestions open={open} onInsert={insert} />
      {picker.list}
      <div role="radiogroup" aria-label={words.label} className="flex items-center gap-0.5 px-2 pt-1.5">
        <Kind checked={!note} onChoose={() => change({ kind: 'reply' })}>
          {words.reply}
        </Kind>
        <Kind checked={note} onChoose={() => change({ kind: 'note' })}>
          <Icon name="lock" size={14} />
          {words.note}
        </Kind>
      </div>
      <textarea
        ref={fieldRef}
        dir="auto"
        rows={2}
        aria-label={note ? words.note : words.reply}
        placeholder={placeholderOf(open, note, connected)}
        value={draft.text}
        onChange={(event) => {
          change({ text: event.target.value })
          sayTyping(event.target.value.trim() !== '', draft.kind)
        }}
        onPaste={(event) => takeFiles(event, event.clipboardData.files)}
        {...picker.field}
        onKeyDown={onKeyDown}
        className="block field-sizing-content max-h-[40dvh] min-h-14 w-full resize-none bg-transparent px-3.5 pt-2 pb-1 text-14 outline-0 max-tablet:text-16"
      />
      {!note && <FileTray files={files} />}
      <div className="flex items-center gap-3 pr-2 pb-2 pl-2">
        {!note && <AttachButton files={files} />}
        <p className="flex min-w-0 flex-1 items-center justify-end gap-1.5 text-12 text-ink-3 max-tablet:justify-start">
          <Hint open={open} note={note} />
        </p>
        <Button size="sm" variant="primary" kbd="mod+enter" disabled={isEmpty} onClick={submit}>
          {note ? words.addNote : connected ? words.send : words.sendLater}
        </Button>
      </div>
    </div>
  )
}

/** Who else writes at this moment, so that two do not answer at once. */
function Writing({ userIds }: { userIds: readonly string[] }) {
  const users = useUsers()
  const names = userIds.flatMap((userId) => users.get(userId)?.name ?? [])
  return (
    <p role="status" className="absolute -top-5 left-1 text-12 font-medium text-human-text not-empty:px-1">
      {names.length > 0 && words.writing(names.join(', '), names.length)}
    </p>
  )
}

function Kind({
  checked,
  onChoose,
  children,
}: {
  checked: boolean
  onChoose: () => void
  children: React.ReactNode
}) {
  return (
    <label
      className={cx(
        'inline-flex h-6.5 cursor-pointer items-center gap-1.5 rounded-control px-2 text-13 font-medium text-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-focus max-tablet:h-9',
        checked && 'bg-pressed text-ink',
      )}
    >
      <input type="radio" name="kind" className="sr-only" checked={checked} onChange={onChoose} />
      {children}
    </label>
  )
}

function placeholderOf(open: OpenConversation, note: boolean, connected: boolean): string {
  if (note) return words.notePlaceholder
  if (!connected) return words.offlinePlaceholder
  return open.holder.kind === 'bot' && open.bot
    ? words.takeOverPlaceholder(open.bot.name)
    : words.replyPlaceholder
}

/** What sending does to the bot, before it is done. */
function Hint({ open, note }: { open: OpenConversation; note: boolean }) {
  const now = useNow(15)
  const scenarios = useQuery({ ...scenariosQuery(open.bot?.id ?? ''), enabled: open.bot !== null }).data
  const { connected } = useConnection()
  if (!connected)
    return (
      <>
        <Icon name="kept" size={14} />
        {words.draftKept}
      </>
    )
  if (note) return words.privateHint
  const { bot } = open.conversation.control
  if (!open.bot || (bot.status === 'awake' && !open.bot.sleepsOnReply)) return null
  const scenario = scenarios?.find(({ id }) => id === open.openHandover?.scenarioId)
  const after = scenario?.reactivateAfter
  const counts = bot.cause === 'handover' && after?.countFrom === 'last_user_message'
  const until = counts ? new Date(now + after.minutes * 60_000).toISOString() : bot.wakesAt
  return (
    <>
      <Icon name="moon" size={14} />
      <span className="truncate tabular-nums">
        {bot.status === 'awake'
          ? words.putsToSleep
          : until
            ? words.sleepsUntil(nearTime(until))
            : words.staysAsleep}
      </span>
    </>
  )
}
