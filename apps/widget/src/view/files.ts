import { h, icon } from './dom.ts'
import type { Parts } from './parts.ts'

/** A file as it is shown, wherever its bytes are. */
export type ShownFile = {
  /** The same for as long as it is the same file. */
  key: string
  name: string
  type: string
  size: number
  load: () => Promise<Blob>
}

/** Of a picture as it is shown, twice as wide as it stands there: screens are fine. */
const paintedWidth = 400
/** So long what was opened may take to be read. */
const openMs = 60_000

/**
 * Draws files. A picture is painted and not put into the page as an image, so that no policy of the page must allow it, and
 * its address need not say who asks. It is as large as any other one, so that nothing moves when it is there.
 */
export function createFiles({ language: { tag } }: Parts) {
  const drawn = new Map<string, HTMLElement>()
  const kilobytes = new Intl.NumberFormat(tag, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })

  return (file: ShownFile): HTMLElement => {
    const known = drawn.get(file.key)
    if (known) return known
    const isPicture = file.type.startsWith('image/')
    const node = h('button', { class: 'file', type: 'button', click: () => open(file, isPicture) })
    if (isPicture) drawPicture(node, file)
    else
      node.append(
        icon('clip'),
        h('bdi', {}, file.name),
        h('small', {}, file.size > 0 && kilobytes.format(Math.ceil(file.size / 1000))),
      )
    drawn.set(file.key, node)
    return node
  }
}

/** Read when it is first looked at. */
function drawPicture(node: HTMLElement, file: ShownFile): void {
  const canvas = h('canvas')
  node.className = 'shot'
  node.ariaLabel = node.title = file.name
  node.append(canvas)
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    paint(canvas, file).catch(() => node.replaceChildren(file.name))
  }).observe(node)
}

async function paint(canvas: HTMLCanvasElement, file: ShownFile): Promise<void> {
  const picture = await createImageBitmap(await file.load(), {
    resizeWidth: paintedWidth,
    resizeQuality: 'high',
  })
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(picture)
}

/** A picture opens beside the page. Anything else is saved, and nothing of it runs here. */
async function open(file: ShownFile, beside: boolean): Promise<void> {
  const blob = await file.load().catch(() => null)
  if (!blob) return
  const href = URL.createObjectURL(blob)
  h('a', { href, ...(beside ? { target: '_blank' } : { download: file.name }) }).click()
  setTimeout(() => URL.revokeObjectURL(href), openMs)
}
