import { performance } from 'node:perf_hooks'
import type { Writable } from 'node:stream'
import {
  type Assessment,
  createDetector,
  type Detector,
  type DetectorScenario,
  presets,
  type Turn,
} from '@baton/detection'
import { z } from 'zod'
import { answerLines } from './json-lines.ts'

/** Earlier turns of a long conversation are not read again for each turn. */
const MOST_TURNS_READ = 60
const MOST_DETECTORS_KEPT = 100

const scenario = z.object({
  id: z.string().optional(),
  kind: z.enum(['human_requested', 'lack_of_information', 'failed_to_resolve', 'custom']),
  enabled: z.boolean().default(true),
  examplePhrases: z.array(z.string()).default([]),
  triggerCondition: z.string().optional(),
  attempts: z.int().min(1).max(10).optional(),
})

const turn = z.object({
  from: z.string(),
  text: z.string(),
  answered: z.boolean().optional(),
  confidence: z.number().optional(),
  error: z.boolean().optional(),
})

const request = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    text: z.string().optional(),
    turns: z.array(turn).min(1).optional(),
    scenarios: z.array(scenario).optional(),
  })
  .refine(({ text, turns }) => (text === undefined) !== (turns === undefined), {
    error: 'Give either "text" or "turns".',
  })

type Request = z.output<typeof request>
type Played = { at: number; assessment: Assessment }

/**
 * Assesses conversations: one JSON object a line in, one a line out, in the same order.
 *
 * In: `{"id", "text"}`, or `{"id", "turns": [{"from", "text", "answered"?, "confidence"?, "error"?}]}`, each with
 * `"scenarios"` if others than the three presets are wanted (all enabled). A `from` that is neither "contact" nor
 * "bot" counts as staff. Turns are played in order, and the first that fires is reported.
 *
 * Out: `{"id", "fired", "scenario": kind or null, "score", "atTurn": index or null, "decision", "evidence",
 * "micros"}`. Where nothing fires, the score is the highest that any turn came to. A line that cannot be read gives
 * `{"id", "error"}`, and the run goes on.
 *
 * Ends when the input does, or quietly when nobody reads the output any more.
 */
export async function assess(input: AsyncIterable<string | Uint8Array>, output: Writable): Promise<void> {
  const detectorFor = keepDetectors()
  await answerLines(input, output, request, (given) => ({
    id: given.id,
    ...report(given, detectorFor(given.scenarios)),
  }))
}

function report({ text, turns }: Request, detector: Detector): object {
  const conversation = turns?.map(toTurn) ?? [{ from: 'contact' as const, text: text ?? '' }]
  const start = performance.now()
  const played = play(conversation, detector)
  const micros = Math.round((performance.now() - start) * 1000)
  const last = played.at(-1)
  const fired = last?.assessment.scores.find((score) => score.fired)
  const scores = played.flatMap(({ assessment }) => assessment.scores.map(({ score }) => score))
  return {
    fired: fired !== undefined,
    scenario: fired?.kind ?? null,
    score: fired?.score ?? Math.max(0, ...scores),
    atTurn: fired === undefined ? null : last?.at,
    decision: decisionOf(played),
    evidence: fired?.evidence ?? [],
    micros,
  }
}

function toTurn({ from, ...rest }: z.output<typeof turn>): Turn {
  return { ...rest, from: from === 'contact' || from === 'bot' ? from : 'user' }
}

/** The assessments of the turns in order, up to the first that fires. */
function play(turns: readonly Turn[], detector: Detector): Played[] {
  const played: Played[] = []
  let mayOffer = true
  for (const at of turns.keys()) {
    const first = Math.max(0, at + 1 - MOST_TURNS_READ)
    const assessment = detector.assess(turns.slice(first, at + 1), { mayOffer })
    played.push({ at, assessment: inWhole(assessment, first) })
    if (assessment.decision === 'hand_over') break
    if (assessment.decision === 'offer') mayOffer = false
  }
  return played
}

/** The assessment with its evidence counted from the beginning of the conversation. */
function inWhole(assessment: Assessment, first: number): Assessment {
  if (first === 0) return assessment
  const scores = assessment.scores.map((score) => ({
    ...score,
    evidence: score.evidence.map((evidence) => ({ ...evidence, turn: evidence.turn + first })),
  }))
  return { ...assessment, scores }
}

/** The strongest decision that was come to. */
function decisionOf(played: readonly Played[]): Assessment['decision'] {
  const decisions = new Set(played.map(({ assessment }) => assessment.decision))
  if (decisions.has('hand_over')) return 'hand_over'
  return decisions.has('offer') ? 'offer' : 'answer'
}

/** Makes detectors, and keeps those of the last scenarios, as most lines have the same. */
function keepDetectors(): (scenarios: Request['scenarios']) => Detector {
  const kept = new Map<string, Detector>()
  return (scenarios) => {
    const key = scenarios === undefined ? '' : JSON.stringify(scenarios)
    const detector = kept.get(key) ?? createDetector({ scenarios: toDetectorScenarios(scenarios) })
    kept.delete(key)
    kept.set(key, detector)
    const oldest = kept.keys().next().value
    if (kept.size > MOST_DETECTORS_KEPT && oldest !== undefined) kept.delete(oldest)
    return detector
  }
}

function toDetectorScenarios(scenarios: Request['scenarios']): DetectorScenario[] {
  if (scenarios === undefined) return presets.map((preset) => ({ ...preset, id: preset.kind }))
  return scenarios
    .filter(({ enabled }) => enabled)
    .map(({ enabled: _, ...given }, index) => ({ ...given, id: given.id ?? `scenario ${index + 1}` }))
}
