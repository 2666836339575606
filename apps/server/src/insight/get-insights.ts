import type { InsightMeasure, InsightQuery, Insights, InsightTime } from '@baton/contract'
import { type RawBuilder, sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import {
  conditionOf,
  handoversOf,
  scenarioKey,
  secondsToClaim,
  secondsToReply,
  writtenIn,
} from './conditions.ts'
import { type Period, readPeriod } from './period.ts'

/**
 * How often and how fast people were reached (R30). Everything is worked out from the handovers of the period and the
 * messages of contacts in it, each read once from an index by time.
 * @throws DomainError invalid_request
 */
export async function getInsights(work: UnitOfWork, query: InsightQuery): Promise<Insights> {
  const period = await readPeriod(work, query)
  const { botId } = query
  const totals = await totalsOf(work, period, botId)
  const { conversations, handed_over } = await conversationsOf(work, period, botId)
  const without = conversations - handed_over
  return {
    from: period.from,
    to: period.to,
    timeZone: period.timeZone,
    conversations,
    withoutHandover: {
      conversations: without,
      rate: conversations === 0 ? null : without / conversations,
    },
    ...totals,
    byScenario: await byScenario(work, period, botId),
    byUser: await byUser(work, period, botId),
    byDay: await byDay(work, period, botId),
  }
}

type Times = { n: number; median: number | null; p90: number | null }

/** Three columns: of how many, the median and the ninth decile. */
function timesOf(seconds: RawBuilder<number | null>, name: string) {
  return sql`
    count(${seconds}) as ${sql.id(`${name}_n`)},
    percentile_cont(0.5) within group (order by ${seconds}) as ${sql.id(`${name}_median`)},
    percentile_cont(0.9) within group (order by ${seconds}) as ${sql.id(`${name}_p90`)}`
}

type TimeColumns<Name extends string> = { [Key in keyof Times as `${Name}_${Key}`]: Times[Key] }

function viewTime(n: number, median: number | null, p90: number | null): InsightTime {
  return {
    n,
    median: median === null ? null : Math.round(median),
    p90: p90 === null ? null : Math.round(p90),
  }
}

function countOf(work: UnitOfWork, measure: InsightMeasure) {
  return sql`count(*) filter (where ${conditionOf(measure, work.now) ?? sql`true`}) as ${sql.id(measure)}`
}

const verdicts = ['needed', 'not_needed', 'too_late'] as const
type Verdicts = Record<(typeof verdicts)[number], number>

function viewFeedback({ needed, not_needed: notNeeded, too_late: tooLate }: Verdicts) {
  return { needed, notNeeded, tooLate }
}

const outcomes = ['handed_back', 'woken', 'resolved', 'superseded'] as const
const ratings = ['helped', 'not_helped'] as const
const lastMinute = 12

async function totalsOf(work: UnitOfWork, period: Period, botId?: string) {
  type Row = TimeColumns<'claim'> &
    TimeColumns<'reply'> &
    Verdicts &
    Record<
      (typeof outcomes)[number] | (typeof ratings)[number] | 'handovers' | 'unclaimed' | 'waiting' | 'late',
      number
    > & {
      longest: Date | null
    }
  const measures = [
    'handovers',
    'unclaimed',
    'waiting',
    'late',
    ...outcomes,
    ...verdicts,
    ...ratings,
  ] as const
  const { rows } = await sql<Row>`
    select ${sql.join(measures.map((measure) => countOf(work, measure)))},
      min(began_at) filter (where status = 'waiting') as longest,
      ${timesOf(secondsToClaim, 'claim')}, ${timesOf(secondsToReply, 'reply')}
    from handover where ${handoversOf(work, period, botId)}`.execute(work.db)
  const row = rows[0]
  if (!row) throw new Error('An aggregate gave no row.')
  return {
    handovers: row.handovers,
    timeToClaim: viewTime(row.claim_n, row.claim_median, row.claim_p90),
    timeToFirstReply: viewTime(row.reply_n, row.reply_median, row.reply_p90),
    replyMinutes: await replyMinutes(work, period, botId),
    unclaimed: row.unclaimed,
    waitingNow: { count: row.waiting, late: row.late, longestSince: row.longest?.toISOString() ?? null },
    ended: {
      handedBack: row.handed_back,
      woken: row.woken,
      resolved: row.resolved,
      superseded: row.superseded,
    },
    feedback: viewFeedback(row),
    rating: { helped: row.helped, notHelped: row.not_helped },
  }
}

async function replyMinutes(work: UnitOfWork, period: Period, botId?: string): Promise<number[]> {
  const { rows } = await sql<{ minute: number; n: number }>`
    select least(floor(${secondsToReply} / 60), ${lastMinute})::int as minute, count(*) as n
    from handover where ${handoversOf(work, period, botId)} and replied_at is not null
    group by 1`.execute(work.db)
  const counts = new Map(rows.map((row) => [row.minute, row.n]))
  return Array.from({ length: lastMinute + 1 }, (_, minute) => counts.get(minute) ?? 0)
}

async function conversationsOf(work: UnitOfWork, period: Period, botId?: string) {
  const { rows } = await sql<{ conversations: number; handed_over: number }>`
    with alive as (select distinct conversation_id from message where ${writtenIn(work, period, botId)})
    select count(*) as conversations, count(begun.conversation_id) as handed_over
    from alive left join (
      select distinct conversation_id from handover where ${handoversOf(work, period, botId)}
    ) begun using (conversation_id)`.execute(work.db)
  return rows[0] ?? { conversations: 0, handed_over: 0 }
}

async function byScenario(work: UnitOfWork, period: Period, botId?: string): Promise<Insights['byScenario']> {
  type Row = TimeColumns<'reply'> &
    Verdicts & { key: string; name: string; kind: Insights['byScenario'][number]['kind']; handovers: number }
  const { rows } = await sql<Row>`
    select ${scenarioKey} as key, (array_agg(scenario_name order by began_at desc))[1] as name, min(kind) as kind,
      ${sql.join((['handovers', ...verdicts] as const).map((measure) => countOf(work, measure)))},
      ${timesOf(secondsToReply, 'reply')}
    from handover where ${handoversOf(work, period, botId)}
    group by 1 order by handovers desc, name`.execute(work.db)
  return rows.map((row) => ({
    key: row.key,
    name: row.name,
    kind: row.kind,
    handovers: row.handovers,
    timeToFirstReply: viewTime(row.reply_n, row.reply_median, row.reply_p90),
    feedback: viewFeedback(row),
  }))
}

async function byUser(work: UnitOfWork, period: Period, botId?: string): Promise<Insights['byUser']> {
  type Row = TimeColumns<'claim'> & TimeColumns<'reply'> & { user_id: string; name: string; claimed: number }
  const { rows } = await sql<Row>`
    select staff_user.id as user_id, staff_user.name, count(*) as claimed,
      ${timesOf(secondsToClaim, 'claim')}, ${timesOf(secondsToReply, 'reply')}
    from handover
    join staff_user on staff_user.workspace_id = handover.workspace_id and staff_user.id = handover.claimed_by
    where ${handoversOf(work, period, botId)}
    group by staff_user.id, staff_user.name order by claimed desc, staff_user.name`.execute(work.db)
  return rows.map((row) => ({
    userId: row.user_id,
    name: row.name,
    claimed: row.claimed,
    timeToClaim: viewTime(row.claim_n, row.claim_median, row.claim_p90),
    timeToFirstReply: viewTime(row.reply_n, row.reply_median, row.reply_p90),
  }))
}

async function byDay(work: UnitOfWork, period: Period, botId?: string): Promise<Insights['byDay']> {
  const { rows } = await sql<Insights['byDay'][number]>`
    with begun as (
      select (began_at at time zone ${period.timeZone})::date as day, ${scenarioKey} as key, count(*) as n
      from handover where ${handoversOf(work, period, botId)} group by 1, 2
    ), alive as (
      select (created_at at time zone ${period.timeZone})::date as day, count(distinct conversation_id) as n
      from message where ${writtenIn(work, period, botId)} group by 1
    )
    select to_char(each.day, 'YYYY-MM-DD') as day, coalesce(alive.n, 0) as conversations,
      coalesce(sum(begun.n), 0)::bigint as handovers,
      coalesce(jsonb_object_agg(begun.key, begun.n) filter (where begun.key is not null), '{}') as scenarios
    from (select generate_series(${period.from}::date, ${period.to}::date, interval '1 day')::date as day) each
    left join alive on alive.day = each.day
    left join begun on begun.day = each.day
    group by each.day, alive.n order by each.day`.execute(work.db)
  return rows
}
