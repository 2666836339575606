import { cx } from './class-names.ts'

const mac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const names: Record<string, string> = {
  mod: mac ? '⌘' : 'Ctrl',
  alt: mac ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
}

/** A key combination as it is said: `mod+enter` is ⌘↵ or Ctrl ↵. */
export function keyName(keys: string): string {
  const parts = keys.split(/[+ ]/).map((key) => names[key] ?? key.toUpperCase())
  return parts.join(mac && !keys.includes(' ') ? '' : ' ')
}

/** The key that does it. It is hidden where there is no keyboard. */
export function Kbd({ children, inherit = false }: { children: string; inherit?: boolean }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a `kbd` takes no focus
    <kbd
      aria-hidden="true"
      className={cx(
        'inline-grid h-4.5 min-w-4.5 place-items-center rounded-[4px] px-1 font-sans text-11 font-medium leading-none inset-ring max-tablet:hidden',
        inherit
          ? '-mr-1 inset-ring-[color-mix(in_srgb,currentColor_35%,transparent)]'
          : 'bg-sunken text-ink-2 inset-ring-line-2',
      )}
    >
      {keyName(children)}
    </kbd>
  )
}
