import { connect, useConnection } from '../api/live.ts'
import { texts } from '../texts/index.ts'
import { Button } from '../ui/button.tsx'
import { timeOfDay } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'

/** Says that what is on screen may be old, and since when. */
export function OfflineBanner() {
  const { connected, since } = useConnection()
  return (
    <div role="status">
      {!connected && since && (
        <div className="mt-2 flex items-center gap-2.5 rounded-tl-card border border-r-0 border-bad-edge bg-bad-soft py-1.5 pr-4 pl-4 text-13 max-tablet:mt-0 max-tablet:rounded-none">
          <Icon name="offline" className="text-bad" />
          <p className="min-w-0 flex-1">
            <b className="font-semibold">{texts.shell.offlineSince(timeOfDay(since))}</b>{' '}
            {texts.shell.offlineSafe}
          </p>
          <Button size="sm" onClick={connect}>
            {texts.shell.tryNow}
          </Button>
        </div>
      )}
    </div>
  )
}
