import type { ViewSlug } from '../../inbox/views.ts'
import type { OpenConversation } from '../use-conversation.ts'
import { BriefSection } from './brief-section.tsx'
import { ContactSection } from './contact-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { TasksSection } from './tasks-section.tsx'

/** What one should know beside the conversation: the brief, the contact, what is to be done, what was noted. */
export function SidePanel({ open, view }: { open: OpenConversation; view: ViewSlug }) {
  return (
    <>
      <BriefSection open={open} />
      <ContactSection open={open} view={view} />
      <TasksSection contactId={open.conversation.contactId} />
      <NotesSection contactId={open.conversation.contactId} />
    </>
  )
}
