import type { MessageAttachment } from '@baton/contract'
import { cx } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'

/** The files of a message. A picture has a place of one size, so that nothing moves when it is there; a PDF is saved. */
export function MessageFiles({
  files,
  className,
}: {
  files: readonly MessageAttachment[]
  className?: string
}) {
  return (
    <ul className={cx('flex flex-wrap gap-2', className)}>
      {files.map(({ id, name, type, size, url }) => (
        <li key={id}>
          {type.startsWith('image/') ? (
            <a
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              title={name}
              className="block rounded-box"
            >
              <img
                src={url}
                alt={name}
                width={200}
                height={150}
                loading="lazy"
                decoding="async"
                className="block h-37.5 w-50 rounded-box bg-sunken object-cover"
              />
            </a>
          ) : (
            <a
              href={url}
              download={name}
              className="flex h-9 max-w-64 items-center gap-2 rounded-box bg-surface px-3 text-13 font-medium inset-ring inset-ring-line-2 hover:bg-hover"
            >
              <Icon name="attach" size={14} className="text-ink-2" />
              <bdi className="truncate">{name}</bdi>
              <span className="shrink-0 text-12 font-normal text-ink-2">
                {kilobytes.format(Math.ceil(size / 1000))}
              </span>
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const kilobytes = new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 })
