import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { meQuery, requestPasswordReset, setupQuery, signIn } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field, PasswordInput, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { SessionCard } from './session-card.tsx'

const words = texts.session

/** Where one signs in, and comes back to where one was. */
export function SignInScreen() {
  const { to } = useSearch({ from: '/sign-in' })
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)
  const [remember, setRemember] = useState(true)
  const [forgot, setForgot] = useState(false)
  const { data: setup } = useQuery(setupQuery)
  const { register, handleSubmit, formState, getValues, setError } = useForm({
    defaultValues: { email: '', password: '' },
  })
  const ask = useMutation({
    mutationFn: async (email: string) => {
      if (email.trim() === '') setError('email', { message: words.forgotNeedsEmail }, { shouldFocus: true })
      else await requestPasswordReset(email.trim())
      return email.trim()
    },
  })
  const submit = handleSubmit(async (given) => {
    setFailure(null)
    try {
      await signIn({ ...given, remember })
      queryClient.removeQueries({ queryKey: keys.me })
      await queryClient.fetchQuery(meQuery)
      await navigate({ href: to ?? '/' })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  })
  return (
    <SessionCard title={words.signIn}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {failure && <Notice tone="bad">{failure}</Notice>}
        {ask.error && <Notice tone="bad">{sentenceOf(ask.error)}</Notice>}
        <div role="status">{ask.data && <Notice icon="mail">{words.forgotSent(ask.data)}</Notice>}</div>
        <Field label={words.email} error={formState.errors.email?.message}>
          <TextInput
            large
            type="email"
            autoComplete="username"
            {...register('email', { required: words.required(words.email) })}
          />
        </Field>
        <Field
          label={words.password}
          error={formState.errors.password?.message}
          aside={
            <button
              type="button"
              className="underline underline-offset-3"
              onClick={() => (setup?.mailsPasswords ? ask.mutate(getValues('email')) : setForgot(true))}
            >
              {words.forgot}
            </button>
          }
          hint={forgot ? words.forgotHint : undefined}
        >
          <PasswordInput
            large
            autoComplete="current-password"
            {...register('password', { required: words.required(words.password) })}
          />
        </Field>
        <Checkbox checked={remember} onChange={setRemember}>
          {words.remember}
        </Checkbox>
        <Button type="submit" variant="primary" size="lg" busy={formState.isSubmitting}>
          {words.signIn}
        </Button>
      </form>
    </SessionCard>
  )
}
