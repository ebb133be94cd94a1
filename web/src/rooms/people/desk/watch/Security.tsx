import { endHoldersSessions, liftLockout, readSecurity } from '@ronghe/contract/people/security.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Stat, Stats } from '../../../../ui/Stat.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { watchWords } from './words/words.ts'

type Seen = ReplyOf<typeof readSecurity>
type Holder = Seen['deskHolders'][number]

/** Counts, locked numbers and the posts at the desk; people appear as the posts they hold, residents not at all. */
export function Security() {
  const w = useWords(watchWords)
  const format = useFormat()
  const read = useQuery(reading(readSecurity))
  return (
    <>
      <PageHeader title={w.security} lead={w.securityLead} />
      <Shown read={read}>
        {(seen) => (
          <>
            <Card title={w.sessions}>
              <Stats>
                <Stat label={w.open} value={format.count(seen.sessions.open)} />
                <Stat label={w.desk} value={format.count(seen.sessions.desk)} />
                <Stat label={w.empty} value={format.count(seen.sessions.empty)} />
                <Stat label={w.assisted} value={format.count(seen.sessions.assisted)} />
                <Stat label={w.failuresToday} value={format.count(seen.failuresToday)} />
              </Stats>
            </Card>
            <Lockouts lockouts={seen.lockouts} />
            <Holders holders={seen.deskHolders} />
          </>
        )}
      </Shown>
    </>
  )
}

function Lockouts({ lockouts }: { readonly lockouts: Seen['lockouts'] }) {
  const w = useWords(watchWords)
  const format = useFormat()
  const deed = useDeed(liftLockout, { refreshes: [readSecurity], onDone: () => toast(w.lifted) })
  const kinds: Readonly<Record<string, string>> = w.lockoutKinds
  return (
    <>
      {deed.error && <RefusalLine error={deed.error} />}
      <Table
        caption={w.lockouts}
        rows={lockouts}
        rowKey={({ id }) => id}
        empty={<EmptyState title={w.lockoutsNone}>{w.lockoutsNoneNext}</EmptyState>}
        columns={[
          { key: 'id', label: w.lockoutId, cell: ({ id }) => id.slice(0, 8) },
          { key: 'kind', label: w.lockoutKind, cell: ({ kind }) => kinds[kind] ?? kind },
          { key: 'failures', label: w.lockoutFailures, number: true, sortBy: ({ failures }) => failures, cell: ({ failures }) => failures },
          { key: 'until', label: w.lockoutUntil, sortBy: ({ until }) => until, cell: ({ until }) => format.moment(until) },
          {
            key: 'acts',
            label: w.acts,
            cell: ({ id, may }) =>
              may.includes('people.security.lift-lockout') && (
                <Button kind="quiet" busy={deed.isPending} onPress={() => deed.mutate({ params: { lockoutId: id } })}>
                  {w.lift}
                </Button>
              ),
          },
        ]}
      />
    </>
  )
}

function Holders({ holders }: { readonly holders: readonly Holder[] }) {
  const w = useWords(watchWords)
  const format = useFormat()
  const [ending, setEnding] = useState<Holder>()
  return (
    <>
      <Table
        caption={w.holders}
        rows={holders}
        rowKey={({ appointmentId }) => appointmentId}
        columns={[
          { key: 'post', label: w.post, sortBy: ({ post }) => post, cell: ({ post }) => post },
          { key: 'sessions', label: w.holderSessions, number: true, sortBy: ({ sessions }) => sessions, cell: ({ sessions }) => sessions },
          {
            key: 'seen',
            label: w.lastSeen,
            sortBy: ({ lastSeenAt }) => lastSeenAt ?? '',
            cell: ({ lastSeenAt }) => (lastSeenAt === null ? <span className="muted">{w.never}</span> : format.moment(lastSeenAt)),
          },
          {
            key: 'factor',
            label: w.secondFactor,
            cell: ({ secondFactor }) => <Tag tone={secondFactor ? 'going' : 'attention'}>{secondFactor ? w.hasFactor : w.noFactor}</Tag>,
          },
          {
            key: 'acts',
            label: w.acts,
            cell: (holder) =>
              holder.may.includes('people.security.end-sessions') && (
                <Button kind="quiet" onPress={() => setEnding(holder)}>
                  {w.endSessions}
                </Button>
              ),
          },
        ]}
      />
      {ending && <EndSessions holder={ending} onClose={() => setEnding(undefined)} />}
    </>
  )
}

function EndSessions({ holder, onClose }: { readonly holder: Holder; readonly onClose: () => void }) {
  const w = useWords(watchWords)
  const deed = useDeed(endHoldersSessions, {
    refreshes: [readSecurity],
    onDone: ({ ended }) => {
      toast(w.ended(ended))
      onClose()
    },
  })
  return (
    <Dialog title={`${w.endSessions} · ${holder.post}`} open onClose={onClose}>
      <p>{w.endSure}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { appointmentId: holder.appointmentId } })}>
          {w.endSessions}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}
