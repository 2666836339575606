import type { Bot, Channel, Team, User } from '@baton/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

const whole = { query: { limit: 200 } } as const

export const usersQuery = queryOptions({
  queryKey: keys.users,
  queryFn: async (): Promise<User[]> => (await baton.listUsers(whole)).items,
})
export const teamsQuery = queryOptions({
  queryKey: keys.teams,
  queryFn: async (): Promise<Team[]> => (await baton.listTeams(whole)).items,
})
export const botsQuery = queryOptions({
  queryKey: keys.bots,
  queryFn: async (): Promise<Bot[]> => (await baton.listBots(whole)).items,
})
export const channelsQuery = queryOptions({
  queryKey: keys.channels,
  queryFn: async (): Promise<Channel[]> => (await baton.listChannels(whole)).items,
})

/** Names by id, for whatever names somebody by id. */
export function useUsers(): Map<string, User> {
  return byId(useQuery(usersQuery).data)
}
export function useTeams(): Map<string, Team> {
  return byId(useQuery(teamsQuery).data)
}
export function useBots(): Map<string, Bot> {
  return byId(useQuery(botsQuery).data)
}
export function useChannels(): Map<string, Channel> {
  return byId(useQuery(channelsQuery).data)
}

function byId<Item extends { id: string }>(items: Item[] = []): Map<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}
