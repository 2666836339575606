import { z } from 'zod'

/** Every reason for a refusal, with its status. The list is closed: a program may branch on the code. */
export const problemCodes = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'Sign in, or send an API key' },
  identity_not_valid: { status: 401, title: 'The identity token is not valid' },
  sign_in_failed: { status: 401, title: 'The e-mail address or the password is wrong' },
  forbidden: { status: 403, title: 'The caller may not do this' },
  foreign_origin: { status: 403, title: 'The page is of another address' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'This method is not served here' },

  already_answered: { status: 409, title: 'Answered already' },
  already_claimed: { status: 409, title: 'Claimed by somebody else' },
  mail_not_set_up: { status: 409, title: 'No mail server is set' },
  already_set_up: { status: 409, title: 'Baton is set up already' },
  bot_asleep: { status: 409, title: 'The bot is asleep' },
  bot_awake: { status: 409, title: 'The bot is awake already' },
  bot_not_called: { status: 409, title: 'The bot is not called' },
  bot_off: { status: 409, title: 'No bot answers here' },
  channel_in_use: { status: 409, title: 'The channel is in use' },
  demo_exists: { status: 409, title: 'There is a demo already' },
  email_taken: { status: 409, title: 'The e-mail address is taken' },
  handover_open: { status: 409, title: 'Handed over already' },
  last_admin: { status: 409, title: 'The last admin stays' },
  message_cap: { status: 409, title: 'The bot has used up its messages' },
  name_taken: { status: 409, title: 'The name is taken' },
  newer_message: { status: 409, title: 'The contact has written since' },
  no_change: { status: 409, title: 'That is so already' },
  no_handover: { status: 409, title: 'No open handover' },
  not_a_web_channel: { status: 409, title: 'The channel is no web chat' },
  not_due: { status: 409, title: 'Not due yet' },
  stale_epoch: { status: 409, title: 'Control has changed since' },
  too_many_drafts: { status: 409, title: 'Too many drafts of new scenarios' },
  too_many_scenarios: { status: 409, title: 'A bot has at most 6 scenarios' },

  link_not_valid: { status: 410, title: 'The link is not valid any more' },
  revision_conflict: { status: 412, title: 'Somebody saved it since' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The body is of a kind that is not taken' },

  idempotency_key_reused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  invalid_order: { status: 422, title: 'The order does not name each scenario once' },
  too_few_phrases: { status: 422, title: 'Too few example phrases' },
  unknown_attachment: { status: 422, title: 'No such attachment' },
  unknown_bot: { status: 422, title: 'No such bot' },
  unknown_team: { status: 422, title: 'No such team' },
  unknown_user: { status: 422, title: 'No such user' },
  user_deactivated: { status: 422, title: 'The user is deactivated' },
  too_many_attempts: { status: 429, title: 'Too many attempts' },
  too_many_requests: { status: 429, title: 'Too many requests' },

  internal: { status: 500, title: 'Something went wrong in Baton' },
  unavailable: { status: 503, title: 'Not available for the moment' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problemCodes

export const problemCode = z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]])

const fieldError = z.object({
  path: z.string().meta({
    description: 'Where: `body.examplePhrases[2]`, `query.limit`, `params.id`.',
    examples: ['body.name'],
  }),
  message: z.string().meta({ examples: ['Is missing. Give a text.'] }),
})
export type FieldError = z.output<typeof fieldError>

/** What every refusal looks like: problem details (RFC 9457), as `application/problem+json`. */
export const problem = z
  .object({
    type: z.string().meta({
      description: 'Where the problem is described.',
      examples: ['/docs#problem-invalid_request'],
    }),
    title: z.string().meta({ examples: [problemCodes.invalid_request.title] }),
    status: z.int().meta({ examples: [400] }),
    code: problemCode,
    detail: z.string().meta({
      description: 'What happened, and what to do.',
      examples: ['1 field is not valid, see `errors`.'],
    }),
    errors: z.array(fieldError).optional().meta({ description: 'One for each field that is not valid.' }),
    current: z.unknown().optional().meta({
      description: 'With `revision_conflict`: what it looks like now.',
    }),
    requestId: z.string().optional().meta({
      description: 'With `internal`: the id under which the log has it.',
    }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problem>
