import type { ApiKey, CreatedApiKey } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { apiKeysQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { AdminOnly } from './admin-only.tsx'
import { CreateKeyDialog } from './create-key-dialog.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.apiKeys

/** The keys of programs, and what each may do. */
export function ApiKeysPage() {
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<CreatedApiKey | null>(null)
  return (
    <AdminOnly to="/settings/api-keys">
      <SettingsPage
        title={texts.settings.places.apiKeys}
        hint={words.hint}
        actions={
          <Button size="sm" variant="primary" icon="plus" onClick={() => setMaking(true)}>
            {words.add}
          </Button>
        }
      >
        <KeyList />
        {making && (
          <CreateKeyDialog
            onClose={() => setMaking(false)}
            onMade={(key) => {
              setMaking(false)
              setMade(key)
            }}
          />
        )}
        <Dialog
          open={made !== null}
          onClose={() => setMade(null)}
          title={made?.name ?? ''}
          description={words.created}
          actions={
            <Button variant="primary" onClick={() => setMade(null)}>
              {words.done}
            </Button>
          }
        >
          <CopyField label={words.token} text={made?.token ?? ''} />
        </Dialog>
      </SettingsPage>
    </AdminOnly>
  )
}

function KeyList() {
  const { data, error, refetch } = useQuery(apiKeysQuery)
  const [leaving, setLeaving] = useState<ApiKey | null>(null)
  const remove = useMutation({
    mutationFn: (id: string) => baton.deleteApiKey({ params: { id } }),
    onSuccess: () => setLeaving(null),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.apiKeys }),
  })
  if (error)
    return (
      <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
    )
  if (!data) return <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />
  if (data.length === 0) return <EmptyState icon="key" title={words.none} />
  return (
    <ul className="divide-y divide-line border-y border-line">
      {data.map((key) => (
        <li key={key.id} className="flex items-center gap-3 py-2.5 text-13">
          <span className="min-w-0 flex-1">
            <b dir="auto" className="block truncate font-medium">
              {key.name}
            </b>
            <span className="flex flex-wrap items-center gap-x-2 text-12 text-ink-2">
              <code>{key.prefix}…</code>
              {key.lastUsedAt ? (
                <span>
                  {words.lastUsed} <DateTime at={key.lastUsedAt} />
                </span>
              ) : (
                words.never
              )}
            </span>
            <span className="mt-1 flex flex-wrap gap-1">
              {key.scopes.map((scope) => (
                <Tag key={scope}>{scope === '*' ? words.everything : scope}</Tag>
              ))}
            </span>
          </span>
          <IconButton icon="close" label={`${words.remove}: ${key.name}`} onClick={() => setLeaving(key)} />
        </li>
      ))}
      <Dialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={words.removeTitle(leaving?.name ?? '')}
        description={words.removeHint}
        actions={
          <>
            <Button onClick={() => setLeaving(null)}>{texts.common.cancel}</Button>
            <Button
              variant="bad"
              busy={remove.isPending}
              onClick={() => leaving && remove.mutate(leaving.id)}
            >
              {words.remove}
            </Button>
          </>
        }
      >
        {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
      </Dialog>
    </ul>
  )
}
