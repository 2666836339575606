/** What the product aims at. Printed beside what is. */
export const aims = {
  /** Share of the floor's rate. */
  receive: 1 / 3,
  /** Messages a second that come in while handovers are timed. */
  handoverLoad: 100,
  /** Milliseconds. */
  handoverP50: 15,
  handoverP99: 60,
  /** Times the p50 with the fewest messages. */
  viewGrowth: 1.3,
  /** Megabytes. */
  idle: 150,
  /** Kilobytes of script, compressed, that the inbox loads first. */
  webScript: 250,
  /** Milliseconds from a press to the next frame. */
  webInteraction: 100,
}

/** One aim and what was measured, as a line of the report. */
export function aimLine(what: string, value: number, relation: '≤' | '≥' | '<', target: number): string {
  const met = relation === '≥' ? value >= target : relation === '≤' ? value <= target : value < target
  return `- ${what}: ${round(value)}, aim ${relation} ${round(target)}: **${met ? 'met' : 'not met'}**`
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
