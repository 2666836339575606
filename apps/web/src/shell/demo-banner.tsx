import { useMutation, useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../api/client.ts'
import { leaveDemo, removeDemo } from '../api/demo.ts'
import { setupQuery, useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

const words = texts.shell

/** Says that everything on screen is the demo's, and leads out of it. */
export function DemoBanner() {
  const { workspace } = useMe()
  return workspace.isDemo ? <Banner /> : null
}

function Banner() {
  // Before anybody has set Baton up, there is no workspace to go back to.
  const { data: setup } = useQuery(setupQuery)
  const leave = useMutation({ mutationFn: leaveDemo })
  const remove = useMutation({ mutationFn: removeDemo })
  const failure = leave.error ?? remove.error
  return (
    <section
      aria-label={words.demo}
      className="mt-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 rounded-tl-card border border-r-0 border-line-2 bg-surface px-4 py-1.5 text-13 max-tablet:mt-0 max-tablet:rounded-none max-tablet:border-x-0"
    >
      <Icon name="play" className="text-ink-2" />
      <p className="min-w-36 flex-1">
        <b className="font-semibold">{words.demo}</b>{' '}
        {failure ? (
          <span role="alert" className="text-bad">
            {sentenceOf(failure)}
          </span>
        ) : (
          <span className="text-ink-2 max-tablet:hidden">{words.demoHint}</span>
        )}
      </p>
      {setup?.needed ? (
        <a href="/set-up" className={buttonClass('primary', 'sm')}>
          {words.demoSetUp}
        </a>
      ) : (
        <Button size="sm" busy={leave.isPending} onClick={() => leave.mutate()}>
          {words.demoLeave}
        </Button>
      )}
      <Button size="sm" variant="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
        {words.demoRemove}
      </Button>
    </section>
  )
}
