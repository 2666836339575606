import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { articlesQuery } from '../api/articles.ts'
import { sentenceOf } from '../api/client.ts'
import { botsQuery } from '../api/people.ts'
import { useMe } from '../api/session.ts'
import { Sheet } from '../shell/sheet.tsx'
import { useTitle } from '../shell/title.ts'
import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { DateTime } from '../ui/date-time.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { TextInput } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { Tag } from '../ui/tag.tsx'
import { useSettled } from '../ui/use-settled.ts'
import { ArticleDrawer } from './article-drawer.tsx'
import { AskPanel } from './ask-panel.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { UnansweredPanel } from './unanswered-panel.tsx'

const words = texts.knowledge
const searchPauseMs = 250
/** Stands in the address for an article that is not there yet. */
const fresh = 'new'

/** What a bot may quote, a question to try it on, and what nobody could answer. */
export function KnowledgeScreen() {
  const { botId } = useParams({ from: '/signed-in/bots/$botId/knowledge' })
  const { article, title } = useSearch({ from: '/signed-in/bots/$botId/knowledge' })
  const navigate = useNavigate({ from: '/bots/$botId/knowledge' })
  const mayChange = useMe().permissions.manageBots
  const bot = useQuery(botsQuery).data?.find(({ id }) => id === botId)
  const [importing, setImporting] = useState(false)
  useTitle(words.title)
  const open = (next: { article?: string; title?: string }) => void navigate({ search: next })
  return (
    <Sheet>
      <main id="main" className="flex h-full min-w-0 flex-col">
        <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-b border-line px-5 py-2 max-tablet:px-4">
          <Avatar party={{ kind: 'bot' }} size="sm" />
          <Link to="/bots/$botId" params={{ botId }} className="text-13 text-ink-2 hover:text-ink">
            {bot?.name ?? '…'}
          </Link>
          <Icon name="right" size={14} className="text-ink-3" />
          <h1 className="text-16 font-semibold tracking-title">{words.title}</h1>
          {mayChange && (
            <span className="ml-auto flex gap-2">
              <Button size="sm" icon="download" onClick={() => setImporting(true)}>
                {words.import}
              </Button>
              <Button size="sm" variant="primary" icon="plus" onClick={() => open({ article: fresh })}>
                {words.add}
              </Button>
            </span>
          )}
        </header>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <div tabIndex={0} className="min-h-0 flex-1 overflow-auto -outline-offset-2">
          <div className="grid grid-cols-[minmax(0,1fr)_380px] gap-6 p-5 max-desk:grid-cols-[minmax(0,1fr)] max-tablet:p-4">
            <ArticleList botId={botId} onOpen={(id) => open({ article: id })} />
            <div className="grid content-start gap-4">
              <AskPanel botId={botId} />
              <UnansweredPanel
                botId={botId}
                onWrite={mayChange ? (question) => open({ article: fresh, title: question }) : undefined}
              />
            </div>
          </div>
        </div>
        {article && (
          <ArticleDrawer
            key={article}
            id={article === fresh ? null : article}
            title={title ?? ''}
            botId={botId}
            mayChange={mayChange}
            onClose={() => open({})}
          />
        )}
        {importing && <ImportDialog botId={botId} onClose={() => setImporting(false)} />}
      </main>
    </Sheet>
  )
}

function ArticleList({ botId, onOpen }: { botId: string; onOpen: (id: string) => void }) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim(), searchPauseMs)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    articlesQuery(botId, search),
  )
  const articles = data?.pages.flatMap(({ items }) => items)
  return (
    <section aria-label={words.open} className="min-w-0">
      <p className="mb-3 text-13 text-ink-2">{words.hint}</p>
      <TextInput
        soft
        type="search"
        icon="search"
        aria-label={words.search}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {error && <ErrorState title={words.failed} detail={sentenceOf(error)} onRetry={() => void refetch()} />}
      {!articles && !error && (
        <div className="py-4">
          <SkeletonLines widths={['w-80', 'w-72', 'w-80']} label={texts.common.loading} />
        </div>
      )}
      {articles?.length === 0 && (
        <EmptyState icon="book" title={search ? words.noMatch : words.none}>
          {search ? undefined : words.noneHint}
        </EmptyState>
      )}
      <ul className="mt-2 divide-y divide-line">
        {articles?.map(({ id, title, kind, language, source, botId: reader, updatedAt }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onOpen(id)}
              className="flex w-full items-center gap-3 px-2 py-2.5 text-left text-13 hover:bg-hover"
            >
              <Icon name={kind === 'qa' ? 'help' : 'book'} className="text-ink-2" />
              <span className="min-w-0 flex-1">
                <b dir="auto" className="block truncate font-medium">
                  {title}
                </b>
                <span className="block truncate text-12 text-ink-2">
                  {words.sources[source.kind]}
                  {source.kind === 'file' && ` · ${source.name}`}
                  {source.kind === 'url' && ` · ${source.url}`}
                  {reader === null && ` · ${words.allBots}`}
                </span>
              </span>
              <Tag>{language}</Tag>
              <DateTime at={updatedAt} className="text-12 text-ink-3 tabular-nums" />
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="sm" variant="quiet" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  )
}
