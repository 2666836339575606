import type { ImportResult } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { Tag } from '../ui/tag.tsx'

const words = texts.knowledge
const kinds = '.md,.markdown,.txt,.html,.htm,.csv,.docx,.pdf'

/** Takes articles from files, a page or a sitemap, and says of each what became of it. */
export function ImportDialog({ botId, onClose }: { botId: string; onClose: () => void }) {
  const [from, setFrom] = useState<'files' | 'page'>('files')
  const [files, setFiles] = useState<readonly File[]>([])
  const [url, setUrl] = useState('')
  const read = useMutation({
    mutationFn: async (): Promise<ImportResult> => {
      if (from === 'page') return baton.importPages({ body: { botId, url: url.trim() } })
      const given = await Promise.all(
        files.map(async (file) => ({ name: file.name, content: await base64Of(file) })),
      )
      return baton.importFiles({ body: { botId, files: given } })
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.articles }),
  })
  const ready = from === 'page' ? url.trim() !== '' : files.length > 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.importTitle}
      actions={
        read.data ? (
          <Button variant="primary" onClick={onClose}>
            {words.done}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{texts.common.cancel}</Button>
            <Button variant="primary" busy={read.isPending} disabled={!ready} onClick={() => read.mutate()}>
              {words.start}
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4 text-13">
        {read.error && <Notice tone="bad">{sentenceOf(read.error)}</Notice>}
        {read.data ? (
          <Results result={read.data} />
        ) : (
          <>
            <Segments
              label={words.importTitle}
              value={from}
              onChange={setFrom}
              options={[
                { key: 'files', title: words.importFiles },
                { key: 'page', title: words.importPage },
              ]}
            />
            {from === 'files' ? (
              <label className="grid gap-1.5 font-medium">
                {words.chooseFiles}
                <input
                  type="file"
                  multiple
                  accept={kinds}
                  onChange={(event) => setFiles([...(event.target.files ?? [])])}
                  className="text-13 font-normal"
                />
                <span className="text-12 font-normal text-ink-3">{words.filesHint}</span>
              </label>
            ) : (
              <Field label={words.address}>
                <TextInput
                  type="url"
                  placeholder="https://"
                  value={url}
                  onChange={(event) => setUrl(event.target.value)}
                />
              </Field>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

function Results({ result }: { result: ImportResult }) {
  return (
    <ul role="status" className="divide-y divide-line">
      {result.items.map(({ name, status, error }) => (
        <li key={name} className="flex items-start gap-2 py-2">
          <Tag tone={status === 'failed' ? 'bad' : status === 'unchanged' ? 'neutral' : 'ok'}>
            {words.imported[status]}
          </Tag>
          <span className="min-w-0 flex-1 break-words">
            {name}
            {error && <span className="block text-12 text-bad">{error}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The bytes of a file as the API takes them. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const chunk = 0x8000
  let text = ''
  for (let at = 0; at < bytes.length; at += chunk)
    text += String.fromCharCode(...bytes.subarray(at, at + chunk))
  return btoa(text)
}
