import type { Article, ArticleSummary, ArticleVersion, UnansweredQuestions } from '@baton/contract'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { baton } from './client.ts'
import { keys } from './keys.ts'

type Page = { items: ArticleSummary[]; nextCursor: string | null }

/** What a bot reads: its own articles and those of all, without their texts. */
export function articlesQuery(botId: string, search: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.articles, 'list', botId, search],
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      baton.listArticles({
        query: {
          botId,
          limit: 50,
          ...(search ? { search } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function articleQuery(id: string) {
  return queryOptions({
    queryKey: keys.article(id),
    queryFn: (): Promise<Article> => baton.getArticle({ params: { id } }),
    staleTime: 0,
  })
}

/** What an article was before, newest first. */
export function versionsQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.article(id), 'versions'],
    queryFn: async (): Promise<ArticleVersion[]> =>
      (await baton.listArticleVersions({ params: { id }, query: { limit: 50 } })).items,
  })
}

/** What nobody could answer, alike questions together. */
export function unansweredQuestionsQuery(botId: string) {
  return queryOptions({
    queryKey: keys.unansweredQuestions(botId),
    queryFn: (): Promise<UnansweredQuestions> =>
      baton.listUnanswered({ params: { id: botId }, query: { days: 30 } }),
  })
}
