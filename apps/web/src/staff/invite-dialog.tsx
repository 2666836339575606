import type { CreatedInvitation, Team } from '@baton/contract'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { baton } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { LinkDialog } from './link-dialog.tsx'

const words = texts.staff
const blank = { name: '', email: '', role: 'agent' as 'admin' | 'agent', teamIds: [] as string[] }

/** Invites somebody: their name and address make a link to hand on. */
export function InviteDialog({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const isAdmin = useMe().user.role === 'admin'
  const [made, setMade] = useState<CreatedInvitation | null>(null)
  const form = useForm({ defaultValues: blank })
  const { register, control, formState, handleSubmit } = form
  const submit = handleSubmit(async (body) => {
    try {
      setMade(await baton.invite({ body }))
      await queryClient.invalidateQueries({ queryKey: keys.invitations })
    } catch (error) {
      failAt(form, error, { email_taken: 'email' })
    }
  })
  if (made) return <LinkDialog title={words.linkTitle(made.name)} link={made.link} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.inviteTitle}
      description={words.inviteHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
            {words.makeLink}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
        <Field label={words.name} error={formState.errors.name?.message}>
          <TextInput maxLength={80} autoComplete="off" {...register('name')} />
        </Field>
        <Field label={words.email} error={formState.errors.email?.message}>
          <TextInput type="email" autoComplete="off" {...register('email')} />
        </Field>
        {isAdmin && (
          <Controller
            control={control}
            name="role"
            render={({ field }) => (
              <Segments
                label={words.role}
                value={field.value}
                onChange={field.onChange}
                options={[
                  { key: 'agent', title: words.roles.agent },
                  { key: 'admin', title: words.roles.admin },
                ]}
              />
            )}
          />
        )}
        {teams.length > 0 && (
          <Controller
            control={control}
            name="teamIds"
            render={({ field }) => (
              <fieldset className="grid gap-2">
                <legend className="mb-1 text-13 font-medium">{words.teams}</legend>
                {teams.map(({ id, name }) => (
                  <Checkbox
                    key={id}
                    checked={field.value.includes(id)}
                    onChange={(on) =>
                      field.onChange(on ? [...field.value, id] : field.value.filter((other) => other !== id))
                    }
                  >
                    {name}
                  </Checkbox>
                ))}
              </fieldset>
            )}
          />
        )}
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
