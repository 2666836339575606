import { useRef } from 'react'
import { texts } from '../texts/index.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { accepted, type Files } from './use-files.ts'

const words = texts.conversation.files

/** The files that go with the reply, each with a way to take it out. */
export function FileTray({ files: { files, problem, remove } }: { files: Files }) {
  return (
    <>
      {files.length > 0 && (
        <ul aria-label={words.label} className="flex flex-wrap gap-2 px-3.5 pt-1 pb-1">
          {files.map((file) => (
            <li
              key={`${file.name} ${file.size} ${file.lastModified}`}
              className="flex h-8 max-w-64 items-center gap-1.5 rounded-control bg-sunken pr-0.5 pl-2.5 text-13"
            >
              <Icon name="attach" size={14} className="text-ink-2" />
              <bdi className="truncate">{file.name}</bdi>
              <IconButton
                icon="close"
                size="xs"
                label={words.remove(file.name)}
                onClick={() => remove(file)}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="px-3.5 text-12 text-bad not-empty:pb-1">
        {problem}
      </p>
    </>
  )
}

/** Opens the browser's choice of files. */
export function AttachButton({ files }: { files: Files }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton icon="attach" label={words.attach} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        onChange={(event) => {
          files.add(event.target.files ?? [])
          event.target.value = ''
        }}
      />
    </>
  )
}
