import type { AttachmentType } from '@baton/contract'

const signs: { type: AttachmentType; starts: string }[] = [
  { type: 'image/png', starts: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', starts: '\xff\xd8\xff' },
  { type: 'image/gif', starts: 'GIF87a' },
  { type: 'image/gif', starts: 'GIF89a' },
  { type: 'application/pdf', starts: '%PDF-' },
]

/**
 * What a file is, by how it begins, and by nothing that its sender says of it. Null: none of what may be attached. A file
 * that is two things at once is sent back as the one found here, and no browser is let look for the other.
 */
export function typeOf(bytes: Uint8Array): AttachmentType | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp'
  return signs.find(({ starts }) => head.startsWith(starts))?.type ?? null
}
