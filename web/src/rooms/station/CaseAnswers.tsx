import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useText, useWords } from '../../platform/language/language.tsx'
import { useKept } from '../../platform/offline/kept.ts'
import { reading } from '../../platform/queries.ts'
import { Facts } from '../../ui/Card.tsx'
import card from '../../ui/card.module.css'
import { classNames } from '../../ui/class-names.ts'
import type { MyCase } from './CaseTimeline.tsx'
import { OpenFiles } from './OpenFiles.tsx'
import styles from './station.module.css'
import { casesWords } from './words/cases/words.ts'

const id = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What was written in the form; folded, because one knows it. Places are stored by id and named here. */
export function CaseAnswers({ answers }: { readonly answers: MyCase['answers'] }) {
  const w = useWords(casesWords)
  const text = useText()
  const { data } = useKept(reading(listPlaces))
  const names = new Map(
    data?.communities.flatMap((community) => [community, ...community.lanes]).map((place) => [place.id, text(place.name)]),
  )
  return (
    <details className={classNames(card.card, styles.folded)}>
      <summary>{w.answers}</summary>
      <Facts
        facts={answers.map(({ question, answer, files }) => [
          question,
          <span key={question}>
            {answer.replace(id, (found) => names.get(found) ?? found) || <span className="muted">{w.notAnswered}</span>}
            <OpenFiles files={files} label={w.openFile} />
          </span>,
        ])}
      />
    </details>
  )
}
