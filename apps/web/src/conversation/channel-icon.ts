import type { IconName } from '../ui/icon.tsx'

/** The icon of a channel by what it is called. Its name always stands beside it in words. */
export function channelIcon(name: string | undefined): IconName {
  const called = name?.toLowerCase() ?? ''
  if (called.includes('whatsapp')) return 'whatsapp'
  if (/\bsms\b|text message/.test(called)) return 'sms'
  if (/mail/.test(called)) return 'mail'
  return 'chat'
}
