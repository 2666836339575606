const minute = 60
const hour = 60 * minute

/** `48 s`, `2 min 5 s`, `3 h 20 min`, for a median or a p90. */
export function shortTime(seconds: number): string {
  if (seconds < minute) return `${Math.round(seconds)} s`
  if (seconds < hour) return parts(Math.floor(seconds / minute), 'min', Math.round(seconds % minute), 's')
  return parts(Math.floor(seconds / hour), 'h', Math.round((seconds % hour) / minute), 'min')
}

function parts(large: number, unit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${small} ${smallUnit}`
}
