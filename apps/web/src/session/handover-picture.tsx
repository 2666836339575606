import { texts } from '../texts/index.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Logo } from '../ui/icon.tsx'

const words = texts.session.demo

/** What Baton does, in one picture. */
export function HandoverPicture() {
  return (
    <div
      aria-hidden="true"
      className="overflow-hidden rounded-l-card border border-r-0 border-line bg-surface py-5 shadow-2"
    >
      <div className="control-span is-bot">
        <span className="control-who">
          <Avatar party={{ kind: 'bot' }} size="sm" />
        </span>
        <p className="mb-2.5 w-fit rounded-bubble rounded-bl-[4px] bg-selected px-3 py-2 text-14">
          {words.contact}
        </p>
        <p className="mb-3 ml-auto w-fit rounded-bubble rounded-br-[4px] bg-bot-soft px-3 py-2 text-14 inset-ring inset-ring-bot-edge">
          {words.final}
        </p>
      </div>
      <div className="handover-band is-folded">
        <span className="handover-rail" />
        <span className="handover-node">
          <Logo size={20} />
        </span>
        <p className="text-14 font-semibold">{words.title}</p>
        <p className="text-12 text-ink-2">{words.sub}</p>
      </div>
      <div className="control-span is-human">
        <span className="control-who">
          <Avatar party={{ kind: 'human', name: 'Me' }} size="sm" />
        </span>
        <p className="ml-auto w-fit rounded-bubble rounded-br-[4px] bg-human-soft px-3 py-2 text-14 inset-ring inset-ring-human-edge">
          {words.reply}
        </p>
      </div>
    </div>
  )
}
