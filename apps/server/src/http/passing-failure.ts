/** What the database and the way to it say when they are not there, or too busy. */
const passingCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too many connections
  '57P01', // shutting down
  '57P02',
  '57P03', // starting up
  '40001', // a race lost again and again
  '40P01',
])

/** What `pg` says without a code. */
const passingMessages =
  /^(timeout exceeded when trying to connect|Connection terminated|Client was closed|Cannot use a pool after)/

/** Whether a failure will pass: the same request may succeed in a few seconds. */
export function isPassingFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return passingCodes.has(code) || code.startsWith('08') || passingMessages.test(error.message)
}
