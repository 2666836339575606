import { Unreadable } from './parsed.ts'

const directoryEntry = Buffer.from([0x50, 0x4b, 0x01, 0x02])
const unpackedSizeAt = 24
const mostUnpacked = 100 * 1024 * 1024

/**
 * Refuses a ZIP archive, which is what a DOCX is, that would unpack into more than fits in memory. Reads only what its
 * directory says.
 * @throws Unreadable
 */
export function requireSmallArchive(bytes: Uint8Array): void {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let unpacked = 0
  let at = archive.indexOf(directoryEntry)
  while (at !== -1 && at + unpackedSizeAt + 4 <= archive.length) {
    unpacked += archive.readUInt32LE(at + unpackedSizeAt)
    if (unpacked > mostUnpacked) throw new Unreadable('It is too large when unpacked.')
    at = archive.indexOf(directoryEntry, at + directoryEntry.length)
  }
}
