import type { Bot, Scenario } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { sentenceOf } from '../api/client.ts'
import { scenariosQuery } from '../api/contacts.ts'
import { botsQuery } from '../api/people.ts'
import { draftQuery } from '../api/scenarios.ts'
import { useMe } from '../api/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { ScenarioEditor } from './scenario-editor.tsx'
import { ScenarioNav } from './scenario-nav.tsx'

const words = texts.scenario

/** One scenario of a bot: its editor between the other scenarios and *Try it*. */
export function ScenarioScreen() {
  const { botId, scenarioId } = useParams({ from: '/signed-in/bots/$botId/scenarios/$scenarioId' })
  const { user } = useMe()
  const scenarios = useQuery(scenariosQuery(botId))
  const draft = useQuery(draftQuery(botId, scenarioId, user.id))
  const bot = useQuery(botsQuery).data?.find(({ id }) => id === botId)
  const scenario = scenarios.data?.find(({ id }) => id === scenarioId)
  const error = scenarios.error ?? draft.error
  useTitle(scenario?.name ?? words.title)
  return (
    <Sheet>
      <div className="flex h-full min-w-0 flex-col">
        <Crumbs botId={botId} bot={bot} scenario={scenario} />
        <div className="flex min-h-0 flex-1">
          <ScenarioNav botId={botId} scenarios={scenarios.data ?? []} />
          {error ? (
            <ErrorState
              title={words.failed}
              detail={sentenceOf(error)}
              onRetry={() => void Promise.all([scenarios.refetch(), draft.refetch()])}
            />
          ) : scenarios.isPending || draft.isPending ? (
            <div className="flex-1 p-6">
              <SkeletonLines widths={['w-60', 'w-96', 'w-80']} label={texts.common.loading} />
            </div>
          ) : scenario ? (
            <ScenarioEditor
              key={scenario.id}
              scenario={scenario}
              scenarios={scenarios.data ?? []}
              draft={draft.data ?? null}
            />
          ) : (
            <EmptyState icon="bot" title={words.gone} />
          )}
        </div>
      </div>
    </Sheet>
  )
}

function Crumbs({
  botId,
  bot,
  scenario,
}: {
  botId: string
  bot: Bot | undefined
  scenario: Scenario | undefined
}) {
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-5 text-13 max-tablet:px-4">
      <nav aria-label={words.crumbs} className="flex min-w-0 flex-1 items-center gap-2">
        <Link to="/bots" className="text-ink-2 hover:text-ink max-tablet:hidden">
          {texts.bots.title}
        </Link>
        <Icon name="right" size={14} className="text-ink-3 max-tablet:hidden" />
        <Avatar party={{ kind: 'bot' }} size="sm" />
        <Link to="/bots/$botId" params={{ botId }} className="min-w-0 truncate text-ink-2 hover:text-ink">
          {bot?.name ?? '…'}
        </Link>
        <Icon name="right" size={14} className="text-ink-3" />
        <b aria-current="page" className="min-w-0 truncate font-semibold">
          {scenario?.name ?? texts.bots.handover}
        </b>
      </nav>
      {bot && (
        <Tag tone={bot.mode === 'autopilot' ? 'bot' : 'neutral'}>{texts.bots.modes[bot.mode].name}</Tag>
      )}
    </header>
  )
}
