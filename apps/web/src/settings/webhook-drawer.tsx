import type { Webhook, WebhookDelivery } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { deliveriesQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime, timeToTheSecond } from '../ui/date-time.tsx'
import { Dialog, Drawer } from '../ui/dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'

const words = texts.settings.webhooks
const tones = { pending: 'neutral', delivered: 'ok', failed: 'bad' } as const

/** What was posted to a webhook and what came of it. Each can be sent again. */
export function WebhookDrawer({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const { data, error, refetch } = useQuery(deliveriesQuery(webhook.id))
  const [leaving, setLeaving] = useState(false)
  const resend = useMutation({
    mutationFn: (deliveryId: string) =>
      baton.resendWebhookDelivery({ params: { id: webhook.id, deliveryId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.deliveries(webhook.id) }),
  })
  const test = useMutation({ mutationFn: () => baton.testWebhook({ params: { id: webhook.id } }) })
  return (
    <Drawer
      open
      onClose={onClose}
      title={words.deliveries}
      description={webhook.url}
      footer={
        <>
          <Button busy={test.isPending} onClick={() => test.mutate()}>
            {words.test}
          </Button>
          <Button variant="bad" onClick={() => setLeaving(true)}>
            {words.remove}
          </Button>
        </>
      }
    >
      {test.data && (
        <div className="p-5 pb-0" role="status">
          <Notice tone={test.data.ok ? 'neutral' : 'bad'}>
            {test.data.ok ? words.testArrived(test.data.status ?? 200) : test.data.error}
          </Notice>
        </div>
      )}
      {resend.error && (
        <div className="p-5 pb-0">
          <Notice tone="bad">{sentenceOf(resend.error)}</Notice>
        </div>
      )}
      {error && (
        <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <div className="p-5">
          <SkeletonLines widths={['w-full', 'w-4/5']} label={texts.common.loading} />
        </div>
      )}
      {data?.length === 0 && <EmptyState icon="webhook" title={words.noDeliveries} />}
      <ul className="divide-y divide-line">
        {data?.map((delivery) => (
          <DeliveryLine
            key={delivery.id}
            delivery={delivery}
            busy={resend.isPending && resend.variables === delivery.id}
            onResend={() => resend.mutate(delivery.id)}
          />
        ))}
      </ul>
      {leaving && <DeleteWebhook id={webhook.id} onClose={() => setLeaving(false)} onDone={onClose} />}
    </Drawer>
  )
}

function DeliveryLine({
  delivery,
  busy,
  onResend,
}: {
  delivery: WebhookDelivery
  busy: boolean
  onResend: () => void
}) {
  const { eventType, status, attempts, lastStatus, lastError, createdAt } = delivery
  return (
    <li className="flex items-start gap-3 px-5 py-2.5 text-13">
      <Tag tone={tones[status]} className="mt-0.5">
        {words.states[status]}
      </Tag>
      <span className="min-w-0 flex-1">
        <b className="block truncate font-medium">{eventType}</b>
        <span className="block text-12 break-words text-ink-2">
          <DateTime at={createdAt} format={timeToTheSecond} /> · {words.attempts(attempts)}
          {lastStatus !== null && ` · ${words.answered(lastStatus)}`}
          {lastError && ` · ${lastError}`}
        </span>
      </span>
      {status !== 'pending' && (
        <Button size="sm" busy={busy} aria-label={words.resendOf(eventType)} onClick={onResend}>
          {words.resend}
        </Button>
      )}
    </li>
  )
}

function DeleteWebhook({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const remove = useMutation({
    mutationFn: () => baton.deleteWebhook({ params: { id } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: keys.webhooks, exact: true })
      onDone()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.removeTitle}
      description={words.removeHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="bad" busy={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </>
      }
    >
      {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
    </Dialog>
  )
}
