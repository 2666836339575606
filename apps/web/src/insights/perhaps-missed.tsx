import type { MissedItem } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { missedQuery, type Period } from '../api/insights.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { Panel } from './panel.tsx'

const words = texts.insights
const shownAtFirst = 5
const longestPhrase = 300

/** Messages for which a scenario nearly fired. Each can become a phrase of it, and fires then. */
export function PerhapsMissed({ period }: { period: Period }) {
  const { user, permissions } = useMe()
  const { data = [], error } = useQuery(missedQuery(period))
  const [all, setAll] = useState(false)
  const add = useMutation({
    mutationFn: ({ botId, scenarioId, text }: MissedItem) => addPhrase(botId, scenarioId, text, user.id),
    onSuccess: async (_, { scenarioName, botId }) => {
      showToast(words.added(scenarioName), { icon: 'check' })
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: keys.insights }),
        queryClient.invalidateQueries({ queryKey: keys.scenarios(botId) }),
      ])
    },
  })
  const failure = error ?? add.error
  return (
    <Panel title={words.missed} aside={words.missedHint}>
      {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
      {data.length === 0 && !error && <p className="text-13 text-ink-2">{words.noneMissed}</p>}
      <ul className="divide-y divide-line">
        {(all ? data : data.slice(0, shownAtFirst)).map((item) => (
          <li key={`${item.conversationId}-${item.seq}`} className="grid gap-1 py-2 text-13 first:pt-0">
            <p dir="auto" className="line-clamp-2 break-words">
              “{item.text}”
            </p>
            <span className="flex flex-wrap items-center gap-2 text-12 text-ink-2">
              <span className="min-w-0 flex-1 truncate">
                {item.scenarioName} · {words.missedAt(item.score.toFixed(2), item.threshold.toFixed(2))}
              </span>
              <Link
                to="/inbox/$view/{-$conversationId}"
                params={{ view: 'all', conversationId: item.conversationId }}
                search={{ why: item.seq }}
                className="font-medium underline underline-offset-3"
              >
                {words.why}
              </Link>
              {permissions.manageBots && (
                <Button
                  size="xs"
                  icon="plus"
                  aria-label={words.addPhraseOf(item.text)}
                  busy={add.isPending && add.variables === item}
                  onClick={() => add.mutate(item)}
                >
                  {words.addPhrase}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!all && data.length > shownAtFirst && (
        <Button size="sm" variant="quiet" onClick={() => setAll(true)}>
          {words.more}
        </Button>
      )}
    </Panel>
  )
}

/** Reads the scenario afresh, so that nobody's change is overwritten. */
async function addPhrase(botId: string, scenarioId: string, text: string, userId: string): Promise<void> {
  const params = { id: botId, scenarioId }
  const { examplePhrases, revision } = await baton.getScenario({ params })
  const phrase = text.trim().slice(0, longestPhrase)
  if (examplePhrases.some((known) => known.toLowerCase() === phrase.toLowerCase())) return
  await baton.updateScenario({
    params,
    body: { examplePhrases: [...examplePhrases, phrase], userId },
    ifMatch: revision,
  })
}
