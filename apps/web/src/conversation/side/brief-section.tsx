import type { ReactNode } from 'react'
import { texts } from '../../texts/index.ts'
import { DateTime, timeOfDay } from '../../ui/date-time.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { OpenConversation } from '../use-conversation.ts'
import { Section } from './section.tsx'

const words = texts.conversation.side

const entries = 'grid gap-2.5 text-13 leading-[19px] max-tablet:text-[15px] max-tablet:leading-[21px]'

/** What the person who takes it reads first. */
export function BriefSection({ open }: { open: OpenConversation }) {
  const handover = open.handovers[0]
  if (!handover)
    return (
      <Section title={words.brief}>
        <p className="text-13 text-ink-2">{words.noBrief}</p>
      </Section>
    )
  const { firstAsked, lastAsked, botAnswered, why, summary } = handover.brief
  if (summary)
    return (
      <Section title={words.brief} tools={<DateTime at={handover.beganAt} format={timeOfDay} />}>
        <dl className={entries}>
          <Entry term={words.wants}>{summary.wants}</Entry>
          <Entry term={words.botTried}>{summary.tried}</Entry>
          <Entry term={words.suggested}>{summary.next}</Entry>
          {lastAsked && <Entry term={words.inTheirWords}>{lastAsked}</Entry>}
          <Entry term={words.whyHanded}>{why}</Entry>
        </dl>
        <p className="mt-2.5 text-12 text-ink-3">{words.byModel(summary.model)}</p>
      </Section>
    )
  return (
    <Section title={words.brief} tools={<DateTime at={handover.beganAt} format={timeOfDay} />}>
      <dl className={entries}>
        <Entry term={words.wants}>{lastAsked ?? firstAsked ?? ''}</Entry>
        {firstAsked && firstAsked !== lastAsked && <Entry term={words.firstAsked}>{firstAsked}</Entry>}
        <div>
          <dt className="mb-0.5 text-12 font-medium text-ink-3">{words.botTried}</dt>
          <dd>
            {botAnswered.length === 0 && words.nothingTried}
            <ul>
              {[...new Set(botAnswered)].map((answer) => (
                <li key={answer} className="flex gap-1.5">
                  <Icon name="close" size={14} className="mt-0.75 text-ink-3" />
                  <span dir="auto" className="min-w-0 break-words">
                    {answer}
                  </span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <Entry term={words.whyHanded}>{why}</Entry>
      </dl>
    </Section>
  )
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-0.5 text-12 font-medium text-ink-3">{term}</dt>
      <dd dir="auto" className="break-words">
        {children}
      </dd>
    </div>
  )
}
