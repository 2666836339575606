import { raw } from 'hono/html'
import { page } from './page.ts'

export const homePage = page('Baton', raw('<h1>Baton is up</h1>'))
