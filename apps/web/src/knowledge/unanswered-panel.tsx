import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unansweredQuestionsQuery } from '../api/articles.ts'
import { sentenceOf } from '../api/client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Notice } from '../ui/notice.tsx'

const words = texts.knowledge
const mostShown = 10

/** Questions that went to a person because no article answered them: each is an article that is missing. */
export function UnansweredPanel({
  botId,
  onWrite,
}: {
  botId: string
  onWrite: ((question: string) => void) | undefined
}) {
  const { data, error } = useQuery(unansweredQuestionsQuery(botId))
  return (
    <section aria-label={words.unanswered} className="grid gap-2 rounded-card border border-line p-4 text-13">
      <h2 className="text-14 font-semibold">{words.unanswered}</h2>
      <p className="text-12 text-ink-2">{words.unansweredHint}</p>
      {error && <Notice tone="bad">{sentenceOf(error)}</Notice>}
      {data?.items.length === 0 && <p>{words.noUnanswered}</p>}
      <ul className="divide-y divide-line">
        {data?.items.slice(0, mostShown).map(({ question, count, lastAskedAt, asked }) => (
          <li key={`${question}-${lastAskedAt}`} className="grid gap-1 py-2">
            <p dir="auto" className="line-clamp-2 break-words">
              “{question}”
            </p>
            <span className="flex items-center gap-2 text-12 text-ink-2">
              <span className="min-w-0 flex-1">
                {words.times(count)} · <DateTime at={lastAskedAt} />
              </span>
              {asked[0] && (
                <Link
                  to="/inbox/$view/{-$conversationId}"
                  params={{ view: 'all', conversationId: asked[0].conversationId }}
                  className="font-medium underline underline-offset-3"
                >
                  {texts.notifications.open}
                </Link>
              )}
              {onWrite && (
                <Button
                  size="xs"
                  icon="plus"
                  aria-label={words.writeOf(question)}
                  onClick={() => onWrite(question)}
                >
                  {words.write}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
