import { useEffect, useState } from 'react'
import { useWords } from '../platform/language/language.tsx'
import { Button } from './Button.tsx'
import styles from './figures.module.css'
import { Icon } from './Icon.tsx'
import { RefusalLine } from './Refusal.tsx'
import { uiWords } from './words/words.ts'

/** After this many milliseconds it covers itself, for whoever walks away from the desk. */
const forHow = 60_000

/** A personal value, covered until tapped. `onUncover` asks the server, which records the look before it answers. */
export function Covered({
  label,
  covered,
  onUncover,
}: {
  readonly label: string
  readonly covered: string
  readonly onUncover: () => Promise<string>
}) {
  const w = useWords(uiWords)
  const [state, setState] = useState<
    | { readonly kind: 'covered' | 'asking' }
    | { readonly kind: 'seen'; readonly value: string }
    | { readonly kind: 'refused'; readonly error: unknown }
  >({ kind: 'covered' })
  useEffect(() => {
    if (state.kind !== 'seen') return
    const timer = setTimeout(() => setState({ kind: 'covered' }), forHow)
    return () => clearTimeout(timer)
  }, [state])
  if (state.kind === 'refused') return <RefusalLine error={state.error} />
  if (state.kind === 'seen')
    return (
      <span>
        {state.value}{' '}
        <Button kind="plain" onPress={() => setState({ kind: 'covered' })}>
          {w.cover}
        </Button>
        <span className={styles.recorded} role="status">
          {w.seenRecorded}
        </span>
      </span>
    )
  const uncover = (): void => {
    if (state.kind === 'asking') return
    setState({ kind: 'asking' })
    onUncover().then(
      (value) => setState({ kind: 'seen', value }),
      (error: unknown) => setState({ kind: 'refused', error }),
    )
  }
  return (
    <button
      type="button"
      className={styles.covered}
      onClick={uncover}
      aria-label={`${label} ${covered}，${w.tapToSee}`}
      aria-busy={state.kind === 'asking' || undefined}
    >
      {covered} <Icon name="eye" />
      <span className="small muted extra">{w.tapToSee}</span>
    </button>
  )
}
