import type { EligibilityRule, Instead, Openness } from '@ronghe/forms'
import { useState } from 'react'
import { dayOf } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { DateInput, Select } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ConditionEditor } from './ConditionEditor.tsx'
import { freshId } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { ListEditor } from './ListEditor.tsx'
import { TextPair } from './TextPair.tsx'
import { catalogueWords } from './words/words.ts'

/** Who may have it, for both groups, and the rules that decide "may I". */
export function WhoMayPart({ editing }: { readonly editing: Editing }) {
  const w = useWords(catalogueWords)
  const text = useText()
  const { definition } = editing
  const firstField = definition.mode === 'case' ? definition.form.pages[0]?.fields[0]?.id : definition.questions?.pages[0]?.fields[0]?.id
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
          when: { field: firstField ?? '', answered: true },
          instead: [{ text: { 'zh-CN': '' } }],
        })}
      >
        {(_, path) => (
          <>
            <TextPair editing={editing} path={`${path}.text`} label={w.ruleText} />
            <ConditionEditor editing={editing} path={`${path}.when`} label={w.ruleWhen} needed />
            <ConditionEditor editing={editing} path={`${path}.unsureWhen`} label={w.ruleUnsure} />
            <TextPair editing={editing} path={`${path}.law`} label={w.law} optional />
            <h4>{w.instead}</h4>
            <ListEditor<Instead>
              editing={editing}
              path={`${path}.instead`}
              what={w.insteadText}
              titleOf={(instead) => text(instead.text)}
              fresh={() => ({ text: { 'zh-CN': '' } })}
            >
              {(instead, here) => (
                <>
                  <TextPair editing={editing} path={`${here}.text`} label={w.insteadText} long />
                  <Field label={w.insteadService} name={`${here}.service`} error={editing.fault(`${here}.service`)} optional>
                    <Select
                      value={instead.service ?? ''}
                      placeholder={w.noService}
                      onChange={(service) => editing.change(`${here}.service`, service || undefined)}
                      options={editing.services.map(({ key, name }) => ({ value: key, label: name }))}
                    />
                  </Field>
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
  const [today] = useState(() => dayOf(new Date()))
  const path = `whoMay.${group}`
  const openness = editing.definition.whoMay[group]
  const choose = (state: Openness['state']): void => {
    const blank = { 'zh-CN': '' }
    const since = state === openness.state ? openness.since : today
    editing.change(
      path,
      state === 'open' ? { state, since } : state === 'closed' ? { state, law: blank, since } : { state, note: blank, since },
    )
  }
  return (
    <div>
      <Choice<Openness['state']>
        label={w.groups[group]}
        name={path}
        error={editing.fault(path)}
        value={openness.state}
        onChange={choose}
        options={(['open', 'openOtherPapers', 'closed'] as const).map((state) => ({ value: state, label: w.openness[state] }))}
      />
      {openness.state === 'openOtherPapers' && <TextPair editing={editing} path={`${path}.note`} label={w.opennessNote} long />}
      {openness.state === 'closed' && <TextPair editing={editing} path={`${path}.law`} label={w.opennessLaw} long />}
      <Field label={w.since} name={`${path}.since`} error={editing.fault(`${path}.since`)}>
        <DateInput value={openness.since} onChange={(since) => editing.change(`${path}.since`, since)} />
      </Field>
    </div>
  )
}
