import type { Article, ArticleInput } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { articleQuery, versionsQuery } from '../api/articles.ts'
import { baton, isRefusal, sentenceOf } from '../api/client.ts'
import { failAt } from '../api/fail-at.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { Dialog, Drawer } from '../ui/dialog.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, Select, TextArea, TextInput } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Segments } from '../ui/segments.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast.tsx'

const words = texts.knowledge

type DrawerProps = {
  /** Null: a new one. */
  id: string | null
  /** What a new one begins with. */
  title: string
  botId: string
  mayChange: boolean
  onClose: () => void
}

/** An article: its words, and what it was before. */
export function ArticleDrawer({ id, title, botId, mayChange, onClose }: DrawerProps) {
  const { data, error, refetch } = useQuery({ ...articleQuery(id ?? ''), enabled: id !== null })
  if (id === null)
    return <Editor article={null} title={title} botId={botId} mayChange={mayChange} onClose={onClose} />
  if (data) return <Editor article={data} title="" botId={botId} mayChange={mayChange} onClose={onClose} />
  return (
    <Drawer open onClose={onClose} title={words.title}>
      {error ? (
        <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
      ) : (
        <div className="p-5">
          <SkeletonLines widths={['w-60', 'w-full', 'w-4/5']} label={texts.common.loading} />
        </div>
      )}
    </Drawer>
  )
}

function refresh(): Promise<unknown> {
  return queryClient.invalidateQueries({ queryKey: keys.articles })
}

function Editor({
  article,
  title,
  botId,
  mayChange,
  onClose,
}: Omit<DrawerProps, 'id'> & { article: Article | null }) {
  const [leaving, setLeaving] = useState(false)
  const form = useForm({
    defaultValues: {
      kind: article?.kind ?? ('qa' as const),
      title: article?.title ?? title,
      text: article?.text ?? '',
      questions: article?.questions.join('\n') ?? '',
      language: article?.language ?? 'en',
      reader: article && article.botId === null ? 'all' : 'this',
    },
  })
  const { register, control, formState, handleSubmit, watch } = form
  const isQuestion = watch('kind') === 'qa'
  const submit = handleSubmit(async ({ reader, questions, ...values }) => {
    const body: ArticleInput = {
      ...values,
      questions: questions
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      botId: reader === 'all' ? null : (article?.botId ?? botId),
    }
    try {
      if (article) await baton.updateArticle({ params: { id: article.id }, body, ifMatch: article.revision })
      else await baton.createArticle({ body })
      await refresh()
      showToast(words.saved, { icon: 'check' })
      onClose()
    } catch (error) {
      if (isRefusal(error, 'revision_conflict')) form.setError('root', { message: words.conflict })
      else failAt(form, error)
    }
  })
  const { errors } = formState
  return (
    <Drawer
      open
      onClose={onClose}
      title={article?.title ?? words.add}
      footer={
        mayChange && (
          <span className="flex gap-2">
            <Button variant="primary" busy={formState.isSubmitting} onClick={() => void submit()}>
              {words.save}
            </Button>
            {article && (
              <Button variant="bad" className="ml-auto" onClick={() => setLeaving(true)}>
                {words.remove}
              </Button>
            )}
          </span>
        )
      }
    >
      <form noValidate onSubmit={submit} className="p-5">
        <fieldset disabled={!mayChange} className="grid gap-4">
          {errors.root?.message && <Notice tone="bad">{errors.root.message}</Notice>}
          <Controller
            control={control}
            name="kind"
            render={({ field }) => (
              <Segments
                label={words.kind}
                disabled={!mayChange}
                value={field.value}
                onChange={field.onChange}
                options={[
                  { key: 'qa', title: words.kinds.qa },
                  { key: 'article', title: words.kinds.article },
                ]}
              />
            )}
          />
          <Field label={isQuestion ? words.questionField : words.titleField} error={errors.title?.message}>
            <TextInput dir="auto" maxLength={300} {...register('title')} />
          </Field>
          <Field
            label={isQuestion ? words.answer : words.text}
            hint={words.textHint}
            error={errors.text?.message}
          >
            <TextArea dir="auto" rows={isQuestion ? 6 : 14} {...register('text')} />
          </Field>
          <Field label={words.questions} hint={words.questionsHint} error={errors.questions?.message}>
            <TextArea dir="auto" rows={4} {...register('questions')} />
          </Field>
          <div className="grid grid-cols-2 gap-3">
            <Field label={words.forBot}>
              <Select {...register('reader')}>
                <option value="this">{words.thisBot}</option>
                <option value="all">{words.everyBot}</option>
              </Select>
            </Field>
            <Field label={words.language} error={errors.language?.message}>
              <TextInput maxLength={35} {...register('language')} />
            </Field>
          </div>
        </fieldset>
      </form>
      {article && <Versions article={article} mayChange={mayChange} onRestored={onClose} />}
      {article && leaving && (
        <DeleteArticle article={article} onClose={() => setLeaving(false)} onDone={onClose} />
      )}
    </Drawer>
  )
}

function Versions({
  article,
  mayChange,
  onRestored,
}: {
  article: Article
  mayChange: boolean
  onRestored: () => void
}) {
  const { data = [] } = useQuery(versionsQuery(article.id))
  const restore = useMutation({
    mutationFn: (revision: number) =>
      baton.restoreArticle({ params: { id: article.id }, body: { revision }, ifMatch: article.revision }),
    onSuccess: async () => {
      await refresh()
      showToast(words.restored)
      onRestored()
    },
  })
  return (
    <section className="border-t border-line p-5">
      <h3 className="mb-2 text-14 font-semibold">{words.versions}</h3>
      {restore.error && <Notice tone="bad">{sentenceOf(restore.error)}</Notice>}
      {data.length === 0 && <p className="text-13 text-ink-2">{words.noVersions}</p>}
      <ul className="divide-y divide-line">
        {data.map(({ revision, title, text, savedAt }) => (
          <li key={revision} className="flex items-start gap-3 py-2 text-13">
            <span className="min-w-0 flex-1">
              <b dir="auto" className="block truncate font-medium">
                {title}
              </b>
              <span dir="auto" className="line-clamp-2 text-12 break-words text-ink-2">
                {text}
              </span>
              <DateTime at={savedAt} className="text-12 text-ink-3" />
            </span>
            {mayChange && (
              <Button
                size="xs"
                aria-label={words.restoreOf(revision)}
                busy={restore.isPending && restore.variables === revision}
                onClick={() => restore.mutate(revision)}
              >
                {words.restore}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function DeleteArticle({
  article,
  onClose,
  onDone,
}: {
  article: Article
  onClose: () => void
  onDone: () => void
}) {
  const remove = useMutation({
    mutationFn: () => baton.deleteArticle({ params: { id: article.id } }),
    onSuccess: async () => {
      await refresh()
      onDone()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.removeTitle(article.title)}
      description={words.removeHint}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button variant="bad" busy={remove.isPending} onClick={() => remove.mutate()}>
            {words.remove}
          </Button>
        </>
      }
    >
      {remove.error && <Notice tone="bad">{sentenceOf(remove.error)}</Notice>}
    </Dialog>
  )
}
