import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../../api/client.ts'
import { notesQuery } from '../../api/contacts.ts'
import { keys } from '../../api/keys.ts'
import { queryClient } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { texts } from '../../texts/index.ts'
import { DateTime } from '../../ui/date-time.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useUserName } from '../use-conversation.ts'
import { QuickForm } from './quick-form.tsx'
import { Section } from './section.tsx'

const words = texts.conversation.side

/** What everybody should know about the contact. */
export function NotesSection({ contactId }: { contactId: string }) {
  const { data: notes = [] } = useQuery(notesQuery(contactId))
  const nameOf = useUserName()
  const me = useMe().user
  const [adding, setAdding] = useState(false)
  const add = useMutation({
    mutationFn: (text: string) =>
      baton.createNote({ params: { id: contactId }, body: { text, userId: me.id } }),
    onSuccess: () => {
      setAdding(false)
      return queryClient.invalidateQueries({ queryKey: keys.notes(contactId) })
    },
  })
  return (
    <Section
      title={words.notes}
      count={notes.length}
      tools={<IconButton icon="plus" size="xs" label={words.addNote} onClick={() => setAdding(true)} />}
    >
      <ul className="grid gap-2 text-13">
        {notes.map((note) => (
          <li key={note.id}>
            <p dir="auto" className="break-words whitespace-pre-wrap">
              {note.text}
            </p>
            <p className="text-12 text-ink-3">
              {note.userId === me.id ? texts.common.you : nameOf(note.userId)} ·{' '}
              <DateTime at={note.createdAt} />
            </p>
          </li>
        ))}
      </ul>
      {adding && (
        <QuickForm
          label={words.addNote}
          placeholder={words.notePlaceholder}
          busy={add.isPending}
          error={add.error && words.notSaved(sentenceOf(add.error))}
          onSave={(text) => add.mutate(text)}
          onCancel={() => setAdding(false)}
        />
      )}
    </Section>
  )
}
