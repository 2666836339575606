import type { Scenario } from '@baton/contract'
import { Link } from '@tanstack/react-router'
import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'

const most = 6

/** The scenarios of a bot beside the one that is edited, in their order. */
export function ScenarioNav({ botId, scenarios }: { botId: string; scenarios: readonly Scenario[] }) {
  return (
    <nav
      aria-label={texts.bots.handover}
      className="w-63 shrink-0 overflow-auto border-r border-line bg-canvas p-2 max-desk:hidden"
    >
      <h2 className="flex items-baseline px-2 pt-1.5 text-14 font-semibold">
        {texts.scenario.scenarios}
        <span className="ml-auto text-12 font-normal text-ink-3 tabular-nums">
          {texts.bots.count(scenarios.length)}
        </span>
      </h2>
      <div aria-hidden="true" className="mx-2 mt-2 mb-3 flex gap-1">
        {Array.from({ length: most }, (_, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is its number
            key={at}
            className={cx('h-0.75 flex-1 rounded-full', at < scenarios.length ? 'bg-ink' : 'bg-track')}
          />
        ))}
      </div>
      <ol className="grid gap-1">
        {scenarios.map(({ id, name, kind, enabled }) => (
          <li key={id}>
            <Link
              to="/bots/$botId/scenarios/$scenarioId"
              params={{ botId, scenarioId: id }}
              activeProps={{ 'aria-current': 'page' }}
              className="flex items-center gap-2 rounded-box px-2.5 py-2 hover:bg-hover aria-[current=page]:bg-surface aria-[current=page]:inset-ring aria-[current=page]:inset-ring-line-2"
            >
              <span className="min-w-0 flex-1">
                <span dir="auto" className="block truncate text-13 font-medium">
                  {name}
                </span>
                <span className="block truncate text-12 text-ink-3">{texts.bots.kinds[kind]}</span>
              </span>
              <span className={cx('text-12', enabled ? 'font-medium text-ok' : 'text-ink-3')}>
                {enabled ? texts.scenario.on : texts.scenario.off}
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <p className="px-2.5 pt-3 text-12 text-ink-3">{texts.bots.handoverHint}</p>
    </nav>
  )
}
