import type { NotificationWay, ReadinessFinding } from '@baton/contract'
import { lintPhrases, type PhraseFinding } from '@baton/detection'
import { type AssignTo, canTake, type Fallback, type Roster } from '@baton/handover'
import { hasArticle } from '../article/queries.ts'
import { asDetectorScenario } from '../bot/judge.ts'
import type { BotRow } from '../bot/read-turn.ts'
import { findBot } from '../bot/save-bot.ts'
import type { UnitOfWork } from '../context.ts'
import { waysOf } from '../notification/settings.ts'
import { loadRoster } from '../staff/load-roster.ts'
import { findModel } from '../workspace/model.ts'
import { listScenarios, type ScenarioRow } from './queries.ts'

export type BotReadiness = {
  bot: ReadinessFinding[]
  scenarios: { scenarioId: string; name: string; enabled: boolean; findings: ReadinessFinding[] }[]
}

/** Everything that would keep a bot's handovers from working now, each with the way to mend it (R10). */
export async function checkReadiness(work: UnitOfWork, botId: string): Promise<BotReadiness> {
  const bot = await findBot(work, botId)
  const scenarios = await listScenarios(work, botId)
  const roster = await loadRoster(
    work,
    scenarios.flatMap((scenario) => [scenario.assign_to, scenario.if_unavailable]),
    null,
  )
  const ways = await waysOf(work, [...roster.staff.keys()], 'conversation_assigned')
  const phrases = lintPhrases(scenarios.map(asDetectorScenario))
  return {
    bot: await checkBot(work, bot),
    scenarios: scenarios.map((scenario) => ({
      scenarioId: scenario.id,
      name: scenario.name,
      enabled: scenario.enabled,
      findings: [
        ...checkSettings(scenario),
        ...checkAssignee(scenario, roster, work.now.getTime()),
        ...checkTold(scenario, roster, ways),
        ...phrases.filter((finding) => finding.scenarioId === scenario.id).map(phraseFinding),
      ],
    })),
  }
}

async function checkBot(work: UnitOfWork, bot: BotRow): Promise<ReadinessFinding[]> {
  const { db, workspaceId } = work
  const findings: ReadinessFinding[] = []
  if (bot.mode !== 'autopilot')
    findings.push({
      code: 'bot_not_on_autopilot',
      severity: 'error',
      message: `The bot is ${bot.mode === 'off' ? 'off' : 'suggestive'}, and hands over on autopilot only.`,
      fix: 'Set the mode of the bot to autopilot.',
    })
  const channel = await db
    .selectFrom('channel')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('bot_id', '=', bot.id)
    .limit(1)
    .executeTakeFirst()
  if (!channel)
    findings.push({
      code: 'bot_on_no_channel',
      severity: 'error',
      message: 'The bot stands behind no channel, so it reads nothing.',
      fix: 'Choose the bot in the settings of a channel.',
    })
  if (bot.brain.kind === 'external' && bot.brain.url && !bot.call_secret)
    findings.push({
      code: 'bot_has_no_call_secret',
      severity: 'error',
      message: 'The outside bot is not called, for there is no secret to sign the calls with.',
      fix: 'Make a secret in the settings of the bot, and give it to the outside bot.',
    })
  return [...findings, ...(await checkBrain(work, bot))]
}

/** A bot that cannot answer hands over each time: handovers work, and nobody wants them like that. */
async function checkBrain(work: UnitOfWork, { id, brain }: BotRow): Promise<ReadinessFinding[]> {
  if (brain.kind === 'model' && !(await findModel(work)))
    return [
      {
        code: 'bot_has_no_model',
        severity: 'warning',
        message: 'The bot answers with the language model, and none is set. It hands over each question.',
        fix: 'Set one in Settings → Model.',
      },
    ]
  if (brain.kind !== 'knowledge' || (await hasArticle(work, id))) return []
  return [
    {
      code: 'bot_has_no_articles',
      severity: 'warning',
      message: 'The bot quotes articles, and there are none. It hands over each question.',
      fix: 'Write or import articles.',
    },
  ]
}

function checkSettings(scenario: ScenarioRow): ReadinessFinding[] {
  const findings: ReadinessFinding[] = []
  const needsPhrases = scenario.kind === 'human_requested' || scenario.kind === 'custom'
  if (!scenario.enabled)
    findings.push({
      code: 'scenario_disabled',
      severity: 'error',
      message: 'The scenario is disabled.',
      fix: 'Enable it.',
    })
  if (needsPhrases && scenario.example_phrases.length < 2)
    findings.push({
      code: 'too_few_phrases',
      severity: 'error',
      message: `It has ${scenario.example_phrases.length} example phrases and needs at least 2.`,
      fix: 'Add phrases that a contact would write.',
    })
  if (!scenario.pause_bot)
    findings.push({
      code: 'bot_not_paused',
      severity: 'warning',
      message:
        'The bot is not paused: the conversation is flagged and assigned, and the bot goes on answering.',
      fix: 'Switch on “Pause the bot” if a person should take over.',
    })
  if (scenario.final_message.trim() === '')
    findings.push({
      code: 'final_message_missing',
      severity: 'error',
      message: 'The contact is told nothing when the bot falls silent.',
      fix: 'Write a final message.',
    })
  return findings
}

const verdicts = {
  not_found: 'is not there any more',
  deactivated: 'is deactivated',
  no_permission: 'may not reply to contacts',
  away: 'is away',
  time_off: 'has time off',
  holiday: 'has a holiday today',
  outside_hours: 'is outside their hours now',
  at_capacity: 'has as many open handovers as they may have',
  nobody_in_team: 'has nobody who could take a handover now',
} as const

const lasting = new Set<keyof typeof verdicts>(['not_found', 'deactivated', 'no_permission'])

function checkAssignee(scenario: ScenarioRow, roster: Roster, now: number): ReadinessFinding[] {
  const target = scenario.assign_to
  if (target.type === 'nobody')
    return [
      {
        code: 'no_assignee',
        severity: 'warning',
        message: 'Nobody is assigned: every handover waits in Needs a human, and all admins are told.',
        fix: 'Choose a user or a team.',
      },
    ]
  const verdict = verdictOf(target, roster, now)
  if (verdict === 'takes_it') return []
  const whom = target.type === 'user' ? 'The assignee' : 'The team'
  const saved = rescuedBy(scenario.if_unavailable, roster, now)
  return [
    {
      code: `assignee_${verdict}`,
      severity: lasting.has(verdict) ? 'error' : 'warning',
      message: `${whom} ${verdicts[verdict]}. ${saved}`,
      fix:
        target.type === 'user'
          ? 'Choose somebody else, or change their settings.'
          : 'Change the team, or choose another.',
    },
  ]
}

/** Whether whoever it goes to has every notification of it off. */
function checkTold(
  { assign_to: target }: ScenarioRow,
  roster: Roster,
  ways: Map<string, NotificationWay[]>,
): ReadinessFinding[] {
  if (target.type === 'nobody') return []
  const userIds = target.type === 'user' ? [target.userId] : (roster.teams.get(target.teamId) ?? [])
  const listening = userIds.map((userId) => ways.get(userId)).filter((wanted) => wanted !== undefined)
  if (listening.length === 0 || listening.some((wanted) => wanted.length > 0)) return []
  return [
    {
      code: 'assignee_not_told',
      severity: 'warning',
      message:
        target.type === 'user'
          ? 'The assignee has every notification of an assigned conversation off.'
          : 'Everybody in the team has every notification of an assigned conversation off.',
      fix: 'Switch on one way in the notification settings.',
    },
  ]
}

function verdictOf(target: Exclude<AssignTo, { type: 'nobody' }>, roster: Roster, now: number) {
  if (target.type === 'user') return canTake(roster.staff.get(target.userId), now)
  const members = roster.teams.get(target.teamId) ?? []
  const free = members.some((userId) => canTake(roster.staff.get(userId), now) === 'takes_it')
  return free ? 'takes_it' : 'nobody_in_team'
}

function rescuedBy(fallback: Fallback, roster: Roster, now: number): string {
  const taken = fallback.type !== 'queue' && verdictOf(fallback, roster, now) === 'takes_it'
  return taken ? 'The fallback takes its handovers.' : 'Its handovers wait in Needs a human.'
}

function phraseFinding(finding: PhraseFinding): ReadinessFinding {
  return {
    code: `phrase_${finding.code}`,
    severity: 'warning',
    message: finding.message,
    fix: 'Change or remove the phrase.',
    phraseIndex: finding.phraseIndex,
  }
}
