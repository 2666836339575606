import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

/** Parts of one thing, one at a time. */
export function Tabs<Key extends string>({
  label,
  tabs,
}: {
  label: string
  tabs: readonly { key: Key; title: string; panel: ReactNode }[]
}) {
  return (
    <Base.Root defaultValue={tabs[0]?.key}>
      <Base.List aria-label={label} className="flex gap-4 overflow-x-auto border-b border-line px-5">
        {tabs.map(({ key, title }) => (
          <Base.Tab
            key={key}
            value={key}
            className="h-10 shrink-0 border-b-2 border-transparent text-13 font-medium whitespace-nowrap text-ink-2 hover:text-ink data-active:border-ink data-active:text-ink"
          >
            {title}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ key, panel }) => (
        <Base.Panel key={key} value={key} className="px-5 py-4 outline-0">
          {panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
