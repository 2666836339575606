import type { Bot } from '@baton/contract'
import { useState } from 'react'
import { texts } from '../../texts/index.ts'
import { Button } from '../../ui/button.tsx'
import { Drawer } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { TrialPane } from './trial-pane.tsx'
import { useTrial } from './use-trial.ts'

const words = texts.trial

/** *Test your bot*: beside the goals where there is room, else behind a button. The trial is the same in both. */
export function TestYourBot({ bot, mayChange }: { bot: Bot; mayChange: boolean }) {
  const trial = useTrial(bot.id)
  const [open, setOpen] = useState(false)
  const pane = <TrialPane bot={bot} trial={trial} mayChange={mayChange} />
  const reset = <IconButton icon="refresh" label={words.reset} onClick={trial.reset} />
  return (
    <>
      <aside
        aria-label={words.title}
        className="flex w-90 shrink-0 flex-col border-l border-line bg-surface max-wide:hidden"
      >
        <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line pr-3 pl-4">
          <h2 className="flex-1 text-16 font-semibold tracking-title">{words.title}</h2>
          <Tag icon="shield">{words.noSideEffects}</Tag>
          {reset}
        </header>
        <div className="min-h-0 flex-1">{!open && pane}</div>
      </aside>
      <Button
        variant="primary"
        icon="play"
        className="!absolute right-4 bottom-4 shadow-3 wide:hidden"
        onClick={() => setOpen(true)}
      >
        {words.title}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={words.title}
        description={words.noSideEffects}
        tools={reset}
        width="w-[min(420px,100vw)]"
      >
        {pane}
      </Drawer>
    </>
  )
}
