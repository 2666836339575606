/** Something short is under way. Never for a page: that has skeletons. */
export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 shrink-0 animate-[spin_800ms_linear_infinite] rounded-full border-2 border-current border-r-transparent"
    />
  )
}
