import type { HttpBindings } from '@hono/node-server'

/** What a request carries along. `Bindings` are the request and response of Node; a test may have none. */
export type HttpEnv = {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    /** Which endpoint serves it, for the log and the figures. */
    served: string | undefined
    /** Cookies that the answer sets, for one that is written past Hono. */
    cookies: string[] | undefined
  }
}
