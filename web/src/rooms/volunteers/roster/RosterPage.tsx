import { proposeRoster, readRoster, type RosterProposal, sendInvitations } from '@ronghe/contract/volunteers/rosters.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Tick } from '../../../ui/Choice.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './roster.module.css'
import { rosterWords } from './words/words.ts'
import { mondaysFrom } from './weeks.ts'

/** A leader asks who might serve in a week, sees why, and has those asked who are ticked. */
export function RosterPage() {
  const w = useWords(rosterWords)
  const format = useFormat()
  const teamId = useParam('teamId')
  const weeks = mondaysFrom(useToday(), 4)
  const [week, setWeek] = useState(weeks[1]!)
  const read = useQuery({
    ...reading(readRoster, { params: { teamId }, query: { week } }),
    refetchInterval: ({ state }) => (state.data?.proposal?.state === 'computing' ? 1500 : false),
  })
  const propose = useDeed(proposeRoster, { refreshes: [readRoster] })
  const ask = () => propose.mutate({ params: { teamId }, body: { week } })
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/volunteers/teams/$teamId', params: { teamId }, label: w.backToTeam }} />
      <Card>
        <Field label={w.week}>
          <Select value={week} onChange={setWeek} options={weeks.map((from) => ({ value: from, label: w.weekOf(format.day(from)) }))} />
        </Field>
        <ButtonRow>
          <Button kind={read.data?.proposal ? 'quiet' : 'main'} busy={propose.isPending} onPress={ask}>
            {read.data?.proposal ? w.again : w.propose}
          </Button>
        </ButtonRow>
        {propose.error && <RefusalLine error={propose.error} />}
        <p className="muted small">{w.lookRecorded}</p>
      </Card>
      <Shown read={read}>
        {({ proposal }) => (
          <div className={styles.below}>
            {proposal ? <Proposal key={proposal.id} proposal={proposal} /> : <p className="muted">{w.none}</p>}
          </div>
        )}
      </Shown>
    </>
  )
}

function Proposal({ proposal }: { readonly proposal: RosterProposal }) {
  const w = useWords(rosterWords)
  const text = useText()
  const format = useFormat()
  const [left, setLeft] = useState<readonly string[]>([])
  const send = useDeed(sendInvitations, { refreshes: [readRoster], onDone: () => toast(w.sentDone) })
  if (proposal.state === 'computing') return <Loading>{w.computing}</Loading>
  if (proposal.state === 'nothingOpen') return <Notice>{w.nothingOpen}</Notice>
  const ticked = proposal.shifts.flatMap(({ lines }) =>
    lines.filter(({ id, state }) => state === 'proposed' && !left.includes(id)).map(({ id }) => id),
  )
  return (
    <div className={styles.gap}>
      {!proposal.proven && <Notice>{w.notProven}</Notice>}
      {proposal.shifts.map((shift) => (
        <Card key={shift.id} title={`${text(shift.title)} · ${format.moment(shift.startsAt)}–${format.time(shift.endsAt)}`}>
          <div className={styles.lines}>
            {shift.lines.map((line) =>
              line.state === 'proposed' ? (
                <Tick
                  key={line.id}
                  label={line.name}
                  hint={format.list(line.because.map((one) => w.because[one]))}
                  checked={!left.includes(line.id)}
                  onChange={(yes) => setLeft(yes ? left.filter((id) => id !== line.id) : [...left, line.id])}
                />
              ) : (
                <p key={line.id}>
                  <strong>{line.name}</strong> <Tag tone={line.state === 'accepted' ? 'going' : 'quiet'}>{w.states[line.state]}</Tag>
                </p>
              ),
            )}
          </div>
          {shift.gap && (
            <Notice tone="attention" title={w.gap(shift.gap.missing)}>
              <p>{w.gapBecause(format.list(shift.gap.because.map((reason) => w.why[reason])))}</p>
              <p>{w.gapNext}</p>
            </Notice>
          )}
        </Card>
      ))}
      {proposal.may.includes('send') && (
        <>
          <Button
            wide
            busy={send.isPending}
            disabled={ticked.length === 0}
            onPress={() => send.mutate({ params: { proposalId: proposal.id }, body: { lines: ticked } })}
          >
            {w.send}
          </Button>
          {ticked.length === 0 && <p className="muted">{w.nobodyTicked}</p>}
          {send.error && <RefusalLine error={send.error} />}
        </>
      )}
    </div>
  )
}
