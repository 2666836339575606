import { readFile } from 'node:fs/promises'
import { type Client, createClient } from '@baton/client'
import { bootstrapKeyFile } from '../auth/bootstrap-key.ts'
import { parseConfig } from '../config.ts'

/**
 * A client for the server that a command is about. The key is the one given, that of the environment, or the
 * one that the first start left in the data folder.
 * @throws Error with what to do when there is no key
 */
export async function connect(options: { url: string; key?: string }): Promise<Client> {
  const config = parseConfig(process.env)
  const file = bootstrapKeyFile(config.dataFolder)
  const apiKey =
    options.key ?? config.bootstrapKey ?? (await readFile(file, 'utf8').catch(() => null))?.trim()
  if (!apiKey)
    throw new Error(`There is no API key in ${file}. Give one with --key or in BATON_BOOTSTRAP_KEY.`)
  return createClient({ baseUrl: options.url.replace(/\/+$/, ''), apiKey })
}
