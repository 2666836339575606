import type {
  NotificationEvent,
  NotificationSettings,
  NotificationSettingsInput,
  NotificationWay,
  User,
} from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { notificationSettingsQuery } from '../api/settings.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class-names.ts'
import { DateTime } from '../ui/date-time.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Switch } from '../ui/switch.tsx'

const words = texts.staff
const ways: readonly { way: NotificationWay; icon: IconName }[] = [
  { way: 'app', icon: 'bell' },
  { way: 'email', icon: 'mail' },
  { way: 'push', icon: 'device' },
  { way: 'sms', icon: 'sms' },
]
const events = Object.keys(words.events) as NotificationEvent[]

/** What a user is told, and how: events by ways. Each switch saves at once. */
export function NotificationMatrix({
  user,
  isMe,
  mayChange,
}: {
  user: User
  isMe: boolean
  mayChange: boolean
}) {
  const { data, error, refetch } = useQuery({ ...notificationSettingsQuery(user.id), enabled: mayChange })
  const params = { id: user.id }
  const key = keys.notificationSettings(user.id)
  const save = useMutation({
    mutationFn: (body: NotificationSettingsInput) => baton.setNotificationSettings({ params, body }),
    onMutate: (body) =>
      queryClient.setQueryData<NotificationSettings>(key, (now) => now && { ...now, ...body }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  })
  const test = useMutation({ mutationFn: () => baton.sendTestNotification({ params }) })
  if (!mayChange) return <Notice icon="lock">{words.readOnly}</Notice>
  if (error)
    return (
      <ErrorState title={texts.settings.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
    )
  if (!data) return <SkeletonLines widths={['w-full', 'w-full', 'w-full']} label={texts.common.loading} />
  const set = (change: Partial<NotificationSettingsInput>) =>
    save.mutate({ events: data.events, quietOutsideHours: data.quietOutsideHours, ...change })
  const failure = save.error ?? test.error
  return (
    <div className="grid gap-4">
      {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
      {data.mail.failing && (
        <Notice tone="bad">
          <b className="font-semibold">{words.mailFails}</b> {words.mailFailsSince}{' '}
          <DateTime at={data.mail.failing.since} />: {data.mail.failing.reason}
        </Notice>
      )}
      <Matrix
        name={user.name}
        settings={data}
        onSet={(event, way, on) =>
          set({ events: { ...data.events, [event]: { ...data.events[event], [way]: on } } })
        }
      />
      <div className="flex items-center gap-3 border-b border-line pb-3 text-13">
        <span className="min-w-0 flex-1">
          <b className="block font-medium">{words.quiet}</b>
          <span className="text-12 text-ink-2">{words.quietHint}</span>
        </span>
        <Switch
          label={words.quiet}
          checked={data.quietOutsideHours}
          onChange={(quietOutsideHours) => set({ quietOutsideHours })}
        />
      </div>
      <Notice>{data.mail.setUp ? words.mailSetUp : words.notSetUp}</Notice>
      <div className="flex flex-wrap items-center gap-3 text-13">
        <Button icon="bell" busy={test.isPending} onClick={() => test.mutate()}>
          {isMe ? words.test : words.testFor(user.name)}
        </Button>
        <span role="status" className="text-ink-2">
          {test.isSuccess && (isMe ? words.tested : words.testedOther)}
        </span>
      </div>
    </div>
  )
}

function Matrix({
  name,
  settings,
  onSet,
}: {
  name: string
  settings: NotificationSettings
  onSet: (event: NotificationEvent, way: NotificationWay, on: boolean) => void
}) {
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{words.matrixOf(name)}</caption>
      <thead>
        <tr className="border-b border-line align-bottom">
          <th scope="col" className="text-left">
            <span className="sr-only">{words.event}</span>
          </th>
          {ways.map(({ way, icon }) => (
            <th key={way} scope="col" className="w-20 pb-2 text-center font-normal max-tablet:w-15">
              <Icon name={icon} className="mx-auto mb-1 text-ink-2" />
              <b className="block text-12 font-medium">{words.ways[way]}</b>
              <span
                className={cx(
                  'text-11 max-tablet:hidden',
                  way === 'email' && settings.mail.failing ? 'text-bad' : 'text-ink-3',
                )}
              >
                {way === 'email' && settings.mail.setUp
                  ? settings.mail.failing
                    ? words.failing
                    : words.works
                  : words.wayHints[way]}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((event) => {
          const [title, hint] = words.events[event]
          return (
            <tr key={event} className="border-b border-line">
              <th scope="row" className="py-2 pr-2 text-left font-normal">
                <b className="block font-medium">{title}</b>
                <span className="text-12 text-ink-2">{hint}</span>
              </th>
              {ways.map(({ way }) => (
                <td key={way} className="text-center">
                  <Switch
                    label={words.wayFor(words.ways[way], title ?? event)}
                    checked={settings.events[event][way]}
                    onChange={(on) => onSet(event, way, on)}
                  />
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
