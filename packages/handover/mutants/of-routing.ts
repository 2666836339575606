import type { Mutant } from './mutant.ts'

/** Of who gets a handover, and of who is on duty. */
export const mutantsOfRouting: Mutant[] = [
  {
    name: 'the fallback is skipped',
    breaks: 'R16',
    file: 'place-handover.ts',
    find: "(rule.assignTo.type === 'nobody' ? null : ask('fallback', rule.ifUnavailable))",
    replace: 'null',
  },
  {
    name: 'the one with most to do gets it',
    breaks: 'R16',
    file: 'place-handover.ts',
    find: 'a.openHandovers - b.openHandovers',
    replace: 'b.openHandovers - a.openHandovers',
  },
  {
    name: 'a tie is not broken by who is idle longest',
    breaks: 'R16',
    file: 'place-handover.ts',
    find: ' || a.idleSince - b.idleSince',
    replace: '',
  },
  {
    name: 'one more than the capacity',
    breaks: 'R16',
    file: 'place-handover.ts',
    find: 'member.openHandovers >= member.capacity',
    replace: 'member.openHandovers > member.capacity',
  },
  {
    name: 'hours ignore the time zone',
    breaks: 'R18',
    file: 'hours.ts',
    find: '      timeZone,\n',
    replace: "      timeZone: timeZone && 'UTC',\n",
  },
  {
    name: "hours keep January's clock for the whole year",
    breaks: 'R18',
    file: 'hours.ts',
    find: 'formatToParts(at)',
    replace: 'formatToParts(Date.UTC(2026, 0, 5) + ((at - Date.UTC(2026, 0, 5)) % 604_800_000))',
  },
  {
    name: 'a span holds its last minute',
    breaks: 'R18',
    file: 'hours.ts',
    find: 'minutes < span.to',
    replace: 'minutes <= span.to',
  },
]
