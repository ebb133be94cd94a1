import { type PublicWave, readSurveys } from '@ronghe/contract/insight/survey.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { mayDo, useSession } from '../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from './survey.module.css'
import { useGroupWords } from './wording.ts'
import { surveyWords } from './words/words.ts'

/** What the survey is, who is asked and how the doors are drawn; and where a letter's code is typed. */
export function SurveyPage() {
  const w = useWords(surveyWords)
  const session = useSession()
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} />
      <TypeCode />
      <Card title={w.aboutTitle} className={styles.prose}>
        {w.about.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Card>
      <div className={styles.acts}>
        <LinkButton kind="quiet" to="/insight/survey">
          {w.results}
        </LinkButton>
        {mayDo(session, 'insight.survey.enter') && (
          <LinkButton kind="quiet" to="/survey/field">
            {w.fieldTitle}
          </LinkButton>
        )}
      </div>
      <h2 className={styles.apart}>{w.waves}</h2>
      <Shown read={useQuery(reading(readSurveys))}>
        {({ waves }) =>
          waves.length === 0 ? (
            <EmptyState title={w.noWaves}>{w.noWavesText}</EmptyState>
          ) : (
            waves.map((wave) => <Wave key={wave.id} wave={wave} />)
          )
        }
      </Shown>
    </>
  )
}

function TypeCode() {
  const w = useWords(surveyWords)
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState(false)
  const open = (): void => {
    const typed = code.replace(/[\s-]/g, '')
    setMissing(typed.length < 16)
    if (typed.length >= 16) void navigate({ to: '/survey/answer', hash: code.trim() } as never)
  }
  return (
    <Card title={w.codeTitle}>
      <Form label={w.codeTitle} onSubmit={open} errors={missing ? { code: w.codeNeeded } : {}}>
        <Field label={w.code} name="code" hint={w.codeHint} error={missing ? w.codeNeeded : undefined}>
          <TextInput value={code} onChange={setCode} maxLength={30} />
        </Field>
        <Button type="submit" wide>
          {w.codeDo}
        </Button>
      </Form>
    </Card>
  )
}

function Wave({ wave }: { readonly wave: PublicWave }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const words = useGroupWords()
  return (
    <Card title={text(wave.title)}>
      <p>
        <Tag tone={wave.state === 'open' ? 'attention' : 'quiet'}>{w.states[wave.state]}</Tag>{' '}
        {w.days(format.day(wave.opensOn), format.day(wave.closesOn))}
      </p>
      <p>
        {wave.dwellings === null
          ? w.doorsOnly(format.count(wave.doors))
          : w.doorsOf(format.count(wave.doors), format.count(wave.dwellings))}
      </p>
      <p className="muted small">{w.asks(format.list(wave.scales.map(({ name }) => words(name))))}</p>
      <details>
        <summary>{w.sources}</summary>
        <ul className="small">
          {wave.scales.map(({ name, about, source }) => (
            <li key={source + text(name)}>
              <strong>{words(name)}</strong> {words(about)} <span className="muted">{source}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className={styles.acts}>
        <LinkButton kind="plain" to="/survey/waves/$waveId/draw" params={{ waveId: wave.id }}>
          {w.drawLink}
        </LinkButton>
        {wave.openLink && wave.state === 'open' && (
          <LinkButton kind="plain" to="/survey/open/$waveId" params={{ waveId: wave.id }}>
            {w.openLinkDo}
          </LinkButton>
        )}
      </div>
    </Card>
  )
}
