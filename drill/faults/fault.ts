import type { BenchServer } from '../../bench/server.ts'
import type { Counted } from '../count.ts'

/** Something that goes wrong. `counted` says what became of everybody all the same. */
export type Fault = {
  name: string
  run: (server: BenchServer) => Promise<{ detail: string; counted: Counted }>
}
