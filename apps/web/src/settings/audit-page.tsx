import type { AuditEntry, AuditSubject } from '@baton/contract'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf } from '../api/client.ts'
import { usersQuery, useUsers } from '../api/people.ts'
import { auditEntriesQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Select } from '../ui/field.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { AdminOnly } from './admin-only.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.audit
const subjects = Object.keys(words.subjects) as AuditSubject[]

/** Who changed what, newest first. */
export function AuditPage() {
  return (
    <AdminOnly to="/settings/audit">
      <AuditLog />
    </AdminOnly>
  )
}

function AuditLog() {
  const { data: users = [] } = useQuery(usersQuery)
  const [about, setAbout] = useState('')
  const [userId, setUserId] = useState('')
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditEntriesQuery({ ...(about ? { about: about as AuditSubject } : {}), ...(userId ? { userId } : {}) }),
  )
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <SettingsPage
      title={texts.settings.places.audit}
      hint={words.hint}
      narrow={false}
      actions={
        <>
          <Select aria-label={words.about} value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">{words.everything}</option>
            {subjects.map((subject) => (
              <option key={subject} value={subject}>
                {words.subjects[subject]}
              </option>
            ))}
          </Select>
          <Select aria-label={words.who} value={userId} onChange={(event) => setUserId(event.target.value)}>
            <option value="">{words.everybody}</option>
            {users.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </>
      }
    >
      {error && (
        <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!entries && !error && (
        <div className="p-5">
          <SkeletonLines widths={['w-80', 'w-72', 'w-80']} label={texts.common.loading} />
        </div>
      )}
      {entries?.length === 0 && <p className="p-5 text-13 text-ink-2">{words.none}</p>}
      {entries && entries.length > 0 && (
        <table className="mt-2 w-full border-collapse text-13">
          <thead>
            <tr className="border-b border-line text-left text-12 text-ink-2">
              <th scope="col" className="h-9 pl-5 font-medium max-tablet:pl-4">
                {words.when}
              </th>
              <th scope="col" className="font-medium">
                {words.who}
              </th>
              <th scope="col" className="font-medium">
                {words.what}
              </th>
              <th scope="col" className="pr-5 font-medium max-tablet:hidden">
                {words.changed}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <div className="p-5">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </SettingsPage>
  )
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const users = useUsers()
  const [thing = '', verb = ''] = entry.type.split('.')
  const subject = words.subjects[thing as AuditSubject] ?? thing
  const person = entry.by?.userId ? users.get(entry.by.userId)?.name : undefined
  const who =
    entry.by === null
      ? words.baton
      : person === undefined
        ? words.byKey
        : entry.by.apiKeyId
          ? words.forUser(person)
          : person
  return (
    <tr className="border-b border-line align-top">
      <td className="py-2 pr-3 pl-5 whitespace-nowrap text-ink-2 max-tablet:pl-4">
        <DateTime at={entry.at} />
      </td>
      <td className="py-2 pr-3">{who}</td>
      <td className="py-2 pr-3">
        {subject} {words.verbs[verb] ?? verb}
        {entry.name && (
          <b dir="auto" className="block font-medium break-words">
            {entry.name}
          </b>
        )}
      </td>
      <td className="py-2 pr-5 text-12 break-words text-ink-2 max-tablet:hidden">
        {entry.changed?.join(', ')}
      </td>
    </tr>
  )
}
