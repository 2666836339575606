import type { Task } from '@baton/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { baton, sentenceOf } from '../../api/client.ts'
import { tasksQuery } from '../../api/contacts.ts'
import { keys } from '../../api/keys.ts'
import { queryClient } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { texts } from '../../texts/index.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/class-names.ts'
import { nearTime, useNow } from '../../ui/date-time.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useUserName } from '../use-conversation.ts'
import { QuickForm } from './quick-form.tsx'
import { Section } from './section.tsx'

const words = texts.conversation.side
const dayMs = 24 * 3_600_000

/** What is to be done for the contact. */
export function TasksSection({ contactId }: { contactId: string }) {
  const { data: tasks = [] } = useQuery(tasksQuery(contactId))
  const me = useMe().user
  const [adding, setAdding] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: keys.tasks(contactId) })
  const tick = useMutation({
    mutationFn: ({ id, done }: { id: string; done: boolean }) =>
      baton.updateTask({ params: { id }, body: { done } }),
    onMutate: ({ id, done }) => {
      queryClient.setQueryData<Task[]>(keys.tasks(contactId), (now) =>
        now?.map((task) =>
          task.id === id ? { ...task, doneAt: done ? new Date().toISOString() : null } : task,
        ),
      )
    },
    onSettled: refresh,
  })
  const add = useMutation({
    mutationFn: (title: string) =>
      baton.createTask({
        params: { id: contactId },
        body: { title, assigneeId: me.id, dueAt: new Date(Date.now() + dayMs).toISOString() },
      }),
    onSuccess: () => {
      setAdding(false)
      return refresh()
    },
  })
  return (
    <Section
      title={words.tasks}
      count={tasks.filter(({ doneAt }) => doneAt === null).length}
      tools={<IconButton icon="plus" size="xs" label={words.addTask} onClick={() => setAdding(true)} />}
    >
      <ul className="grid gap-1">
        {tasks.map((task) => (
          <li key={task.id}>
            <Checkbox checked={task.doneAt !== null} onChange={(done) => tick.mutate({ id: task.id, done })}>
              <TaskText task={task} />
            </Checkbox>
          </li>
        ))}
      </ul>
      {tick.error && <Failure error={tick.error} />}
      {adding && (
        <QuickForm
          label={words.addTask}
          placeholder={words.taskPlaceholder}
          busy={add.isPending}
          error={add.error && words.notSaved(sentenceOf(add.error))}
          onSave={(title) => add.mutate(title)}
          onCancel={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

function TaskText({ task }: { task: Task }) {
  const nameOf = useUserName()
  const me = useMe().user
  const now = useNow(60)
  const overdue = task.doneAt === null && task.dueAt !== null && Date.parse(task.dueAt) < now
  const who = task.assigneeId && (task.assigneeId === me.id ? texts.common.you : nameOf(task.assigneeId))
  const when = task.dueAt && (overdue ? words.overdue(nearTime(task.dueAt)) : words.due(nearTime(task.dueAt)))
  return (
    <>
      <span dir="auto" className={cx('block break-words', task.doneAt && 'text-ink-3 line-through')}>
        {task.title}
      </span>
      <span className={cx('block text-12', overdue ? 'font-medium text-bad' : 'text-ink-3')}>
        {[who, task.doneAt ? words.done : when].filter(Boolean).join(' · ')}
      </span>
    </>
  )
}

function Failure({ error }: { error: Error }) {
  return (
    <p role="alert" className="mt-1 text-12 text-bad">
      {words.notSaved(sentenceOf(error))}
    </p>
  )
}
