import type { Permissions, User, UserPatch } from '@baton/contract'
import { useMutation } from '@tanstack/react-query'
import { sentenceOf } from '../api/client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { Switch } from '../ui/switch.tsx'
import { saveUser } from './save-user.ts'

const words = texts.staff
const roles = ['admin', 'agent'] as const
const switches = ['reply', 'manageBots', 'manageStaff', 'seeInsights'] as const

/** What a user may do. Each change is saved at once. */
export function RoleForm({ user, isMe, mayChange }: { user: User; isMe: boolean; mayChange: boolean }) {
  const me = useMe()
  const save = useMutation({ mutationFn: (patch: UserPatch) => saveUser(user.id, patch) })
  const allow = (permissions: Partial<Permissions>) => save.mutate({ permissions })
  const mayRole = mayChange && !isMe && me.user.role === 'admin'
  // Of what is being saved the wish is shown. If it is refused, what holds comes back.
  const wish = save.isPending ? save.variables : {}
  const role = wish.role ?? user.role
  const permissions = { ...user.permissions, ...wish.permissions }
  return (
    <div className="grid gap-4">
      {isMe && <Notice icon="lock">{words.isYou}</Notice>}
      {!mayChange && !isMe && <Notice icon="lock">{words.readOnly}</Notice>}
      {save.error && <Notice tone="bad">{sentenceOf(save.error)}</Notice>}
      <fieldset disabled={!mayRole} className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
        <legend className="sr-only">{words.role}</legend>
        {roles.map((one) => (
          <label
            key={one}
            className={cx(
              'flex items-start gap-2.5 rounded-card p-3.5 text-13 has-focus-visible:ring-2 has-focus-visible:ring-focus',
              one === role ? 'inset-ring-[1.5px] inset-ring-ink' : 'inset-ring inset-ring-line-2',
              mayRole && 'cursor-pointer hover:bg-hover',
            )}
          >
            <input
              type="radio"
              name="role"
              className="mt-1 accent-ink"
              checked={one === role}
              onChange={() => save.mutate({ role: one })}
            />
            <span>
              <b className="block font-medium">{words.roles[one]}</b>
              <span className="text-12 text-ink-2">{words.roleHints[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="grid gap-1.5">
        <p className="text-13 font-medium">{words.sees}</p>
        <Segments
          label={words.sees}
          disabled={!mayChange}
          value={permissions.seeAll ? 'all' : 'assigned'}
          onChange={(key) => allow({ seeAll: key === 'all' })}
          options={[
            { key: 'all', title: words.seesAll },
            { key: 'assigned', title: words.seesAssigned },
          ]}
        />
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {switches.map((key) => {
          const [title, hint] = words.permissions[key]
          return (
            <li key={key} className="flex items-center gap-3 py-2.5 text-13">
              <span className="min-w-0 flex-1">
                <b className="block font-medium">{title}</b>
                <span className="text-12 text-ink-2">{hint}</span>
              </span>
              <Switch
                label={title ?? key}
                checked={permissions[key]}
                disabled={!mayChange}
                onChange={(on) => allow({ [key]: on })}
              />
            </li>
          )
        })}
      </ul>
      <p className="text-12 text-ink-3">{words.switchesSave}</p>
    </div>
  )
}
