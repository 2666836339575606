import type { AvailabilityInput, User, WeeklyHours } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import { showToast } from '../ui/toast.tsx'
import { availabilityOf, minutesOf } from './duty.ts'
import { refreshStaff } from './save-user.ts'
import { WeekEditor } from './week-editor.tsx'

const words = texts.staff
const nineToFive = () => [{ from: '09:00', to: '17:00' }]

/** Whether somebody takes handovers now, in which hours, and how many at a time. */
export function AvailabilityForm({ user, mayChange }: { user: User; mayChange: boolean }) {
  const save = useMutation({
    mutationFn: (body: AvailabilityInput) => baton.setAvailability({ params: { id: user.id }, body }),
    onSettled: refreshStaff,
  })
  const availability = (save.isPending && save.variables.availability) || availabilityOf(user, new Date())
  return (
    <fieldset disabled={!mayChange} className="grid gap-4">
      {!mayChange && <Notice icon="lock">{words.readOnly}</Notice>}
      {save.error && <Notice tone="bad">{sentenceOf(save.error)}</Notice>}
      <div className="flex flex-wrap items-center gap-3 rounded-card border border-line p-3.5">
        <span
          className={`size-2 rounded-full ${availability === 'available' ? 'bg-ok' : 'inset-ring-[1.5px] inset-ring-field'}`}
        />
        <span className="min-w-40 flex-1 text-13">
          <b className="block font-medium">{words[availability]}</b>
          <span className="text-12 text-ink-2">{awayWords(user, availability)}</span>
        </span>
        <Segments
          label={words.availability}
          disabled={!mayChange}
          value={availability}
          onChange={(key) => save.mutate({ availability: key })}
          options={[
            { key: 'available', title: words.available },
            { key: 'away', title: words.away },
          ]}
        />
      </div>
      {availability === 'away' && (
        <Field label={words.awayFor}>
          <Select
            value=""
            onChange={({ target: { value } }) =>
              save.mutate({ availability: 'away', awayUntil: returnAt(value, new Date()) })
            }
          >
            <option value="" disabled>
              {user.awayUntil ? words.awayUntil(timeOf(user.awayUntil)) : words.awayForHours.forGood}
            </option>
            <option value="hour">{words.awayForHours.hour}</option>
            <option value="morning">{words.awayForHours.morning}</option>
            <option value="forGood">{words.awayForHours.forGood}</option>
          </Select>
        </Field>
      )}
      <Hours
        key={JSON.stringify([user.hours, user.capacity, user.languages, user.skills])}
        user={user}
        busy={save.isPending}
        onSave={(change) =>
          save.mutate(
            { availability: availabilityOf(user, new Date()), ...change },
            { onSuccess: () => showToast(words.saved) },
          )
        }
      />
    </fieldset>
  )
}

function Hours({
  user,
  busy,
  onSave,
}: {
  user: User
  busy: boolean
  onSave: (change: Pick<AvailabilityInput, 'hours' | 'capacity' | 'languages' | 'skills'>) => void
}) {
  const [limited, setLimited] = useState(user.hours !== null)
  const [hours, setHours] = useState<WeeklyHours>(user.hours ?? usualHours())
  const [capacity, setCapacity] = useState(user.capacity === null ? '' : String(user.capacity))
  const [spoken, setSpoken] = useState(user.languages.join(', '))
  const [known, setKnown] = useState(user.skills.join(', '))
  const skills = known
    .split(/[,;]+/)
    .map((skill) => skill.trim())
    .filter(Boolean)
  const languages = spoken.split(/[\s,;]+/).filter(Boolean)
  const badLanguage = languages.some((tag) => !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag))
  const wrong = limited && hours.days.flat().some(({ from, to }) => minutesOf(from) >= minutesOf(to))
  const most = capacity.trim() === '' ? null : Number(capacity)
  const badCapacity = most !== null && !(Number.isInteger(most) && most >= 0 && most <= 1_000)
  return (
    <>
      <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
        <Field label={words.dutyLabel}>
          <Select
            value={limited ? 'hours' : 'always'}
            onChange={(event) => setLimited(event.target.value === 'hours')}
          >
            <option value="always">{words.always}</option>
            <option value="hours">{words.byHours}</option>
          </Select>
        </Field>
        <Field
          label={words.capacity}
          hint={words.capacityHint}
          error={badCapacity ? words.capacityWrong : undefined}
        >
          <TextInput
            type="number"
            inputMode="numeric"
            min={0}
            max={1_000}
            value={capacity}
            onChange={(event) => setCapacity(event.target.value)}
          />
        </Field>
        <Field
          label={words.languages}
          hint={languages.length > 0 && !badLanguage ? namesOf(languages) : words.languagesHint}
          error={badLanguage ? words.languagesWrong : undefined}
        >
          <TextInput value={spoken} onChange={(event) => setSpoken(event.target.value)} />
        </Field>
        <Field label={words.skills} hint={words.skillsHint}>
          <TextInput value={known} onChange={(event) => setKnown(event.target.value)} />
        </Field>
      </div>
      {limited && (
        <>
          <Field label={words.timeZone}>
            <TimeZoneSelect
              value={hours.timeZone}
              onChange={(timeZone) => setHours({ ...hours, timeZone })}
            />
          </Field>
          <WeekEditor days={hours.days} onChange={(days) => setHours({ ...hours, days })} />
          {wrong && <Notice tone="bad">{words.spanWrong}</Notice>}
          <Notice>{words.outside}</Notice>
        </>
      )}
      <Button
        variant="primary"
        className="justify-self-start"
        busy={busy}
        disabled={wrong || badCapacity || badLanguage}
        onClick={() => onSave({ hours: limited ? hours : null, capacity: most, languages, skills })}
      >
        {words.saveHours}
      </Button>
    </>
  )
}

function awayWords(user: User, availability: User['availability']): string {
  if (availability === 'available') return words.availableHint
  return user.awayUntil ? words.awayUntil(timeOf(user.awayUntil)) : words.awayHint
}

function timeOf(instant: string): string {
  return new Date(instant).toLocaleString(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' })
}

/** By the clock of whoever chooses it. */
function returnAt(choice: string, now: Date): string | null {
  if (choice === 'forGood') return null
  if (choice === 'hour') return new Date(now.getTime() + 60 * 60 * 1000).toISOString()
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9).toISOString()
}

/** The languages by name, in the words of the page. */
function namesOf(tags: string[]): string {
  const names = new Intl.DisplayNames(undefined, { type: 'language' })
  return new Intl.ListFormat().format(tags.map((tag) => names.of(tag) ?? tag))
}

function usualHours(): WeeklyHours {
  return {
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    days: [nineToFive(), nineToFive(), nineToFive(), nineToFive(), nineToFive(), [], []],
  }
}
