import { readFile } from 'node:fs/promises'
import type { Writable } from 'node:stream'
import { createKnowledge, type Knowledge } from '@baton/knowledge'
import { z } from 'zod'
import { answerLines, describeProblems } from './json-lines.ts'

const knowledgeFile = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      questions: z.array(z.string()).default([]),
      body: z.string().default(''),
    }),
  ),
})

const request = z.object({ id: z.union([z.string(), z.number()]).optional(), question: z.string() })

/**
 * Answers questions from articles: one JSON object a line in, one a line out, in the same order.
 *
 * The file is `{"articles": [{"id", "title", "questions"?, "body"}]}`. In: `{"id", "question"}`. Out: `{"id", "answered",
 * "article": id or null, "score"}`. A line that cannot be read gives `{"id", "error"}`, and the run goes on.
 * @throws Error that says what is wrong with the file
 */
export async function answer(
  path: string,
  input: AsyncIterable<string | Uint8Array>,
  output: Writable,
): Promise<void> {
  const knowledge = await loadKnowledge(path)
  await answerLines(input, output, request, ({ id, question }) => {
    const { answered, articleId, score } = knowledge.find(question)
    return { id, answered, article: articleId, score }
  })
}

async function loadKnowledge(path: string): Promise<Knowledge> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(`The file ${path} cannot be read. Give one with {"articles": [{"id", "title", "body"}]}.`)
  })
  const parsed = knowledgeFile.safeParse(parse(text, path))
  if (!parsed.success) throw new Error(`${path} holds no articles: ${describeProblems(parsed.error)}`)
  return createKnowledge(parsed.data)
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path} is not valid JSON.`)
  }
}
