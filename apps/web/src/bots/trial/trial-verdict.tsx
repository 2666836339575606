import type { Bot, Scenario, TrialResult } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { scenariosQuery } from '../../api/contacts.ts'
import { texts } from '../../texts/index.ts'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Exchange } from './trial-log.ts'

const words = texts.trial
const longestPhrase = 300
const verdicts = ['good', 'bad'] as const
type Verdict = (typeof verdicts)[number]

const linkClass =
  'inline-flex items-center font-medium text-ink underline decoration-line-2 underline-offset-3 hover:decoration-current max-tablet:min-h-9'

/** Whether that was right; and where not, the way to an example or an article that makes it so. */
export function TrialVerdict({
  bot,
  exchange,
  result,
}: {
  bot: Bot
  exchange: Exchange
  result: TrialResult
}) {
  const [given, setGiven] = useState<Verdict | null>(null)
  return (
    <>
      <span className="ml-auto inline-flex gap-0.5">
        {verdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={given === verdict}
            aria-label={words[verdict]}
            title={words[verdict]}
            onClick={() => setGiven(given === verdict ? null : verdict)}
            className={cx(
              'grid size-6 place-items-center rounded-tight text-ink-2 hover:bg-hover hover:text-ink max-tablet:size-9',
              given === verdict && 'bg-pressed !text-ink',
            )}
          >
            <Icon name={verdict === 'good' ? 'thumbUp' : 'thumbDown'} size={14} />
          </button>
        ))}
      </span>
      {given && (
        <div role="status" className="basis-full rounded-box bg-sunken px-3 py-2 text-13 text-ink-2">
          <Advice bot={bot} said={exchange.said.trim()} result={result} verdict={given} />
        </div>
      )}
    </>
  )
}

type AdviceProps = { bot: Bot; said: string; result: TrialResult; verdict: Verdict }

function Advice({ bot, said, result, verdict }: AdviceProps) {
  const { data: scenarios = [] } = useQuery(scenariosQuery(bot.id))
  const fired = scenarios.find(({ id }) => id === result.handover?.scenarioId)
  const handsOver = result.outcome === 'hands_over'
  if (verdict === 'good') {
    if (fired && takesPhrases(fired))
      return <ScenarioLink bot={bot} scenario={fired} say={said} label={words.addPhrase(fired.name)} />
    return <Sources bot={bot} result={result} label={words.addQuestion} none={words.isGood} />
  }
  if (handsOver && result.handover?.kind === 'lack_of_information')
    return (
      <p className="flex flex-wrap gap-x-2">
        {words.shouldAnswer} <NewArticle bot={bot} title={said} />
      </p>
    )
  if (handsOver)
    return (
      <p className="flex flex-wrap gap-x-2">
        {words.shouldAnswer}
        {fired && (
          <ScenarioLink bot={bot} scenario={fired} say={said} label={words.editScenario(fired.name)} />
        )}
      </p>
    )
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap gap-x-2">
        {words.badAnswer} <Sources bot={bot} result={result} label={words.editArticle} none={null} />
        {!result.answer?.sources.length && <NewArticle bot={bot} title={said} />}
      </p>
      <p className="flex flex-wrap gap-x-2">
        {words.shouldHandOver}{' '}
        {scenarios.filter(takesPhrases).map((scenario) => (
          <ScenarioLink key={scenario.id} bot={bot} scenario={scenario} say={said} label={scenario.name} />
        ))}
      </p>
    </div>
  )
}

/** Examples are read for these kinds alone. */
function takesPhrases({ kind }: Scenario): boolean {
  return kind === 'human_requested' || kind === 'custom'
}

/** To the editor, where what was said is tried and can be made an example phrase. */
function ScenarioLink({
  bot,
  scenario,
  say,
  label,
}: {
  bot: Bot
  scenario: Scenario
  say: string
  label: string
}) {
  return (
    <Link
      to="/bots/$botId/scenarios/$scenarioId"
      params={{ botId: bot.id, scenarioId: scenario.id }}
      search={{ say: say.slice(0, longestPhrase) }}
      className={linkClass}
    >
      {label}
    </Link>
  )
}

function Sources({
  bot,
  result,
  label,
  none,
}: {
  bot: Bot
  result: TrialResult
  label: (article: string) => string
  none: string | null
}) {
  const sources = result.answer?.sources ?? []
  if (sources.length === 0) return none
  return sources.map(({ articleId, title }) => (
    <Link
      key={articleId}
      to="/bots/$botId/knowledge"
      params={{ botId: bot.id }}
      search={{ article: articleId }}
      className={linkClass}
    >
      {label(title)}
    </Link>
  ))
}

function NewArticle({ bot, title }: { bot: Bot; title: string }) {
  return (
    <Link
      to="/bots/$botId/knowledge"
      params={{ botId: bot.id }}
      search={{ article: 'new', title: title.slice(0, longestPhrase) }}
      className={linkClass}
    >
      {words.writeArticle}
    </Link>
  )
}
