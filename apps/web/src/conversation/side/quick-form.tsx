import { useState } from 'react'
import { texts } from '../../texts/index.ts'
import { Button } from '../../ui/button.tsx'

/** A few words that are added to a list, there and then. */
export function QuickForm({
  label,
  placeholder,
  busy,
  error,
  onSave,
  onCancel,
}: {
  label: string
  placeholder: string
  busy: boolean
  error: string | null
  onSave: (text: string) => void
  onCancel: () => void
}) {
  const [text, setText] = useState('')
  return (
    <form
      className="mt-2 grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) onSave(text.trim())
      }}
    >
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it was opened to write in it
        autoFocus
        rows={2}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        className="resize-none rounded-control bg-surface px-2.5 py-1.5 text-13 inset-ring inset-ring-field max-tablet:text-16"
      />
      {error && (
        <p role="alert" className="text-12 text-bad">
          {error}
        </p>
      )}
      <div className="flex justify-end gap-1.5">
        <Button size="xs" variant="quiet" onClick={onCancel}>
          {texts.common.cancel}
        </Button>
        <Button size="xs" variant="primary" type="submit" busy={busy} disabled={text.trim() === ''}>
          {texts.conversation.side.save}
        </Button>
      </div>
    </form>
  )
}
