import { ApiError } from '@baton/client'
import type { BatonEvent } from '@baton/contract'
import type { QueryKey } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { baton } from './client.ts'
import { keys } from './keys.ts'
import { addMessage, messageOf } from './messages.ts'
import { queryClient } from './query-client.ts'

/** Whether what is on screen is kept up to date, and since when not. */
export type Connection = { connected: boolean; since: Date | null }

let connection: Connection = { connected: true, since: null }
let line: AbortController | null = null
let lastEventId: string | undefined
let followedBefore = false
const hiddenMs = 60_000
const refusedMs = 5_000
const watchers = new Set<() => void>()
const readers = new Set<(event: BatonEvent) => void>()

/** Keeps the query cache up to date with what happens, over lost connections too. Once, in the shell. */
export function useLiveUpdates(): void {
  useEffect(() => {
    connect()
    const stopFollowing = followVisibility()
    const retry = () => !connection.connected && connect()
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('online', retry)
      stopFollowing()
      disconnect()
    }
  }, [])
}

/**
 * A tab that nobody has looked at for a while lets its line go, for a browser has only six to a server. When it is
 * looked at again it goes on after the last event.
 */
function followVisibility(): () => void {
  let hiding: ReturnType<typeof setTimeout> | undefined
  const onChange = () => {
    clearTimeout(hiding)
    if (document.visibilityState === 'hidden') hiding = setTimeout(disconnect, hiddenMs)
    else if (line === null) connect()
  }
  document.addEventListener('visibilitychange', onChange)
  return () => {
    clearTimeout(hiding)
    document.removeEventListener('visibilitychange', onChange)
  }
}

export function useConnection(): Connection {
  return useSyncExternalStore(watch, () => connection)
}

/** Hears every event while the component is there. */
export function useEvents(read: (event: BatonEvent) => void): void {
  useEffect(() => {
    readers.add(read)
    return () => void readers.delete(read)
  }, [read])
}

/** Opens the line, or tries at once in place of waiting for the next try. */
export function connect(): void {
  line?.abort()
  const mine = new AbortController()
  line = mine
  follow(mine.signal).catch((error: unknown) => {
    if (mine.signal.aborted) return
    setConnected(false)
    // Refused for good only without a session. Else the place to go on from is unknown there: all is read anew.
    if (error instanceof ApiError && error.status === 401) return queryClient.setQueryData(keys.me, null)
    lastEventId = undefined
    setTimeout(() => line === mine && connect(), refusedMs)
  })
}

function disconnect(): void {
  line?.abort()
  line = null
}

async function follow(signal: AbortSignal): Promise<void> {
  let opened = false
  const events = baton.events({
    signal,
    ...(lastEventId === undefined ? {} : { lastEventId }),
    onConnection: (connected) => {
      if (signal.aborted) return
      setConnected(connected)
      // Without a place to go on from, what happened in between is read.
      if (connected && !opened && followedBefore && lastEventId === undefined)
        void queryClient.invalidateQueries()
      if (connected) opened = followedBefore = true
    },
  })
  for await (const event of events) {
    lastEventId = event.id
    apply(event)
    for (const read of readers) read(event)
  }
}

function watch(listener: () => void): () => void {
  watchers.add(listener)
  return () => void watchers.delete(listener)
}

function setConnected(connected: boolean): void {
  if (connection.connected === connected) return
  connection = { connected, since: connected ? null : new Date() }
  for (const listener of watchers) listener()
}

/** What an event makes out of date. What it carries whole is put in its place at once. */
function apply(event: BatonEvent): void {
  const message = event.type === 'message.created' ? messageOf(event) : null
  if (message) addMessage(message)
  for (const key of outdatedBy(event)) outdated.set(JSON.stringify(key), key)
  if (flushing === undefined) flushing = setTimeout(flush, 120)
}

// A burst of events, such as a handover is, is read again once.
const outdated = new Map<string, QueryKey>()
let flushing: ReturnType<typeof setTimeout> | undefined

function flush(): void {
  flushing = undefined
  const queryKeys = [...outdated.values()]
  outdated.clear()
  for (const queryKey of queryKeys) queryClient.invalidateQueries({ queryKey })
}

/** What keeps handovers from working hangs on nearly everything. */
const readiness = ['readiness']

function outdatedBy(event: BatonEvent): QueryKey[] {
  const id = event.conversationId
  switch (event.type) {
    case 'message.created':
      return id ? [keys.lists, keys.control(id), keys.assessments(id), keys.suggestions(id)] : []
    case 'suggestion.made':
      return id ? [keys.suggestions(id), keys.assessments(id)] : []
    case 'conversation.created':
      return id ? [keys.lists, keys.control(id), keys.contacts] : []
    case 'conversation.updated':
      return id ? [keys.lists, keys.control(id)] : []
    case 'handover.began':
    case 'handover.summarised':
    case 'handover.claimed':
    case 'handover.released':
    case 'handover.ended':
    case 'handover.feedback':
    case 'handover.rated':
      return [
        keys.lists,
        keys.openHandovers,
        ...(id ? [keys.control(id), keys.handovers(id), keys.assessments(id)] : []),
      ]
    case 'task.created':
      return [keys.tasks(event.data.contactId)]
    case 'contact.updated':
      return [keys.contact(event.data.contactId), keys.contacts, keys.lists]
    case 'task.updated':
      return [['contact']]
    case 'notification.created':
    case 'notification.read':
      return [keys.notifications]
    case 'user.saved':
      return [keys.users, keys.me, readiness]
    case 'team.saved':
    case 'team.deleted':
      return [keys.teams, readiness]
    case 'bot.saved':
    case 'bot.deleted':
      return [keys.bots, readiness]
    case 'scenario.saved':
    case 'scenario.deleted':
    case 'scenario.ordered':
      return [keys.scenarios(event.data.botId), readiness]
    case 'channel.saved':
    case 'channel.deleted':
      return [keys.channels, readiness]
    case 'article.saved':
    case 'article.deleted':
      return [keys.articles]
    case 'workspace.updated':
      return [keys.me]
    default:
      return []
  }
}
