const browsers = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\/|FxiOS/],
  ['Chrome', /Chrome\/|CriOS/],
  ['Safari', /Safari\//],
] as const
const systems = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Mac OS X/],
  ['Chrome OS', /CrOS/],
  ['Linux', /Linux/],
] as const

/** `Firefox, Windows` of a browser's long name for itself. Null: it says nothing known. */
export function describeDevice(userAgent: string | null): string | null {
  const nameIn = (known: typeof browsers | typeof systems) =>
    known.find(([, sign]) => sign.test(userAgent ?? ''))?.[0]
  const parts = [nameIn(browsers), nameIn(systems)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(', ') : null
}
