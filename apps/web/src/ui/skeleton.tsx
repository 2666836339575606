import { cx } from './class-names.ts'

/** A grey shape where something will come, in its size. Put `after-a-while` on what holds them. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('skeleton block', className)} />
}

/** Lines of text to come. */
export function SkeletonLines({ widths, label }: { widths: string[]; label: string }) {
  return (
    <div role="status" aria-label={label} className="after-a-while grid gap-2">
      {widths.map((width) => (
        <Skeleton key={width} className={cx('h-3', width)} />
      ))}
    </div>
  )
}
