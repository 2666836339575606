import type { Bot } from '@baton/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { articlesQuery } from '../../api/articles.ts'
import { scenariosQuery } from '../../api/contacts.ts'
import { texts } from '../../texts/index.ts'
import { Button } from '../../ui/button.tsx'
import { nearTime } from '../../ui/date-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TrialExchange } from './trial-exchange.tsx'
import type { Trial } from './use-trial.ts'

const words = texts.trial
const longest = 4_000

type PaneProps = { bot: Bot; trial: Trial; mayChange: boolean }

/** A chat with a bot as it is saved. It shows what would happen, and nothing does. */
export function TrialPane({ bot, trial, mayChange }: PaneProps) {
  const end = useRef<HTMLDivElement>(null)
  const { log, isBusy } = trial
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something was said
  useEffect(() => {
    if (log.length > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [log, isBusy])
  return (
    <div className="flex h-full min-h-0 flex-col">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2">
        {log.length === 0 && <Beginning bot={bot} onSay={trial.say} />}
        <div role="log" aria-label={words.log} className={log.length > 0 ? 'py-4' : ''}>
          {log.map((exchange) => (
            <div key={exchange.id}>
              <TrialExchange bot={bot} log={log} exchange={exchange} mayChange={mayChange} />
              {exchange.failure !== null && (
                <div className="px-5">
                  <Notice tone="bad">
                    {exchange.failure}{' '}
                    <Button size="xs" icon="refresh" onClick={() => trial.retry(exchange.id)}>
                      {words.retry}
                    </Button>
                  </Notice>
                </div>
              )}
              {exchange.woke && (
                <p className="flex items-start gap-2 px-5 py-1 text-13 text-ink-2">
                  <Icon name="sun" className="mt-0.5 text-bot-line" />
                  {words.awake}
                </p>
              )}
            </div>
          ))}
          {isBusy && (
            <p className="flex items-center gap-2 pl-13 text-12 text-ink-3">
              <Spinner />
              {words.writing(bot.name)}
            </p>
          )}
        </div>
        <div ref={end} />
      </div>
      {trial.asleep ? <Asleep trial={trial} /> : <TrialComposer trial={trial} />}
    </div>
  )
}

/** What one may say first: something that it should know, something that it cannot, a wish for a person. */
function Beginning({ bot, onSay }: { bot: Bot; onSay: (text: string) => void }) {
  const { data: articles } = useInfiniteQuery(articlesQuery(bot.id, ''))
  const { data: scenarios = [] } = useQuery(scenariosQuery(bot.id))
  const titles = articles?.pages[0]?.items.map(({ title }) => title) ?? []
  const known = titles.find(asks) ?? titles.map((title) => `${title}?`)[0]
  const person = scenarios.find(({ kind }) => kind === 'human_requested')?.examplePhrases[0]
  const examples = [known ?? words.exampleKnown, words.exampleUnknown, person ?? words.examplePerson]
  return (
    <div className="grid gap-3 p-5 text-13">
      <div>
        <h3 className="text-14 font-semibold tracking-title">{words.emptyTitle}</h3>
        <p className="text-ink-2">{words.emptyHint}</p>
      </div>
      <p className="text-12 font-medium text-ink-3">{words.examples}</p>
      <ul className="grid justify-items-start gap-1.5">
        {examples.map((example) => (
          <li key={example} className="max-w-full">
            <button
              type="button"
              dir="auto"
              onClick={() => onSay(example)}
              className="rounded-bubble bg-sunken px-3 py-2 text-left break-words inset-ring inset-ring-line hover:bg-selected max-tablet:min-h-11"
            >
              {example}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function asks(title: string): boolean {
  return /[?？؟]$/.test(title.trim())
}

/** The bot sleeps, so it would say nothing. One may look beyond that, or start again. */
function Asleep({ trial }: { trial: Trial }) {
  const wakesAt = trial.asleep?.handover?.wakesAt
  return (
    <div className="m-3 grid gap-2 rounded-card bg-sunken px-4 py-3 text-13">
      <p role="status" className="flex items-start gap-2">
        <Icon name="moon" className="mt-0.5 text-bot-line" />
        <span>
          {words.asleep} {wakesAt && words.wakes(nearTime(wakesAt))}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="bot" icon="sun" onClick={trial.wake}>
          {wakesAt ? words.skipAhead : words.wake}
        </Button>
        <Button size="sm" icon="refresh" onClick={trial.reset}>
          {words.reset}
        </Button>
      </div>
    </div>
  )
}

function TrialComposer({ trial }: { trial: Trial }) {
  const [text, setText] = useState('')
  const send = () => {
    if (text.trim() === '' || trial.isBusy) return
    trial.say(text.trim())
    setText('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      className="m-3 rounded-card bg-surface shadow-1 inset-ring inset-ring-field focus-within:inset-ring-[1.5px] focus-within:inset-ring-focus"
    >
      <textarea
        dir="auto"
        rows={1}
        aria-label={words.write}
        placeholder={words.write}
        value={text}
        maxLength={longest}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        className="block field-sizing-content max-h-40 min-h-10 w-full resize-none bg-transparent px-3.5 pt-2.5 pb-1 text-14 outline-0 max-tablet:text-16"
      />
      <div className="flex justify-end pr-2 pb-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          busy={trial.isBusy}
          disabled={!trial.isBusy && text.trim() === ''}
        >
          {words.send}
        </Button>
      </div>
    </form>
  )
}
