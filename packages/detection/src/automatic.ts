import type { Speaker } from './types.ts'

/** A message with its time. */
export type TimedTurn = {
  from: Speaker
  text: string
  /** Milliseconds since 1970. */
  at: number
  /** True where the channel says that no person wrote it, such as mail with the header `Auto-Submitted`. */
  automatic?: boolean
}

/**
 * Titles that mail programs put before an automatic reply, in the languages they speak most. They count at the beginning
 * of a message only: further in, a person may be speaking of one.
 */
const titles = [
  'auto(?:matic)?[ -]?(?:reply|response)|automated (?:reply|response)|out of (?:the )?office(?: (?:auto)?reply)?|(?:vacation|away) (?:auto-?reply|message)',
  'automatische (?:antwort|abwesenheitsnotiz)|abwesenheits(?:notiz|meldung|nachricht)',
  "r[ée]ponse automatique|message d[’']absence|absence du bureau",
  'respuesta autom[áa]tica|fuera de (?:la )?oficina',
  'risposta automatica|fuori (?:sede|ufficio)',
  'resposta autom[áa]tica|fora do escrit[óo]rio|aus[êe]ncia tempor[áa]ria',
  'automatisch antwoord|afwezigheids(?:bericht|melding)',
  'automatiskt? svar|autosvar|frånvaro(?:meddelande)?|fraværs(?:melding|besked)',
  'automaattinen vastaus|poissaoloviesti',
  'automatyczna odpowied[źz]|odpowied[źz] automatyczna|nieobecno[śs][ćc] w biurze',
  'automatick[áa] odpov[ěe][ďd]|odpov[ěe][ďd] v nep[řr][íi]tomnosti',
  'automatikus v[áa]lasz|r[ăa]spuns automat',
  'αυτόματη απάντηση|автоматический ответ|автоответ|автоматична відповідь|автоматичен отговор',
  'otomatik yanıt|ofis dışında',
  'رد تلقائي|الرد التلقائي|מענה אוטומטי|پاسخ خودکار',
  '自動返信|自動応答|不在通知|自动回复|自動回覆|자동 ?응답|부재중 자동',
  'tự động trả lời|trả lời tự động|balasan otomatis|ตอบกลับอัตโนมัติ',
]
const title = new RegExp(`^[\\s"'*\\[(<]*(?:re:\\s*)?(?:${titles.join('|')})(?![\\p{L}])`, 'iu')
/** A title in a script without spaces may go straight on. */
const unspacedTitle = /^[\s[【(（<]*(?:自動返信|自動応答|不在通知|自动回复|自動回覆|자동 ?응답|ตอบกลับอัตโนมัติ)/u

/**
 * A person speaks of being away in passing, and then asks something. A reply of a mail program says that one is away, until
 * when or whom to ask, and asks nothing.
 */
const away = [
  /\b(?:i am|i'm|i will be) (?:currently )?(?:out of (?:the )?office|away from (?:the office|my desk)|on (?:annual|parental|maternity|sick) leave)\b/iu,
  /\bich bin (?:derzeit|momentan|aktuell|bis|vom|ab|ab dem)?.{0,40}(?:nicht im b(?:ü|ue)ro|abwesend|au(?:ß|ss)er haus)/iu,
  /\bje suis (?:actuellement )?(?:absente?|en cong[ée]s?)\b/iu,
  /\b(?:estoy|estar[ée]) (?:actualmente )?(?:fuera de la oficina|ausente|de vacaciones)\b/iu,
  /\b(?:sono|sar[òo]) (?:attualmente )?(?:assente|fuori (?:sede|ufficio)|in ferie)\b/iu,
  /\b(?:estou|estarei) (?:atualmente )?(?:fora do escrit[óo]rio|ausente|de f[ée]rias)\b/iu,
  /\bik ben (?:momenteel |op dit moment )?(?:niet aanwezig|afwezig|niet op kantoor)/iu,
]
const untilOrWhom = [
  /\b(?:until|till|return(?:ing)?|back (?:on|in)|urgent|in my absence|as soon as i|contact)\b/iu,
  /\b(?:bis|ab dem|zurück|dringend|vertretung|wenden sie sich)\b/iu,
  /\b(?:jusqu|retour|urgen|contacter)/iu,
  /\b(?:hasta|regres|volver|urgen|contact)/iu,
  /\b(?:fino al|rientr|urgen|contatt)/iu,
  /\b(?:at[ée] |regress|retorn|urgen|contat|contact)/iu,
  /\b(?:tot|terug|dringend|spoed|contact)/iu,
]
const asks = /[?？؟]/u
const shortestAway = 40
const longest = 10_000

/** Whether a mail program wrote the text for somebody who is away, or says that it is automatic. */
export function isAutomaticReply(text: string): boolean {
  const read = text.slice(0, longest).trim()
  if (title.test(read) || unspacedTitle.test(read)) return true
  if (read.length < shortestAway || asks.test(read)) return false
  return away.some((pattern, at) => pattern.test(read) && untilOrWhom[at]?.test(read))
}

/** So many exchanges in a row make a loop. */
const exchanges = 4
/** Nobody reads an answer and writes a line of this length in that time. */
const inhumanMs = 4_000
const lineLength = 25
/** Shorter ones people do repeat: "yes", "hello?". */
const repeatedLength = 12

/**
 * Whether another machine answers the bot: four times running, each after an answer of the bot, the contact wrote the same,
 * or a whole line quicker than anybody reads and types. `turns` are oldest first; only the last ones are looked at.
 */
export function isLoop(turns: readonly TimedTurn[]): boolean {
  const answers = answersToBot(turns)
  if (answers.length < exchanges) return false
  const said = answers.map(({ text }) => withoutNumbers(text))
  if (said.every((text) => text === said[0] && text.length >= repeatedLength)) return true
  return answers.every(({ text, after }) => text.trim().length >= lineLength && after < inhumanMs)
}

/** The last messages of the contact that each directly follow one of the bot. Fewer where somebody else spoke, or a burst came. */
function answersToBot(turns: readonly TimedTurn[]): { text: string; after: number }[] {
  const answers: { text: string; after: number }[] = []
  for (let at = turns.length - 1; at > 0 && answers.length < exchanges; at -= 2) {
    const [before, turn] = [turns[at - 1], turns[at]]
    if (turn?.from !== 'contact' || before?.from !== 'bot') break
    answers.push({ text: turn.text, after: turn.at - before.at })
  }
  return answers
}

/** A ticket number that counts up does not make it another text. */
function withoutNumbers(text: string): string {
  return text
    .replace(/\p{N}+/gu, '0')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
