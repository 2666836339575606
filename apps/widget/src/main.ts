import { BatonChat } from './chat-element.ts'

// <script src="https://baton.example.com/widget.js" data-channel="…" defer></script>
const script = document.currentScript
if (!customElements.get('baton-chat')) customElements.define('baton-chat', BatonChat)

if (script instanceof HTMLScriptElement && script.dataset.channel) {
  const chat = document.createElement('baton-chat')
  chat.setAttribute('base', new URL(script.src).origin)
  for (const name of ['channel', 'lang', 'theme', 'identity']) {
    const value = script.dataset[name]
    if (value) chat.setAttribute(name, value)
  }
  const show = () => document.body.append(chat)
  if (document.body) show()
  else addEventListener('DOMContentLoaded', show)
}
