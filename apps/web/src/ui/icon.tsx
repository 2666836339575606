import type { JSX } from 'react'

/** The own icon set: grid of 24, round ends, no fills. One icon, one meaning. */
const shapes = {
  alert: (
    <>
      <path d="M10.6 4.6a1.6 1.6 0 0 1 2.8 0l7 12.1a1.6 1.6 0 0 1-1.4 2.4H5a1.6 1.6 0 0 1-1.4-2.4z" />
      <path d="M12 9.5v4M12 16.2v.01" />
    </>
  ),
  arrow: (
    <>
      <path d="M4.5 12h15M13.5 6l6 6-6 6" />
    </>
  ),
  arrowLeft: (
    <>
      <path d="M19.5 12h-15M10.5 6l-6 6 6 6" />
    </>
  ),
  attach: (
    <>
      <path d="M19.8 11.2l-8 8a5 5 0 0 1-7.1-7.1l8.2-8.2a3.35 3.35 0 0 1 4.75 4.75L9.5 16.8a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5" />
    </>
  ),
  bell: (
    <>
      <path d="M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z" />
      <path d="M10 20.8a2.2 2.2 0 0 0 4 0" />
    </>
  ),
  book: (
    <>
      <path d="M5 5.5A2 2 0 0 1 7 3.5h12v14H7a2 2 0 0 0-2 2zM5 19.5a1.5 1.5 0 0 0 1.5 1.5H19v-3.5" />
    </>
  ),
  bot: (
    <>
      <rect x="4.5" y="8.5" width="15" height="11" rx="3" />
      <path d="M12 8.5V5.2" />
      <circle cx="12" cy="3.9" r="1.1" />
      <path d="M9.25 13v1.75M14.75 13v1.75" />
      <path d="M2.2 12.75v3M21.8 12.75v3" />
    </>
  ),
  bubble: (
    <>
      <path d="M3.8 20.2l1.3-4.1a8.4 8.4 0 1 1 3 2.9z" />
    </>
  ),
  building: (
    <>
      <path d="M5 20.5v-15a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v15M16 9.5h1.5a2 2 0 0 1 2 2v9M3 20.5h18M8.5 7.5h4M8.5 11.5h4M8.5 15.5h4" />
    </>
  ),
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="15" rx="2.5" />
      <path d="M4 10.2h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  cart: (
    <>
      <path d="M3 4.5h2.5l2 11h10.5l2-8H6.3" />
      <circle cx="9" cy="19.2" r="1.3" />
      <circle cx="16.5" cy="19.2" r="1.3" />
    </>
  ),
  chart: (
    <>
      <path d="M4 19.5v-5M9.3 19.5V5M14.7 19.5v-8.5M20 19.5v-11" />
    </>
  ),
  chat: (
    <>
      <path d="M6 4.5h12A2.5 2.5 0 0 1 20.5 7v7.5A2.5 2.5 0 0 1 18 17h-6l-4.5 3.5V17H6a2.5 2.5 0 0 1-2.5-2.5V7A2.5 2.5 0 0 1 6 4.5z" />
    </>
  ),
  check: (
    <>
      <path d="M5 12.7l4.4 4.3L19 7.5" />
    </>
  ),
  checkCircle: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M8.3 12.3l2.6 2.5 4.9-5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M12 7.2V12l3.2 2" />
    </>
  ),
  close: (
    <>
      <path d="M6 6l12 12M18 6L6 18" />
    </>
  ),
  contacts: (
    <>
      <circle cx="9" cy="8.5" r="3.5" />
      <path d="M2.8 19.5c.5-3.6 3-5.5 6.2-5.5s5.7 1.9 6.2 5.5" />
      <path d="M15.5 5.2a3.5 3.5 0 0 1 0 6.6" />
      <path d="M18 14.7c1.9.8 2.9 2.5 3.2 4.8" />
    </>
  ),
  copy: (
    <>
      <rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2.5" />
      <path d="M15.5 8.5V6A2 2 0 0 0 13.5 4H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5" />
    </>
  ),
  device: (
    <>
      <rect x="3" y="5" width="18" height="11.5" rx="2" />
      <path d="M9 20h6M12 16.5V20" />
    </>
  ),
  down: (
    <>
      <path d="M7 9.8l5 5 5-5" />
    </>
  ),
  download: (
    <>
      <path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15" />
    </>
  ),
  external: (
    <>
      <path d="M8 16L19 5M11.5 5H19v7.5" />
    </>
  ),
  eye: (
    <>
      <path d="M2.8 12c2-4 5.3-6.25 9.2-6.25S19.2 8 21.2 12c-2 4-5.3 6.25-9.2 6.25S4.8 16 2.8 12z" />
      <circle cx="12" cy="12" r="2.8" />
    </>
  ),
  filter: (
    <>
      <path d="M4 7h16M7 12h10M10 17h4" />
    </>
  ),
  flag: (
    <>
      <path d="M5.5 21V4.2M5.5 5c4.5-2.5 8.5 2.5 13 0v9c-4.5 2.5-8.5-2.5-13 0" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M3.5 12h17M12 3.3c2.4 2.6 3.5 5.4 3.5 8.7s-1.1 6.1-3.5 8.7c-2.4-2.6-3.5-5.4-3.5-8.7s1.1-6.1 3.5-8.7z" />
    </>
  ),
  grip: (
    <>
      <path d="M9 6v.01M15 6v.01M9 12v.01M15 12v.01M9 18v.01M15 18v.01" strokeWidth="2.6" />
    </>
  ),
  handBack: (
    <>
      <rect x="8.5" y="10" width="12.5" height="9.5" rx="2.6" />
      <path d="M14.75 10V7.2" />
      <path d="M12.6 13.8v1.6M16.9 13.8v1.6" />
      <path d="M11 4.8H5.5a2.5 2.5 0 0 0-2.5 2.5v5" />
      <path d="M.8 10.3L3 12.6l2.2-2.3" />
    </>
  ),
  help: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M9.5 9.5a2.55 2.55 0 1 1 3.7 2.25c-.8.4-1.2.95-1.2 1.85" />
      <path d="M12 16.7v.01" />
    </>
  ),
  history: (
    <>
      <path d="M3.5 5v4.5H8" />
      <path d="M3.9 9.5A8.5 8.5 0 1 1 3.5 13" />
      <path d="M12 7.8V12l3 1.8" />
    </>
  ),
  inbox: (
    <>
      <path d="M3.5 13.5h4.6l1.4 2.5h5l1.4-2.5h4.6" />
      <path d="M6.6 5h10.8a1.5 1.5 0 0 1 1.4 1l1.7 7.5V17a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-3.5L5.2 6a1.5 1.5 0 0 1 1.4-1z" />
    </>
  ),
  info: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M12 11.2v4.8M12 8v.01" />
    </>
  ),
  kept: (
    <>
      <path d="M7 18.5a4.5 4.5 0 0 1-.6-8.95 5.8 5.8 0 0 1 11.2 1.2A3.9 3.9 0 0 1 17.5 18.5z" />
      <path d="M9.3 14l2 1.9 3.6-3.7" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15.5" r="4.2" />
      <path d="M11 12.5l8.5-8.5M15.5 8l3 3" />
    </>
  ),
  list: (
    <>
      <path d="M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.2 6.5v.01M4.2 12v.01M4.2 17.5v.01" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.75" rx="2.25" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  logout: (
    <>
      <path d="M10 4.5H6.5a2 2 0 0 0-2 2v11a2 2 0 0 0 2 2H10M14.5 8l4.5 4-4.5 4M19 12H9.5" />
    </>
  ),
  mail: (
    <>
      <rect x="3.2" y="5" width="17.6" height="14" rx="2.5" />
      <path d="M3.8 7.2l8.2 6 8.2-6" />
    </>
  ),
  minus: (
    <>
      <path d="M6 12h12" />
    </>
  ),
  moon: (
    <>
      <path d="M19.8 14.2A8.2 8.2 0 0 1 9.8 4.2a8.2 8.2 0 1 0 10 10z" />
    </>
  ),
  more: (
    <>
      <path d="M5.5 12h.01M12 12h.01M18.5 12h.01" strokeWidth="2.6" />
    </>
  ),
  offline: (
    <>
      <path d="M3.5 3.5l17 17M2.8 9.5a14 14 0 0 1 4-2.6M11 5.6a14 14 0 0 1 10.2 3.9M6 13.2a9 9 0 0 1 4-2.2M15.5 11.7c.9.4 1.7.9 2.5 1.5M9.3 16.6a4.5 4.5 0 0 1 5.4 0M12 19.8v.01" />
    </>
  ),
  overlap: (
    <>
      <circle cx="9" cy="12" r="5.5" />
      <circle cx="15" cy="12" r="5.5" />
    </>
  ),
  panel: (
    <>
      <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
      <path d="M14.5 4.5v15" />
    </>
  ),
  play: (
    <>
      <path d="M7.5 5.3v13.4a.8.8 0 0 0 1.2.7l10.6-6.7a.8.8 0 0 0 0-1.4L8.7 4.6a.8.8 0 0 0-1.2.7z" />
    </>
  ),
  plus: (
    <>
      <path d="M12 5.5v13M5.5 12h13" />
    </>
  ),
  refresh: (
    <>
      <path d="M19.8 11a8 8 0 0 0-14.6-3.3L4 9.5M4 4.8v4.7h4.7M4.2 13a8 8 0 0 0 14.6 3.3l1.2-1.8M20 19.2v-4.7h-4.7" />
    </>
  ),
  reply: (
    <>
      <path d="M9.5 7L4.5 12l5 5M4.5 12h9a6 6 0 0 1 6 6v.5" />
    </>
  ),
  right: (
    <>
      <path d="M9.7 7l5 5-5 5" />
    </>
  ),
  search: (
    <>
      <circle cx="11" cy="11" r="6.5" />
      <path d="M20 20l-4.2-4.2" />
    </>
  ),
  send: (
    <>
      <path d="M20.5 3.5L10.2 13.8" />
      <path d="M20.5 3.5L14.2 20.5l-4-6.7-6.7-4z" />
    </>
  ),
  settings: (
    <>
      <path d="M12.9 3.1l5.8 3.35a1.8 1.8 0 0 1 .9 1.56v7.98a1.8 1.8 0 0 1-.9 1.56l-5.8 3.35a1.8 1.8 0 0 1-1.8 0l-5.8-3.35a1.8 1.8 0 0 1-.9-1.56V8.01a1.8 1.8 0 0 1 .9-1.56l5.8-3.35a1.8 1.8 0 0 1 1.8 0z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3.3l7.5 2.7v5.5c0 4.5-3 7.7-7.5 9.2-4.5-1.5-7.5-4.7-7.5-9.2V6z" />
      <path d="M8.8 12l2.3 2.2 4.2-4.3" />
    </>
  ),
  smile: (
    <>
      <circle cx="12" cy="12" r="8.75" />
      <path d="M8.5 14a4.2 4.2 0 0 0 7 0M9 9.5v.01M15 9.5v.01" />
    </>
  ),
  sms: (
    <>
      <rect x="7" y="2.8" width="10" height="18.4" rx="2.4" />
      <path d="M10.8 18h2.4" />
    </>
  ),
  snooze: (
    <>
      <circle cx="12" cy="13" r="7.25" />
      <path d="M9.9 10.5h4.2l-4.2 5h4.2" />
      <path d="M3.8 6.2l2.7-2.4M20.2 6.2l-2.7-2.4" />
    </>
  ),
  sort: (
    <>
      <path d="M6.5 5v14M6.5 19l-3-3M6.5 19l3-3M13 6.5h7.5M13 11.5h5.5M13 16.5h3.5" />
    </>
  ),
  spark: (
    <>
      <path d="M12 3.8l1.7 4.9a2.6 2.6 0 0 0 1.6 1.6l4.9 1.7-4.9 1.7a2.6 2.6 0 0 0-1.6 1.6L12 20.2l-1.7-4.9a2.6 2.6 0 0 0-1.6-1.6L3.8 12l4.9-1.7a2.6 2.6 0 0 0 1.6-1.6z" />
    </>
  ),
  star: (
    <>
      <path d="M12 3.8l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />
    </>
  ),
  stop: (
    <>
      <path d="M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3z" />
      <path d="M8.5 12h7" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="3.75" />
      <path d="M12 3v1.75M12 19.25V21M3 12h1.75M19.25 12H21M5.64 5.64l1.23 1.23M17.13 17.13l1.23 1.23M5.64 18.36l1.23-1.23M17.13 6.87l1.23-1.23" />
    </>
  ),
  tag: (
    <>
      <path d="M13 3.8h5.7a1.5 1.5 0 0 1 1.5 1.5V11a1.5 1.5 0 0 1-.45 1.06l-7.4 7.3a1.7 1.7 0 0 1-2.4 0L4.6 14a1.7 1.7 0 0 1 0-2.4l7.34-7.36A1.5 1.5 0 0 1 13 3.8z" />
      <path d="M16 8v.01" strokeWidth="2.4" />
    </>
  ),
  takeOver: (
    <>
      <circle cx="15" cy="8.5" r="3.4" />
      <path d="M8.8 20c.5-3.6 2.9-5.6 6.2-5.6s5.7 2 6.2 5.6" />
      <path d="M2.5 8.5h6M5.8 5.7l2.8 2.8-2.8 2.8" />
    </>
  ),
  task: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="3.5" />
      <path d="M8.3 12.2l2.6 2.5 4.9-5" />
    </>
  ),
  thumbDown: (
    <>
      <path d="M7.5 13.5v-9H5A1.5 1.5 0 0 0 3.5 6v6A1.5 1.5 0 0 0 5 13.5zM7.5 13.5L11 20.2a2.2 2.2 0 0 0 2.2-2.5l-.5-3.2h5.1a2 2 0 0 0 2-2.3l-.9-6a2 2 0 0 0-2-1.7H7.5" />
    </>
  ),
  thumbUp: (
    <>
      <path d="M7.5 10.5v9H5a1.5 1.5 0 0 1-1.5-1.5v-6A1.5 1.5 0 0 1 5 10.5zM7.5 10.5L11 3.8a2.2 2.2 0 0 1 2.2 2.5l-.5 3.2h5.1a2 2 0 0 1 2 2.3l-.9 6a2 2 0 0 1-2 1.7H7.5" />
    </>
  ),
  timer: (
    <>
      <circle cx="12" cy="13.5" r="7.25" />
      <path d="M12 9.8v3.7M9.5 3h5" />
    </>
  ),
  undo: (
    <>
      <path d="M8.5 5L4 9.5 8.5 14" />
      <path d="M4 9.5h10a5.5 5.5 0 0 1 0 11h-3" />
    </>
  ),
  up: (
    <>
      <path d="M7 14.2l5-5 5 5" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8" r="3.75" />
      <path d="M4.8 20c.6-3.9 3.4-6 7.2-6s6.6 2.1 7.2 6" />
    </>
  ),
  userPlus: (
    <>
      <circle cx="10" cy="8" r="3.5" />
      <path d="M3.5 19.5c.5-3.6 3.2-5.5 6.5-5.5 1.5 0 2.9.4 4 1.2" />
      <path d="M18 14.5v6M15 17.5h6" />
    </>
  ),
  webhook: (
    <>
      <circle cx="7" cy="17" r="2.75" />
      <circle cx="17" cy="17" r="2.75" />
      <circle cx="12" cy="6.5" r="2.75" />
      <path d="M13.4 8.9l3.6 5.4M10.6 8.9L8.3 14.6M9.8 17h4.4" />
    </>
  ),
  whatsapp: (
    <>
      <path d="M3.8 20.2l1.3-4.1a8.4 8.4 0 1 1 3 2.9z" />
      <path d="M9.3 8.6c-.6 2.8 3.2 6.7 6.1 6.2l.3-1.7-1.9-.9-.9.9a6 6 0 0 1-2.2-2.2l.9-.9-.8-1.9z" />
    </>
  ),
  zap: (
    <>
      <path d="M13 3L5 13.8h6L10.5 21l8.5-11h-6z" />
    </>
  ),
} satisfies Record<string, JSX.Element>

export type IconName = keyof typeof shapes

/**
 * An icon. It says nothing to a reader of the screen: what it stands beside, or in, has the words.
 * 12 px in chips, 16 in text and buttons, 18 in icon buttons, 20 in the rail.
 */
export function Icon({
  name,
  size = 16,
  className = '',
}: {
  name: IconName
  size?: 10 | 12 | 14 | 16 | 18 | 20 | 22
  className?: string
}) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={size <= 12 ? 2 : 1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`shrink-0 ${className}`}
    >
      {shapes[name]}
    </svg>
  )
}

/** The baton, half the bot's and half the human's. It marks a handover, and Baton itself. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 28 28" width={size} height={size} aria-hidden="true" className="shrink-0">
      <g transform="rotate(-38 14 14)">
        <path d="M1.5 14a4.25 4.25 0 0 1 4.25-4.25H13v8.5H5.75A4.25 4.25 0 0 1 1.5 14z" fill="var(--bot)" />
        <path d="M15 9.75h7.25a4.25 4.25 0 0 1 0 8.5H15z" fill="var(--human-line)" />
      </g>
    </svg>
  )
}
