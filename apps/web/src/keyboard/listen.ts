import { beginsSequence, commandFor } from './commands.ts'

const storageKey = 'baton-single-keys'
const sequenceMs = 1_200
let begun: { key: string; at: number } | null = null

/** Whether single keys do something. They can be turned off, for those whose speech or switch types them. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off'
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
}

/** Runs commands by their keys. One listener for the whole app; gives the way to end it. */
export function listenToKeys(): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const keys = keysOf(event)
    if (!keys) return
    const command = commandFor(keys)
    const combined = keys.includes('+')
    if (!combined && (isTyping(event.target) || isInLayer(event.target) || !singleKeysOn())) return
    if (combined && isTyping(event.target) && !command?.whileTyping) return
    if (!command) {
      begun = beginsSequence(keys) ? { key: keys, at: event.timeStamp } : null
      return
    }
    begun = null
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', listen)
  return () => window.removeEventListener('keydown', listen)
}

function keysOf(event: KeyboardEvent): string | null {
  const key = event.key.toLowerCase()
  if (event.altKey) return withAlt(event)
  if (['meta', 'control', 'shift'].includes(key)) return null
  if (event.metaKey || event.ctrlKey) return `mod+${key}`
  const inSequence = begun && event.timeStamp - begun.at < sequenceMs
  return inSequence ? `${begun?.key} ${key}` : key
}

/** `alt+1`: by the key, for with Alt it writes another sign on many keyboards. AltGr comes as Ctrl and Alt. */
function withAlt({ code, metaKey, ctrlKey, shiftKey }: KeyboardEvent): string | null {
  const digit = /^Digit(\d)$/.exec(code)?.[1]
  return digit && !metaKey && !ctrlKey && !shiftKey ? `alt+${digit}` : null
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** A menu or a dialog has the keys while it is open. */
function isInLayer(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="menu"], [role="dialog"]') !== null
}
