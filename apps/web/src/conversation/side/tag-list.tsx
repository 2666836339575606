import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { queryClient } from '../../api/query-client.ts'
import { useCommands } from '../../keyboard/commands.ts'
import { texts } from '../../texts/index.ts'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/tag.tsx'

const words = texts.conversation.side

/** The tags of a contact, to add to and to take from. */
export function TagList({ contactId, tags }: { contactId: string; tags: string[] }) {
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const refresh = () =>
    Promise.all(
      [keys.profile(contactId), keys.contacts].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    )
  const add = useMutation({
    mutationFn: (tag: string) => baton.addTags({ params: { id: contactId }, body: { tags: [tag] } }),
    onSuccess: () => {
      setText('')
      return refresh()
    },
  })
  const remove = useMutation({
    mutationFn: (tag: string) => baton.removeTag({ params: { id: contactId, tag } }),
    onSuccess: refresh,
  })
  useCommands([
    { group: 'conversation', label: words.addTagLabel, keys: 'l', icon: 'tag', run: () => setAdding(true) },
  ])
  const failure = add.error ?? remove.error
  return (
    <>
      <ul aria-label={words.tags} className="mt-2.5 flex flex-wrap gap-1">
        {tags.map((tag) => (
          <li key={tag} className="min-w-0">
            <Tag onRemove={() => remove.mutate(tag)} removeLabel={words.removeTag(tag)}>
              {tag}
            </Tag>
          </li>
        ))}
        <li>
          {adding ? (
            <form
              onSubmit={(event) => {
                event.preventDefault()
                if (text.trim()) add.mutate(text.trim())
              }}
            >
              <input
                // biome-ignore lint/a11y/noAutofocus: it was opened to write in it
                autoFocus
                aria-label={words.addTagLabel}
                value={text}
                maxLength={50}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => event.key === 'Escape' && setAdding(false)}
                onBlur={() => !text && setAdding(false)}
                className="h-6 w-28 rounded-tight bg-surface px-1.75 text-12 inset-ring inset-ring-field"
              />
            </form>
          ) : (
            <button
              type="button"
              aria-label={words.addTagLabel}
              onClick={() => setAdding(true)}
              className="relative inline-flex h-5 items-center gap-1 rounded-tight border border-dashed border-field px-1.75 text-12 font-medium text-ink-2 after:absolute after:-inset-0.5"
            >
              <Icon name="plus" size={12} /> {words.addTag}
            </button>
          )}
        </li>
      </ul>
      {failure && (
        <p role="alert" className="mt-1 text-12 text-bad">
          {words.notSaved(sentenceOf(failure))}
        </p>
      )}
    </>
  )
}
