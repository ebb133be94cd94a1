import { readWave, saveFrame, savePopulation } from '@ronghe/contract/insight/survey-desk.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { useToday } from '../../../platform/today.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, TextArea, TextInput } from '../../../ui/inputs.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { readPasted } from './paste-lanes.ts'
import styles from './survey.module.css'
import { surveyWords } from './words/words.ts'

type Lane = ReplyOf<typeof readWave>['lanes'][number]
type Numbers = Readonly<Record<string, readonly string[]>>

/** Lanes and their numbers, typed or pasted from a sheet; `columns` are what is counted. */
function LaneNumbers({
  lanes,
  columns,
  values,
  onChange,
  caption,
}: {
  readonly lanes: readonly Lane[]
  readonly columns: readonly string[]
  readonly values: Numbers
  readonly onChange: (values: Numbers) => void
  readonly caption: string
}) {
  const w = useWords(surveyWords)
  const text = useText()
  const [pasted, setPasted] = useState('')
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const fill = (): void => {
    const read = readPasted(
      pasted,
      lanes.map(({ laneId, lane }) => ({ laneId, names: [lane['zh-CN'], ...(lane.en ? [lane.en] : [])] })),
    )
    setUnknown(read.unknown)
    onChange({
      ...values,
      ...Object.fromEntries(read.rows.map(({ laneId, numbers }) => [laneId, columns.map((_, at) => String(numbers[at] ?? ''))])),
    })
  }
  return (
    <>
      <details>
        <summary>{w.paste}</summary>
        <Field label={w.paste} name={`paste-${columns.length}`} hint={w.pasteHint} optional>
          <TextArea value={pasted} onChange={setPasted} rows={4} maxLength={20_000} />
        </Field>
        <Button kind="quiet" onPress={fill}>
          {w.pasteDo}
        </Button>
        {unknown.length > 0 && <Notice tone="attention">{w.pasteUnknown(unknown.join('、'))}</Notice>}
      </details>
      <div className={styles.cells}>
        <Table
          caption={caption}
          rows={lanes}
          rowKey={({ laneId }) => laneId}
          columns={[
            { key: 'lane', label: w.lane, cell: ({ lane, community }) => `${text(community)} ${text(lane)}` },
            ...columns.map((label, at) => ({
              key: String(at),
              label,
              number: true,
              cell: ({ laneId, lane }: Lane) => (
                <input
                  className={styles.key}
                  inputMode="numeric"
                  aria-label={`${text(lane)} ${label}`}
                  value={values[laneId]?.[at] ?? ''}
                  onChange={(event) =>
                    onChange({
                      ...values,
                      [laneId]: columns.map((_, place) =>
                        place === at ? event.target.value.replace(/\D/g, '') : (values[laneId]?.[place] ?? ''),
                      ),
                    })
                  }
                />
              ),
            })),
          ]}
        />
      </div>
    </>
  )
}

function useSource(kept: { readonly countedOn: string; readonly source: string } | null | undefined) {
  const today = useToday()
  const [countedOn, setOn] = useState(kept?.countedOn ?? today)
  const [source, setSource] = useState(kept?.source ?? '')
  return { countedOn, setOn, source, setSource }
}

function Source({ at, errors }: { readonly at: ReturnType<typeof useSource>; readonly errors: Readonly<Record<string, string>> }) {
  const w = useWords(surveyWords)
  return (
    <>
      <Field label={w.countedOn} name="countedOn">
        <DateInput value={at.countedOn} onChange={at.setOn} />
      </Field>
      <Field label={w.countedSource} name="source" error={errors['source']}>
        <TextInput value={at.source} onChange={at.setSource} maxLength={200} />
      </Field>
    </>
  )
}

/** Dwellings of each lane; the wave's own. */
export function FrameForm({ waveId, lanes }: { readonly waveId: string; readonly lanes: readonly Lane[] }) {
  const w = useWords(surveyWords)
  const [values, setValues] = useState<Numbers>(() =>
    Object.fromEntries(lanes.flatMap(({ laneId, frame }) => (frame ? [[laneId, [String(frame.dwellings)]]] : []))),
  )
  const source = useSource(lanes.find(({ frame }) => frame)?.frame)
  const [tried, setTried] = useState(false)
  const save = useDeed(saveFrame, { refreshes: [readWave], onDone: () => toast(w.saved) })
  const rows = lanes.flatMap(({ laneId }) => (values[laneId]?.[0] ? [{ laneId, dwellings: Number(values[laneId][0]) }] : []))
  const missing: Record<string, string> = {}
  if (source.source.trim() === '') missing['source'] = w.countedSource
  if (rows.length === 0) missing['rows'] = w.needCount
  return (
    <Card title={w.frameTitle}>
      <p>{w.frameLead}</p>
      <Form
        label={w.frameTitle}
        busy={save.isPending}
        error={save.error}
        errors={{ ...fieldErrorsOf(save.error), ...(tried ? missing : {}) }}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(missing).length === 0)
            save.mutate({
              params: { waveId },
              body: { rows: rows.map((row) => ({ ...row, countedOn: source.countedOn, source: source.source.trim() })) },
            })
        }}
      >
        <Source at={source} errors={tried ? missing : {}} />
        <LaneNumbers lanes={lanes} columns={[w.dwellings]} values={values} onChange={setValues} caption={w.frameTitle} />
        <Button type="submit" busy={save.isPending}>
          {w.saveFrame}
        </Button>
      </Form>
    </Card>
  )
}

/** People of both sides by the latest public count; the street's, for every wave. */
export function PopulationForm({ lanes }: { readonly lanes: readonly Lane[] }) {
  const w = useWords(surveyWords)
  const text = useText()
  const { groupNames } = useSession()
  const [values, setValues] = useState<Numbers>(() =>
    Object.fromEntries(
      lanes.flatMap(({ laneId, population }) => (population ? [[laneId, [String(population.newcomers), String(population.locals)]]] : [])),
    ),
  )
  const source = useSource(lanes.find(({ population }) => population)?.population)
  const [tried, setTried] = useState(false)
  const save = useDeed(savePopulation, { refreshes: [readWave], onDone: () => toast(w.saved) })
  const rows = lanes.flatMap(({ laneId }) => {
    const [newcomers, locals] = values[laneId] ?? []
    return newcomers && locals ? [{ laneId, newcomers: Number(newcomers), locals: Number(locals) }] : []
  })
  const missing: Record<string, string> = {}
  if (source.source.trim() === '') missing['source'] = w.countedSource
  if (rows.length === 0) missing['rows'] = w.needCount
  return (
    <Card title={w.populationTitle}>
      <p>{w.populationLead}</p>
      <Form
        label={w.populationTitle}
        busy={save.isPending}
        error={save.error}
        errors={{ ...fieldErrorsOf(save.error), ...(tried ? missing : {}) }}
        onSubmit={() => {
          setTried(true)
          if (Object.keys(missing).length === 0)
            save.mutate({ body: { rows: rows.map((row) => ({ ...row, countedOn: source.countedOn, source: source.source.trim() })) } })
        }}
      >
        <Source at={source} errors={tried ? missing : {}} />
        <LaneNumbers
          lanes={lanes}
          columns={[text(groupNames.newcomer), text(groupNames.local)]}
          values={values}
          onChange={setValues}
          caption={w.populationTitle}
        />
        <Button type="submit" busy={save.isPending}>
          {w.savePopulation}
        </Button>
      </Form>
    </Card>
  )
}
