import type { ArticleSource } from '@baton/contract'
import type { Generated } from 'kysely'
import type { Json } from './json.ts'

export interface ArticleTable {
  workspace_id: string
  id: string
  /** Null: all bots of the workspace read it. */
  bot_id: string | null
  kind: 'article' | 'qa'
  title: string
  text: string
  questions: string[]
  language: string
  source: Json<ArticleSource>
  /** What names the source when it is imported again. Null where it was written by hand. */
  source_key: string | null
  revision: Generated<number>
  updated_by: string | null
  created_at: Date
  updated_at: Date
}

/** What an article was under an earlier revision. */
export interface ArticleVersionTable {
  workspace_id: string
  article_id: string
  revision: number
  kind: 'article' | 'qa'
  title: string
  text: string
  questions: string[]
  language: string
  saved_by: string | null
  saved_at: Date
}

/** A part of an article that is short enough to be an answer. */
export interface ArticlePassageTable {
  workspace_id: string
  article_id: string
  position: number
  heading: string | null
  text: string
  /** The text search configuration of its language. */
  config: string
  words: string
  pieces: string
}
