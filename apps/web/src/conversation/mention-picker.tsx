import { useQuery } from '@tanstack/react-query'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
  useId,
  useState,
} from 'react'
import { usersQuery } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { complete, matching, mentioningAt } from './mentions.ts'

const mostOffered = 6

type PickerOptions = {
  /** Only notes mention. */
  on: boolean
  text: string
  onText: (text: string) => void
  fieldRef: RefObject<HTMLTextAreaElement | null>
}

type Picker = {
  /** The names that are offered, over the field. */
  list: ReactNode
  /** What the field needs to know of them. */
  field: {
    onSelect: (event: SyntheticEvent<HTMLTextAreaElement>) => void
    'aria-autocomplete'?: 'list'
    'aria-controls'?: string
    'aria-activedescendant'?: string
  }
  /** True: the key was for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean
}

/** Offers names while one writes `@` and the beginning of one. The focus stays in the field. */
export function useMentionPicker({ on, text, onText, fieldRef }: PickerOptions): Picker {
  const me = useMe().user.id
  const { data: users = [] } = useQuery(usersQuery)
  const listId = useId()
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [closedAt, setClosedAt] = useState<number | null>(null)
  const mentioning = on ? mentioningAt(text, caret) : null
  const offered =
    mentioning && mentioning.at !== closedAt
      ? matching(users, mentioning.typed)
          .filter(({ id }) => id !== me)
          .slice(0, mostOffered)
      : []
  const at = Math.min(chosen, offered.length - 1)
  const mention = (name: string) => {
    if (!mentioning) return
    const done = complete(text, mentioning, name)
    onText(done.text)
    setCaret(done.caret)
    setChosen(0)
    requestAnimationFrame(() => {
      fieldRef.current?.focus()
      fieldRef.current?.setSelectionRange(done.caret, done.caret)
    })
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (offered.length === 0 || event.metaKey || event.ctrlKey) return false
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by) setChosen((at + by + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') mention(offered[at]?.name ?? '')
    else if (event.key === 'Escape') setClosedAt(mentioning?.at ?? null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const open = offered.length > 0
  return {
    onKeyDown,
    field: {
      onSelect: ({ currentTarget }) => setCaret(currentTarget.selectionStart),
      ...(on ? { 'aria-autocomplete': 'list' } : {}),
      ...(open ? { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${at}` } : {}),
    },
    list: open && (
      <div
        id={listId}
        role="listbox"
        aria-label={texts.conversation.composer.mention}
        className="absolute bottom-full left-2 z-20 mb-1 w-64 rounded-[10px] bg-raised p-1 text-13 shadow-3"
      >
        {offered.map(({ id, name }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mention(name)}
            className="flex cursor-pointer items-center gap-2 rounded-control px-2 py-1.5 aria-selected:bg-hover"
          >
            <Avatar party={{ kind: 'human', name }} size="sm" />
            <span dir="auto" className="truncate">
              {name}
            </span>
          </div>
        ))}
      </div>
    ),
  }
}
