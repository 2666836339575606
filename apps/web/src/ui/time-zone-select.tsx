import { Select } from './field.tsx'

const zones = Intl.supportedValuesOf('timeZone')

/** A time zone by its name. */
export function TimeZoneSelect({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const all = zones.includes(value) ? zones : [value, ...zones]
  return (
    <Select value={value} onChange={(event) => onChange(event.target.value)}>
      {all.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  )
}
