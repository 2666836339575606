import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useForm } from 'react-hook-form'
import { sentenceOf } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { acceptInvitation, type LinkInfo, linkQuery, meQuery, resetPassword } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Field, PasswordInput, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { PasswordStrength, passwordMin } from './password-strength.tsx'
import { SessionCard } from './session-card.tsx'

const words = texts.session

/** Where the link of an invitation leads: a name, a password, and one is in. */
export function JoinScreen() {
  const { token } = useParams({ from: '/join/$token' })
  return (
    <LinkScreen kind="invitations" token={token} title={({ workspaceName }) => words.join(workspaceName)}>
      {(info) => (
        <PasswordForm
          hint={words.joinHint(info.email)}
          name={info.name}
          action={words.joinAction}
          save={({ name, password }) => acceptInvitation({ token, name, password })}
        />
      )}
    </LinkScreen>
  )
}

/** Where the link for a new password leads. */
export function ResetScreen() {
  const { token } = useParams({ from: '/reset/$token' })
  return (
    <LinkScreen kind="password-resets" token={token} title={() => words.reset}>
      {(info) => (
        <PasswordForm
          hint={words.resetHint(info.email)}
          name={null}
          action={words.resetAction}
          save={({ password }) => resetPassword({ token, password })}
        />
      )}
    </LinkScreen>
  )
}

function LinkScreen(props: {
  kind: 'invitations' | 'password-resets'
  token: string
  title: (info: LinkInfo) => string
  children: (info: LinkInfo) => ReactNode
}) {
  const { data, error } = useQuery(linkQuery(props.kind, props.token))
  if (data) return <SessionCard title={props.title(data)}>{props.children(data)}</SessionCard>
  if (error)
    return (
      <SessionCard title={words.linkGone}>
        <div className="grid gap-4">
          <Notice tone="bad">{sentenceOf(error)}</Notice>
          <Link to="/sign-in" className={buttonClass('primary', 'lg')}>
            {words.toSignIn}
          </Link>
        </div>
      </SessionCard>
    )
  return (
    <SessionCard title={texts.common.loading}>
      <SkeletonLines widths={['w-full', 'w-2/3']} label={texts.common.loading} />
    </SessionCard>
  )
}

type PasswordFormProps = {
  hint: string
  /** Null: it is not asked for. */
  name: string | null
  action: string
  save: (given: { name: string; password: string }) => Promise<unknown>
}

function PasswordForm({ hint, name, action, save }: PasswordFormProps) {
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)
  const { register, handleSubmit, formState, watch } = useForm({
    defaultValues: { name: name ?? '', password: '' },
  })
  const submit = handleSubmit(async (given) => {
    setFailure(null)
    try {
      await save(given)
      queryClient.clear()
      await queryClient.fetchQuery(meQuery)
      await navigate({ to: '/' })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="text-13 text-ink-2">{hint}</p>
      {failure && <Notice tone="bad">{failure}</Notice>}
      {name !== null && (
        <Field label={words.yourName} error={formState.errors.name?.message}>
          <TextInput
            large
            autoComplete="name"
            {...register('name', { required: words.required(words.yourName) })}
          />
        </Field>
      )}
      <Field
        label={words.password}
        error={formState.errors.password?.message}
        hint={<PasswordStrength password={watch('password')} />}
      >
        <PasswordInput
          large
          autoComplete="new-password"
          {...register('password', {
            required: words.required(words.password),
            minLength: { value: passwordMin, message: words.passwordRule },
          })}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" busy={formState.isSubmitting}>
        {action}
      </Button>
    </form>
  )
}
