import { useQueries } from '@tanstack/react-query'
import { listQuery } from '../api/conversations.ts'
import { useMe } from '../api/session.ts'
import { SubNav, SubNavLink } from '../shell/sheet.tsx'
import { texts } from '../texts/index.ts'
import { Badge } from '../ui/tag.tsx'
import { viewName, viewSlugs, views } from './views.ts'

const words = texts.inbox
const counted = ['needs-a-human', 'mine', 'unassigned', 'with-the-bot', 'snoozed'] as const

/** The views of the inbox, with how many are in those that are work. */
export function ViewsNav() {
  const counts = useCounts()
  return (
    <SubNav label={words.viewsLabel} title={words.title}>
      {viewSlugs.map((slug) => {
        const count = counts.get(slug)
        const waiting = slug === 'needs-a-human'
        return (
          <SubNavLink
            key={slug}
            to="/inbox/$view/{-$conversationId}"
            params={{ view: slug, conversationId: undefined }}
            icon={views[slug].icon}
            {...(waiting ? { tone: 'human' as const } : {})}
            count={waiting && count ? <Badge tone="human">{count}</Badge> : waiting ? undefined : count}
          >
            {viewName(slug)}
          </SubNavLink>
        )
      })}
    </SubNav>
  )
}

function useCounts(): Map<string, string> {
  const { user } = useMe()
  const lists = useQueries({ queries: counted.map((slug) => listQuery(views[slug].view, user.id)) })
  return new Map(
    counted.flatMap((slug, index) => {
      const list = lists[index]?.data
      return list && list.items.length > 0 ? [[slug, `${list.items.length}${list.more ? '+' : ''}`]] : []
    }),
  )
}
