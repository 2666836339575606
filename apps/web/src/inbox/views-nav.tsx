import { useQuery } from '@tanstack/react-query'
import { viewsQuery } from '../api/conversations.ts'
import { useMe } from '../api/session.ts'
import { SubNav, SubNavLink } from '../shell/sheet.tsx'
import { texts } from '../texts/index.ts'
import { Badge } from '../ui/tag.tsx'
import { type ViewSlug, viewName, viewSlugs, views } from './views.ts'

const words = texts.inbox
const mostCounted = 1_000

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

function useCounts(): Map<ViewSlug, string> {
  const found = useQuery(viewsQuery(useMe().user.id)).data
  if (!found) return new Map()
  return new Map(
    viewSlugs.flatMap((slug): [ViewSlug, string][] => {
      const count = found.items.find(({ view }) => view === views[slug].view)?.count
      return count && slug !== 'all' && slug !== 'resolved' ? [[slug, atMost(count)]] : []
    }),
  )
}

function atMost(count: number): string {
  return count >= mostCounted ? `${mostCounted - 1}+` : String(count)
}
