import { texts } from '../texts/index.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** Something did not load: what, what is safe, and the way to try again. */
export function ErrorState({
  title,
  detail,
  onRetry,
}: {
  title: string
  detail?: string | undefined
  onRetry?: (() => void) | undefined
}) {
  return (
    <div role="alert" className="m-3 flex items-start gap-2.5 rounded-box bg-sunken p-2.5 text-13">
      <Icon name="alert" className="mt-0.5 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        {detail && <p className="text-12 text-ink-2">{detail}</p>}
      </div>
      {onRetry && (
        <Button size="sm" icon="refresh" onClick={onRetry}>
          {texts.common.loadAgain}
        </Button>
      )}
    </div>
  )
}
