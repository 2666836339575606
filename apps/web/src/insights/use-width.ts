import { useEffect, useRef, useState } from 'react'

/** How wide an element is, as it changes. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (!ref.current) return
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watcher.observe(ref.current)
    return () => watcher.disconnect()
  }, [])
  return { ref, width }
}
