import type { Scenario } from '@baton/contract'
import { useTeams, useUsers } from '../api/people.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { differingFields, type Patch, patchOf, valuesOf } from './form-values.ts'

const words = texts.scenario

/** Two people changed one scenario: both versions side by side, and the choice. */
export function ConflictDialog({
  mine,
  theirs,
  busy,
  onClose,
  onTakeTheirs,
  onSaveMine,
}: {
  mine: Patch
  /** What somebody else saved. Null: there is no conflict. */
  theirs: Scenario | null
  busy: boolean
  onClose: () => void
  onTakeTheirs: () => void
  onSaveMine: () => void
}) {
  const saved = theirs && patchOf(valuesOf(theirs))
  return (
    <Dialog
      open={theirs !== null}
      onClose={onClose}
      title={words.conflictTitle}
      description={words.conflictHint}
      className="!w-[min(760px,calc(100vw-24px))]"
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {words.editOn}
          </Button>
          <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
          <Button variant="primary" busy={busy} onClick={onSaveMine}>
            {words.saveYours}
          </Button>
        </>
      }
    >
      <table className="w-full table-fixed border-collapse text-13">
        <thead>
          <tr className="text-left text-12 text-ink-3">
            <th className="w-1/4 py-1 font-medium">
              <span className="sr-only">{words.field}</span>
            </th>
            <th className="py-1 pr-3 font-medium">{words.yours}</th>
            <th className="py-1 font-medium">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {saved &&
            differingFields(mine, saved).map((field) => (
              <tr key={field} className="border-t border-line align-top">
                <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                  {words.fields[field]}
                </th>
                <td dir="auto" className="py-1.5 pr-3 break-words whitespace-pre-wrap">
                  <Said value={mine[field]} />
                </td>
                <td dir="auto" className="py-1.5 break-words whitespace-pre-wrap">
                  <Said value={saved[field]} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Dialog>
  )
}

/** The value of a field in words. */
function Said({ value }: { value: Patch[keyof Patch] }) {
  const users = useUsers()
  const teams = useTeams()
  if (value === null || value === undefined || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.on : words.off
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.join('\n')
  if (typeof value !== 'object') return String(value)
  if ('type' in value) {
    if (value.type === 'user') return users.get(value.userId)?.name ?? words.users
    if (value.type === 'team') return teams.get(value.teamId)?.name ?? words.teams
    return value.type === 'queue' ? words.queue : words.nobody
  }
  return Object.entries(value)
    .map(([key, part]) => `${words.parts[key] ?? key}: ${part}`)
    .join('\n')
}
