import type { Holiday } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { baton, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Section } from './section.tsx'

const words = texts.settings.holidays
const refresh = () => queryClient.invalidateQueries({ queryKey: keys.holidays })
const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' })

/** The days on which nobody with weekly hours is on duty, a year at a time. */
export function HolidaysSection() {
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [importing, setImporting] = useState(false)
  const { data, error } = useQuery({
    queryKey: [...keys.holidays, year],
    queryFn: async () => (await baton.listHolidays({ query: { year } })).items,
  })
  const remove = useMutation({
    mutationFn: (day: string) => baton.deleteHoliday({ params: { day } }),
    onSettled: refresh,
  })
  const failure = error ?? remove.error
  return (
    <Section title={words.title} hint={words.hint}>
      {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        <IconButton icon="arrowLeft" label={words.before} onClick={() => setYear(year - 1)} />
        <b className="text-14 font-medium tabular-nums">{year}</b>
        <IconButton icon="arrow" label={words.after} onClick={() => setYear(year + 1)} />
        <Button size="sm" icon="plus" className="ml-auto" onClick={() => setImporting(true)}>
          {words.import}
        </Button>
      </div>
      {data?.length === 0 && <p className="text-13 text-ink-2">{words.none}</p>}
      <ul className="divide-y divide-line" aria-label={words.title}>
        {data?.map((holiday) => (
          <HolidayLine key={holiday.day} holiday={holiday} onRemove={() => remove.mutate(holiday.day)} />
        ))}
      </ul>
      <AddHoliday />
      {importing && <ImportDialog year={year} onClose={() => setImporting(false)} />}
    </Section>
  )
}

function HolidayLine({ holiday: { day, name }, onRemove }: { holiday: Holiday; onRemove: () => void }) {
  return (
    <li className="flex items-center gap-3 py-1.5 text-13">
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block truncate">
          {name}
        </span>
        <span className="text-12 text-ink-2">{dayFormat.format(new Date(day))}</span>
      </span>
      <IconButton icon="close" label={words.remove(name)} onClick={onRemove} />
    </li>
  )
}

function AddHoliday() {
  const form = useForm({ defaultValues: { day: '', name: '' } })
  const { register, formState, handleSubmit, reset } = form
  const submit = handleSubmit(async ({ day, name }) => {
    try {
      await baton.saveHoliday({ params: { day }, body: { name } })
      await refresh()
      reset()
    } catch (error) {
      failAt(form, error)
    }
  })
  return (
    <form noValidate onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field label={words.day} error={formState.errors.day?.message}>
        <TextInput type="date" {...register('day', { required: words.dayMissing })} />
      </Field>
      <Field label={words.name} error={formState.errors.name?.message ?? formState.errors.root?.message}>
        <TextInput maxLength={80} {...register('name', { required: words.nameMissing })} />
      </Field>
      <Button type="submit" busy={formState.isSubmitting}>
        {words.add}
      </Button>
    </form>
  )
}

function ImportDialog({ year, onClose }: { year: number; onClose: () => void }) {
  const [country, setCountry] = useState('')
  const [state, setState] = useState('')
  const places = (of?: string) => ({
    queryKey: [...keys.holidays, 'places', of ?? ''],
    queryFn: async () => (await baton.listHolidayPlaces({ query: of ? { country: of } : {} })).items,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const countries = useQuery(places())
  const parts = useQuery({ ...places(country), enabled: country !== '' })
  const bring = useMutation({
    mutationFn: () => baton.importHolidays({ body: { country, state: state || null, year } }),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.importTitle(year)}
      description={words.importHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button
            variant="primary"
            busy={bring.isPending}
            disabled={country === ''}
            onClick={() => bring.mutate()}
          >
            {words.import}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {bring.error && <Notice tone="bad">{sentenceOf(bring.error)}</Notice>}
        <Field label={words.country}>
          <Select
            value={country}
            onChange={(event) => {
              setCountry(event.target.value)
              setState('')
            }}
          >
            <option value="">{words.choose}</option>
            {countries.data?.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {parts.data && parts.data.length > 0 && (
          <Field label={words.part}>
            <Select value={state} onChange={(event) => setState(event.target.value)}>
              <option value="">{words.whole}</option>
              {parts.data.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </Dialog>
  )
}
