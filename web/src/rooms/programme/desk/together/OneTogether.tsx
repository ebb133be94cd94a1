import {
  cancelJointActivity,
  type JointActivity,
  listJointItems,
  readJointActivity,
  tellJointOutcome,
} from '@ronghe/contract/programme/embedding.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { embeddingWords } from '../../embedding/words/words.ts'
import { BothLanguages, noText, sentText } from '../BothLanguages.tsx'
import styles from '../desk.module.css'
import { togetherDeskWords } from './words/words.ts'

export function OneTogether() {
  const activityId = useParam('activityId')
  return <Shown read={useQuery(reading(readJointActivity, { params: { activityId } }))}>{(activity) => <One activity={activity} />}</Shown>
}

function One({ activity }: { readonly activity: JointActivity }) {
  const w = useWords(togetherDeskWords)
  const words = useWords(embeddingWords)
  const text = useText()
  const format = useFormat()
  const may = (what: JointActivity['may'][number]): boolean => activity.may.includes(what)
  return (
    <div className={styles.page}>
      <PageHeader
        title={text(activity.title)}
        back={{ to: '/together', label: w.back }}
        beside={<Tag tone={activity.state === 'planned' ? 'going' : 'quiet'}>{words.states[activity.state]}</Tag>}
      />
      {activity.because && <Notice tone="attention">{`${words.because}：${text(activity.because)}`}</Notice>}
      <Card>
        <Facts
          facts={[
            [words.when, `${format.moment(activity.startsAt)}–${format.time(activity.endsAt)}`] as const,
            ...(activity.place ? [[words.place, text(activity.place)] as const] : []),
            [words.what, text(activity.what)] as const,
            ...activity.parties.map(({ organ, role }) => [text(organ.name), text(role)] as const),
            ...(activity.cameOf ? [[words.cameOf, text(activity.cameOf)] as const] : []),
          ]}
        />
        {may('change') && (
          <ButtonRow>
            <LinkButton kind="quiet" to="/together/$activityId/change" params={{ activityId: activity.id }}>
              {w.change}
            </LinkButton>
          </ButtonRow>
        )}
      </Card>
      {may('tellOutcome') && <Outcome activityId={activity.id} />}
      {may('cancel') && <Cancel activityId={activity.id} />}
    </div>
  )
}

function Outcome({ activityId }: { readonly activityId: string }) {
  const w = useWords(togetherDeskWords)
  const [typed, setTyped] = useState(noText)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(tellJointOutcome, { refreshes: [readJointActivity, listJointItems], onDone: () => toast(w.done) })
  const send = (): void => {
    const found: FieldErrors = typed['zh-CN'].trim() === '' ? { cameOf: w.outcomeMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { activityId }, body: { cameOf: sentText(typed) } })
  }
  return (
    <Card title={w.tellOutcome}>
      <Form label={w.tellOutcome} onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error}>
        <BothLanguages
          label={w.outcome}
          name="cameOf"
          hint={w.outcomeHint}
          value={typed}
          onChange={setTyped}
          errors={{ ...fieldErrorsOf(deed.error), ...faults }}
          long
        />
        <ButtonRow>
          <Button type="submit" busy={deed.isPending}>
            {w.tellOutcome}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** Not undone, so the form opens only when asked for. */
function Cancel({ activityId }: { readonly activityId: string }) {
  const w = useWords(togetherDeskWords)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(noText)
  const [faults, setFaults] = useState<FieldErrors>({})
  const deed = useDeed(cancelJointActivity, { refreshes: [readJointActivity, listJointItems], onDone: () => toast(w.done) })
  if (!isOpen)
    return (
      <Button kind="plain" onPress={() => setOpen(true)}>
        {w.cancel}
      </Button>
    )
  const send = (): void => {
    const found: FieldErrors = typed['zh-CN'].trim() === '' ? { because: w.becauseMissing } : {}
    setFaults(found)
    if (Object.keys(found).length === 0) deed.mutate({ params: { activityId }, body: { because: sentText(typed) } })
  }
  return (
    <Card title={w.cancel}>
      <p>{w.cancelSure}</p>
      <Form label={w.cancel} onSubmit={send} busy={deed.isPending} errors={faults} error={deed.error}>
        <BothLanguages
          label={w.because}
          name="because"
          value={typed}
          onChange={setTyped}
          errors={{ ...fieldErrorsOf(deed.error), ...faults }}
        />
        <ButtonRow>
          <Button type="submit" kind="careful" busy={deed.isPending}>
            {w.cancel}
          </Button>
          <Button kind="quiet" onPress={() => setOpen(false)}>
            {w.keep}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}
