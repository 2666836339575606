/** What was read from a file: one article, or one for each question. `part` names it within the file. */
export type Parsed = { kind: 'article' | 'qa'; title: string; text: string; part: string | null }

/** Why a file or page cannot be taken, said so that whoever imports it can mend it. */
export class Unreadable extends Error {}
