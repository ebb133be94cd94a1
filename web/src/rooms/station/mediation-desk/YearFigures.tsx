import { readMediationFigures } from '@ronghe/contract/station/mediation.ts'
import type { Shown as Count, ShownFigure } from '@ronghe/contract/platform/shown.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { mediationDeskWords } from './words/words.ts'

/** How disputes of a finished year ended; counts only, suppressed like everywhere. */
export function YearFigures() {
  const w = useWords(mediationDeskWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readMediationFigures))
  const count = (shown: Count): string => (shown.kind === 'few' ? w.tooFew : format.count(shown.count))
  const figure = (shown: ShownFigure, word: (value: number) => string): string => (shown.kind === 'few' ? w.tooFew : word(shown.value))
  return (
    <Shown read={read}>
      {(year) => (
        <>
          <Table
            caption={year.year === null ? w.figuresTitle : `${w.figuresTitle} · ${year.year}`}
            rows={
              year.year === null
                ? []
                : [
                    { name: w.ended, value: count(year.ended) },
                    { name: w.otherSideDeclined, value: count(year.otherSideDeclined) },
                    { name: w.withoutAgreement, value: count(year.withoutAgreement) },
                    { name: w.agreementKept, value: count(year.agreementKept) },
                    { name: w.agreementNotKept, value: count(year.agreementNotKeptOrUnknown) },
                    { name: w.daysMedian, value: figure(year.daysMedian, (value) => format.count(value)) },
                    { name: w.mixedShare, value: figure(year.mixedGroupShare, format.percent) },
                  ]
            }
            rowKey={({ name }) => name}
            empty={<p className="muted">{w.figuresEmpty}</p>}
            columns={[
              { key: 'name', label: w.figure, cell: ({ name }) => name },
              { key: 'value', label: w.count, cell: ({ value }) => value, number: true },
            ]}
          />
          <Notice>{text(year.meaning)}</Notice>
        </>
      )}
    </Shown>
  )
}
