import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bareEndpoints } from './bare-endpoints.ts'

// In development the API is that of a server on this address: `npx vite apps/web` beside `npm start`.
const server = process.env.BATON_URL ?? 'http://localhost:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [bareEndpoints(), react(), tailwindcss()],
  build: { target: 'es2023', assetsInlineLimit: 0, chunkSizeWarningLimit: 900 },
  server: {
    proxy: { '/v1': server, '/docs': server, '/auth': server, '/openapi.json': server, '/readyz': server },
  },
})
