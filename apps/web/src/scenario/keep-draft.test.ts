import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDraftKeeper, type DraftState, type Kept, readKept } from './keep-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

class Offline extends Error {}

function keeperBefore(...answers: (string | Error)[]) {
  const device = new Map<string, string>()
  const storage = {
    getItem: (key: string) => device.get(key) ?? null,
    setItem: (key: string, value: string) => void device.set(key, value),
    removeItem: (key: string) => void device.delete(key),
  }
  const saved: Kept[] = []
  const states: DraftState[] = []
  const keeper = createDraftKeeper({
    key: 'draft',
    storage,
    onState: (state) => states.push(state),
    passes: (error) => error instanceof Offline,
    save: async (kept) => {
      saved.push(kept)
      const answer = answers.shift() ?? 'later'
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { keeper, saved, states, onDevice: () => readKept(storage, 'draft') }
}

describe('R9 a draft', () => {
  test('is on the device at once and on the server within a second', async () => {
    const { keeper, saved, states, onDevice } = keeperBefore('12:04')
    keeper.keep({ name: 'W' }, 3)
    expect(onDevice()).toMatchObject({ content: { name: 'W' }, basedOn: 3 })
    keeper.keep({ name: 'Wa' }, 3)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toHaveLength(1)
    expect(saved[0]).toMatchObject({ content: { name: 'Wa' }, basedOn: 3 })
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '12:04' })
    expect(onDevice()).toBeNull()
  })

  test('stays on the device while the network is gone, and goes out when it is back', async () => {
    const { keeper, saved, states, onDevice } = keeperBefore(new Offline(), new Offline(), '12:06')
    keeper.keep({ name: 'Wants' }, 3)
    await vi.advanceTimersByTimeAsync(600)
    expect(states.at(-1)).toEqual({ kind: 'kept' })
    expect(onDevice()).not.toBeNull()
    keeper.retry()
    await vi.advanceTimersByTimeAsync(0)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saved).toHaveLength(3)
    expect(states.at(-1)).toEqual({ kind: 'saved', at: '12:06' })
    expect(onDevice()).toBeNull()
  })

  test('that is refused is kept and not sent again until it changes', async () => {
    const { keeper, saved, onDevice } = keeperBefore(new Error('refused'), '12:07')
    keeper.keep({ name: 'W' }, 3)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toHaveLength(1)
    expect(onDevice()).not.toBeNull()
    keeper.keep({ name: 'Wa' }, 3)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(saved).toHaveLength(2)
  })

  test('that was typed on while one was on its way is sent after it', async () => {
    const { keeper, saved, states } = keeperBefore('first', 'second')
    keeper.keep({ name: 'W' }, 3)
    vi.advanceTimersByTime(600)
    keeper.keep({ name: 'Wa' }, 3)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(saved.map(({ content }) => content.name)).toEqual(['W', 'Wa'])
    expect(states.filter(({ kind }) => kind === 'saved')).toEqual([{ kind: 'saved', at: 'second' }])
  })

  test('does not come in after the scenario was saved', async () => {
    const { keeper, saved, states, onDevice } = keeperBefore('first')
    keeper.keep({ name: 'W' }, 3)
    await keeper.settle()
    keeper.forget()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(saved).toHaveLength(0)
    expect(onDevice()).toBeNull()
    expect(states.at(-1)).toEqual({ kind: 'none' })
  })

  test('is sent when the editor closes before the pause is over', async () => {
    const { keeper, saved } = keeperBefore(new Offline())
    keeper.keep({ name: 'W' }, 3)
    keeper.close()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(saved).toHaveLength(1)
  })

  test('that cannot be read on the device is none', () => {
    for (const stored of ['', 'null', '{', '{"content":1}'])
      expect(readKept({ getItem: () => stored }, 'draft')).toBeNull()
  })
})
