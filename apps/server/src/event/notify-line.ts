import pg from 'pg'

const reconnectMs = 1_000

/**
 * A line between the processes on one database: what one of them sends on a channel of PostgreSQL the others hear. It has
 * a connection of its own, and comes back when that is lost; what is sent meanwhile is not heard.
 */
export function createNotifyLine(
  url: string,
  options: {
    /** A plain word: it stands in the statement as it is. */
    channel: string
    /** What another process has sent. What this one sends it does not hear. */
    onMessage: (payload: string) => void
    onConnected?: () => void
    onError: (error: Error) => void
  },
) {
  const { channel, onMessage, onConnected, onError } = options
  let client: pg.Client | null = null
  let ownPid: number | null = null
  let stopped = false

  async function connect(): Promise<void> {
    if (stopped) return
    const next = new pg.Client({ connectionString: url, application_name: `${channel} notifications` })
    next.on('error', onError)
    next.on('end', () => {
      if (client === next) client = null
      if (!stopped) setTimeout(() => void connect(), reconnectMs).unref()
    })
    next.on('notification', ({ processId, payload }) => {
      if (processId !== ownPid) onMessage(payload ?? '')
    })
    try {
      await next.connect()
      const { rows } = await next.query(`select pg_backend_pid() as pid`)
      await next.query(`listen ${channel}`)
      ownPid = rows[0].pid
      client = next
      onConnected?.()
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      await next.end().catch(() => {})
    }
  }

  return {
    start: connect,
    isOpen: () => client !== null,
    /** At most 8,000 bytes, says PostgreSQL. */
    async send(payload: string): Promise<void> {
      await client?.query('select pg_notify($1, $2)', [channel, payload]).catch(onError)
    },
    async stop(): Promise<void> {
      stopped = true
      await client?.end().catch(() => {})
    },
  }
}
