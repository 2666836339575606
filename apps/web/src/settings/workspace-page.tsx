import { Controller, useForm } from 'react-hook-form'
import { baton } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { TimeZoneSelect } from '../ui/time-zone-select.tsx'
import { showToast } from '../ui/toast.tsx'
import { AdminOnly } from './admin-only.tsx'
import { DemoSection } from './demo-section.tsx'
import { HolidaysSection } from './holidays-section.tsx'
import { SettingsPage } from './settings-screen.tsx'

const words = texts.settings.workspace

/** The name of the workspace and where it is. */
export function WorkspacePage() {
  return (
    <AdminOnly to="/settings/workspace">
      <SettingsPage title={texts.settings.places.workspace}>
        <WorkspaceForm />
        <HolidaysSection />
        <DemoSection />
      </SettingsPage>
    </AdminOnly>
  )
}

function WorkspaceForm() {
  const { workspace } = useMe()
  const form = useForm({ values: { name: workspace.name, timeZone: workspace.timeZone } })
  const { register, control, formState, handleSubmit } = form
  const submit = handleSubmit(async (body) => {
    try {
      await baton.updateWorkspace({ body })
      await queryClient.invalidateQueries({ queryKey: keys.me })
      showToast(texts.settings.saved)
    } catch (error) {
      failAt(form, error)
    }
  })
  return (
    <form noValidate onSubmit={submit} className="grid max-w-90 gap-4">
      {formState.errors.root?.message && <Notice tone="bad">{formState.errors.root.message}</Notice>}
      <Field label={words.name} error={formState.errors.name?.message}>
        <TextInput maxLength={80} {...register('name')} />
      </Field>
      <Field label={words.timeZone} hint={words.timeZoneHint} error={formState.errors.timeZone?.message}>
        <Controller
          control={control}
          name="timeZone"
          render={({ field }) => <TimeZoneSelect value={field.value} onChange={field.onChange} />}
        />
      </Field>
      <Button
        type="submit"
        variant="primary"
        className="justify-self-start"
        busy={formState.isSubmitting}
        disabled={!formState.isDirty}
      >
        {words.save}
      </Button>
    </form>
  )
}
