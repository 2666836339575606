import { parentPort, workerData } from 'node:worker_threads'
import { createDetector, type DetectorScenario } from '@baton/detection'
import { type Firing, findFiring, type PastMessage } from './find-firing.ts'

/** What is sent to the thread: conversations, each oldest first. What comes back stands in the same order. */
export type Batch = PastMessage[][]
export type Found = (Firing | null)[]

const scenarios: DetectorScenario[] = workerData
const detector = createDetector({ scenarios })

parentPort?.on('message', (batch: Batch) => {
  const found: Found = batch.map((messages) => findFiring(detector, messages))
  parentPort?.postMessage(found)
})
