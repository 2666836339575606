import type { Suggestions as Found, Suggestion } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { suggestionsQuery } from '../api/conversations.ts'
import { useBots, useChannels } from '../api/people.ts'
import { useCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Icon, Logo } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { OpenConversation } from './use-conversation.ts'

const words = texts.conversation.suggestions

type SuggestionsProps = { open: OpenConversation; onInsert: (text: string) => void }

/** The messages whose drafts were put away, by conversation: for the next message there are some again. */
const dismissedOf = new Map<string, number>()

/** What a suggestive bot would reply, to be put into the composer and changed there. The bot sends none of it. */
export function Suggestions({ open: { conversation }, onInsert }: SuggestionsProps) {
  const channel = useChannels().get(conversation.channelId)
  const bot = useBots().get(channel?.botId ?? '')
  const isSuggestive = bot?.mode === 'suggestive'
  const { data: found } = useQuery({ ...suggestionsQuery(conversation.id), enabled: isSuggestive })
  const [, setDismissed] = useState<number | null>(null)
  const seq = found?.seq ?? null
  if (!isSuggestive || !found || seq === null || dismissedOf.get(conversation.id) === seq) return null
  if (found.items.length === 0 && !found.wouldHandOver) return null
  const dismiss = () => {
    dismissedOf.set(conversation.id, seq)
    setDismissed(seq)
  }
  return <Shown bot={bot.name} found={found} onInsert={onInsert} onDismiss={dismiss} />
}

function Shown({
  bot,
  found: { items, wouldHandOver },
  onInsert,
  onDismiss,
}: {
  bot: string
  found: Found
  onInsert: (text: string) => void
  onDismiss: () => void
}) {
  useCommands(
    items.map(({ text }, at) => ({
      group: 'conversation' as const,
      label: words.insertKey(at + 1),
      keys: `alt+${at + 1}`,
      icon: 'bot' as const,
      whileTyping: true,
      run: () => onInsert(text),
    })),
  )
  return (
    <section aria-label={words.label} className="grid gap-1.5 px-2 pt-2">
      <header className="flex items-center gap-2 pl-1.5 text-12 text-ink-2">
        {wouldHandOver ? <Logo size={16} /> : <Icon name="bot" size={14} className="text-bot-line" />}
        <p role="status" className="min-w-0 flex-1 truncate">
          {wouldHandOver && (
            <>
              <b className="font-medium text-ink">{words.wouldHandOver(wouldHandOver.scenarioName)}</b>
              {wouldHandOver.quote && <span dir="auto"> “{wouldHandOver.quote}”. </span>}{' '}
            </>
          )}
          {items.length > 0 && words.count(bot, items.length)}
        </p>
        <IconButton icon="close" size="xs" label={words.dismiss} onClick={onDismiss} />
      </header>
      {items.length > 0 && (
        <ol className="grid max-h-[30dvh] gap-1.5 overflow-auto">
          {items.map((item, at) => (
            <Card key={item.text} item={item} number={at + 1} onInsert={onInsert} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Card({
  item: { text, sources },
  number,
  onInsert,
}: {
  item: Suggestion
  number: number
  onInsert: (text: string) => void
}) {
  return (
    <li className="flex items-center gap-3 rounded-box bg-bot-soft px-3 py-1.5 text-13 inset-ring inset-ring-bot-edge">
      <div className="min-w-0 flex-1">
        <p dir="auto" title={text} className="line-clamp-2 break-words whitespace-pre-wrap">
          {text}
        </p>
        {sources.length > 0 && (
          <p dir="auto" className="truncate text-12 text-ink-2">
            {words.from(sources.map(({ title }) => title).join(', '))}
          </p>
        )}
      </div>
      <Button
        size="xs"
        kbd={`alt+${number}`}
        aria-label={words.insertOf(number)}
        onClick={() => onInsert(text)}
      >
        {words.insert}
      </Button>
    </li>
  )
}
