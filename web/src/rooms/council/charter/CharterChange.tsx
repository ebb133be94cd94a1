import { proposeCharterChange, readCharterForm, listCharterVersions } from '@ronghe/contract/council/charter-pages.ts'
import { articleKeys, type ArticleKey, type Charter } from '@ronghe/contract/council/charter.ts'
import type { ParameterField } from '@ronghe/contract/council/charters/form.ts'
import { parameterLabels, type ParameterName } from '@ronghe/contract/council/charters/parameters.ts'
import { articleNumber, unknownNames } from '@ronghe/contract/council/charters/say.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './charter.module.css'
import { Folded } from './Folded.tsx'
import { ParameterInput, type Value } from './ParameterInput.tsx'
import { charterWords } from './words/words.ts'

type CharterForm = ReplyOf<typeof readCharterForm>

/** A delegate writes a new version: rules within their bounds, words in both languages, mistakes shown beside the field. */
export function CharterChange() {
  const councilId = useParam('councilId')
  const w = useWords(charterWords)
  const read = useQuery({ ...reading(readCharterForm, { params: { councilId } }), staleTime: Infinity })
  return (
    <>
      <PageHeader title={w.propose} lead={w.proposeLead} back={{ to: '/council/$councilId/charter', params: { councilId } }} />
      <Shown read={read}>{(form) => <Editor form={form} councilId={councilId} />}</Shown>
    </>
  )
}

const inBounds = (field: ParameterField, value: Value): boolean =>
  field.kind === 'count'
    ? typeof value === 'number' && value >= field.least && value <= field.most
    : field.kind === 'share'
      ? Array.isArray(value) && Number(value[0]) >= 1 && Number(value[1]) <= 100 && Number(value[0]) <= Number(value[1])
      : true

const valueOf = (charter: Charter, name: string): Value => {
  const [key, parameter] = name.split('.') as [ArticleKey, string]
  return (charter.parameters[key] as unknown as Record<string, Value>)[parameter]!
}

const withValue = (charter: Charter, name: string, value: Value): Charter => {
  const [key, parameter] = name.split('.') as [ArticleKey, string]
  return { ...charter, parameters: { ...charter.parameters, [key]: { ...charter.parameters[key], [parameter]: value } } }
}

function Editor({ form, councilId }: { readonly form: CharterForm; readonly councilId: string }) {
  const w = useWords(charterWords)
  const text = useText()
  const go = useNavigate()
  const [charter, setCharter] = useState<Charter>(form.charter)
  const [reason, setReason] = useState('')
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(proposeCharterChange, {
    refreshes: [listCharterVersions],
    onDone: ({ versionId }) => {
      toast(w.sent)
      void go({
        to: '/council/$councilId/charter/compare/$from/$to' as string,
        params: { councilId, from: form.basedOn, to: versionId } as never,
      })
    },
  })
  const articleOf = (from: Charter, key: ArticleKey) => from.articles.find((article) => article.key === key)!
  const isChanged = (key: ArticleKey): boolean =>
    JSON.stringify([charter.parameters[key], articleOf(charter, key)]) !==
    JSON.stringify([form.charter.parameters[key], articleOf(form.charter, key)])
  const changed = articleKeys.filter(isChanged)
  const rewrite = (key: ArticleKey, language: 'zh-CN' | 'en', words: string): void =>
    setCharter((now) => ({
      ...now,
      articles: now.articles.map((article) =>
        article.key === key ? { ...article, prose: { ...article.prose, [language]: words } } : article,
      ),
    }))
  const send = (): void => {
    const found: Record<string, string> = reason.trim() === '' ? { reason: w.missingReason } : {}
    for (const field of form.fields)
      if (!inBounds(field, valueOf(charter, field.name)))
        found[field.name] = field.kind === 'count' ? w.outOf(field.least, field.most) : w.badShare
    charter.articles.forEach(({ prose }, index) => {
      for (const [language, words] of Object.entries(prose)) {
        const [unknown] = unknownNames(words ?? '')
        if (unknown !== undefined) found[`charter.articles.${index}.prose.${language}`] = w.unknownName(unknown)
      }
    })
    setFaults(found)
    if (Object.keys(found).length === 0)
      deed.mutate({ params: { councilId }, body: { basedOn: form.basedOn, reason: reason.trim(), charter } })
  }
  const errors = { ...fieldErrorsOf(deed.error), ...faults }
  return (
    <Form onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error} label={w.propose}>
      <Card>
        <Field label={w.proposeReason} name="reason" hint={w.proposeReasonHint} error={errors['reason']}>
          <TextArea value={reason} onChange={setReason} rows={3} maxLength={1000} />
        </Field>
      </Card>
      {articleKeys.map((key, index) => {
        const article = articleOf(charter, key)
        const names = form.fields.filter(({ name }) => name.startsWith(`${key}.`))
        const prose = (language: 'zh-CN' | 'en'): string => `charter.articles.${index}.prose.${language}`
        const faulty = Object.keys(errors).some((path) => path.startsWith(`${key}.`) || path.startsWith(`charter.articles.${index}.`))
        return (
          <Card key={key}>
            <Folded
              open={faulty}
              title={
                <>
                  {articleNumber(key)}. {text(article.title)}
                </>
              }
              beside={isChanged(key) && <Tag tone="attention">{w.changed}</Tag>}
            >
              <div className={styles.fields}>
                {names.map((field) => (
                  <ParameterInput
                    key={field.name}
                    field={field}
                    label={text(parameterLabels[field.name as ParameterName])}
                    value={valueOf(charter, field.name)}
                    error={errors[field.name]}
                    onChange={(value) => setCharter((now) => withValue(now, field.name, value))}
                  />
                ))}
              </div>
              <details>
                <summary>{w.prose}</summary>
                <Field
                  label={w.words}
                  name={prose('zh-CN')}
                  hint={w.wordsHint(names.map(({ name }) => `{${name}}`).join(' '))}
                  error={errors[prose('zh-CN')]}
                >
                  <TextArea value={article.prose['zh-CN']} onChange={(words) => rewrite(key, 'zh-CN', words)} rows={5} maxLength={4000} />
                </Field>
                <Field label={w.wordsEn} name={prose('en')} error={errors[prose('en')]}>
                  <TextArea value={article.prose.en ?? ''} onChange={(words) => rewrite(key, 'en', words)} rows={6} maxLength={8000} />
                </Field>
              </details>
            </Folded>
          </Card>
        )
      })}
      <p className="muted" role="status">
        {w.changedArticles(changed.length)}
      </p>
      <ButtonRow>
        <Button type="submit" wide busy={deed.isPending}>
          {w.send}
        </Button>
      </ButtonRow>
    </Form>
  )
}
