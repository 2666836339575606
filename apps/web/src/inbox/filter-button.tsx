import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import { channelsQuery, usersQuery } from '../api/people.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { countFilters, type ListFilter } from './list-filter.ts'

const words = texts.inbox.filter

/** Narrows the list to a channel, an owner or a tag. */
export function FilterButton({
  filter,
  onChange,
}: {
  filter: ListFilter
  onChange: (filter: ListFilter) => void
}) {
  const { data: channels = [] } = useQuery(channelsQuery)
  const { data: users = [] } = useQuery(usersQuery)
  const count = countFilters(filter)
  return (
    <Popover.Root>
      <Popover.Trigger
        render={
          <IconButton
            icon="filter"
            size="md"
            label={words.open(count)}
            className={count > 0 ? 'bg-pressed text-ink' : undefined}
          />
        }
      />
      <Popover.Portal>
        <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-40 outline-0">
          <Popover.Popup
            aria-label={words.title}
            className="grid w-72 gap-3 rounded-card bg-raised p-4 shadow-3 outline-0"
          >
            <Field label={words.channel}>
              <Select
                value={filter.channel ?? ''}
                onChange={(event) => onChange({ ...filter, channel: event.target.value })}
              >
                <option value="">{words.any}</option>
                {channels.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={words.owner}>
              <Select
                value={filter.owner ?? ''}
                onChange={(event) => onChange({ ...filter, owner: event.target.value })}
              >
                <option value="">{words.anybody}</option>
                {users.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={words.tag}>
              <TextInput
                key={filter.tag ?? ''}
                defaultValue={filter.tag ?? ''}
                onBlur={(event) => onChange({ ...filter, tag: event.target.value.trim() })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') event.currentTarget.blur()
                }}
              />
            </Field>
            {count > 0 && (
              <Button variant="quiet" onClick={() => onChange(filter.q ? { q: filter.q } : {})}>
                {words.clear}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
