import type { User } from '@baton/contract'

/** An `@` that is being written before the caret, and where it begins. */
export type Mentioning = { at: number; typed: string }

/** The `@name` that ends at the caret. Null: none is being written there. */
export function mentioningAt(text: string, caret: number): Mentioning | null {
  const before = text.slice(0, caret)
  const found = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)?$/u.exec(before)
  if (!found) return null
  const typed = found[1] ?? ''
  return { at: caret - typed.length - 1, typed }
}

/** Those whose name begins with what was typed, or has a word that does. */
export function matching(users: readonly User[], typed: string): User[] {
  const wanted = typed.trim().toLowerCase()
  const words = (name: string) => [name.toLowerCase(), ...name.toLowerCase().split(' ')]
  return users.filter(({ active, name }) => active && words(name).some((word) => word.startsWith(wanted)))
}

/** The text with the name in the place of what was typed, and the caret behind it. */
export function complete(
  text: string,
  { at, typed }: Mentioning,
  name: string,
): { text: string; caret: number } {
  const mention = `@${name} `
  const rest = text.slice(at + 1 + typed.length).replace(/^ /, '')
  return { text: text.slice(0, at) + mention + rest, caret: at + mention.length }
}

/** The ids of those whose `@name` stands in a text. A longer name is not also its shorter one. */
export function mentionedIn(text: string, users: readonly User[]): string[] {
  let rest = text
  const longestFirst = users.toSorted((one, other) => other.name.length - one.name.length)
  return longestFirst.flatMap(({ id, name }) => {
    if (!rest.includes(`@${name}`)) return []
    rest = rest.replaceAll(`@${name}`, ' ')
    return [id]
  })
}

/** A text cut where somebody is mentioned. */
export function mentionParts(
  text: string,
  names: readonly string[],
): { at: number; text: string; mention: boolean }[] {
  const parts: { at: number; text: string; mention: boolean }[] = []
  const longestFirst = names.toSorted((one, other) => other.length - one.length)
  let plain = 0
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at < plain) continue
    const name = longestFirst.find((one) => text.startsWith(one, at + 1))
    if (name === undefined) continue
    if (at > plain) parts.push({ at: plain, text: text.slice(plain, at), mention: false })
    plain = at + 1 + name.length
    parts.push({ at, text: text.slice(at, plain), mention: true })
  }
  if (plain < text.length) parts.push({ at: plain, text: text.slice(plain), mention: false })
  return parts
}
