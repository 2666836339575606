import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Meter } from '../ui/meter.tsx'
import { Notice } from '../ui/notice.tsx'
import { Tag } from '../ui/tag.tsx'

const words = texts.knowledge
const shownPassages = 3

/** What the bot would answer to a question, from which passage. Nothing is stored and nobody is told. */
export function AskPanel({ botId }: { botId: string }) {
  const [question, setQuestion] = useState('')
  const ask = useMutation({
    mutationFn: (text: string) => baton.askBot({ params: { id: botId }, body: { question: text } }),
  })
  const result = ask.data
  return (
    <section aria-label={words.test} className="grid gap-3 rounded-card border border-line p-4 text-13">
      <header className="flex items-center gap-2">
        <h2 className="text-14 font-semibold">{words.test}</h2>
        <span className="ml-auto">
          <Tag icon="shield">{texts.scenario.noSideEffects}</Tag>
        </span>
      </header>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (question.trim()) ask.mutate(question.trim())
        }}
      >
        <TextInput
          dir="auto"
          aria-label={words.test}
          placeholder={words.testPlaceholder}
          value={question}
          maxLength={2_000}
          onChange={(event) => setQuestion(event.target.value)}
        />
        <Button type="submit" variant="primary" busy={ask.isPending} disabled={question.trim() === ''}>
          {words.ask}
        </Button>
      </form>
      {ask.error && <Notice tone="bad">{sentenceOf(ask.error)}</Notice>}
      <div role="status" className="grid gap-3 empty:hidden">
        {result && (
          <>
            <p className="flex items-baseline gap-2">
              <b className="font-semibold">{result.answered ? words.answers : words.noAnswer}</b>
              {result.wouldHandOver && <span className="text-ink-2">{words.wouldHandOver}</span>}
              <span className="ml-auto text-12 text-ink-3">
                {words.confidence(result.confidence.toFixed(2))}
              </span>
            </p>
            {result.text && (
              <p
                dir="auto"
                className="rounded-bubble rounded-br-[4px] bg-bot-soft px-3 py-2 text-14 break-words whitespace-pre-wrap inset-ring inset-ring-bot-edge"
              >
                {result.text}
              </p>
            )}
            {result.passages.length > 0 && (
              <div className="grid gap-2">
                <h3 className="text-12 font-medium text-ink-2">{words.nearest}</h3>
                {result.passages.slice(0, shownPassages).map(({ articleId, title, text, score }) => (
                  <div key={`${articleId}-${text.slice(0, 40)}`} className="grid gap-1">
                    <span className="flex items-center gap-2 text-12">
                      <Icon name="book" size={12} className="text-ink-2" />
                      <span dir="auto" className="min-w-0 flex-1 truncate">
                        {title}
                      </span>
                      <span className="tabular-nums">{score.toFixed(2)}</span>
                    </span>
                    <Meter value={score} threshold={0.3} label={words.confidence(score.toFixed(2))} />
                  </div>
                ))}
              </div>
            )}
          </>
        )}
      </div>
    </section>
  )
}
