import { useState } from 'react'
import { texts } from '../texts/index.ts'
import { Button } from './button.tsx'

/** A text to be taken elsewhere: a link, a key, a snippet. Its words can be selected, too. */
export function CopyField({ label, text, lines = false }: { label: string; text: string; lines?: boolean }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <figure className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <figcaption className="text-13 font-medium">{label}</figcaption>
      <div className="flex items-start gap-2">
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          tabIndex={0}
          className={`min-w-0 flex-1 overflow-auto rounded-control bg-sunken px-2.5 py-1.75 font-mono text-12 select-all inset-ring inset-ring-line ${lines ? 'whitespace-pre' : 'break-all whitespace-pre-wrap'}`}
        >
          {text}
        </pre>
        <Button icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
          <span role="status">{copied ? texts.common.copied : texts.common.copy}</span>
        </Button>
      </div>
    </figure>
  )
}
