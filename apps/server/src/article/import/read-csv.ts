import { CsvError, parse } from 'csv-parse/sync'
import { type Parsed, Unreadable } from './parsed.ts'

const mostRows = 2_000
const longestQuestion = 300

/**
 * Questions with their answers, from a table with the columns question and answer. A first row that says so is left out.
 * @throws Unreadable with the row that is wrong
 */
export function readCsv(text: string): Parsed[] {
  const rows = rowsOf(text)
  const first = rows[0]?.map((cell) => cell.toLowerCase())
  const hasHeader = first?.[0] === 'question' && first[1] === 'answer'
  const pairs = hasHeader ? rows.slice(1) : rows
  if (pairs.length === 0) throw new Unreadable('It holds no questions.')
  if (pairs.length > mostRows) throw new Unreadable(`It has more than ${mostRows} rows. Split it.`)
  const seen = new Set<string>()
  return pairs.map(([question = '', answer = '', ...more], at) => {
    const row = `Row ${at + (hasHeader ? 2 : 1)}`
    if (question === '') throw new Unreadable(`${row} has no question in its first column.`)
    if (answer === '') throw new Unreadable(`${row} has no answer in its second column.`)
    if (more.some((cell) => cell !== ''))
      throw new Unreadable(`${row} has more than two columns. Put a text that holds the separator in quotes.`)
    if (question.length > longestQuestion)
      throw new Unreadable(`${row} has a question of more than ${longestQuestion} letters.`)
    const part = question.toLowerCase()
    if (seen.has(part)) throw new Unreadable(`${row} asks what another row asks already: “${question}”.`)
    seen.add(part)
    return { kind: 'qa', title: question, text: answer, part }
  })
}

/** What stands between the first two columns: a comma, a semicolon as some programs write it, or a tab. */
function separatorOf(text: string): string {
  return /^\ufeff?\s*(?:"(?:[^"]|"")*"|[^",;\t\n])*([,;\t])/.exec(text)?.[1] ?? ','
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      trim: true,
      delimiter: separatorOf(text),
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      relax_column_count: true,
    })
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(`It is no CSV: ${error.message}.`)
    throw error
  }
}
