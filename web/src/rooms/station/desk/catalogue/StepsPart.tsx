import { byWords, type Place, type ServiceStep } from '@ronghe/forms'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select, TextInput } from '../../../../ui/inputs.tsx'
import { Amount } from './Amount.tsx'
import styles from './catalogue.module.css'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { ServiceSelect } from './ServiceSelect.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** How it goes step by step, where, and what else may help. */
export function StepsPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords).steps
  const text = useText()
  const { steps } = editing.definition
  return (
    <>
      <h3>{w.title}</h3>
      <ListEditor<ServiceStep>
        editing={editing}
        path="steps"
        what={w.one}
        titleOf={(step) => `${text(step.title)} · ${text(byWords[step.by])}`}
        fresh={() => ({
          id: freshId(
            'step',
            steps.map(({ id }) => id),
          ),
          title: { 'zh-CN': '' },
          by: 'station',
        })}
      >
        {(step, path) => (
          <>
            <TextPair editing={editing} path={`${path}.title`} label={w.what} />
            <TextPair editing={editing} path={`${path}.text`} label={w.more} long optional />
            <div className={styles.grid}>
              <Field label={w.by} name={`${path}.by`}>
                <Select
                  value={step.by}
                  onChange={(by) => editing.change(`${path}.by`, by)}
                  options={(['resident', 'station', 'department', 'counterpart'] as const).map((by) => ({
                    value: by,
                    label: text(byWords[by]),
                  }))}
                />
              </Field>
              <Field label={w.days} name={`${path}.workingDays`} optional>
                <Amount value={step.workingDays ?? null} onChange={(days) => editing.change(`${path}.workingDays`, days ?? undefined)} />
              </Field>
            </div>
          </>
        )}
      </ListEditor>
      <h3>{w.places}</h3>
      <ListEditor<Place>
        editing={editing}
        path="where"
        what={w.place}
        titleOf={(place) => text(place.name)}
        fresh={() => ({ name: { 'zh-CN': '' }, address: { 'zh-CN': '' }, hours: { 'zh-CN': '' } })}
      >
        {(place, path) => (
          <>
            <TextPair editing={editing} path={`${path}.name`} label={w.placeName} />
            <TextPair editing={editing} path={`${path}.address`} label={w.address} />
            <TextPair editing={editing} path={`${path}.hours`} label={w.hours} />
            <Field label={w.phone} name={`${path}.phone`} optional>
              <TextInput
                value={place.phone ?? ''}
                onChange={(phone) => editing.change(`${path}.phone`, phone || undefined)}
                maxLength={40}
                short
              />
            </Field>
          </>
        )}
      </ListEditor>
      <h3>{w.related}</h3>
      <ListEditor<string>
        editing={editing}
        path="related"
        what={w.relatedOne}
        titleOf={(key) => editing.services.find((service) => service.key === key)?.name ?? key}
        fresh={() => ''}
      >
        {(key, path) => <ServiceSelect editing={editing} path={path} value={key} label={w.relatedOne} />}
      </ListEditor>
    </>
  )
}
