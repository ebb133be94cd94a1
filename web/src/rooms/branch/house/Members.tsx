import { listBranches } from '@ronghe/contract/branch/branches.ts'
import { answerCheckIn, deletePaperCheckIn, listMembers, revealMember, type Member } from '@ronghe/contract/branch/members.ts'
import { appointOffice, endOffice, listOffices } from '@ronghe/contract/branch/offices.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed, useRefresh } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Covered } from '../../../ui/Covered.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './house.module.css'
import { OfficeLinks } from '../life/BranchLinks.tsx'
import { houseWords } from './words/words.ts'

/** The work of whoever holds an office in this branch, and nobody else's: check-ins to answer, covered, and the offices. */
export function Members() {
  const w = useWords(houseWords)
  const branchId = useParam('branchId')
  return (
    <>
      <PageHeader title={w.workTitle} back={{ to: '/branch/office' }} lead={w.membersLead} />
      <div className={styles.top}>
        <ButtonRow>
          <LinkButton kind="quiet" to="/branch/office/$branchId/paper" params={{ branchId }}>
            {w.paperEnter}
          </LinkButton>
          <LinkButton kind="quiet" to="/branch/office/$branchId/words" params={{ branchId }}>
            {w.wordsTitle}
          </LinkButton>
        </ButtonRow>
      </div>
      <OfficeLinks branchId={branchId} />
      <Shown read={useQuery(reading(listMembers, { params: { branchId } }))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={w.membersNone}>{w.membersNoneText}</EmptyState>
          ) : (
            items.map((member, index) => <OneMember key={member.id} branchId={branchId} member={member} number={items.length - index} />)
          )
        }
      </Shown>
      <Offices branchId={branchId} />
    </>
  )
}

type Asking = 'decline' | 'end' | 'delete' | 'appoint'

function OneMember({ branchId, member, number }: { readonly branchId: string; readonly member: Member; readonly number: number }) {
  const w = useWords(houseWords)
  const format = useFormat()
  const [asking, setAsking] = useState<Asking>()
  const refresh = useRefresh()
  const params = { branchId, checkInId: member.id }
  const deed = useDeed(answerCheckIn, { refreshes: [listMembers], onDone: () => toast(w.done) })
  const may = (step: Member['may'][number]) => member.may.includes(step)
  return (
    <Card title={`${w.member(number)} · ${format.day(member.declaredOn)}`}>
      <p>
        <Tag tone={member.state === 'declared' ? 'attention' : member.state === 'confirmed' ? 'going' : 'quiet'}>
          {w.states[member.state]}
        </Tag>{' '}
        <span className="muted">
          {w.channels[member.channel]}
          {member.answerDue && ` · ${w.due(format.day(member.answerDue))}`}
          {member.reason && ` · ${w.reasons[member.reason]}`}
        </span>
      </p>
      <div className={styles.stack}>
        <Covered
          label={w.uncover}
          covered={w.covered}
          onUncover={async () => {
            const { name, homeBranch, contact } = await call(revealMember, { params })
            await refresh(listMembers)
            return [name, homeBranch, contact].filter(Boolean).join(' · ')
          }}
        />
        <ButtonRow>
          {may('confirm') && (
            <Button busy={deed.isPending} onPress={() => deed.mutate({ params, body: { act: 'confirm' } })}>
              {w.confirm}
            </Button>
          )}
          {may('decline') && (
            <Button kind="quiet" onPress={() => setAsking('decline')}>
              {w.decline}
            </Button>
          )}
          {may('appoint') && (
            <Button kind="quiet" onPress={() => setAsking('appoint')}>
              {w.appoint}
            </Button>
          )}
          {may('end') && (
            <Button kind="plain" onPress={() => setAsking('end')}>
              {w.endIt}
            </Button>
          )}
          {may('deletePaper') && (
            <Button kind="plain" onPress={() => setAsking('delete')}>
              {w.deletePaper}
            </Button>
          )}
        </ButtonRow>
      </div>
      {deed.error && <RefusalLine error={deed.error} />}
      <Decline branchId={branchId} member={member} open={asking === 'decline'} onClose={() => setAsking(undefined)} />
      <End branchId={branchId} member={member} open={asking === 'end'} onClose={() => setAsking(undefined)} />
      <Appoint branchId={branchId} member={member} open={asking === 'appoint'} onClose={() => setAsking(undefined)} />
      <DeletePaper branchId={branchId} member={member} open={asking === 'delete'} onClose={() => setAsking(undefined)} />
    </Card>
  )
}

interface Step {
  readonly branchId: string
  readonly member: Member
  readonly open: boolean
  readonly onClose: () => void
}

function Decline({ branchId, member, open, onClose }: Step) {
  const w = useWords(houseWords)
  const text = useText()
  const [reason, setReason] = useState<'other-branch' | 'not-reached'>()
  const [other, setOther] = useState('none')
  const branches = useQuery(reading(listBranches))
  const deed = useDeed(answerCheckIn, {
    refreshes: [listMembers],
    onDone: () => {
      onClose()
      toast(w.done)
    },
  })
  const options = (branches.data?.items ?? []).filter(({ id, takesCheckIns }) => id !== branchId && takesCheckIns)
  return (
    <Dialog title={w.declineTitle} open={open} onClose={onClose}>
      <Choice
        label={w.declineTitle}
        hideLabel
        value={reason}
        onChange={setReason}
        options={(['other-branch', 'not-reached'] as const).map((value) => ({ value, label: w.declineReasons[value] }))}
      />
      {options.length > 0 && (
        <Choice
          label={w.declineOther}
          value={other}
          onChange={setOther}
          options={[...options.map(({ id, name }) => ({ value: id, label: text(name) })), { value: 'none', label: w.declineOtherNone }]}
        />
      )}
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button
          disabled={!reason}
          busy={deed.isPending}
          onPress={() =>
            reason &&
            deed.mutate({
              params: { branchId, checkInId: member.id },
              body: { act: 'decline', reason, otherBranchId: other === 'none' ? null : other },
            })
          }
        >
          {w.decline}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function End({ branchId, member, open, onClose }: Step) {
  const w = useWords(houseWords)
  const [reason, setReason] = useState<'moved' | 'transferred' | 'asked'>()
  const deed = useDeed(answerCheckIn, {
    refreshes: [listMembers],
    onDone: () => {
      onClose()
      toast(w.done)
    },
  })
  return (
    <Dialog title={w.endTitle} open={open} onClose={onClose}>
      <Choice
        label={w.endTitle}
        hideLabel
        value={reason}
        onChange={setReason}
        options={(['moved', 'transferred', 'asked'] as const).map((value) => ({ value, label: w.endReasons[value] }))}
      />
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button
          disabled={!reason}
          busy={deed.isPending}
          onPress={() => reason && deed.mutate({ params: { branchId, checkInId: member.id }, body: { act: 'end', reason } })}
        >
          {w.endIt}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function Appoint({ branchId, member, open, onClose }: Step) {
  const w = useWords(houseWords)
  const [kind, setKind] = useState<'deputy' | 'organiser' | 'publicist'>()
  const deed = useDeed(appointOffice, {
    refreshes: [listOffices, listMembers],
    onDone: () => {
      onClose()
      toast(w.appointed)
    },
  })
  return (
    <Dialog title={w.appointTitle} open={open} onClose={onClose}>
      <Choice
        label={w.appointTitle}
        hideLabel
        value={kind}
        onChange={setKind}
        options={(['deputy', 'organiser', 'publicist'] as const).map((value) => ({ value, label: w.offices[value] }))}
      />
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button
          disabled={!kind}
          busy={deed.isPending}
          onPress={() => kind && deed.mutate({ params: { branchId }, body: { checkInId: member.id, kind } })}
        >
          {w.appoint}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function DeletePaper({ branchId, member, open, onClose }: Step) {
  const w = useWords(houseWords)
  const deed = useDeed(deletePaperCheckIn, {
    refreshes: [listMembers],
    onDone: () => {
      onClose()
      toast(w.deleted)
    },
  })
  return (
    <Dialog title={w.deletePaperTitle} open={open} onClose={onClose}>
      <p>{w.deletePaperText}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { branchId, checkInId: member.id } })}>
          {w.deletePaperSure}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

function Offices({ branchId }: { readonly branchId: string }) {
  const w = useWords(houseWords)
  const format = useFormat()
  const read = useQuery(reading(listOffices, { params: { branchId } }))
  const deed = useDeed(endOffice, { refreshes: [listOffices] })
  return (
    <Card title={w.officesTitle}>
      <Shown read={read}>
        {({ items }) => (
          <CardList>
            {items.map((office) => (
              <CardItem
                key={office.id}
                title={`${w.offices[office.kind]} · ${office.name}`}
                second={[w.since(format.day(office.since)), office.mine && w.mineMark, office.published && w.publicMark]
                  .filter(Boolean)
                  .join(' · ')}
                below={
                  office.may.includes('end') ? (
                    <Button
                      kind="plain"
                      busy={deed.isPending}
                      onPress={() => deed.mutate({ params: { branchId, officeId: office.id } }, { onSuccess: () => toast(w.done) })}
                    >
                      {w.endOffice}
                    </Button>
                  ) : undefined
                }
              />
            ))}
          </CardList>
        )}
      </Shown>
      {deed.error && <RefusalLine error={deed.error} />}
    </Card>
  )
}
