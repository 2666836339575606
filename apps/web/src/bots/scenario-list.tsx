import type { Readiness, Scenario, ScenarioKind } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { scenariosQuery } from '../api/contacts.ts'
import { keys } from '../api/keys.ts'
import { useTeams, useUsers } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { readinessQuery } from '../api/scenarios.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Icon, Logo } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { Notice } from '../ui/notice.tsx'
import { Switch } from '../ui/switch.tsx'
import { Tag } from '../ui/tag.tsx'
import { Tip } from '../ui/tip.tsx'
import { freeName, moved } from './order-scenarios.ts'

const words = texts.bots
const most = 6
const kinds = ['human_requested', 'lack_of_information', 'failed_to_resolve', 'custom'] as const

/** The scenarios of a bot in their order, each with its switch. */
export function ScenarioList({ botId, mayChange }: { botId: string; mayChange: boolean }) {
  const userId = useMe().user.id
  const navigate = useNavigate()
  const { data: scenarios = [] } = useQuery(scenariosQuery(botId))
  const { data: readiness } = useQuery(readinessQuery(botId))
  const [said, setSaid] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const [leaving, setLeaving] = useState<Scenario | null>(null)
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.scenarios(botId) }),
      queryClient.invalidateQueries({ queryKey: keys.readiness(botId) }),
    ])
  const order = useMutation({
    mutationFn: (next: Scenario[]) =>
      baton.orderScenarios({ params: { id: botId }, body: { scenarioIds: next.map(({ id }) => id) } }),
    onMutate: (next) => queryClient.setQueryData(keys.scenarios(botId), next),
    onSettled: refresh,
  })
  const enable = useMutation({
    mutationFn: ({ id, enabled }: Pick<Scenario, 'id' | 'enabled'>) =>
      baton.updateScenario({ params: { id: botId, scenarioId: id }, body: { enabled, userId } }),
    onSettled: refresh,
  })
  const add = useMutation({
    mutationFn: (kind: ScenarioKind) =>
      baton.createScenario({
        params: { id: botId },
        body: { kind, name: freeName(words.kinds[kind], scenarios), userId },
      }),
    onSuccess: async ({ id }) => {
      await refresh()
      await navigate({ to: '/bots/$botId/scenarios/$scenarioId', params: { botId, scenarioId: id } })
    },
  })
  const remove = useMutation({
    mutationFn: ({ id }: Scenario) => baton.deleteScenario({ params: { id: botId, scenarioId: id } }),
    onSuccess: () => setLeaving(null),
    onSettled: refresh,
  })
  const move = (from: number, to: number) => {
    const next = moved(scenarios, from, to)
    if (next === scenarios) return
    order.mutate(next)
    setSaid(words.moved(scenarios[from]?.name ?? '', to + 1, scenarios.length))
  }
  const failure = order.error ?? enable.error ?? add.error ?? remove.error
  return (
    <section aria-labelledby="handover" className="overflow-hidden rounded-card border border-line">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t-2 border-b border-t-bot-line border-b-line bg-[linear-gradient(90deg,var(--bot-soft-2),transparent_40%,var(--human-soft-2))] px-4 py-3">
        <span className="grid size-9 place-items-center rounded-full bg-surface shadow-1">
          <Logo />
        </span>
        <h2 id="handover" className="text-16 font-semibold tracking-title">
          {words.handover}
        </h2>
        <span className="text-12 text-ink-3 tabular-nums">{words.count(scenarios.length)}</span>
        {mayChange && (
          <span className="ml-auto">
            <Menu
              trigger={
                <Button
                  size="sm"
                  icon="plus"
                  iconAfter="down"
                  busy={add.isPending}
                  disabled={scenarios.length >= most}
                  title={scenarios.length >= most ? words.full : undefined}
                >
                  {words.addScenario}
                </Button>
              }
            >
              {kinds.map((kind) => (
                <MenuItem
                  key={kind}
                  icon="plus"
                  aside={words.kindHints[kind]}
                  onClick={() => add.mutate(kind)}
                >
                  {words.kinds[kind]}
                </MenuItem>
              ))}
            </Menu>
          </span>
        )}
        <p className="basis-full text-13 text-ink-2">{words.handoverHint}</p>
      </header>
      {failure && (
        <div className="p-3">
          <Notice tone="bad">{sentenceOf(failure)}</Notice>
        </div>
      )}
      <ol>
        {scenarios.map((scenario, at) => (
          <li
            key={scenario.id}
            draggable={mayChange}
            onDragStart={() => setDragged(scenario.id)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() =>
              move(
                scenarios.findIndex(({ id }) => id === dragged),
                at,
              )
            }
            className={cx(
              'flex items-center gap-3 border-b border-line px-4 py-3 last:border-0',
              dragged === scenario.id && 'bg-hover',
            )}
            onDragEnd={() => setDragged(null)}
          >
            {mayChange && (
              <IconButton
                icon="grip"
                size="xs"
                label={words.move(scenario.name, at + 1, scenarios.length)}
                className="cursor-grab"
                onKeyDown={(event) => {
                  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
                  if (by === undefined) return
                  event.preventDefault()
                  move(at, at + by)
                }}
              />
            )}
            <span className="min-w-0 flex-1">
              <Link
                to="/bots/$botId/scenarios/$scenarioId"
                params={{ botId, scenarioId: scenario.id }}
                className="block truncate text-14 font-medium hover:underline"
              >
                {scenario.name}
              </Link>
              <span className="block truncate text-12 text-ink-2">{words.kindHints[scenario.kind]}</span>
            </span>
            <Receiver assignTo={scenario.assignTo} />
            <ReadyTag scenario={scenario} readiness={readiness} />
            <Switch
              checked={scenario.enabled}
              disabled={!mayChange}
              label={words.enabled(scenario.name)}
              onChange={(enabled) => enable.mutate({ id: scenario.id, enabled })}
            />
            {mayChange && (
              <Menu trigger={<IconButton icon="more" size="xs" label={words.more(scenario.name)} />}>
                <MenuItem icon="up" disabled={at === 0} onClick={() => move(at, at - 1)}>
                  {words.moveUp}
                </MenuItem>
                <MenuItem icon="down" disabled={at === scenarios.length - 1} onClick={() => move(at, at + 1)}>
                  {words.moveDown}
                </MenuItem>
                <MenuSeparator />
                <MenuItem icon="close" onClick={() => setLeaving(scenario)}>
                  {words.deleteScenario}
                </MenuItem>
              </Menu>
            )}
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Dialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={words.deleteTitle(leaving?.name ?? '')}
        description={words.deleteHint}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{texts.common.cancel}</Button>
            <Button variant="bad" busy={remove.isPending} onClick={() => leaving && remove.mutate(leaving)}>
              {words.deleteScenario}
            </Button>
          </>
        }
      />
    </section>
  )
}

/** Who it goes to. */
function Receiver({ assignTo }: { assignTo: Scenario['assignTo'] }) {
  const users = useUsers()
  const teams = useTeams()
  const name =
    assignTo.type === 'user'
      ? users.get(assignTo.userId)?.name
      : assignTo.type === 'team'
        ? teams.get(assignTo.teamId)?.name
        : words.nobody
  return (
    <span className="flex w-44 min-w-0 items-center gap-2 text-13 text-ink-2 max-tablet:hidden">
      <Icon name="arrow" size={14} className="text-ink-3" />
      {assignTo.type === 'user' && name ? (
        <Avatar party={{ kind: 'human', name }} size="sm" />
      ) : (
        <Icon name={assignTo.type === 'team' ? 'contacts' : 'minus'} />
      )}
      <span className="truncate">{name}</span>
    </span>
  )
}

/** What stands in the way of this one, and how many things do. */
function ReadyTag({ scenario, readiness }: { scenario: Scenario; readiness: Readiness | undefined }) {
  const findings = readiness?.scenarios.find(({ scenarioId }) => scenarioId === scenario.id)?.findings ?? []
  const faults = findings.filter(({ severity, code }) => severity === 'error' && code !== 'scenario_disabled')
  if (!readiness) return null
  if (faults.length > 0)
    return (
      <Tip text={faults.map(({ message }) => message).join(' ')}>
        <Link
          to="/bots/$botId/scenarios/$scenarioId"
          params={{ botId: scenario.botId, scenarioId: scenario.id }}
          className="rounded-tight"
        >
          <Tag tone="bad" icon="alert">
            {words.toFix(faults.length)}
          </Tag>
        </Link>
      </Tip>
    )
  if (!scenario.enabled) return <Tag>{words.disabled}</Tag>
  const hints = findings.filter(({ severity }) => severity === 'warning')
  const ready = (
    <Tag tone="ok" icon="check">
      {hints.length > 0 ? words.readyWithHints(hints.length) : words.readyShort}
    </Tag>
  )
  if (hints.length === 0) return ready
  return <Tip text={hints.map(({ message }) => message).join(' ')}>{<span>{ready}</span>}</Tip>
}
