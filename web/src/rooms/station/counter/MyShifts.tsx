import { useWords } from '../../../platform/language/language.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { WithoutNames } from './Roster.tsx'
import { counterWords } from './words/words.ts'

/** For residents: shifts at the model window that anybody may take. */
export function MyShifts() {
  const w = useWords(counterWords)
  return (
    <>
      <PageHeader title={w.rosterTitle} lead={w.rosterLead} back={{ to: '/visit' }} />
      <WithoutNames />
    </>
  )
}
