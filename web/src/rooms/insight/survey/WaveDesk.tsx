import { cancelWave, closeWave, drawDoors, fixFrame, listWaves, openWave, readWave } from '@ronghe/contract/insight/survey-desk.ts'
import type { Shown as ShownCount } from '@ronghe/contract/platform/shown.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { FrameForm, PopulationForm } from './FrameForm.tsx'
import styles from './survey.module.css'
import { surveyWords } from './words/words.ts'

type Page = ReplyOf<typeof readWave>
const refreshes = [readWave, listWaves]

/** One wave at the desk: what it is, the step that is due, and what came of it. */
export function WaveDesk() {
  const waveId = useParam('waveId')
  return <Shown read={useQuery(reading(readWave, { params: { waveId } }))}>{(page) => <Wave page={page} />}</Shown>
}

function Wave({ page }: { readonly page: Page }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const { wave, lanes } = page
  const params = { waveId: wave.id }
  const may = new Set(wave.may)
  return (
    <>
      <PageHeader
        title={text(wave.title)}
        above={w.wave}
        beside={<Tag tone={wave.state === 'open' ? 'attention' : 'quiet'}>{w.states[wave.state]}</Tag>}
        lead={`${w.days(format.day(wave.opensOn), format.day(wave.closesOn))} · ${w.doorsOnly(format.count(wave.doors))} · ${text(wave.questionnaire.title)} ${w.version(wave.questionnaire.version)}`}
        back={{ to: '/survey' }}
      />
      {may.has('frame') && <FrameForm waveId={wave.id} lanes={lanes} />}
      {may.has('fix') && lanes.some(({ frame }) => frame) && <Fix waveId={wave.id} />}
      {may.has('draw') && <Draw waveId={wave.id} />}
      {may.has('open') && <Open waveId={wave.id} />}
      {(may.has('print') || may.has('enter')) && (
        <Card title={w.lettersTitle}>
          <p>{w.lettersText}</p>
          {wave.state === 'open' && <p className="muted">{w.reminded(wave.reminded)}</p>}
          <ButtonRow>
            <LinkButton kind="quiet" to="/survey/waves/$waveId/letters" params={params}>
              {w.letters}
            </LinkButton>
            {may.has('enter') && <LinkButton to="/survey/paper">{w.paper}</LinkButton>}
            {may.has('enter') && (
              <LinkButton kind="quiet" href="/survey/field">
                {w.field}
              </LinkButton>
            )}
          </ButtonRow>
        </Card>
      )}
      <Lanes page={page} />
      {page.frameHash && (
        <Card title={w.drawTitle}>
          <Facts
            facts={[
              [
                w.frameHash,
                <span key="frame" className={styles.hash}>
                  {page.frameHash}
                </span>,
              ],
              [
                w.secretHash,
                <span key="secret" className={styles.hash}>
                  {page.secretHash}
                </span>,
              ],
              [w.word, page.word ?? w.notYet],
            ]}
          />
          <LinkButton kind="plain" href={`/survey/waves/${wave.id}/draw`}>
            {w.drawLink}
          </LinkButton>
        </Card>
      )}
      {wave.state !== 'closed' && wave.state !== 'cancelled' && <PopulationForm lanes={lanes} />}
      <Ending page={page} />
    </>
  )
}

function Fix({ waveId }: { readonly waveId: string }) {
  const w = useWords(surveyWords)
  const fix = useDeed(fixFrame, { refreshes })
  return (
    <Card title={w.fixTitle}>
      <p>{w.fixText}</p>
      {fix.error && <RefusalLine error={fix.error} />}
      <Button busy={fix.isPending} onPress={() => fix.mutate({ params: { waveId } })}>
        {w.fixDo}
      </Button>
    </Card>
  )
}

function Draw({ waveId }: { readonly waveId: string }) {
  const w = useWords(surveyWords)
  const [word, setWord] = useState('')
  const [tried, setTried] = useState(false)
  const draw = useDeed(drawDoors, { refreshes, onDone: ({ drawn }) => toast(w.drawnDone(drawn)) })
  const missing = tried && word.trim() === '' ? { word: w.word } : undefined
  return (
    <Card title={w.drawDeskTitle}>
      <p>{w.drawDeskText}</p>
      <Form
        label={w.drawDeskTitle}
        busy={draw.isPending}
        error={draw.error}
        errors={missing ?? {}}
        onSubmit={() => {
          setTried(true)
          if (word.trim() !== '') draw.mutate({ params: { waveId }, body: { word: word.trim() } })
        }}
      >
        <Field label={w.word} name="word" error={missing?.word ?? fieldErrorsOf(draw.error)['word']}>
          <TextInput value={word} onChange={setWord} maxLength={100} />
        </Field>
        <Button type="submit" busy={draw.isPending}>
          {w.drawDo}
        </Button>
      </Form>
    </Card>
  )
}

function Open({ waveId }: { readonly waveId: string }) {
  const w = useWords(surveyWords)
  const open = useDeed(openWave, { refreshes })
  return (
    <Card title={w.openTitleDesk}>
      <p>{w.openText}</p>
      {open.error && <RefusalLine error={open.error} />}
      <Button kind="quiet" busy={open.isPending} onPress={() => open.mutate({ params: { waveId } })}>
        {w.openDo}
      </Button>
    </Card>
  )
}

/** While it is asked: how far each lane is, in tens; after the close what came back, hidden where few. */
function Lanes({ page }: { readonly page: Page }) {
  const w = useWords(surveyWords)
  const text = useText()
  const format = useFormat()
  const drawn = page.lanes.filter(({ frame }) => frame?.drawn)
  if (drawn.length === 0) return null
  const least = (at: Page['progress']) => (at === null ? '—' : at.atLeast === 0 ? w.fewYet : w.atLeast(format.count(at.atLeast)))
  const count = (at: ShownCount) => (at.kind === 'shown' ? format.count(at.count) : w.few)
  type Lane = Page['lanes'][number]
  return (
    <Card title={page.outcome ? w.outcomeTitle : w.progress}>
      {page.progress && <p>{least(page.progress)}</p>}
      {page.outcome && (
        <p>
          {w.total}：{w.answered} {count(page.outcome.answered)}，{w.notAnswered} {count(page.outcome.not)}
        </p>
      )}
      <Table
        caption={page.outcome ? w.outcomeTitle : w.progress}
        rows={drawn}
        rowKey={({ laneId }) => laneId}
        columns={[
          { key: 'lane', label: w.lane, cell: ({ lane, community }: Lane) => `${text(community)} ${text(lane)}` },
          { key: 'dwellings', label: w.dwellings, number: true, cell: ({ frame }: Lane) => format.count(frame!.dwellings) },
          { key: 'drawn', label: w.drawnDoors, number: true, cell: ({ frame }: Lane) => format.count(frame!.drawn!) },
          ...(page.outcome
            ? [
                {
                  key: 'answered',
                  label: w.answered,
                  number: true,
                  cell: ({ outcome }: Lane) => (outcome ? count(outcome.answered) : '—'),
                },
                { key: 'not', label: w.notAnswered, number: true, cell: ({ outcome }: Lane) => (outcome ? count(outcome.not) : '—') },
              ]
            : page.progress
              ? [{ key: 'progress', label: w.progress, number: true, cell: ({ progress }: Lane) => least(progress) }]
              : []),
        ]}
      />
      <p className="muted small">{page.outcome ? w.outcomeNote : page.progress ? w.progressNote : ''}</p>
      {page.outcome && (
        <LinkButton kind="quiet" href="/insight/survey">
          {w.results}
        </LinkButton>
      )}
    </Card>
  )
}

function Ending({ page: { wave } }: { readonly page: Page }) {
  const w = useWords(surveyWords)
  const [asking, setAsking] = useState<'close' | 'cancel'>()
  const done = { refreshes, onDone: () => setAsking(undefined) }
  const close = useDeed(closeWave, done)
  const cancel = useDeed(cancelWave, done)
  if (!wave.may.includes('cancel')) return null
  const deed = asking === 'close' ? close : cancel
  return (
    <Card title={w.closeTitle}>
      {wave.may.includes('close') && <p>{w.closeText}</p>}
      <ButtonRow>
        {wave.may.includes('close') && (
          <Button kind="careful" onPress={() => setAsking('close')}>
            {w.closeDo}
          </Button>
        )}
        <Button kind="plain" onPress={() => setAsking('cancel')}>
          {w.cancelDo}
        </Button>
      </ButtonRow>
      <Dialog title={asking === 'close' ? w.closeAsk : w.cancelAsk} open={asking !== undefined} onClose={() => setAsking(undefined)}>
        <p>{asking === 'close' ? w.closeText : w.cancelText}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { waveId: wave.id } })}>
            {asking === 'close' ? w.closeDo : w.cancelDo}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(undefined)}>
            {w.keepGoing}
          </Button>
        </ButtonRow>
      </Dialog>
    </Card>
  )
}
