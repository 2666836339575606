import type { Conversation } from '@baton/contract'
import { useMemo } from 'react'
import { baton, sentenceOf } from '../api/client.ts'
import { keys } from '../api/keys.ts'
import { queryClient } from '../api/query-client.ts'
import { useMe } from '../api/session.ts'
import { texts } from '../texts/index.ts'
import type { IconName } from '../ui/icon.tsx'
import { showToast } from '../ui/toast.tsx'

const said = texts.conversation.done

export type Assignee =
  | { type: 'user'; userId: string }
  | { type: 'team'; teamId: string }
  | { type: 'nobody' }
export type Actions = ReturnType<typeof actionsOn>

/** Everything that a person can do with who has a conversation. Each says what was done, with a way back. */
export function useActions(id: string, name: string): Actions {
  const userId = useMe().user.id
  return useMemo(() => actionsOn(id, name, userId), [id, name, userId])
}

function actionsOn(id: string, name: string, userId: string) {
  const params = { id }
  const body = { userId }

  const takeOver = () =>
    act(() => baton.takeOver({ params, body }), {
      line: said.tookOver(name),
      icon: 'takeOver',
      undo: () => void handBack(),
    })
  const handBack = () =>
    act(() => baton.handBack({ params, body }), {
      line: said.handedBack(name),
      icon: 'handBack',
      undo: () => void takeOver(),
    })
  const reopen = () => act(() => baton.reopen({ params, body }))
  const assign = (to: Assignee, toName: string, before?: { to: Assignee; name: string }) =>
    act(() => baton.assign({ params, body: { userId, assignTo: to } }), {
      line: said.assigned(name, toName),
      icon: 'user',
      undo: before && (() => void assign(before.to, before.name)),
    })

  return {
    takeOver,
    handBack,
    reopen,
    assign,
    claim: () => act(() => baton.claim({ params, body })),
    /** Resolving wakes the bot, so whoever had it gets it back with the undo. */
    resolve: (wasMine: boolean) =>
      act(() => baton.resolve({ params, body }), {
        line: said.resolved(name),
        icon: 'check',
        undo: async () => {
          if ((await reopen()) && wasMine) await act(() => baton.takeOver({ params, body }))
        },
      }),
    snooze: (until: Date, untilText: string) =>
      act(() => baton.snooze({ params, body: { userId, until: until.toISOString() } }), {
        line: said.snoozed(name, untilText),
        icon: 'snooze',
        undo: () => void reopen(),
      }),
    wake: () => act(() => baton.wake({ params, body })),
    sleep: (howLong: { minutes?: number; until?: Date }) =>
      act(() =>
        baton.sleep({
          params,
          body: {
            userId,
            ...(howLong.minutes ? { minutes: howLong.minutes } : {}),
            ...(howLong.until ? { until: howLong.until.toISOString() } : {}),
          },
        }),
      ),
    handOver: () => act(() => baton.handOver({ params, body })),
  }
}

type Said = { line: string; icon: IconName; undo: (() => unknown) | undefined }

/** Does it, and shows what control looks like now. A refusal says who was quicker. */
async function act(does: () => Promise<Conversation>, done?: Said): Promise<boolean> {
  try {
    const conversation = await does()
    queryClient.setQueryData(keys.control(conversation.id), conversation)
    void queryClient.invalidateQueries({ queryKey: keys.lists })
    void queryClient.invalidateQueries({ queryKey: keys.handovers(conversation.id) })
    if (done) showToast(done.line, { icon: done.icon, undo: done.undo })
    return true
  } catch (error) {
    showToast(sentenceOf(error), { icon: 'alert' })
    return false
  }
}
