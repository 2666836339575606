import { useMutation, useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { botsQuery } from '../api/people.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { Sheet, SubNav, SubNavLink } from '../shell/sheet.tsx'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Field, TextInput } from '../ui/field.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { GoalsPage } from './goals-page.tsx'
import { TestYourBot } from './trial/test-your-bot.tsx'

const words = texts.bots

/** The bots, and the goals of one of them. */
export function BotsScreen() {
  const { botId } = useParams({ strict: false })
  const { data: bots, error, refetch } = useQuery(botsQuery)
  const [adding, setAdding] = useState(false)
  const bot = bots?.find(({ id }) => id === botId)
  const mayChange = useMe().permissions.manageBots
  const [first] = bots ?? []
  if (!botId && first && !adding) return <Navigate to="/bots/$botId" params={{ botId: first.id }} replace />
  return (
    <>
      <SubNav label={words.listLabel} title={words.title} wide>
        {bots?.map(({ id, name }) => (
          <SubNavLink key={id} to="/bots/$botId" params={{ botId: id }} icon="bot">
            {name}
          </SubNavLink>
        ))}
        {mayChange && (
          <Button
            size="sm"
            variant="quiet"
            icon="plus"
            className="mt-1 !justify-start"
            onClick={() => setAdding(true)}
          >
            {words.add}
          </Button>
        )}
      </SubNav>
      <Sheet className="relative flex">
        <main id="main" className="min-w-0 flex-1 overflow-auto">
          <div className="mx-auto max-w-200 px-6 py-5 max-wide:pb-20 max-tablet:px-4">
            {error && (
              <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />
            )}
            {!bots && !error && (
              <SkeletonLines widths={['w-40', 'w-72', 'w-60']} label={texts.common.loading} />
            )}
            {bots && (adding || bots.length === 0) && mayChange && <AddBot onDone={() => setAdding(false)} />}
            {bots?.length === 0 && !mayChange && <EmptyState icon="bot" title={words.none} />}
            {bot && !adding && <GoalsPage key={bot.id} bot={bot} mayChange={mayChange} />}
          </div>
        </main>
        {bot && !adding && <TestYourBot key={bot.id} bot={bot} mayChange={mayChange} />}
      </Sheet>
    </>
  )
}

function AddBot({ onDone }: { onDone: () => void }) {
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => baton.createBot({ body: { name: name.trim() } }),
    onSuccess: async ({ id }) => {
      await queryClient.invalidateQueries({ queryKey: keys.bots })
      onDone()
      await navigate({ to: '/bots/$botId', params: { botId: id } })
    },
  })
  return (
    <form
      className="grid max-w-100 gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) add.mutate()
      }}
    >
      <div>
        <h1 className="text-20 font-semibold tracking-title">{words.add}</h1>
        <p className="text-13 text-ink-2">{words.addHint}</p>
      </div>
      <Field label={words.name} error={add.error ? sentenceOf(add.error) : undefined}>
        <TextInput large value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={add.isPending} disabled={name.trim() === ''}>
          {words.add}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {texts.common.cancel}
        </Button>
      </div>
    </form>
  )
}
