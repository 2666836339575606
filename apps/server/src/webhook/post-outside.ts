import { OutsideError, requestOutside } from '../outside/request-outside.ts'

const timeoutMs = 10_000

/**
 * Posts JSON to an address that a user typed, within the guard of `requestOutside`.
 * @returns the status of the answer; its body is not read
 * @throws Error with a plain reason when there was no answer in 10 seconds
 */
export async function postOutside(
  url: string,
  body: string,
  headers: Record<string, string>,
  { allowPrivate }: { allowPrivate: boolean },
): Promise<number> {
  try {
    const response = await requestOutside(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'Baton-Webhooks/1', ...headers },
      body,
      signal: AbortSignal.timeout(timeoutMs),
      allowPrivate,
    })
    // It may end in any way: only the status counts.
    response.on('error', () => {}).resume()
    return response.statusCode ?? 0
  } catch (error) {
    throw new Error(reasonOf(error))
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof OutsideError)) return String(error)
  if (error.kind === 'late') return `No answer within ${timeoutMs / 1000} s.`
  if (error.kind === 'private') return 'The address lies in a private network, which is not allowed.'
  return error.message
}
