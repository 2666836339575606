import { type KeyboardEvent, useState } from 'react'
import { Controller, useFormContext } from 'react-hook-form'
import { texts } from '../texts/index.ts'
import { Field, TextInput } from '../ui/field.tsx'
import { Tag } from '../ui/tag.tsx'
import type { FormValues } from './form-values.ts'

const words = texts.scenario
const most = 20

/** The tags that a handover puts on the contact. Enter or a comma adds one, Backspace takes the last away. */
export function TagsField() {
  const { control, formState } = useFormContext<FormValues>()
  return (
    <Controller
      control={control}
      name="tags"
      render={({ field: { value, onChange } }) => (
        <TagInput tags={value} onChange={onChange} error={formState.errors.tags?.message} />
      )}
    />
  )
}

function TagInput({
  tags,
  onChange,
  error,
}: {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  error: string | undefined
}) {
  const [typed, setTyped] = useState('')
  const add = () => {
    const tag = typed.trim()
    if (tag && !tags.includes(tag)) onChange([...tags, tag])
    setTyped('')
  }
  const onKey = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && !event.nativeEvent.isComposing) {
      event.preventDefault()
      add()
    }
    if (event.key === 'Backspace' && typed === '') onChange(tags.slice(0, -1))
  }
  return (
    <Field label={words.addTag} hint={words.tagsHint} error={error}>
      <span className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <Tag
            key={tag}
            removeLabel={words.removeTag(tag)}
            onRemove={() => onChange(tags.filter((other) => other !== tag))}
          >
            {tag}
          </Tag>
        ))}
        <TextInput
          className="!w-44"
          value={typed}
          maxLength={60}
          disabled={tags.length >= most}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKey}
          onBlur={add}
        />
      </span>
    </Field>
  )
}
