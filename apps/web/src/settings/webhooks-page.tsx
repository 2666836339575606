import type { CreatedWebhook, Webhook } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { webhooksQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'
import { AdminOnly } from './admin-only.tsx'
import { CreateWebhookDialog } from './create-webhook-dialog.tsx'
import { SettingsPage } from './settings-screen.tsx'
import { WebhookDrawer } from './webhook-drawer.tsx'

const words = texts.settings.webhooks

/** Addresses that are told what happens, and whether they took it. */
export function WebhooksPage() {
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<CreatedWebhook | null>(null)
  return (
    <AdminOnly to="/settings/webhooks">
      <SettingsPage
        title={texts.settings.places.webhooks}
        hint={words.hint}
        actions={
          <Button size="sm" variant="primary" icon="plus" onClick={() => setMaking(true)}>
            {words.add}
          </Button>
        }
      >
        <WebhookList />
        {making && (
          <CreateWebhookDialog
            onClose={() => setMaking(false)}
            onMade={(webhook) => {
              setMaking(false)
              // A channel verifies nothing.
              if (webhook.format === 'standard') setMade(webhook)
            }}
          />
        )}
        <Dialog
          open={made !== null}
          onClose={() => setMade(null)}
          title={words.secret}
          description={words.secretHint}
          actions={
            <Button variant="primary" onClick={() => setMade(null)}>
              {words.done}
            </Button>
          }
        >
          <CopyField label={made?.url ?? ''} text={made?.secret ?? ''} />
        </Dialog>
      </SettingsPage>
    </AdminOnly>
  )
}

function WebhookList() {
  const { data, error, refetch } = useQuery(webhooksQuery)
  const [openId, setOpenId] = useState<string | null>(null)
  const change = useMutation({
    mutationFn: ({ id, active }: Pick<Webhook, 'id' | 'active'>) =>
      baton.updateWebhook({ params: { id }, body: { active } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.webhooks }),
  })
  if (error)
    return (
      <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
    )
  if (!data) return <SkeletonLines widths={['w-80', 'w-72']} label={texts.common.loading} />
  if (data.length === 0)
    return (
      <EmptyState icon="webhook" title={words.none}>
        {words.noneHint}
      </EmptyState>
    )
  const open = data.find(({ id }) => id === openId)
  return (
    <>
      {change.error && <Notice tone="bad">{sentenceOf(change.error)}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {data.map((webhook) => (
          <li key={webhook.id} className="flex items-center gap-3 py-2.5 text-13">
            <span className="min-w-0 flex-1">
              <b className="block truncate font-medium">{webhook.url}</b>
              <span className="text-12 text-ink-2">
                {webhook.format === 'standard'
                  ? words.eventCount(webhook.eventTypes.length)
                  : words.formats[webhook.format]}
                {!webhook.active && ` · ${words.paused}`}
              </span>
            </span>
            <Button size="sm" aria-label={words.open(webhook.url)} onClick={() => setOpenId(webhook.id)}>
              {words.deliveries}
            </Button>
            <Switch
              label={words.activeOf(webhook.url)}
              checked={webhook.active}
              onChange={(active) => change.mutate({ id: webhook.id, active })}
            />
          </li>
        ))}
      </ul>
      {open && <WebhookDrawer webhook={open} onClose={() => setOpenId(null)} />}
    </>
  )
}
