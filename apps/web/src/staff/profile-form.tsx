import type { User } from '@baton/contract'
import { useForm } from 'react-hook-form'
import { failAt } from '../api/fail-at.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { saveUser } from './save-user.ts'

const words = texts.staff

/** The name and the address of a user. */
export function ProfileForm({ user, mayChange }: { user: User; mayChange: boolean }) {
  const form = useForm({ values: { name: user.name, email: user.email } })
  const { register, formState, handleSubmit } = form
  const submit = handleSubmit(async (values) => {
    try {
      await saveUser(user.id, values)
      showToast(words.saved)
    } catch (error) {
      failAt(form, error, { email_taken: 'email' })
    }
  })
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!mayChange} className="grid gap-4">
        {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
        <Field label={words.name} error={formState.errors.name?.message}>
          <TextInput maxLength={80} {...register('name')} />
        </Field>
        <Field label={words.email} error={formState.errors.email?.message}>
          <TextInput type="email" {...register('email')} />
        </Field>
        {mayChange && (
          <Button
            type="submit"
            variant="primary"
            className="justify-self-start"
            busy={formState.isSubmitting}
            disabled={!formState.isDirty}
          >
            {words.save}
          </Button>
        )}
      </fieldset>
    </form>
  )
}
