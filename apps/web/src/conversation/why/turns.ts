import type { Assessment, ScenarioScore } from '@baton/contract'

/** What was thought of one message of a contact, and of the bot's answer to it. */
export type Turn = Omit<Assessment, 'judged'>

/**
 * The turns of a conversation, oldest first. A message may be judged twice, by what the contact wrote and by what the
 * bot answered: each scenario reads one of the two, so a turn has the score of the one it read.
 */
export function turnsOf(assessments: readonly Assessment[]): Turn[] {
  const bySeq = Map.groupBy(
    assessments.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)),
    ({ seq }) => seq,
  )
  return [...bySeq.values()]
    .flatMap((judged) => merged(judged) ?? [])
    .sort((one, other) => one.seq - other.seq)
}

function merged(judged: readonly Assessment[]): Turn | undefined {
  const last = judged.at(-1)
  if (!last) return undefined
  const scores = last.scores.map((score) => judged.map((each) => scoreIn(each, score)).reduce(better, score))
  return { ...last, scores, opinion: last.opinion ?? judged.find(({ opinion }) => opinion)?.opinion ?? null }
}

function scoreIn({ scores }: Assessment, { scenarioId }: ScenarioScore): ScenarioScore | undefined {
  return scores.find((score) => score.scenarioId === scenarioId)
}

/** One that was asked tells more than one that was not. */
function better(one: ScenarioScore, other: ScenarioScore | undefined): ScenarioScore {
  if (!other) return one
  if (one.note !== undefined) return other
  return other.note === undefined && other.score > one.score ? other : one
}

/** The turn that is asked about; 0 asks for the newest in which the bot had a say. */
export function indexOfTurn(turns: readonly Turn[], seq: number): number {
  if (seq === 0) {
    const spoke = turns.findLastIndex(({ outcome }) => outcome !== 'bot_asleep')
    return spoke === -1 ? turns.length - 1 : spoke
  }
  // A burst is judged by its newest message.
  const at = turns.findIndex((turn) => turn.seq >= seq)
  return at === -1 ? turns.length - 1 : at
}
