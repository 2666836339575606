import { Dialog } from '@base-ui/react/dialog'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { listQuery } from '../api/conversations.ts'
import { useMe } from '../api/session.ts'
import { type Command, useAvailableCommands } from '../keyboard/commands.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'

const words = texts.shell
const order = { conversation: 0, list: 1, go: 2, general: 3, found: 4 }
const mostFound = 6

/** ⌘K: anything that can be done here. What concerns the open conversation comes first. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-[rgb(10_10_20/0.35)]" />
        <Dialog.Popup
          aria-label={words.searchEverything}
          className="fixed top-[14vh] left-1/2 z-40 flex max-h-[60vh] w-[min(560px,calc(100vw-24px))] -translate-x-1/2 flex-col overflow-hidden rounded-card bg-raised shadow-3 outline-0"
        >
          <Finder onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Finder({ onClose }: { onClose: () => void }) {
  const available = useAvailableCommands()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = [...find(available, text), ...useFoundConversations(text)]
  const chosen = found[Math.min(at, found.length - 1)]
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((at + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(chosen)
    }
  }
  return (
    <>
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line px-4">
        <Icon name="search" className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to write in it
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={chosen && `palette-${chosen.id}`}
          aria-label={words.palettePlaceholder}
          placeholder={words.palettePlaceholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-14 outline-0 max-tablet:text-16"
        />
      </div>
      <div
        id="palette-list"
        role="listbox"
        aria-label={words.searchEverything}
        className="min-h-0 overflow-auto p-1"
      >
        {found.map((command) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={command.id}
            id={`palette-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === chosen}
            onClick={() => run(command)}
            onMouseMove={() => setAt(found.indexOf(command))}
            className={cx(
              'flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-3 text-13',
              command === chosen && 'bg-hover',
            )}
          >
            <Icon name={command.icon ?? 'right'} className="text-ink-2" />
            <span className="min-w-0 flex-1 truncate">{command.label}</span>
            <span className="text-12 text-ink-3">{words.groups[command.group]}</span>
            {command.keys && <Kbd>{command.keys}</Kbd>}
          </div>
        ))}
        {found.length === 0 && (
          <p className="px-3 py-6 text-center text-13 text-ink-2">{words.paletteEmpty}</p>
        )}
      </div>
    </>
  )
}

/** Conversations in which that was written, or whose contact is called so. */
function useFoundConversations(text: string): Command[] {
  const search = text.trim()
  const navigate = useNavigate()
  const userId = useMe().user.id
  const { data } = useQuery({ ...listQuery('all', userId, { q: search }, 1), enabled: search.length > 1 })
  if (search.length < 2) return []
  return (data?.items ?? []).slice(0, mostFound).map(({ id, contactName, lastMessage }) => ({
    id,
    group: 'found',
    icon: 'chat',
    label: [contactName ?? texts.inbox.noContactName, lastMessage?.text].filter(Boolean).join(': '),
    run: () =>
      void navigate({ to: '/inbox/$view/{-$conversationId}', params: { view: 'all', conversationId: id } }),
  }))
}

function find(commands: readonly Command[], text: string): Command[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return commands
    .filter(({ label }) => wanted.every((word) => label.toLocaleLowerCase().includes(word)))
    .sort((one, other) => order[one.group] - order[other.group])
}
