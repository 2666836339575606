import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ApiError, type Client, paginate } from '@baton/client'
import pg from 'pg'
import { type Config, parseConfig } from '../config.ts'
import { connect } from './connect.ts'

/** `note` is worth a look, and keeps nothing from working. */
type Finding = { ok: boolean; note?: boolean; what: string; fix?: string }

/**
 * Looks at everything that would keep Baton from working: this machine, the database, the running server, and
 * every scenario of every bot.
 * @returns the exit code: 1 when something is broken
 */
export async function doctor(options: { url: string; key?: string }): Promise<number> {
  const config = parseConfig(process.env)
  const findings = [...(await checkMachine(config)), ...(await checkServer(options))]
  for (const { ok, note, what, fix } of findings) {
    const mark = ok ? (note ? '!' : '✓') : '✗'
    process.stdout.write(`${mark} ${what}${fix && mark !== '✓' ? `\n    ${fix}` : ''}\n`)
  }
  const broken = findings.filter((finding) => !finding.ok).length
  process.stdout.write(broken === 0 ? 'All is well.\n' : `${broken} to look at.\n`)
  return broken === 0 ? 0 : 1
}

async function checkMachine(config: Config): Promise<Finding[]> {
  const major = Number(process.versions.node.split('.')[0])
  const findings: Finding[] = [
    {
      ok: major >= 24,
      what: `Node ${process.versions.node}`,
      fix: 'Run it through npm, which brings Node 24.',
    },
  ]
  if (config.databaseUrl) return [...findings, ...(await checkDatabase(config.databaseUrl))]
  findings.push({
    ok: await isWritable(config.dataFolder),
    what: `data folder ${config.dataFolder}`,
    fix: 'Make it writable, or choose another with BATON_DATA.',
  })
  return findings
}

async function isWritable(folder: string): Promise<boolean> {
  for (const candidate of [folder, dirname(folder)])
    try {
      await access(candidate, constants.W_OK)
      return true
    } catch {
      // The folder may not be there yet; then its parent decides.
    }
  return false
}

async function checkDatabase(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      'select rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user',
    )
    return [
      { ok: true, what: 'the database of DATABASE_URL answers' },
      {
        ok: !rows[0].unbound,
        what: 'its user is bound by row-level security',
        fix: 'The user is a superuser or bypasses row-level security. Give Baton an ordinary user that owns the database.',
      },
    ]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [
      {
        ok: false,
        what: `the database of DATABASE_URL: ${reason}`,
        fix: 'Check host, port, user and password.',
      },
    ]
  } finally {
    await client.end().catch(() => {})
  }
}

async function checkServer(options: { url: string; key?: string }): Promise<Finding[]> {
  let answer: Response
  try {
    answer = await fetch(`${options.url}/readyz`, { signal: AbortSignal.timeout(5_000) })
  } catch {
    return [
      {
        ok: false,
        what: `no server answers at ${options.url}`,
        fix: 'Start it with npm start, or give --url.',
      },
    ]
  }
  const readiness = (await answer.json()) as { checks?: { name: string; ok: boolean; detail?: string }[] }
  const checks = (readiness.checks ?? []).map(({ name, ok, detail }) => ({
    ok,
    what: `server: ${name}`,
    ...(detail ? { fix: detail } : {}),
  }))
  try {
    const client = await connect(options)
    return [...checks, ...(await checkBots(client)), ...(await checkUnanswered(client))]
  } catch (error) {
    const fix =
      error instanceof ApiError ? error.detail : error instanceof Error ? error.message : String(error)
    return [...checks, { ok: false, what: 'the API', fix }]
  }
}

async function checkBots(client: Client): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const bot of paginate((cursor) => client.listBots({ query: { cursor } }))) {
    if (bot.mode !== 'autopilot') continue
    const readiness = await client.getReadiness({ params: { id: bot.id } })
    const own = readiness.bot.map((finding) => ({
      ok: finding.severity === 'warning',
      note: true,
      what: `${bot.name}: ${finding.message}`,
      fix: finding.fix,
    }))
    const ofScenarios = readiness.scenarios
      .filter((scenario) => scenario.enabled)
      .flatMap(({ name, findings: found }) =>
        found.map((finding) => ({
          ok: finding.severity === 'warning',
          note: true,
          what: `${bot.name}, ${name}: ${finding.message}`,
          fix: finding.fix,
        })),
      )
    const all = [...own, ...ofScenarios]
    findings.push(...(all.length > 0 ? all : [{ ok: true, what: `${bot.name} is ready` }]))
  }
  return findings
}

async function checkUnanswered(client: Client): Promise<Finding[]> {
  const { total, items } = await client.reportUnanswered({ query: { limit: 1 } })
  const since = items[0]?.waitingSince
  return [
    {
      ok: true,
      note: total > 0,
      what: `${total} contacts wait for an answer${since ? `, the longest since ${since}` : ''}`,
      fix: 'GET /v1/reports/unanswered lists them.',
    },
  ]
}
