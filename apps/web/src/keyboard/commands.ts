import { useEffect, useId, useRef, useSyncExternalStore } from 'react'
import type { IconName } from '../ui/icon.tsx'

/** Something that can be done here and now: by its key, from ⌘K, and listed under `?`. */
export type Command = {
  id: string
  label: string
  group: 'conversation' | 'list' | 'go' | 'general' | 'found'
  /** `j`, `?`, `mod+k`, `alt+1`, `g i`. Left out: only from ⌘K. */
  keys?: string | undefined
  icon?: IconName | undefined
  /** Works while typing, too. Only for combinations. */
  whileTyping?: boolean
  run: () => void
}

let commands: readonly Command[] = []
const listeners = new Set<() => void>()

function change(next: readonly Command[]): void {
  commands = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Makes commands available while the component is there. `run` may change with each render; the list is registered
 * anew only when what can be seen of it changes.
 */
export function useCommands(given: readonly (Omit<Command, 'id'> | false)[]): void {
  const scope = useId()
  const here = given.filter((command) => command !== false)
  const latest = useRef(here)
  latest.current = here
  const shape = here.map(({ label, group, keys }) => `${group}:${label}:${keys ?? ''}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: `shape` stands for the list
  useEffect(() => {
    const mine = latest.current.map((command, index) => ({
      ...command,
      id: `${scope}${index}`,
      run: () => latest.current[index]?.run(),
    }))
    // What came last has the key: a screen over its shell.
    change([...mine, ...commands])
    return () => change(commands.filter((command) => !mine.includes(command)))
  }, [scope, shape])
}

/** All commands that are available now. */
export function useAvailableCommands(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => commands)
}

/** The command of a key, if one has it. */
export function commandFor(keys: string): Command | undefined {
  return commands.find((command) => command.keys === keys)
}

/** Whether a key begins a sequence, such as the `g` of `g i`. */
export function beginsSequence(key: string): boolean {
  return commands.some((command) => command.keys?.startsWith(`${key} `))
}
