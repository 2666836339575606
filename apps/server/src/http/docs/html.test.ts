import { describe, expect, test } from 'vitest'
import { html, prose } from './html.ts'

describe('html', () => {
  test('escapes what is put in, in texts and attributes', () => {
    const evil = `<script>"it's" & more`
    expect(html`<p title="${evil}">${evil}</p>`.markup).toBe(
      '<p title="&lt;script&gt;&quot;it&#39;s&quot; &amp; more">&lt;script&gt;&quot;it&#39;s&quot; &amp; more</p>',
    )
  })

  test('takes markup as it is, joins lists and drops what is not there', () => {
    expect(html`${html`<b>1</b>`}${[html`<i>2</i>`, '<3>']}${null}${undefined}${false}${0}`.markup).toBe(
      '<b>1</b><i>2</i>&lt;3&gt;0',
    )
  })
})

test('prose has code and emphasis, and no other markup', () => {
  expect(prose('Send `<id>` to *Needs a human*, 2 * 3 * 4.').markup).toBe(
    'Send <code>&lt;id&gt;</code> to <em>Needs a human</em>, 2 * 3 * 4.',
  )
})
