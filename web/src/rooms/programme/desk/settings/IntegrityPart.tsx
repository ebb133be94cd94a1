import { listPosts, type PostLine } from '@ronghe/contract/programme/appointments.ts'
import type { Setting } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { SaveRow } from './SaveRow.tsx'
import { SettingForm, useSetting } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

export function IntegrityPart() {
  const posts = useQuery(reading(listPosts))
  return (
    <SettingForm setting="integrity">
      {(value) => <Shown read={posts}>{({ items }) => <Integrity key={JSON.stringify(value)} value={value} posts={items} />}</Shown>}
    </SettingForm>
  )
}

/** Who reads what is said about somebody who works here, and who reads it when it is about that reader (08, Concerns). */
function Integrity({ value, posts }: { readonly value: Setting<'integrity'>; readonly posts: readonly PostLine[] }) {
  const w = useWords(settingsWords)
  const text = useText()
  const [post, setPost] = useState(value.post ?? '')
  const [second, setSecond] = useState(value.second ?? '')
  const setting = useSetting('integrity', value)
  const errors = fieldErrorsOf(setting.error)
  const readers = posts
    .filter(({ kind }) => kind === 'integrityOfficer')
    .map((one) => ({ value: one.id, label: `${text(one.organ.name)} · ${text(one.name)}` }))
  return (
    <Card>
      <Form
        label={w.parts.integrity}
        busy={setting.isPending}
        error={setting.error}
        onSubmit={() => setting.save({ post: post || null, second: second || null })}
      >
        <p className="muted">{w.integrityLead}</p>
        {readers.length === 0 && (
          <Notice tone="attention">
            <p>{w.integrityNoPosts}</p>
            <LinkButton kind="quiet" to="/organs">
              {w.toOrgans}
            </LinkButton>
          </Notice>
        )}
        <Field label={w.integrityPost} name="value.post" error={errors['value.post']} optional>
          <Select value={post} onChange={setPost} placeholder={w.integrityNone} options={readers} />
        </Field>
        <Field label={w.integritySecond} name="value.second" error={errors['value.second']} optional>
          <Select value={second} onChange={setSecond} placeholder={w.integrityNone} options={readers} />
        </Field>
        <SaveRow busy={setting.isPending} />
      </Form>
    </Card>
  )
}
