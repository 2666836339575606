import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { keys } from './api/keys.ts'
import { queryClient } from './api/query-client.ts'
import { meQuery, setupQuery } from './api/session.ts'
import { type ListFilter, readFilter } from './inbox/list-filter.ts'
import { readInsightSearch } from './insights/read-search.ts'
import { PageFailed, PageNotFound } from './shell/page-failed.tsx'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: PageNotFound,
})

/** Everything that one must be signed in for. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    if (await queryClient.ensureQueryData(meQuery)) return
    const setup = await queryClient.fetchQuery(setupQuery)
    if (setup.needed) throw redirect({ to: '/set-up' })
    throw redirect({ to: '/sign-in', search: { to: location.href } })
  },
  component: Shell,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ to }): { to?: string } => (isOwnAddress(to) ? { to } : {}),
  component: lazyRouteComponent(() => import('./session/sign-in-screen.tsx'), 'SignInScreen'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('./session/set-up-screen.tsx'), 'SetUpScreen'),
})

const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./session/link-screens.tsx'), 'JoinScreen'),
})

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('./session/link-screens.tsx'), 'ResetScreen'),
})

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})

const inboxHome = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view/{-$conversationId}', params: { view: 'needs-a-human' } })
  },
})

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox/$view/{-$conversationId}',
  validateSearch: ({ why, ...filter }): ListFilter & { why?: number } => ({
    ...readFilter(filter),
    ...(typeof why === 'number' ? { why } : {}),
  }),
  component: lazyRouteComponent(() => import('./inbox/inbox-screen.tsx'), 'InboxScreen'),
})

const botsScreen = lazyRouteComponent(() => import('./bots/bots-screen.tsx'), 'BotsScreen')
const bots = createRoute({ getParentRoute: () => signedIn, path: '/bots', component: botsScreen })
const bot = createRoute({ getParentRoute: () => signedIn, path: '/bots/$botId', component: botsScreen })

const scenario = createRoute({
  getParentRoute: () => signedIn,
  path: '/bots/$botId/scenarios/$scenarioId',
  validateSearch: ({ say }): { say?: string } => (typeof say === 'string' && say ? { say } : {}),
  component: lazyRouteComponent(() => import('./scenario/scenario-screen.tsx'), 'ScenarioScreen'),
})

const knowledge = createRoute({
  getParentRoute: () => signedIn,
  path: '/bots/$botId/knowledge',
  validateSearch: ({ article, title }): { article?: string; title?: string } => ({
    ...(typeof article === 'string' && article ? { article } : {}),
    ...(typeof title === 'string' && title ? { title } : {}),
  }),
  component: lazyRouteComponent(() => import('./knowledge/knowledge-screen.tsx'), 'KnowledgeScreen'),
})

const contactsScreen = lazyRouteComponent(() => import('./contacts/contacts-screen.tsx'), 'ContactsScreen')
const contactsSearch = ({ q }: Record<string, unknown>): { q?: string } => readFilter({ q })
const contacts = createRoute({
  getParentRoute: () => signedIn,
  path: '/contacts',
  validateSearch: contactsSearch,
  component: contactsScreen,
})
const contact = createRoute({
  getParentRoute: () => signedIn,
  path: '/contacts/$contactId',
  validateSearch: contactsSearch,
  component: contactsScreen,
})

const insights = createRoute({
  getParentRoute: () => signedIn,
  path: '/insights',
  validateSearch: readInsightSearch,
  component: lazyRouteComponent(() => import('./insights/insights-screen.tsx'), 'InsightsScreen'),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-screen.tsx'), 'SettingsScreen'),
})
const under = { getParentRoute: () => settings } as const
const staffPage = lazyRouteComponent(() => import('./staff/staff-page.tsx'), 'StaffPage')
const settingsPages = [
  createRoute({
    ...under,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile' })
    },
  }),
  createRoute({
    ...under,
    path: '/profile',
    component: lazyRouteComponent(() => import('./settings/profile-page.tsx'), 'ProfilePage'),
  }),
  createRoute({
    ...under,
    path: '/notifications',
    component: lazyRouteComponent(() => import('./settings/notifications-page.tsx'), 'NotificationsPage'),
  }),
  createRoute({
    ...under,
    path: '/workspace',
    component: lazyRouteComponent(() => import('./settings/workspace-page.tsx'), 'WorkspacePage'),
  }),
  createRoute({ ...under, path: '/staff', component: staffPage }),
  createRoute({ ...under, path: '/staff/$userId', component: staffPage }),
  createRoute({
    ...under,
    path: '/teams',
    component: lazyRouteComponent(() => import('./settings/teams-page.tsx'), 'TeamsPage'),
  }),
  createRoute({
    ...under,
    path: '/channels',
    component: lazyRouteComponent(() => import('./settings/channels-page.tsx'), 'ChannelsPage'),
  }),
  createRoute({
    ...under,
    path: '/model',
    component: lazyRouteComponent(() => import('./settings/model-page.tsx'), 'ModelPage'),
  }),
  createRoute({
    ...under,
    path: '/api-keys',
    component: lazyRouteComponent(() => import('./settings/api-keys-page.tsx'), 'ApiKeysPage'),
  }),
  createRoute({
    ...under,
    path: '/webhooks',
    component: lazyRouteComponent(() => import('./settings/webhooks-page.tsx'), 'WebhooksPage'),
  }),
  createRoute({
    ...under,
    path: '/audit',
    component: lazyRouteComponent(() => import('./settings/audit-page.tsx'), 'AuditPage'),
  }),
] as const

const routeTree = root.addChildren([
  signIn,
  setUp,
  join,
  reset,
  signedIn.addChildren([
    home,
    inboxHome,
    inbox,
    bots,
    bot,
    scenario,
    knowledge,
    contacts,
    contact,
    insights,
    settings.addChildren(settingsPages),
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
})

/** Not an address of somebody else's, however the link was made. */
function isOwnAddress(to: unknown): to is string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to)
}

// The session ended somewhere else: to the sign-in, and back to where one was.
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === 'updated' && query.queryKey[0] === keys.me[0] && query.state.data === null) router.invalidate()
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
