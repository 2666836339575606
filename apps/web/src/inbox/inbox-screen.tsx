import { Sheet } from '../shell/sheet.tsx'
import { texts } from '../texts/index.ts'

/** The inbox: views, the list of one, and a conversation. */
export function InboxScreen() {
  return (
    <Sheet>
      <main id="main" tabIndex={-1}>
        <h1 className="p-5 text-20 font-semibold">{texts.shell.inbox}</h1>
      </main>
    </Sheet>
  )
}
