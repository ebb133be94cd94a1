import { type Field, formOf, labelOf, type Page, type ServiceDefinition } from '@ronghe/forms'
import { Fragment } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { PrintSheet } from '../../../../ui/PrintSheet.tsx'
import styles from './sheets.module.css'
import { sheetsWords } from './words/words.ts'

/** A service's form on A4: the same questions in the same order, with boxes and lines for a pen. */
export function BlankForm({
  definition,
  printedAt,
  address,
}: {
  readonly definition: ServiceDefinition
  readonly printedAt: string
  readonly address?: string
}) {
  const w = useWords(sheetsWords).form
  const text = useText()
  const form = formOf(definition)
  return (
    <PrintSheet title={text(definition.name)} printedAt={printedAt} {...(address !== undefined && { address })}>
      <p>{w.howTo}</p>
      <ol className={styles.asked}>
        {form?.pages.map((page, place) => (
          <li key={page.id}>
            <strong>
              {w.item(place + 1)}
              {text(page.title)}
            </strong>
            {page.visibleWhen && <span className="small">{w.onlyIf}</span>}
            {page.fields.map((field) => (
              <Blank key={field.id} page={page} field={field} />
            ))}
          </li>
        ))}
      </ol>
      {definition.documents.length > 0 && (
        <section>
          <h2>{w.papers}</h2>
          <ul>
            {definition.documents.map((need) => (
              <li key={need.id}>
                □ {text(need.name)} {need.when && <span className="small">{w.onlyIf}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.signed}>
        <span>{w.signature}</span>
        <span>{w.day}</span>
      </p>
      <p className={styles.signed}>
        <span>{w.receivedBy}</span>
        <span>{w.receivedAt}</span>
      </p>
    </PrintSheet>
  )
}

/** The place for one answer. */
function Blank({ page, field }: { readonly page: Page; readonly field: Field }) {
  const w = useWords(sheetsWords).form
  const text = useText()
  const label = field.label && labelOf(page, field) !== page.title ? `${text(field.label)} ` : ''
  const boxes = (labels: readonly string[]) => (
    <p>
      {label}
      {labels.map((one) => (
        <span key={one} className={styles.option}>
          □ {one}
        </span>
      ))}
    </p>
  )
  const line = (after = '') => (
    <p className={styles.line}>
      <span>{label}</span>
      <span className={styles.rule} />
      <span>{after}</span>
    </p>
  )
  const ruled = (parts: readonly string[]) => (
    <p className={styles.line}>
      <span>{label}</span>
      {parts.map((part) => (
        <Fragment key={part}>
          <span className={styles.shortRule} />
          <span>{part}</span>
        </Fragment>
      ))}
    </p>
  )
  switch (field.kind) {
    case 'notice':
      return <p>{label || text(page.title)}</p>
    case 'choice':
    case 'choices':
      return boxes([...field.options.map((option) => text(option.label)), ...(field.none ? [text(field.none.label)] : [])])
    case 'yesNo':
      return boxes([w.yes, w.no, ...(field.none ? [text(field.none.label)] : [])])
    case 'confirm':
      // Its label is what is ticked.
      return <p>□ {text(labelOf(page, field))}</p>
    case 'person':
      return (
        <p className={styles.line}>
          <span>{w.personName}</span>
          <span className={styles.rule} />
          <span>{w.personPhone}</span>
          <span className={styles.rule} />
          {field.relation && (
            <>
              <span>{w.personRelation}</span>
              <span className={styles.rule} />
            </>
          )}
        </p>
      )
    case 'idNumber':
      return (
        <p>
          {label}
          <span className={styles.cells} aria-hidden="true">
            {Array.from({ length: 18 }, (_, place) => (
              <span key={place} />
            ))}
          </span>
        </p>
      )
    case 'address':
      return (
        <p className={styles.line}>
          <span>{w.address}</span>
          <span className={styles.rule} />
        </p>
      )
    case 'longText':
      return (
        <>
          {label && <p>{label}</p>}
          <p className={styles.line}>
            <span className={styles.rule} />
          </p>
          <p className={styles.line}>
            <span className={styles.rule} />
          </p>
        </>
      )
    case 'month':
      return ruled([w.parts.year, w.parts.month])
    case 'date':
      return ruled([w.parts.year, w.parts.month, w.parts.day])
    case 'money':
      return line(w.yuan)
    case 'number':
      return line(field.unit && text(field.unit))
    default:
      return line()
  }
}
