/** A rule of the package did not hold. */
export class Broken extends Error {}

export function broken(rule: string, what: string): never {
  throw new Broken(`${rule}: ${what}`)
}
