import type { Scenario, Team, User } from '@baton/contract'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Controller, type FieldPathByValue, useFormContext, useWatch } from 'react-hook-form'
import { teamsQuery, usersQuery } from '../api/people.ts'
import { readinessQuery } from '../api/scenarios.ts'
import { Findings } from '../bots/findings.tsx'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { cx } from '../ui/class-names.ts'
import { Beside, Field, Select, TextArea, TextInput } from '../ui/field.tsx'
import { Icon, type IconName, Logo } from '../ui/icon.tsx'
import { Switch } from '../ui/switch.tsx'
import { AbsenceMessageField, FinalMessageField } from './final-message-field.tsx'
import type { FormValues, Span } from './form-values.ts'
import { PhrasesField } from './phrases-field.tsx'
import { TagsField } from './tags-field.tsx'

const words = texts.scenario
const mostCondition = 1_000

/** The form of a scenario, in the order in which things happen: when, then, and for the person who takes it. */
export function ScenarioForm({
  scenario,
  scenarios,
  mayChange,
}: {
  scenario: Scenario
  scenarios: readonly Scenario[]
  mayChange: boolean
}) {
  const { register, control } = useFormContext<FormValues>()
  const { errors } = useFormContext<FormValues>().formState
  const name = useWatch({ control, name: 'name' })
  const condition = useWatch({ control, name: 'triggerCondition' })
  const pauses = useWatch({ control, name: 'pauseBot' })
  return (
    <fieldset disabled={!mayChange} className="grid min-w-0 gap-6">
      <header className="flex flex-wrap items-start gap-3">
        <div className="min-w-0 flex-1">
          <h1 dir="auto" className="truncate text-20 font-semibold tracking-title">
            {name || words.unnamed}
          </h1>
          <p className="text-13 text-ink-2">{texts.bots.kindHints[scenario.kind]}</p>
        </div>
        <span className="flex items-center gap-2 pt-1 text-13 font-medium">
          {words.enabled} <FormSwitch name="enabled" label={words.enabled} />
        </span>
      </header>
      <ReadyNow scenario={scenario} />
      <Step
        icon={<Avatar party={{ kind: 'bot' }} size="md" />}
        line="bg-bot-line"
        title={words.when}
        hint={words.whenHint}
      >
        <div
          className={cx(
            'grid gap-4',
            scenario.kind === 'failed_to_resolve' && 'grid-cols-[1fr_160px] max-tablet:grid-cols-1',
          )}
        >
          <Field label={words.name} error={errors.name?.message}>
            <TextInput maxLength={80} {...register('name')} />
          </Field>
          {scenario.kind === 'failed_to_resolve' && (
            <Field label={words.attempts} error={errors.attempts?.message}>
              <TextInput type="number" inputMode="numeric" min={1} max={10} {...register('attempts')} />
            </Field>
          )}
        </div>
        <Field
          label={words.condition}
          hint={words.conditionHint}
          aside={words.lengthOf(condition.length, mostCondition)}
          error={errors.triggerCondition?.message}
        >
          <TextArea rows={3} maxLength={mostCondition} {...register('triggerCondition')} />
        </Field>
        <PhrasesField scenario={scenario} scenarios={scenarios} />
      </Step>
      <Step
        icon={
          <span className="grid size-8 place-items-center rounded-full bg-surface inset-ring inset-ring-line-2">
            <Logo />
          </span>
        }
        line={pauses ? 'bg-[linear-gradient(var(--bot-line),var(--human-line))]' : 'bg-bot-line'}
        title={words.thenTitle}
        hint={words.thenHint}
      >
        <Card icon="userPlus" title={words.assignTo}>
          <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
            <Field label={words.assignTo} error={errors.assignTo?.message}>
              <PartySelect name="assignTo" none={{ key: 'nobody', label: words.nobody }} />
            </Field>
            <Field label={words.ifUnavailable} error={errors.ifUnavailable?.message}>
              <PartySelect name="ifUnavailable" none={{ key: 'queue', label: words.queue }} />
            </Field>
          </div>
          <Controller
            control={control}
            name="keepPresentOwner"
            render={({ field }) => (
              <Checkbox checked={field.value} onChange={field.onChange}>
                {words.keepOwner}
              </Checkbox>
            )}
          />
        </Card>
        <FinalMessageField />
        <AbsenceMessageField />
        <PauseCard />
      </Step>
      <Step
        icon={<Avatar party={{ kind: 'nobody' }} size="md" />}
        line="bg-human-line"
        title={words.forPerson}
      >
        <SwitchedCard icon="task" title={words.task} name="createsTask">
          <div className="grid grid-cols-[1fr_220px] gap-3 max-tablet:grid-cols-1">
            <Field label={words.taskTitle} error={errors.taskTitle?.message}>
              <TextInput maxLength={200} {...register('taskTitle')} />
            </Field>
            <SpanField name="taskDue" label={words.taskDue} error={errors.taskDue?.count?.message} />
          </div>
          <Field label={words.taskText} error={errors.taskText?.message}>
            <TextArea rows={2} maxLength={2_000} {...register('taskText')} />
          </Field>
        </SwitchedCard>
        <Card icon="tag" title={words.tags}>
          <TagsField />
        </Card>
        <SwitchedCard icon="timer" title={words.target} hint={words.targetHint} name="hasTarget">
          <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
            <SpanField name="target" label={words.targetWithin} error={errors.target?.count?.message} />
            <Field label={words.targetThen}>
              <Select {...register('targetThen')}>
                <option value="remind">{words.targetThenWords.remind}</option>
                <option value="fallback">{words.targetThenWords.fallback}</option>
              </Select>
            </Field>
          </div>
        </SwitchedCard>
      </Step>
    </fieldset>
  )
}

/** What of the scenario that is live keeps it from working. */
function ReadyNow({ scenario }: { scenario: Scenario }) {
  const { data } = useQuery(readinessQuery(scenario.botId))
  const own = data?.scenarios.find(({ scenarioId }) => scenarioId === scenario.id)
  // What is wrong with a phrase stands beside it.
  const findings = [...(data?.bot ?? []), ...(own?.findings ?? [])].filter(
    ({ phraseIndex }) => phraseIndex === undefined,
  )
  if (findings.length === 0) return null
  return (
    <section aria-label={words.liveNow} className="rounded-card border border-line px-4 py-3">
      <h2 className="mb-1.5 text-13 font-semibold">{words.liveNow}</h2>
      <Findings findings={findings} botId={scenario.botId} />
    </section>
  )
}

function PauseCard() {
  const { control, register, formState } = useFormContext<FormValues>()
  const pauses = useWatch({ control, name: 'pauseBot' })
  const reactivates = useWatch({ control, name: 'reactivates' })
  return (
    <SwitchedCard
      icon="moon"
      title={words.pause}
      hint={pauses ? words.pauseOn : words.pauseOff}
      name="pauseBot"
      tone="bot"
    >
      <Controller
        control={control}
        name="reactivates"
        render={({ field }) => (
          <Checkbox checked={field.value} onChange={field.onChange}>
            {words.reactivate}
          </Checkbox>
        )}
      />
      {reactivates && (
        <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
          <SpanField
            name="reactivateAfter"
            label={words.reactivateAfter}
            error={formState.errors.reactivateAfter?.count?.message}
          />
          <Field label={words.countFrom}>
            <Select {...register('countFrom')}>
              <option value="last_user_message">{words.countFromWords.last_user_message}</option>
              <option value="handover">{words.countFromWords.handover}</option>
            </Select>
          </Field>
        </div>
      )}
    </SwitchedCard>
  )
}

function Step({
  icon,
  line,
  title,
  hint,
  children,
}: {
  icon: ReactNode
  /** The colour of the rail beside it: who is in control then. */
  line: string
  title: string
  hint?: string
  children: ReactNode
}) {
  return (
    <section className="relative grid grid-cols-[32px_minmax(0,1fr)] gap-x-3">
      <span
        aria-hidden="true"
        className={cx('absolute top-9 -bottom-5 left-[14.5px] w-0.75 rounded-full', line)}
      />
      <span aria-hidden="true">{icon}</span>
      <div className="flex flex-wrap items-baseline gap-x-2 pt-1">
        <h2 className="text-16 font-semibold tracking-title">{title}</h2>
        {hint && <p className="text-13 text-ink-2">{hint}</p>}
      </div>
      <div className="col-start-2 mt-3 grid min-w-0 gap-4">{children}</div>
    </section>
  )
}

export function Card({
  icon,
  title,
  hint,
  end,
  tone,
  children,
}: {
  icon: IconName
  title: string
  hint?: string | undefined
  end?: ReactNode
  tone?: 'bot' | undefined
  children?: ReactNode
}) {
  return (
    <section
      aria-label={title}
      className={cx(
        'grid min-w-0 gap-3 rounded-card border p-3.5',
        tone === 'bot'
          ? 'border-bot-edge bg-[linear-gradient(90deg,var(--bot-soft),transparent)]'
          : 'border-line',
      )}
    >
      <header className="flex flex-wrap items-center gap-2.5">
        <span className="grid size-6.5 shrink-0 place-items-center rounded-control bg-sunken text-ink-2">
          <Icon name={icon} />
        </span>
        <h3 className="text-14 font-semibold">{title}</h3>
        {hint && (
          <p className="min-w-0 flex-1 text-12 text-ink-2 max-tablet:order-last max-tablet:basis-full">
            {hint}
          </p>
        )}
        {end && <span className="ml-auto flex items-center gap-2">{end}</span>}
      </header>
      {children}
    </section>
  )
}

/** A card that a switch opens. What was typed in it is kept while it is closed. */
function SwitchedCard({
  name,
  tone,
  children,
  ...card
}: {
  icon: IconName
  title: string
  hint?: string
  name: 'createsTask' | 'hasTarget' | 'pauseBot'
  tone?: 'bot'
  children: ReactNode
}) {
  const { control } = useFormContext<FormValues>()
  const on = useWatch({ control, name })
  return (
    <Card {...card} tone={on ? tone : undefined} end={<FormSwitch name={name} label={card.title} />}>
      {on && children}
    </Card>
  )
}

function FormSwitch({ name, label }: { name: FieldPathByValue<FormValues, boolean>; label: string }) {
  const { control, formState } = useFormContext<FormValues>()
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Switch checked={field.value} onChange={field.onChange} label={label} disabled={formState.disabled} />
      )}
    />
  )
}

function SpanField({
  name,
  label,
  error,
}: {
  name: FieldPathByValue<FormValues, Span>
  label: string
  error: string | undefined
}) {
  const { register } = useFormContext<FormValues>()
  return (
    <Field label={label} error={error}>
      <span className="flex gap-2">
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          className="!w-22"
          {...register(`${name}.count`)}
        />
        <Beside>
          <Select aria-label={words.unitOf(label)} {...register(`${name}.unit`)}>
            <option value="minutes">{words.units.minutes}</option>
            <option value="hours">{words.units.hours}</option>
            <option value="days">{words.units.days}</option>
          </Select>
        </Beside>
      </span>
    </Field>
  )
}

function PartySelect({
  name,
  none,
}: {
  name: 'assignTo' | 'ifUnavailable'
  none: { key: string; label: string }
}) {
  const { register, control } = useFormContext<FormValues>()
  const chosen = useWatch({ control, name })
  const { data: users = [] } = useQuery(usersQuery)
  const { data: teams = [] } = useQuery(teamsQuery)
  const eligible = users.filter(({ active, id }) => active || chosen === `user:${id}`)
  return (
    // Until the names are there the choice has none to show.
    <Select key={`${users.length} ${teams.length}`} {...register(name)}>
      <option value={none.key}>{none.label}</option>
      <People users={eligible} />
      <Teams teams={teams} />
    </Select>
  )
}

function People({ users }: { users: readonly User[] }) {
  if (users.length === 0) return null
  return (
    <optgroup label={words.users}>
      {users.map(({ id, name, active }) => (
        <option key={id} value={`user:${id}`}>
          {active ? name : words.deactivated(name)}
        </option>
      ))}
    </optgroup>
  )
}

function Teams({ teams }: { teams: readonly Team[] }) {
  if (teams.length === 0) return null
  return (
    <optgroup label={words.teams}>
      {teams.map(({ id, name }) => (
        <option key={id} value={`team:${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  )
}
