import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import { Kbd } from './kbd.tsx'

/** A tooltip on what it is around. It adds to the words on screen and never holds what one must know. */
export function Tip({
  text,
  kbd,
  children,
}: {
  text: string
  kbd?: string | undefined
  children: ReactElement<Record<string, unknown>>
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className="z-50">
          <Tooltip.Popup className="flex max-w-72 items-center gap-2 rounded-control bg-ink px-2 py-1 text-12 text-on-ink shadow-3">
            {text}
            {kbd && <Kbd inherit>{kbd}</Kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
