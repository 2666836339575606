import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { ensureBootstrapKey } from './auth/bootstrap-key.ts'
import type { Config } from './config.ts'
import { createContext } from './create-context.ts'
import { prepareDatabase } from './database/migrate.ts'
import { createHttp } from './http/create-http.ts'
import { createEventStreams, type EventStreams } from './http/event-streams.ts'
import { builtWebApp } from './http/serve-web.ts'
import { builtWidget } from './http/serve-widget.ts'
import { runWorker } from './job/run-worker.ts'
import { routes } from './routes.ts'
import { ensureWorkspace } from './workspace/ensure-workspace.ts'

export type Role = 'all' | 'web' | 'worker'

export type RunningServer = {
  /** Where it listens; for a mere worker, where the others do. */
  url: string
  /** Takes no more requests, lets those that run finish, and gives everything back. */
  stop: () => Promise<void>
}

const drainMs = 10_000

/**
 * Starts Baton on a database: as a web server, as a worker, or as both in one process.
 * @throws DatabaseNewerError, and the system's error when the port is taken
 */
export async function startServer(options: {
  config: Config
  databaseUrl: string
  role: Role
}): Promise<RunningServer> {
  const { config, databaseUrl, role } = options
  await prepareDatabase(databaseUrl)
  const app = createContext({ config, databaseUrl })
  const stops: (() => Promise<void>)[] = [
    async () => app.mailer?.close(),
    () => app.db.destroy(),
    () => app.signals.stop(),
    () => app.writings.stop(),
    () => app.jobs.stop(),
  ]
  const stop = async () => {
    while (stops.length > 0) await stops.pop()?.()
  }
  try {
    await app.jobs.start()
    await Promise.all([app.signals.start(), app.writings.start()])
    await ensureBootstrapKey(app, await ensureWorkspace(app))
    if (role !== 'web') {
      const worker = await runWorker(app)
      stops.push(worker.stop)
    }
    stops.push(() => app.events.stop())
    if (role === 'worker') return { url: config.url, stop }
    const streams = createEventStreams()
    const http = createHttp(app, routes, streams, { web: builtWebApp, widget: builtWidget })
    const server = createAdaptorServer({ fetch: http.fetch }) as Server
    await listen(server, config)
    stops.push(() => close(server, streams))
    const { port } = server.address() as AddressInfo
    return { url: config.port === 0 ? `http://localhost:${port}` : config.url, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** Open streams end, and their readers come back elsewhere; what has not finished in ten seconds is cut. */
function close(server: Server, streams: EventStreams): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), drainMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    streams.endAll()
    server.closeIdleConnections()
  })
}
