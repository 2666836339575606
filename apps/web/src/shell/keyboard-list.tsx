import { useState } from 'react'
import { type Command, useAvailableCommands } from '../keyboard/commands.ts'
import { setSingleKeys, singleKeysOn } from '../keyboard/listen.ts'
import { texts } from '../texts/index.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Switch } from '../ui/switch.tsx'

const words = texts.shell
const groups = ['list', 'conversation', 'go', 'general'] as const

/** Every key that does something here. */
export function KeyboardList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const commands = useAvailableCommands().filter(({ keys }) => keys)
  const [single, setSingle] = useState(singleKeysOn)
  const turn = (on: boolean) => {
    setSingle(on)
    setSingleKeys(on)
  }
  return (
    <Dialog open={open} onClose={onClose} title={words.keyboard} description={words.keyboardHint}>
      <div className="mb-3 flex items-center gap-3 rounded-box bg-sunken px-3 py-2 text-13">
        <span className="flex-1">{words.singleKeys}</span>
        <Switch checked={single} onChange={turn} label={words.singleKeys} />
      </div>
      {groups.map((group) => (
        <Group key={group} title={words.groups[group]} commands={commands.filter((c) => c.group === group)} />
      ))}
    </Dialog>
  )
}

function Group({ title, commands }: { title: string; commands: readonly Command[] }) {
  if (commands.length === 0) return null
  return (
    <section className="mb-4">
      <h3 className="pb-1 text-12 font-medium text-ink-3">{title}</h3>
      <ul>
        {commands.map(({ id, label, keys }) => (
          <li key={id} className="flex items-center gap-1 border-t border-line py-1.5 text-13">
            <span className="flex-1">{label}</span>
            {keys?.split(' ').map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            <span className="sr-only">{keys}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
