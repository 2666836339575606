import { texts } from '../texts/index.ts'
import { cx } from '../ui/class-names.ts'
import { duration, nearTime, timeOfDay, useNow } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuItem, MenuNote, MenuSeparator } from '../ui/menu.tsx'
import { inOneHour, tomorrowMorning } from './later.ts'
import type { Actions } from './use-actions.ts'
import type { OpenConversation } from './use-conversation.ts'

const words = texts.conversation.bot
const soonMs = 5 * 60_000

/** Whether the bot is asleep, why, and until when; and the ways to change that. */
export function BotMenu({ open, actions }: { open: OpenConversation; actions: Actions }) {
  const { bot } = open.conversation.control
  const asleep = bot.status === 'asleep'
  const now = useNow(15)
  const soon = bot.wakesAt !== null && Date.parse(bot.wakesAt) - now < soonMs
  const state =
    soon && bot.wakesAt
      ? words.wakesIn(duration(Date.parse(bot.wakesAt) - now))
      : asleep
        ? words.asleep
        : words.awake
  const until = bot.wakesAt ? words.wakesAt(nearTime(bot.wakesAt)) : words.untilYouSay
  return (
    <Menu
      className="w-72"
      trigger={
        <button
          type="button"
          aria-label={words.change(asleep && !soon ? `${state}, ${until}` : state)}
          className={cx(
            'inline-flex h-7 min-w-28 shrink-100 items-center gap-1.5 rounded-full bg-surface pr-1.5 pl-2.5 text-13 font-medium whitespace-nowrap shadow-1 inset-ring max-tablet:h-10 max-tablet:flex-1',
            asleep && !soon ? 'text-ink inset-ring-line-2' : 'text-bot-text inset-ring-bot-edge',
          )}
        >
          <Icon name={asleep && !soon ? 'moon' : 'sun'} size={14} />
          <span className="min-w-0 truncate">
            {state}
            {asleep && !soon && <span className="font-normal text-ink-2 tabular-nums"> · {until}</span>}
          </span>
          <Icon name="down" size={14} className="ml-auto" />
        </button>
      }
    >
      <MenuNote>
        {asleep && bot.cause && bot.since && words.causeAt(words.causes[bot.cause], nearTime(bot.since))}{' '}
        {asleep
          ? bot.wakesAt
            ? words.wakesBySelf(nearTime(bot.wakesAt))
            : words.wakesByHand
          : words.awakeNote}
      </MenuNote>
      {asleep && (
        <MenuItem icon="sun" onClick={() => actions.wake()}>
          {words.wakeNow}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon="clock" aside={timeOfDay(inOneHour())} onClick={() => actions.sleep({ minutes: 60 })}>
        {words.sleepHour}
      </MenuItem>
      <MenuItem
        icon="clock"
        aside={nearTime(tomorrowMorning().toISOString())}
        onClick={() => actions.sleep({ until: tomorrowMorning() })}
      >
        {words.sleepTomorrow}
      </MenuItem>
      <MenuItem icon="moon" onClick={() => actions.sleep({})}>
        {words.sleepForever}
      </MenuItem>
    </Menu>
  )
}
