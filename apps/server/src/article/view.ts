import type { Article, ArticleSummary, ArticleVersion } from '@baton/contract'
import type { ArticleRow, SummaryRow, VersionRow } from './queries.ts'

export function viewArticle(row: ArticleRow): Article {
  return { ...viewSummary(row), text: row.text, questions: row.questions }
}

export function viewSummary(row: SummaryRow): ArticleSummary {
  return {
    id: row.id,
    botId: row.bot_id,
    kind: row.kind,
    title: row.title,
    language: row.language,
    source: row.source,
    revision: row.revision,
    updatedBy: row.updated_by,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export function viewVersion(row: VersionRow): ArticleVersion {
  return {
    revision: row.revision,
    kind: row.kind,
    title: row.title,
    text: row.text,
    questions: row.questions,
    language: row.language,
    savedBy: row.saved_by,
    savedAt: row.saved_at.toISOString(),
  }
}
