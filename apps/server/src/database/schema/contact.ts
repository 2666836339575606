export interface ContactTable {
  workspace_id: string
  id: string
  name: string | null
  email: string | null
  phone: string | null
  locale: string | null
  created_at: Date
  updated_at: Date
}

/** How a contact is known on a channel. */
export interface ContactIdentityTable {
  workspace_id: string
  channel_id: string
  external_id: string
  contact_id: string
}

export interface ContactTagTable {
  workspace_id: string
  contact_id: string
  tag: string
  /** As it is searched for. */
  folded: string
  created_at: Date
}

/** A word of a contact's name, e-mail address or phone number. */
export interface ContactWordTable {
  workspace_id: string
  word: string
  contact_id: string
}

export interface ContactNoteTable {
  workspace_id: string
  id: string
  contact_id: string
  user_id: string | null
  text: string
  created_at: Date
}

export interface TaskTable {
  workspace_id: string
  id: string
  contact_id: string
  conversation_id: string | null
  handover_id: string | null
  title: string
  text: string
  due_at: Date | null
  assignee_id: string | null
  done_at: Date | null
  created_at: Date
}
