import type { Guide } from '@ronghe/forms'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** The text people read, where it comes from, and until when it can be trusted. */
export function GuidePart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const [today] = useState(() => dayOf(new Date()))
  const { guide } = editing.definition
  return (
    <>
      <div className={styles.grid}>
        <Field label={w.lastChecked} name="guide.lastChecked" error={editing.fault('guide.lastChecked')}>
          <DateInput value={guide.lastChecked} onChange={(day) => editing.change('guide.lastChecked', day)} max={today} />
        </Field>
        <Field label={w.guideUntil} name="guide.validUntil" error={editing.fault('guide.validUntil')}>
          <DateInput value={guide.validUntil} onChange={(day) => editing.change('guide.validUntil', day)} />
        </Field>
      </div>
      <h3>{w.sections}</h3>
      <ListEditor<Guide['sections'][number]>
        editing={editing}
        path="guide.sections"
        what={w.section}
        titleOf={(section) => text(section.title)}
        fresh={() => ({
          id: freshId(
            'section',
            guide.sections.map(({ id }) => id),
          ),
          title: { 'zh-CN': '' },
          text: { 'zh-CN': '' },
        })}
      >
        {(_, path) => (
          <>
            <TextPair editing={editing} path={`${path}.title`} label={w.sectionTitle} />
            <TextPair editing={editing} path={`${path}.text`} label={w.sectionText} long />
          </>
        )}
      </ListEditor>
      <h3>{w.sources}</h3>
      <ListEditor<Guide['sources'][number]>
        editing={editing}
        path="guide.sources"
        what={w.source}
        titleOf={(source) => text(source.title)}
        fresh={() => ({ title: { 'zh-CN': '' }, date: today })}
      >
        {(source, path) => (
          <>
            <TextPair editing={editing} path={`${path}.title`} label={w.sourceTitle} />
            <Field label={w.sourceDate} name={`${path}.date`} error={editing.fault(`${path}.date`)}>
              <DateInput value={source.date} onChange={(date) => editing.change(`${path}.date`, date)} />
            </Field>
          </>
        )}
      </ListEditor>
    </>
  )
}
