import type { AttachmentType } from '@baton/contract'

const endings: Record<AttachmentType, string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
}
const longest = 100

/** Signs that no system takes in a name, and those that are not seen or turn what follows around. */
const unsafe = /[\p{C}\p{Zl}\p{Zp}<>:"|?*]/gu

/**
 * What a file is called from here on: no folders, nothing unseen, and an ending that is that of its type, so that
 * `invoice.pdf.exe` is opened as what it is.
 */
export function safeName(given: string | undefined, type: AttachmentType): string {
  const [ending = '', ...others] = endings[type]
  const last = (given ?? '').toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(unsafe, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const found = [ending, ...others].find((one) => clean.toLowerCase().endsWith(`.${one}`))
  const stem = found ? clean.slice(0, -found.length - 1) : clean
  return `${[...stem].slice(0, longest).join('') || 'file'}.${found ?? ending}`
}
