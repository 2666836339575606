import type { Bot, BotPatch, Readiness, ReadinessFinding } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { readinessQuery } from '../api/scenarios.ts'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { BotSettings } from './bot-settings.tsx'
import { Findings } from './findings.tsx'
import { ScenarioList } from './scenario-list.tsx'

const words = texts.bots
const modes = ['off', 'suggestive', 'autopilot'] as const

/** What a bot is to do: its mode, what keeps it from handing over, its scenarios, its settings. */
export function GoalsPage({ bot, mayChange }: { bot: Bot; mayChange: boolean }) {
  const { data: readiness } = useQuery(readinessQuery(bot.id))
  const [asking, setAsking] = useState(false)
  useTitle(bot.name)
  const change = useMutation({
    mutationFn: (body: BotPatch) => baton.updateBot({ params: { id: bot.id }, body }),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.bots }),
        queryClient.invalidateQueries({ queryKey: keys.readiness(bot.id) }),
      ]),
  })
  const [faults, setFaults] = useState<readonly ReadinessFinding[]>([])
  const choose = async (mode: Bot['mode']) => {
    if (mode !== 'autopilot' || bot.mode === 'autopilot') return change.mutate({ mode })
    // What stands in the way is read first, however quick the press. Without an answer the switch still works.
    const found = await queryClient.fetchQuery(readinessQuery(bot.id)).catch(() => null)
    const open = found ? faultsOf(found) : []
    setFaults(open)
    if (open.length > 0) setAsking(true)
    else change.mutate({ mode })
  }
  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar party={{ kind: 'bot' }} size="xxl" />
        <div className="min-w-0 flex-1">
          <p className="text-12 text-ink-3">{words.goals}</p>
          <h1 className="truncate text-20 font-semibold tracking-title">{bot.name}</h1>
        </div>
        <ModeControl
          mode={bot.mode}
          onChoose={(mode) => void choose(mode)}
          disabled={!mayChange || change.isPending}
        />
        <p className="min-w-0 flex-1 basis-full text-13 text-ink-2">
          {words.modes[bot.mode].hint}{' '}
          <Link
            to="/bots/$botId/knowledge"
            params={{ botId: bot.id }}
            className="font-medium text-ink underline underline-offset-3"
          >
            {texts.knowledge.title}
          </Link>
        </p>
      </header>
      {change.error && <Notice tone="bad">{sentenceOf(change.error)}</Notice>}
      <section aria-labelledby="ready">
        <h2 id="ready" className="mb-2 text-16 font-semibold tracking-title">
          {words.ready}
        </h2>
        {readiness && <Findings findings={readiness.bot} botId={bot.id} />}
      </section>
      <ScenarioList botId={bot.id} mayChange={mayChange} />
      {mayChange && <BotSettings bot={bot} />}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.faultsTitle}
        description={words.faultsHint}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{texts.common.cancel}</Button>
            <Button
              variant="primary"
              onClick={() => {
                setAsking(false)
                change.mutate({ mode: 'autopilot' })
              }}
            >
              {words.switchOn}
            </Button>
          </>
        }
      >
        <Findings findings={faults} botId={bot.id} />
      </Dialog>
    </div>
  )
}

/** What keeps handovers from working, beside that the bot is not on Auto Pilot. */
function faultsOf({ bot, scenarios }: Readiness): ReadinessFinding[] {
  return [
    ...bot.filter(({ code }) => code !== 'bot_not_on_autopilot'),
    ...scenarios.filter(({ enabled }) => enabled).flatMap(({ findings }) => findings),
  ].filter(({ severity }) => severity === 'error')
}

function ModeControl({
  mode,
  onChoose,
  disabled,
}: {
  mode: Bot['mode']
  onChoose: (mode: Bot['mode']) => void
  disabled: boolean
}) {
  return (
    <fieldset disabled={disabled} className="flex rounded-box bg-sunken p-0.75">
      <legend className="sr-only">{words.modeLabel}</legend>
      {modes.map((one) => (
        <label
          key={one}
          className={cx(
            'cursor-pointer rounded-control px-3 py-1 text-13 font-medium has-focus-visible:ring-2 has-focus-visible:ring-focus',
            one === mode
              ? one === 'autopilot'
                ? 'bg-bot text-on-bot'
                : 'bg-surface shadow-1'
              : 'text-ink-2 hover:text-ink',
          )}
        >
          <input
            type="radio"
            name="mode"
            className="sr-only"
            checked={one === mode}
            onChange={() => onChoose(one)}
          />
          {words.modes[one].name}
        </label>
      ))}
    </fieldset>
  )
}
