import { ApiError } from '@baton/client'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { sentenceOf } from './client.ts'

/** Shows what the server refused at the field that it is about, and the rest over the form. `fields` names those of codes. */
export function failAt<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  fields: Partial<Record<string, Path<Values>>> = {},
): void {
  const refusal = error instanceof ApiError ? error : null
  const known = refusal ? fields[refusal.code] : undefined
  const faults = (refusal?.errors ?? []).map(({ path, message }) => ({
    field: path.replace(/^body\./, '') as Path<Values>,
    message,
  }))
  const shown = faults.filter(({ field }) => field in form.getValues())
  if (known && refusal) form.setError(known, { message: refusal.detail }, { shouldFocus: true })
  else if (shown.length > 0)
    for (const { field, message } of shown) form.setError(field, { message }, { shouldFocus: true })
  else form.setError('root', { message: sentenceOf(error) })
}
