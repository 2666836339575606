import { sql } from 'kysely'
import type { UnitOfWork } from '../context.ts'
import { cutPassages } from './cut-passages.ts'
import type { ArticleRow } from './queries.ts'
import { piecesOf, textSearchConfig } from './text-search.ts'

/** Makes an article found by what it says now. What it is called and asked by stands with each of its passages. */
export async function indexPassages({ db, workspaceId }: UnitOfWork, article: ArticleRow): Promise<void> {
  await db
    .deleteFrom('article_passage')
    .where('workspace_id', '=', workspaceId)
    .where('article_id', '=', article.id)
    .execute()
  const config = textSearchConfig(article.language)
  const names = [article.title, ...article.questions].join('\n')
  const passages = cutPassages(article.text).map(({ heading, text }, position) => ({
    position,
    heading,
    text,
    names: `${names}\n${heading ?? ''}`,
    pieces: piecesOf(`${names} ${heading ?? ''} ${text}`).join(' '),
  }))
  await sql`
    insert into article_passage (workspace_id, article_id, position, heading, text, config, words, pieces)
    select ${workspaceId}, ${article.id}, position, heading, text, ${config},
      setweight(to_tsvector(${config}::regconfig, names), 'A') || to_tsvector(${config}::regconfig, text),
      array_to_tsvector(array_remove(string_to_array(pieces, ' '), ''))
    from jsonb_to_recordset(${JSON.stringify(passages)}::jsonb)
      as passage(position int, heading text, text text, names text, pieces text)`.execute(db)
}
