import { CSPProvider } from '@base-ui/react/csp-provider'
import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { queryClient } from './api/query-client.ts'
import { listenToKeys } from './keyboard/listen.ts'
import { router } from './router.tsx'
import { Toasts } from './ui/toast.tsx'

/** The app, with what all of it needs. */
export function App() {
  useEffect(listenToKeys, [])
  return (
    // The policy of the page lets no style in that is not in a file.
    <CSPProvider disableStyleElements>
      <QueryClientProvider client={queryClient}>
        <Tooltip.Provider delay={500}>
          <RouterProvider router={router} />
          <Toasts />
        </Tooltip.Provider>
      </QueryClientProvider>
    </CSPProvider>
  )
}
