import type { FieldError, Scenario, ScenarioPatch, TriedScenarios } from '@baton/contract'
import { scenarioPatch } from '@baton/contract'
import { texts } from '../texts/index.ts'

type AssignTo = Scenario['assignTo']
type Fallback = Scenario['ifUnavailable']

const units = { minutes: 1, hours: 60, days: 24 * 60 } as const
type Unit = keyof typeof units
/** So many minutes, hours or days, as it is typed. */
export type Span = { count: string; unit: Unit }

/** What stands in the editor, finished or not. Parts that are switched off keep what was typed in them. */
export type FormValues = {
  name: string
  enabled: boolean
  triggerCondition: string
  phrases: { text: string }[]
  attempts: string
  /** `nobody`, `user:` or `team:` with an id. */
  assignTo: string
  /** `queue`, `user:` or `team:` with an id. */
  ifUnavailable: string
  keepPresentOwner: boolean
  finalMessage: string
  translations: { locale: string; text: string }[]
  absenceMessage: string
  absenceTranslations: { locale: string; text: string }[]
  pauseBot: boolean
  reactivates: boolean
  reactivateAfter: Span
  countFrom: 'handover' | 'last_user_message'
  createsTask: boolean
  taskTitle: string
  taskText: string
  taskDue: Span
  tags: string[]
  hasTarget: boolean
  target: Span
  targetThen: 'remind' | 'fallback'
}

/** A whole scenario without what the server gives it: what is saved, and what two versions are compared by. */
export type Patch = ScenarioPatch

/** A saved scenario as it stands in the editor. */
export function valuesOf(scenario: Scenario): FormValues {
  const { reactivateAfter, createTask, responseTarget } = scenario
  return {
    name: scenario.name,
    enabled: scenario.enabled,
    triggerCondition: scenario.triggerCondition,
    phrases: scenario.examplePhrases.map((text) => ({ text })),
    attempts: String(scenario.attempts),
    assignTo: partyKey(scenario.assignTo),
    ifUnavailable: partyKey(scenario.ifUnavailable),
    keepPresentOwner: scenario.keepPresentOwner,
    finalMessage: scenario.finalMessage,
    translations: translationsOf(scenario.finalMessageTranslations),
    absenceMessage: scenario.absenceMessage,
    absenceTranslations: translationsOf(scenario.absenceMessageTranslations),
    pauseBot: scenario.pauseBot,
    reactivates: reactivateAfter !== null,
    reactivateAfter: spanOf(reactivateAfter?.minutes ?? 30),
    countFrom: reactivateAfter?.countFrom ?? 'last_user_message',
    createsTask: createTask !== null,
    taskTitle: createTask?.title ?? texts.scenario.taskTitleDefault,
    taskText: createTask?.text ?? '',
    taskDue: spanOf(createTask?.dueInMinutes ?? units.days),
    tags: [...scenario.tags],
    hasTarget: responseTarget !== null,
    target: spanOf(responseTarget?.minutes ?? 15),
    targetThen: responseTarget?.then ?? 'remind',
  }
}

/** What the editor would save. Phrases and translations that are empty are left out. */
export function patchOf(values: FormValues): Patch {
  return {
    name: values.name.trim(),
    enabled: values.enabled,
    triggerCondition: values.triggerCondition.trim(),
    examplePhrases: phrasesOf(values),
    attempts: numberOf(values.attempts),
    assignTo: assigneeOf(values.assignTo),
    ifUnavailable: fallbackOf(values.ifUnavailable),
    keepPresentOwner: values.keepPresentOwner,
    finalMessage: values.finalMessage.trim(),
    finalMessageTranslations: byLocale(values.translations),
    absenceMessage: values.absenceMessage.trim(),
    absenceMessageTranslations: byLocale(values.absenceTranslations),
    pauseBot: values.pauseBot,
    reactivateAfter: values.reactivates
      ? { minutes: minutesOf(values.reactivateAfter), countFrom: values.countFrom }
      : null,
    createTask: values.createsTask
      ? {
          title: values.taskTitle.trim(),
          text: values.taskText.trim(),
          dueInMinutes: minutesOf(values.taskDue),
        }
      : null,
    tags: values.tags,
    responseTarget: values.hasTarget
      ? // biome-ignore lint/suspicious/noThenProperty: it holds a word
        { minutes: minutesOf(values.target), then: values.targetThen }
      : null,
  }
}

/** What of the editor detection reads, for *Try it*. */
export function triedOf(scenario: Scenario, values: FormValues): TriedScenarios[number] {
  return {
    id: scenario.id,
    kind: scenario.kind,
    name: values.name.slice(0, 80),
    enabled: values.enabled,
    triggerCondition: values.triggerCondition.slice(0, 1_000),
    examplePhrases: values.phrases.map(({ text }) => text.slice(0, 300)),
    attempts: Math.min(10, Math.max(1, Math.round(numberOf(values.attempts) || 1))),
  }
}

/** A saved scenario, for *Try it* beside the one in the editor. */
export function triedAsSaved(scenario: Scenario): TriedScenarios[number] {
  const { id, kind, name, enabled, triggerCondition, examplePhrases, attempts } = scenario
  return { id, kind, name, enabled, triggerCondition, examplePhrases, attempts }
}

/** The values of a draft over those of the scenario. What is of another form, as from an older Baton, is left out. */
export function withDraft(values: FormValues, content: Record<string, unknown>): FormValues {
  const fitting = Object.entries(content).filter(
    ([key, value]) => key in values && isAlike(value, values[key as keyof FormValues]),
  )
  return { ...values, ...Object.fromEntries(fitting) }
}

/** The fields in which two versions differ. */
export function differingFields(one: Patch, other: Patch): (keyof Patch)[] {
  const keys = Object.keys(one) as (keyof Patch)[]
  return keys.filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
}

/** What is wrong, by the name of the field it is shown at. Empty: nothing. */
export function faultsOf(values: FormValues): Map<string, string> {
  const { error } = scenarioPatch.safeParse(patchOf(values))
  const issues = (error?.issues ?? []).map(({ path, message }) => ({
    path: path.map(String),
    message,
  }))
  return faultsAt(issues, values)
}

/** The same for what the server refused. */
export function refusedFaults(errors: readonly FieldError[], values: FormValues): Map<string, string> {
  const issues = errors.map(({ path, message }) => ({
    path: path.split('.').filter((part) => part !== 'body'),
    message,
  }))
  return faultsAt(issues, values)
}

function faultsAt(
  issues: readonly { path: string[]; message: string }[],
  values: FormValues,
): Map<string, string> {
  const faults = new Map<string, string>()
  for (const { path, message } of issues) {
    const field = fieldAt(path, values)
    if (!faults.has(field)) faults.set(field, texts.scenario.ranges[field] ?? message)
  }
  return faults
}

const fieldsOfPath: Record<string, string> = {
  'reactivateAfter.minutes': 'reactivateAfter.count',
  'createTask.title': 'taskTitle',
  'createTask.text': 'taskText',
  'createTask.dueInMinutes': 'taskDue.count',
  'responseTarget.minutes': 'target.count',
}

const translationsAt: Record<string, 'translations' | 'absenceTranslations'> = {
  finalMessageTranslations: 'translations',
  absenceMessageTranslations: 'absenceTranslations',
}

function fieldAt([head = '', next, ...rest]: string[], values: FormValues): string {
  if (head === 'examplePhrases') return next === undefined ? 'phrases' : phraseField(Number(next), values)
  const list = translationsAt[head]
  if (list) {
    const at = values[list].findIndex(({ locale }) => locale.trim() === next)
    return at === -1 ? list : `${list}.${at}.text`
  }
  if (head === 'tags') return 'tags'
  return fieldsOfPath[[head, next, ...rest].join('.')] ?? head
}

/** Where in the form a phrase of the patch stands, which counts without the empty ones. */
function phraseField(index: number, { phrases }: FormValues): string {
  const filled = phrases.flatMap(({ text }, at) => (text.trim() === '' ? [] : [at]))
  return `phrases.${filled[index] ?? index}.text`
}

function phrasesOf({ phrases }: FormValues): string[] {
  return phrases.map(({ text }) => text.trim()).filter((text) => text !== '')
}

function translationsOf(translations: Record<string, string>): FormValues['translations'] {
  return Object.entries(translations).map(([locale, text]) => ({ locale, text }))
}

function byLocale(translations: FormValues['translations']): Record<string, string> {
  return Object.fromEntries(
    translations.filter(isFilled).map(({ locale, text }) => [locale.trim(), text.trim()]),
  )
}

function isFilled({ locale, text }: FormValues['translations'][number]): boolean {
  return locale.trim() !== '' || text.trim() !== ''
}

function partyKey(party: AssignTo | Fallback): string {
  if (party.type === 'user') return `user:${party.userId}`
  if (party.type === 'team') return `team:${party.teamId}`
  return party.type
}

function assigneeOf(key: string): AssignTo {
  const [type, id = ''] = key.split(':')
  if (type === 'user') return { type, userId: id }
  return type === 'team' ? { type, teamId: id } : { type: 'nobody' }
}

function fallbackOf(key: string): Fallback {
  const assignee = assigneeOf(key)
  return assignee.type === 'nobody' ? { type: 'queue' } : assignee
}

/** The largest unit that leaves a whole number. */
function spanOf(minutes: number): Span {
  const unit = minutes % units.days === 0 ? 'days' : minutes % units.hours === 0 ? 'hours' : 'minutes'
  return { count: String(minutes / units[unit]), unit }
}

function minutesOf({ count, unit }: Span): number {
  return numberOf(count) * units[unit]
}

function numberOf(typed: string): number {
  return typed.trim() === '' ? Number.NaN : Number(typed)
}

function isAlike(value: unknown, example: unknown): boolean {
  if (Array.isArray(example)) return Array.isArray(value)
  return typeof value === typeof example && value !== null
}
