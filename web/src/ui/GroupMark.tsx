/** A circle for newcomers, a diamond for locals, a ring for those who would rather not say: never colour alone. */
export function GroupMark({ group, size = '0.7em' }: { readonly group: 'newcomer' | 'local' | 'unstated'; readonly size?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 10 10" aria-hidden="true" focusable="false">
      {group === 'newcomer' && <circle cx="5" cy="5" r="4.500" fill="var(--newcomer)" />}
      {group === 'local' && <path d="M5 0 10 5 5 10 0 5z" fill="var(--local)" />}
      {group === 'unstated' && <circle cx="5" cy="5" r="3.800" fill="none" stroke="var(--ink-2)" strokeWidth="1.600" />}
    </svg>
  )
}
