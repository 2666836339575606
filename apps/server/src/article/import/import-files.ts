import type { FileImport, ImportResult } from '@baton/contract'
import { parseApart } from './parse-apart.ts'
import { type Importer, type ImportItem, importOne, requireTarget } from './store-import.ts'

/**
 * Imports files, one after the other. One that cannot be read changes nothing and keeps no other from being taken.
 * @throws DomainError unknown_bot
 */
export async function importFiles(
  importer: Importer,
  { files, ...target }: FileImport,
): Promise<ImportResult> {
  await requireTarget(importer, target)
  const items: ImportItem[] = []
  for (const { name, content } of files)
    items.push(
      await importOne(importer, target, { kind: 'file', name }, () =>
        parseApart(name, new Uint8Array(Buffer.from(content, 'base64'))),
      ),
    )
  return { items }
}
