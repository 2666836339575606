import type { ApiKeyInput, CreatedApiKey } from '@baton/contract'
import { Controller, useForm } from 'react-hook-form'
import { baton } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Select, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'

const words = texts.settings.apiKeys
type Scope = ApiKeyInput['scopes'][number]

/** What a key may do with each kind of thing: nothing, read, or write too. */
const nouns: readonly { noun: string; read: Scope | null; write: Scope | null }[] = [
  { noun: 'messages', read: null, write: 'messages:receive' },
  { noun: 'conversations', read: 'conversations:read', write: 'conversations:write' },
  { noun: 'handovers', read: 'handovers:read', write: 'handovers:write' },
  { noun: 'contacts', read: 'contacts:read', write: 'contacts:write' },
  { noun: 'bots', read: 'bots:read', write: 'bots:write' },
  { noun: 'channels', read: 'channels:read', write: 'channels:write' },
  { noun: 'staff', read: 'staff:read', write: 'staff:write' },
  { noun: 'notifications', read: 'notifications:read', write: 'notifications:write' },
  { noun: 'events', read: 'events:read', write: null },
  { noun: 'reports', read: 'reports:read', write: null },
  { noun: 'webhooks', read: 'webhooks:read', write: 'webhooks:write' },
  { noun: 'keys', read: 'keys:read', write: 'keys:write' },
  { noun: 'workspace', read: 'workspace:read', write: 'workspace:write' },
]

/** Names a key and says what it may do. */
export function CreateKeyDialog({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (key: CreatedApiKey) => void
}) {
  const form = useForm<{ name: string; scopes: Scope[] }>({ defaultValues: { name: '', scopes: [] } })
  const { register, control, formState, handleSubmit } = form
  const submit = handleSubmit(async (body) => {
    try {
      const made = await baton.createApiKey({ body })
      await queryClient.invalidateQueries({ queryKey: keys.apiKeys })
      onMade(made)
    } catch (error) {
      failAt(form, error)
    }
  })
  const { errors } = formState
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.add}
      description={words.hint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
            {words.create}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        {errors.root?.message && <Notice tone="bad">{errors.root.message}</Notice>}
        <Field label={words.name} error={errors.name?.message}>
          <TextInput maxLength={80} {...register('name')} />
        </Field>
        <Controller
          control={control}
          name="scopes"
          render={({ field }) => <ScopePicker scopes={field.value} onChange={field.onChange} />}
        />
        {errors.scopes?.message && <Notice tone="bad">{errors.scopes.message}</Notice>}
      </form>
    </Dialog>
  )
}

function ScopePicker({
  scopes,
  onChange,
}: {
  scopes: readonly Scope[]
  onChange: (scopes: Scope[]) => void
}) {
  const all = scopes.includes('*')
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-13 font-medium">{words.scopes}</legend>
      <Checkbox checked={all} onChange={(on) => onChange(on ? ['*'] : [])}>
        {words.everything}
      </Checkbox>
      {!all &&
        nouns.map(({ noun, read, write }) => {
          const given = scopes.find((scope) => scope === read || scope === write) ?? ''
          const set = (scope: string) =>
            onChange([
              ...scopes.filter((other) => other !== read && other !== write),
              ...(scope ? [scope as Scope] : []),
            ])
          return (
            <div key={noun} className="flex items-center gap-3 text-13">
              <span className="min-w-0 flex-1">{words.nouns[noun]}</span>
              <Select
                aria-label={words.nouns[noun]}
                className="!w-36"
                value={given}
                onChange={(event) => set(event.target.value)}
              >
                <option value="">{words.no}</option>
                {read && <option value={read}>{words.read}</option>}
                {write && <option value={write}>{read ? words.write : words.yes}</option>}
              </Select>
            </div>
          )
        })}
    </fieldset>
  )
}
