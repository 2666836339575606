import { createDetector, presets } from '../src/index.ts'
import { quantile, timed } from './timing.ts'
import { table } from './write-report.ts'

const MILLION = 1_000_000
const ROUNDS = 15

/** Texts that are as long or as strange as any may come. */
const texts: Record<string, string> = {
  'one word of a million letters': 'a'.repeat(MILLION),
  'a million letters of requests': 'I want to talk to a human. '.repeat(MILLION / 27),
  'a million letters without a full stop': 'please connect me with an agent '.repeat(MILLION / 32),
  'only emoji': '👩🏽‍🚒'.repeat(MILLION / 7),
  'only combining marks': `a${'\u0301'.repeat(MILLION)}`,
  'only direction marks': '\u202e\u202d\u200f'.repeat(MILLION / 3),
  'only quotation marks': '"“«'.repeat(MILLION / 3),
  'Chinese without spaces': '我要跟真人说话'.repeat(MILLION / 7),
  'an ordinary message of 100 kB': 'my parcel has not arrived yet and I am waiting. '.repeat(2_000),
  'sixty turns of 500 letters': 'it still does not work, '.repeat(21),
}

/** The time for the longest and strangest texts, in milliseconds, as a table. */
export async function worstCaseTable(): Promise<string> {
  const detector = createDetector({ scenarios: presets.map((preset) => ({ ...preset, id: preset.kind })) })
  const rows: string[][] = []
  for (const [name, text] of Object.entries(texts)) {
    const times: number[] = []
    const turns = name.startsWith('sixty')
      ? Array.from({ length: 60 }, (_, at) => ({
          from: at % 2 ? ('bot' as const) : ('contact' as const),
          text,
        }))
      : [{ from: 'contact' as const, text }]
    for (let round = 0; round < ROUNDS; round++) await timed(times, () => detector.assess(turns))
    rows.push([name, (quantile(times, 0.5) / 1000).toFixed(1), (Math.max(...times) / 1000).toFixed(1)])
  }
  return table(['text', 'median ms', 'slowest ms'], rows)
}
