import { useMutation } from '@tanstack/react-query'
import { isRefusal, sentenceOf } from '../api/client.ts'
import { openDemo, removeDemo } from '../api/demo.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { showToast } from '../ui/toast.tsx'
import { Section } from './section.tsx'

const words = texts.settings.workspace

/** Makes the demo, looks into it, and removes it. */
export function DemoSection() {
  const { workspace } = useMe()
  const open = useMutation({ mutationFn: openDemo })
  const remove = useMutation({ mutationFn: removeDemo, onSuccess: () => showToast(words.demoRemoved) })
  const noDemo = isRefusal(remove.error, 'not_found')
  const failure = open.error ?? (noDemo ? null : remove.error)
  return (
    <Section title={words.demo} hint={words.demoHint}>
      {failure && <Notice tone="bad">{sentenceOf(failure)}</Notice>}
      <div className="flex flex-wrap items-center gap-2">
        {!workspace.isDemo && (
          <Button busy={open.isPending} onClick={() => open.mutate()}>
            {words.visitDemo}
          </Button>
        )}
        <Button variant="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
          {words.removeDemo}
        </Button>
        <span role="status" className="text-12 text-ink-2">
          {open.isPending && words.makingDemo}
          {noDemo && words.noDemo}
        </span>
      </div>
    </Section>
  )
}
