import { z } from 'zod'
import { line, queryNumber } from './scalar.ts'

const day = z.iso.date({ error: 'Give a date such as 2026-12-25.' }).meta({ examples: ['2026-12-25'] })
const year = z.int().min(2000).max(2100)

export const holiday = z
  .object({ day, name: line(80).meta({ examples: ['Christmas Day'] }) })
  .meta({ id: 'Holiday' })
export type Holiday = z.output<typeof holiday>

export const holidayQuery = z.strictObject({
  year: queryNumber().min(2000).max(2100).optional().meta({ description: 'Only those of a year.' }),
})
export type HolidayQuery = z.output<typeof holidayQuery>

export const holidays = z.object({ items: z.array(holiday) })

export const holidayParams = z.strictObject({ day })
export const holidayInput = z.strictObject({ name: holiday.shape.name }).meta({ id: 'HolidayInput' })

export const holidayImport = z
  .strictObject({
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, { error: 'Give a country code such as DE.' })
      .meta({ examples: ['DE'] }),
    state: z
      .string()
      .max(10)
      .nullish()
      .meta({
        description: 'The part of the country, such as `BY`. Left out: what all have.',
        examples: ['BY'],
      }),
    year: year.meta({ examples: [2026] }),
  })
  .meta({ id: 'HolidayImport' })
export type HolidayImport = z.output<typeof holidayImport>

const place = z.object({
  code: z.string().meta({ examples: ['DE'] }),
  name: z.string().meta({ examples: ['Deutschland'] }),
})

export const holidayPlacesQuery = z.strictObject({
  country: z.string().max(2).optional().meta({ description: 'For its parts. Left out: the countries.' }),
})
export const holidayPlaces = z.object({ items: z.array(place) }).meta({ id: 'HolidayPlaces' })
export type HolidayPlaces = z.output<typeof holidayPlaces>
