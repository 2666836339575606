import type { Bot, ScenarioScore, TrialResult } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { scenariosQuery } from '../../api/contacts.ts'
import { MarkedText } from '../../conversation/marked-text.tsx'
import { ScenarioScores } from '../../conversation/why/scenario-scores.tsx'
import { turnsOf } from '../../conversation/why/turns.ts'
import { texts } from '../../texts/index.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TrialBand } from './trial-band.tsx'
import { type Exchange, turnsUpTo } from './trial-log.ts'
import { TrialVerdict } from './trial-verdict.tsx'

const words = texts.trial
const bubble = 'w-fit max-w-full px-3 py-2 text-14 break-words whitespace-pre-wrap'

type ExchangeProps = { bot: Bot; log: readonly Exchange[]; exchange: Exchange; mayChange: boolean }

/** What the contact said, and what the bot would do with it. */
export function TrialExchange({ bot, log, exchange, mayChange }: ExchangeProps) {
  const { result } = exchange
  const at = log.indexOf(exchange)
  // Where the bot has it from: the beginning, or a waking.
  const begins = at === 0 || log[at - 1]?.woke === true
  const scores = result ? scoresOf(result) : []
  const { turns } = turnsUpTo(log, exchange.id)
  const marks = scores.flatMap(({ evidence }) => evidence.filter(({ seq }) => seq === turns.length - 1))
  const hasWords = result?.answer && result.answer.text.trim() !== '' && result.outcome === 'answers'
  return (
    <>
      <div className="control-span is-bot grid justify-items-end gap-2 py-1.25">
        {begins && (
          <span className="control-who">
            <Avatar party={{ kind: 'bot' }} size="sm" />
          </span>
        )}
        <p dir="auto" className={cx(bubble, 'rounded-bubble rounded-br-[4px] bg-selected')}>
          <span className="sr-only">{words.asContact}: </span>
          <MarkedText text={exchange.said} marks={marks} />
        </p>
        {result && hasWords && <BotSays bot={bot} text={result.answer?.text ?? ''} />}
        {result?.outcome === 'answers' && <Sources bot={bot} result={result} />}
        {result?.handover?.finalMessage && (
          <BotSays bot={bot} text={result.handover.finalMessage} note={words.finalMessage} />
        )}
        {result && <Remark result={result} />}
      </div>
      {result?.handover && <TrialBand handover={result.handover} />}
      {result && (
        <Fold
          scores={scores}
          bot={bot}
          said={exchange.said}
          textOf={(seq) =>
            turns[seq ?? -1]?.text ?? (seq === turns.length ? (result.answer?.text ?? '') : '')
          }
          exchange={exchange}
          result={result}
          mayChange={mayChange}
        />
      )}
    </>
  )
}

function BotSays({ bot, text, note }: { bot: Bot; text: string; note?: string }) {
  return (
    <div className="justify-self-start">
      <p
        dir="auto"
        className={cx(bubble, 'rounded-bubble rounded-bl-[4px] bg-bot-soft inset-ring inset-ring-bot-edge')}
      >
        <span className="sr-only">{bot.name}: </span>
        {text}
      </p>
      {note && <p className="mt-0.75 px-0.5 text-12 text-ink-3">{note}</p>}
    </div>
  )
}

/** From which articles it is, and how sure it was. */
function Sources({ bot, result: { answer } }: { bot: Bot; result: TrialResult }) {
  if (!answer || (answer.sources.length === 0 && answer.confidence === null)) return null
  return (
    <p className="-mt-1 flex flex-wrap items-center gap-x-1.5 justify-self-start px-0.5 text-12 text-ink-3">
      {answer.sources.length > 0 && words.from}
      {answer.sources.map(({ articleId, title, heading }) => (
        <Link
          key={`${articleId}-${heading}`}
          to="/bots/$botId/knowledge"
          params={{ botId: bot.id }}
          search={{ article: articleId }}
          className="text-ink-2 underline decoration-line-2 underline-offset-3 hover:decoration-current"
        >
          {heading ? `${title}, ${heading}` : title}
        </Link>
      ))}
      {answer.confidence !== null && (
        <span className="tabular-nums">
          {answer.sources.length > 0 && '· '}
          {words.confidence(answer.confidence.toFixed(2))}
        </span>
      )}
    </p>
  )
}

/** What happened that is no message: nothing to say, an outside bot, an opt-out. */
function Remark({ result: { outcome, answer } }: { result: TrialResult }) {
  const text =
    outcome === 'outside'
      ? words.outside
      : outcome === 'opted_out'
        ? words.optedOut
        : answer?.failed
          ? words.failed
          : answer && answer.text.trim() === ''
            ? words.empty
            : null
  if (text)
    return (
      <div className="w-full">
        <Notice icon={outcome === 'opted_out' ? 'moon' : 'info'}>{text}</Notice>
      </div>
    )
  if (outcome !== 'hands_over' || !answer) return null
  return (
    <div className="justify-self-start text-12 text-ink-3">
      <p dir="auto" className={cx(bubble, 'rounded-bubble border border-dashed border-field !text-13')}>
        {answer.text}
      </p>
      <p className="mt-0.75 px-0.5">{words.notSent}</p>
    </div>
  )
}

function Fold({
  scores,
  bot,
  said,
  textOf,
  exchange,
  result,
  mayChange,
}: {
  scores: readonly ScenarioScore[]
  bot: Bot
  said: string
  textOf: (seq: number | null) => string
  exchange: Exchange
  result: TrialResult
  mayChange: boolean
}) {
  const { data: scenarios = [] } = useQuery(scenariosQuery(bot.id))
  const [open, setOpen] = useState(false)
  const panel = useId()
  return (
    <div
      className={cx('control-span grid gap-2 pb-1.5', result.outcome === 'answers' ? 'is-bot' : 'is-waiting')}
    >
      <div className="flex flex-wrap items-center gap-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
          className="inline-flex items-center gap-1 text-12 font-medium text-ink-2 hover:text-ink max-tablet:min-h-9"
        >
          <Icon name={open ? 'down' : 'right'} size={12} />
          {words.why}
        </button>
        {mayChange && <TrialVerdict bot={bot} exchange={exchange} result={result} />}
      </div>
      <div id={panel} hidden={!open} className="pb-1">
        {scores.length > 0 ? (
          <ScenarioScores
            scores={scores}
            nameOf={(id) => scenarios.find((scenario) => scenario.id === id)?.name ?? texts.why.deleted}
            editor={{ botId: bot.id, say: said.slice(0, 1_000) }}
            textOf={textOf}
          />
        ) : (
          <p className="text-12 text-ink-3">{texts.why.notFired}</p>
        )}
        {result.contact.failedAttempts > 0 && (
          <p className="mt-2 text-12 text-ink-3">
            {texts.why.attempts(String(result.contact.failedAttempts))}
          </p>
        )}
      </div>
    </div>
  )
}

/** Each scenario reads what the contact said or what the bot answered: its score is of the one it read. */
function scoresOf({ contact, reply, outcome }: TrialResult): readonly ScenarioScore[] {
  const judged = [contact, ...(reply ? [reply] : [])].map((judgement, at) => ({
    ...judgement,
    seq: 0,
    judged: at === 0 ? ('contact' as const) : ('bot' as const),
    outcome,
    createdAt: '',
    scores: judgement.scores.map(({ evidence, ...score }) => ({
      ...score,
      evidence: evidence.map(({ turn, ...mark }) => ({ seq: turn, ...mark })),
    })),
  }))
  return turnsOf(judged)[0]?.scores ?? []
}
