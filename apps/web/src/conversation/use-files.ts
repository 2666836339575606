import { attachmentTypes, mostAttachmentBytes, mostAttachments } from '@baton/contract/attachment-limits'
import { useState } from 'react'
import { texts } from '../texts/index.ts'

const words = texts.conversation.files

/** What the dialog of the browser offers. */
export const accepted = attachmentTypes.join()

/** The files that go with the next reply: chosen, pasted or dropped. What cannot be sent is said at once. */
export function useFiles() {
  const [files, setFiles] = useState<readonly File[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  return {
    files,
    problem,
    add(news: Iterable<File>): void {
      let next = files
      let refused: string | null = null
      for (const file of news) {
        const reason = reasonAgainst(file, next.length)
        if (reason) refused = reason
        else next = [...next, file]
      }
      setFiles(next)
      setProblem(refused)
    },
    remove(file: File): void {
      setFiles(files.filter((one) => one !== file))
      setProblem(null)
    },
    clear(): void {
      setFiles([])
      setProblem(null)
    },
  }
}

export type Files = ReturnType<typeof useFiles>

/** The server looks at the content itself; this is what can be known before. */
function reasonAgainst({ name, type, size }: File, count: number): string | null {
  if (!attachmentTypes.some((one) => one === type)) return words.badType(name)
  if (size > mostAttachmentBytes) return words.tooLarge(name)
  return count >= mostAttachments ? words.tooMany(mostAttachments) : null
}
