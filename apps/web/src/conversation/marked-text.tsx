import type { Evidence } from '@baton/contract'
import { cx } from '../ui/class-names.ts'

type Mark = Pick<Evidence, 'start' | 'end' | 'speaks'>

/** What somebody wrote, as text, with the words that counted marked: for underlined, against dotted. */
export function MarkedText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return segmentsOf(text, marks).map(({ words, speaks, at }) =>
    speaks === null ? (
      words
    ) : (
      <mark key={at} className={cx(speaks === 'against' && 'against')}>
        {words}
      </mark>
    ),
  )
}

/** A text cut where marks begin and end. Marks that overlap an earlier one are left out. */
export function segmentsOf(
  text: string,
  marks: readonly Mark[],
): { at: number; words: string; speaks: Mark['speaks'] | null }[] {
  const segments: { at: number; words: string; speaks: Mark['speaks'] | null }[] = []
  let at = 0
  for (const { start, end, speaks } of marks.toSorted((one, other) => one.start - other.start)) {
    if (start < at || end <= start || end > text.length) continue
    if (start > at) segments.push({ at, words: text.slice(at, start), speaks: null })
    segments.push({ at: start, words: text.slice(start, end), speaks })
    at = end
  }
  if (at < text.length) segments.push({ at, words: text.slice(at), speaks: null })
  return segments
}
