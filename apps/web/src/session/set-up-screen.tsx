import type { SetupInput } from '@baton/contract'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { isRefusal, sentenceOf } from '../api/client.ts'
import { queryClient } from '../api/query-client.ts'
import { meQuery, setUp, setupQuery, tryDemo } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Field, PasswordInput, Select, TextInput } from '../ui/field.tsx'
import { Logo } from '../ui/icon.tsx'
import { Notice } from '../ui/notice.tsx'
import { HandoverPicture } from './handover-picture.tsx'
import { emailPattern, PasswordStrength, passwordMin } from './password-strength.tsx'
import { ServerChecks } from './server-checks.tsx'

const words = texts.session

/** What a new server shows first: it makes the workspace and its first admin. */
export function SetUpScreen() {
  const { data: setup } = useSuspenseQuery(setupQuery)
  return (
    <div className="grid h-dvh grid-cols-[560px_minmax(0,1fr)] overflow-auto max-desk:grid-cols-1">
      <aside className="flex flex-col border-r border-line bg-canvas p-10 pt-8 max-desk:hidden">
        <p className="flex items-center gap-2.5 text-16 font-semibold tracking-title">
          <Logo /> {texts.common.appName}
        </p>
        <div className="my-auto -mr-10">
          <HandoverPicture />
        </div>
        <ServerChecks checks={setup.checks} />
      </aside>
      <main id="main" className="grid place-items-center bg-surface px-4 py-8 max-tablet:place-items-start">
        {setup.needed ? (
          <div className="grid w-[min(480px,100%)] gap-6">
            <SetUpForm />
            <TryDemo />
          </div>
        ) : (
          <AlreadySetUp />
        )}
      </main>
    </div>
  )
}

function SetUpForm() {
  const navigate = useNavigate()
  const [failure, setFailure] = useState<string | null>(null)
  const [needsKey, setNeedsKey] = useState(false)
  const { register, handleSubmit, formState, watch } = useForm<SetupInput & { apiKey: string }>({
    defaultValues: {
      apiKey: '',
      workspaceName: '',
      name: '',
      email: '',
      password: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  })
  const { errors } = formState
  const submit = handleSubmit(async ({ apiKey, ...input }) => {
    setFailure(null)
    try {
      await setUp(input, apiKey.trim())
      queryClient.clear()
      await queryClient.fetchQuery(meQuery)
      await navigate({ to: '/' })
    } catch (error) {
      setNeedsKey(isRefusal(error, 'forbidden'))
      setFailure(sentenceOf(error))
    }
  })
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <div>
        <h1 className="text-28 font-semibold tracking-title">{words.setUpTitle}</h1>
        <p className="text-14 text-ink-2">{words.setUpHint}</p>
      </div>
      {failure && <Notice tone="bad">{failure}</Notice>}
      <Field label={words.workspaceName} hint={words.workspaceNameHint} error={errors.workspaceName?.message}>
        <TextInput
          large
          autoComplete="organization"
          {...register('workspaceName', { required: words.required(words.workspaceName) })}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3 max-tablet:grid-cols-1">
        <Field label={words.yourName} error={errors.name?.message}>
          <TextInput
            large
            autoComplete="name"
            {...register('name', { required: words.required(words.yourName) })}
          />
        </Field>
        <Field label={words.timeZone}>
          <Select large {...register('timeZone')}>
            {timeZones().map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={words.email} error={errors.email?.message}>
        <TextInput
          large
          type="email"
          autoComplete="username"
          {...register('email', {
            required: words.required(words.email),
            pattern: { value: emailPattern, message: words.emailWrong },
          })}
        />
      </Field>
      <Field
        label={words.password}
        error={errors.password?.message}
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
      {needsKey && (
        <Field label={words.apiKey} hint={words.apiKeyHint}>
          <TextInput large autoComplete="off" spellCheck={false} {...register('apiKey')} />
        </Field>
      )}
      <Button type="submit" variant="primary" size="lg" iconAfter="arrow" busy={formState.isSubmitting}>
        {words.createWorkspace}
      </Button>
      <p className="text-12 text-ink-3">{words.nothingLeaves}</p>
    </form>
  )
}

/** A look around before anything is decided. */
function TryDemo() {
  const navigate = useNavigate()
  const open = useMutation({
    mutationFn: tryDemo,
    onSuccess: async () => {
      queryClient.clear()
      await queryClient.fetchQuery(meQuery)
      await navigate({ to: '/' })
    },
  })
  return (
    <section aria-label={words.tryDemo} className="grid gap-3 border-t border-line pt-5">
      {open.error && <Notice tone="bad">{sentenceOf(open.error)}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="lg" icon="play" busy={open.isPending} onClick={() => open.mutate()}>
          {words.tryDemo}
        </Button>
        <p role="status" className="min-w-48 flex-1 text-13 text-ink-2">
          {open.isPending ? words.makingDemo : words.tryDemoHint}
        </p>
      </div>
    </section>
  )
}

function AlreadySetUp() {
  return (
    <div className="grid justify-items-center gap-4">
      <h1 className="text-20 font-semibold tracking-title">{words.setUpDone}</h1>
      <Link to="/sign-in" className={buttonClass('primary')}>
        {words.toSignIn}
      </Link>
    </div>
  )
}

function timeZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}
