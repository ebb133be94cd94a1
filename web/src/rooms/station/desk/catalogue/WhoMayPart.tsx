import { type EligibilityRule, formOf, type Instead, type Openness, openWords } from '@ronghe/forms'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ConditionEditor } from './ConditionEditor.tsx'
import { subjectsBefore } from './condition-subjects.ts'
import { freshComparison, groupOf } from './condition-tree.ts'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { ServiceSelect } from './ServiceSelect.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** Who may have it, for both groups, and the rules that decide "may I". */
export function WhoMayPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { definition } = editing
  const form = formOf(definition)
  const first = subjectsBefore(form)[0]
  return (
    <>
      <div className={styles.pair}>
        <OneGroup editing={editing} group="newcomer" />
        <OneGroup editing={editing} group="local" />
      </div>
      <h3>{w.rules}</h3>
      <ListEditor<EligibilityRule>
        editing={editing}
        path="eligibility"
        what={w.rule}
        titleOf={(rule) => text(rule.text)}
        fresh={() => ({
          id: freshId(
            'rule',
            definition.eligibility.map(({ id }) => id),
          ),
          text: { 'zh-CN': '' },
          when: first ? freshComparison(first) : groupOf('all', []),
          instead: [{ text: { 'zh-CN': '' } }],
        })}
      >
        {(_, path) => (
          <>
            <TextPair editing={editing} path={`${path}.text`} label={w.ruleText} />
            <ConditionEditor editing={editing} path={`${path}.when`} label={w.ruleWhen} form={form} needed />
            <ConditionEditor editing={editing} path={`${path}.unsureWhen`} label={w.ruleUnsure} form={form} without="never" />
            <TextPair editing={editing} path={`${path}.law`} label={w.law} optional />
            <h4>{w.instead}</h4>
            <ListEditor<Instead>
              editing={editing}
              path={`${path}.instead`}
              what={w.insteadOne}
              titleOf={(instead) => text(instead.text)}
              fresh={() => ({ text: { 'zh-CN': '' } })}
            >
              {(instead, here) => (
                <>
                  <TextPair editing={editing} path={`${here}.text`} label={w.insteadText} long />
                  <ServiceSelect editing={editing} path={`${here}.service`} value={instead.service} label={w.insteadService} />
                </>
              )}
            </ListEditor>
          </>
        )}
      </ListEditor>
    </>
  )
}

/** Closed needs a law, other papers need to be named; the day is what the dated lists of openings are made from. */
function OneGroup({ editing, group }: { readonly editing: Editing; readonly group: 'newcomer' | 'local' }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const [today] = useState(() => dayOf(new Date()))
  const path = `whoMay.${group}`
  const openness = editing.definition.whoMay[group]
  const choose = (state: Openness['state']): void => {
    const blank = { 'zh-CN': '' }
    const since = state === openness.state ? openness.since : today
    const value = state === 'open' ? { state, since } : state === 'closed' ? { state, law: blank, since } : { state, note: blank, since }
    editing.restructure({ kind: 'put', path, value }, w.groups[group])
  }
  return (
    <div>
      <Choice<Openness['state']>
        label={w.groups[group]}
        name={path}
        error={editing.fault(path)}
        value={openness.state}
        onChange={choose}
        options={(['open', 'openOtherPapers', 'closed'] as const).map((state) => ({ value: state, label: text(openWords[state]) }))}
      />
      {openness.state === 'openOtherPapers' && <TextPair editing={editing} path={`${path}.note`} label={w.opennessNote} long />}
      {openness.state === 'closed' && <TextPair editing={editing} path={`${path}.law`} label={w.opennessLaw} long />}
      <Field label={w.since} name={`${path}.since`} error={editing.fault(`${path}.since`)}>
        <DateInput value={openness.since} onChange={(since) => editing.change(`${path}.since`, since)} />
      </Field>
    </div>
  )
}
