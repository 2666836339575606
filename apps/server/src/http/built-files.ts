import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { Context } from 'hono'
import type { HttpEnv } from './environment.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

export type BuiltFile = { path: string; type: string; encodings: Set<string> }

/**
 * The files of an app by their address, as they are now: it may be built anew while the server runs, and `sign` is what is
 * then written anew.
 */
export function followFiles(folder: string, sign: string): () => Map<string, BuiltFile> {
  let files = new Map<string, BuiltFile>()
  let builtAt: number | undefined
  return () => {
    const changedAt = statSync(join(folder, sign), { throwIfNoEntry: false })?.mtimeMs
    if (changedAt !== undefined && changedAt !== builtAt) files = filesOf(folder)
    builtAt = changedAt
    return files
  }
}

function filesOf(folder: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>()
  for (const path of listed(folder)) {
    const type = types[extname(path)]
    if (type)
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, type, encodings: new Set() })
  }
  for (const path of listed(folder)) {
    const coding = { '.br': 'br', '.gz': 'gzip' }[extname(path)]
    if (coding)
      files.get(`/${relative(folder, path).slice(0, -3).split(sep).join('/')}`)?.encodings.add(coding)
  }
  return files
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return []
  }
}

/** Sends a file, as it was compressed when it was built, if the reader takes that. */
export function sendFile(c: Context<HttpEnv>, file: BuiltFile): Response {
  c.header('content-type', file.type)
  c.header('vary', 'accept-encoding')
  const accepted = c.req.header('accept-encoding') ?? ''
  const coding = ['br', 'gzip'].find((name) => file.encodings.has(name) && accepted.includes(name))
  if (coding) c.header('content-encoding', coding)
  const suffix = coding ? { br: '.br', gzip: '.gz' }[coding] : ''
  return c.body(new Uint8Array(readFileSync(file.path + suffix)))
}
