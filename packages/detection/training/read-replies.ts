import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What a contact wrote, what the bot answered, the contact's reply, and whether it shows that the answer failed. */
export type Reply = { asked: string; answer: string; reply: string; hasFailed: boolean }

const path = fileURLToPath(new URL('replies.txt', import.meta.url))

/** Reads `replies.txt`, whose head tells its form. Throws at a line that has none of its forms. */
export function readReplies(text = readFileSync(path, 'utf8')): Reply[] {
  const replies: Reply[] = []
  let asked = ''
  let answer = ''
  for (const [at, line] of text.split('\n').entries()) {
    const rest = line.slice(2).trim()
    if (line.trim() === '' || line.startsWith('//') || line.startsWith('@')) continue
    if (line.startsWith('> ') && rest.includes(' | ')) [asked = '', answer = ''] = rest.split(' | ')
    else if (/^[+-] /u.test(line) && asked !== '')
      replies.push({ asked, answer, reply: rest, hasFailed: line.startsWith('+') })
    else throw new Error(`replies.txt, line ${at + 1}: begin it with "> ", "+ ", "- ", "@" or "//".`)
  }
  return replies
}
