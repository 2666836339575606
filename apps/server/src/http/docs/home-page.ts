import { html } from './html.ts'
import { logo, page } from './page.ts'

/** What stands at the address of the server until there is more to see. */
export const homePage = page(
  'Baton',
  html`<main class="home">
  <div class="home-card">
    ${logo}
    <h1>Baton is up</h1>
    <p>Human handover for AI chat. This server answers at <code>/v1</code>.</p>
    <ul class="home-links">
      <li><a href="/docs">API documentation<span>Every endpoint, with examples</span></a></li>
      <li><a href="/openapi.json">OpenAPI<span>The same, for tools</span></a></li>
      <li><a href="/readyz">Readiness<span>Whether everything works</span></a></li>
    </ul>
  </div>
</main>`,
)
