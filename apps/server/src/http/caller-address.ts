import { BlockList } from 'node:net'
import type { Context } from 'hono'
import type { HttpEnv } from './environment.ts'

/** This machine and private networks: where a proxy in front of Baton stands. */
const near = new BlockList()
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(net, prefix)
near.addAddress('::1', 'ipv6')
near.addSubnet('fc00::', 7, 'ipv6')

/**
 * The address that a request comes from. What a proxy says is believed if it is near; of its list only the last entry,
 * which it wrote itself.
 */
export function callerAddress(c: Context<HttpEnv>): string {
  const direct = (c.env?.incoming?.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
  const family = direct.includes(':') ? 'ipv6' : 'ipv4'
  if (direct !== 'unknown' && !near.check(direct, family)) return direct
  return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() || direct
}
