import { listBranches } from '@ronghe/contract/branch/branches.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Choice } from '../../../ui/Choice.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { liaisonWords } from './words/words.ts'

export function BranchSelect({
  label,
  hint,
  value,
  onChange,
  error,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: string | undefined
  readonly onChange: (branchId: string) => void
  readonly error?: string | undefined
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(listBranches))}>
      {({ items }) =>
        items.every(({ kind }) => kind === null) ? (
          <p className="muted">{w.branchesNone}</p>
        ) : (
          <Choice
            name="branchId"
            label={label}
            hint={hint}
            error={error}
            value={value}
            onChange={onChange}
            options={items.flatMap(({ id, name, kind }) => (kind === null ? [] : [{ value: id, label: text(name) }]))}
          />
        )
      }
    </Shown>
  )
}
