import type { ReadinessFinding } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** What stands in the way, each with the way to mend it. */
export function Findings({ findings, botId }: { findings: readonly ReadinessFinding[]; botId: string }) {
  if (findings.length === 0)
    return (
      <p className="flex items-center gap-2 text-13">
        <Icon name="check" className="text-ok" /> {texts.bots.isReady}
      </p>
    )
  return (
    <ul className="grid gap-1.5">
      {findings.map(({ code, message, fix, severity, phraseIndex }) => (
        <li key={`${code} ${phraseIndex ?? ''}`} className="flex items-start gap-2 text-13">
          <Icon
            name={severity === 'error' ? 'close' : 'info'}
            className={cx('mt-0.5', severity === 'error' ? 'text-bad' : 'text-ink-2')}
          />
          <span className="min-w-0">
            {message} <Fix code={code} fix={fix} botId={botId} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The way to mend it: a link to where that is done, where it is not here. */
function Fix({ code, fix, botId }: { code: ReadinessFinding['code']; fix: string; botId: string }) {
  if (code === 'bot_has_no_model')
    return (
      <Link to="/settings/model" className="underline underline-offset-3">
        {fix}
      </Link>
    )
  if (code === 'bot_has_no_articles')
    return (
      <Link to="/bots/$botId/knowledge" params={{ botId }} className="underline underline-offset-3">
        {fix}
      </Link>
    )
  if (code.startsWith('bot_on_no') || code === 'bot_not_on_autopilot')
    return (
      <Link to="/bots/$botId" params={{ botId }} className="underline underline-offset-3">
        {fix}
      </Link>
    )
  return <span className="text-ink-2">{fix}</span>
}
