import { createAnthropic } from '@ai-sdk/anthropic'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { extractReasoningMiddleware, wrapLanguageModel } from 'ai'
import type { ModelAccess } from './open-model.ts'

// Warnings would go to the console, past the log.
globalThis.AI_SDK_LOG_WARNINGS = false

/** The model as the AI SDK speaks to it. What a local model thinks aloud in `<think>` is no part of what it says. */
export function languageModel(access: ModelAccess) {
  return wrapLanguageModel({
    model: rawModel(access),
    middleware: extractReasoningMiddleware({ tagName: 'think' }),
  })
}

function rawModel({ provider, baseUrl, name, apiKey }: ModelAccess) {
  if (provider === 'anthropic')
    return createAnthropic({ apiKey: apiKey ?? '', ...(baseUrl === null ? {} : { baseURL: baseUrl }) })(name)
  return createOpenAICompatible({
    name: 'model',
    baseURL: baseUrl ?? '',
    supportsStructuredOutputs: true,
    includeUsage: true,
    ...(apiKey === null ? {} : { apiKey }),
  })(name)
}
