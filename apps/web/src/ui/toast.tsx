import { Toast as Base } from '@base-ui/react/toast'
import { texts } from '../texts/index.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'

type ToastData = {
  icon?: IconName | undefined
  undo?: (() => unknown) | undefined
  /** Leads to what the line is about. */
  open?: (() => unknown) | undefined
}

const manager = Base.createToastManager<ToastData>()
const shownMs = 8_000
let latestUndo: { toastId: string; undo: () => unknown } | null = null

/**
 * Says in one line what was done, with a way back for 8 seconds. Never for what is on screen anyway, and never for
 * an error in a form.
 */
export function showToast(line: string, { icon, undo, open }: ToastData = {}): void {
  const id = manager.add({
    title: line,
    timeout: shownMs,
    data: { icon, undo, open },
    onClose: () => {
      if (latestUndo?.toastId === id) latestUndo = null
    },
  })
  latestUndo = undo ? { toastId: id, undo } : null
}

/** Takes the last act back, while its toast is there. */
export function undoLatest(): void {
  const latest = latestUndo
  if (!latest) return
  latestUndo = null
  manager.close(latest.toastId)
  latest.undo()
}

/** Where toasts stand: bottom left. Once, in the shell. */
export function Toasts() {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed bottom-4 left-4 z-50 flex w-[min(460px,calc(100vw-32px))] flex-col gap-2 max-tablet:bottom-20">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function List() {
  const { toasts } = Base.useToastManager<ToastData>()
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="flex items-center gap-2.5 rounded-box bg-ink py-2 pr-2 pl-3 text-13 font-medium text-on-ink shadow-3 data-limited:hidden"
    >
      {toast.data?.icon && <Icon name={toast.data.icon} />}
      <Base.Title className="min-w-0 flex-1 font-medium" />
      {toast.data?.undo && (
        <button
          type="button"
          onClick={undoLatest}
          className="inline-flex h-7 items-center gap-1.5 rounded-tight px-2 inset-ring inset-ring-current"
        >
          {texts.common.undo} <Kbd inherit>z</Kbd>
        </button>
      )}
      {toast.data?.open && (
        <button
          type="button"
          onClick={() => {
            toast.data?.open?.()
            manager.close(toast.id)
          }}
          className="inline-flex h-7 items-center rounded-tight px-2 inset-ring inset-ring-current"
        >
          {texts.notifications.open}
        </button>
      )}
      <Base.Close aria-label={texts.common.close} className="grid size-7 place-items-center rounded-tight">
        <Icon name="close" />
      </Base.Close>
    </Base.Root>
  ))
}
