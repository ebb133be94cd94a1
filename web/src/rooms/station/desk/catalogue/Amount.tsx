import { useState } from 'react'
import { TextInput } from '../../../../ui/inputs.tsx'

/** A number that may be changed from elsewhere too, when what it belongs to moves or is taken back. `null` while there is none. */
export function Amount({
  value,
  onChange,
  decimals = false,
}: {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  readonly decimals?: boolean
}) {
  const [typed, setTyped] = useState('')
  const read = (text: string): number | null => {
    const number = decimals ? Number.parseFloat(text) : Number.parseInt(text, 10)
    return Number.isNaN(number) ? null : number
  }
  return (
    <TextInput
      short
      value={read(typed) === value ? typed : String(value ?? '')}
      onChange={(next) => {
        setTyped(next)
        onChange(read(next))
      }}
      maxLength={12}
    />
  )
}
