import { baton, isRefusal } from './client.ts'
import { queryClient } from './query-client.ts'

/** Looks into the demo, and makes it where there is none. The page begins anew: everything is another workspace's. */
export async function openDemo(): Promise<void> {
  try {
    await baton.createDemo()
  } catch (error) {
    if (!isRefusal(error, 'demo_exists')) throw error
    await baton.visitDemo({ body: { open: true } })
  }
  begin()
}

/** Back to one's own workspace. The demo stays. */
export async function leaveDemo(): Promise<void> {
  await baton.visitDemo({ body: { open: false } })
  begin()
}

export async function removeDemo(): Promise<void> {
  await baton.deleteDemo()
  begin()
}

function begin(): void {
  queryClient.clear()
  window.location.assign('/')
}
