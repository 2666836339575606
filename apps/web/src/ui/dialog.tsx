import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { texts } from '../texts/index.ts'
import { cx } from './class-names.ts'
import { Icon } from './icon.tsx'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** The buttons, the main one last. */
  actions?: ReactNode
  className?: string
}

const closeButton =
  'grid size-7 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover hover:text-ink max-tablet:size-10'

/** A dialog in the middle. Rare: where a drawer or an undo will do, it is that. */
export function Dialog({ open, onClose, title, description, children, actions, className }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(10_10_20/0.35)]" />
        <Base.Popup
          className={cx(
            'fixed top-[12vh] left-1/2 z-40 flex max-h-[76vh] w-[min(480px,calc(100vw-24px))] -translate-x-1/2 flex-col rounded-card bg-raised shadow-3 outline-0',
            className,
          )}
        >
          <header className="flex items-start gap-2 px-5 pt-4 pb-3">
            <div className="min-w-0 flex-1">
              <Base.Title className="text-16 font-semibold tracking-title">{title}</Base.Title>
              {description && (
                <Base.Description className="text-13 text-ink-2">{description}</Base.Description>
              )}
            </div>
            <Base.Close aria-label={texts.common.close} className={closeButton}>
              <Icon name="close" />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-auto px-5 pb-4">{children}</div>
          {actions && (
            <footer className="flex justify-end gap-2 border-t border-line px-5 py-3">{actions}</footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}

/** A panel from the right, over what it is about. `footer` stays in view. */
export function Drawer({
  open,
  onClose,
  title,
  description,
  children,
  tools,
  footer,
  width = 'w-[min(640px,100vw)]',
}: Omit<DialogProps, 'actions' | 'className'> & { tools?: ReactNode; footer?: ReactNode; width?: string }) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()} modal="trap-focus">
      <Base.Portal>
        <Base.Popup
          className={cx(
            'fixed inset-y-0 right-0 z-30 flex flex-col border-l border-line bg-surface shadow-3 outline-0 transition-transform duration-200 data-ending-style:translate-x-full data-starting-style:translate-x-full',
            width,
          )}
        >
          <header className="flex h-15 shrink-0 items-center gap-1 border-b border-line pr-3 pl-5">
            <div className="min-w-0 flex-1">
              <Base.Title className="truncate text-16 font-semibold tracking-title">{title}</Base.Title>
              {description && (
                <Base.Description className="text-12 text-ink-2">{description}</Base.Description>
              )}
            </div>
            {tools}
            <Base.Close aria-label={texts.common.close} className={closeButton}>
              <Icon name="close" size={18} />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-auto">{children}</div>
          {footer && <footer className="shrink-0 border-t border-line px-5 py-3">{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
