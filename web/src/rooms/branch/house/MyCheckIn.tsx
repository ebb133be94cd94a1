import { readMyCheckIn, withdrawCheckIn, type MyCheckIn } from '@ronghe/contract/branch/check-ins.ts'
import { listMyHonours } from '@ronghe/contract/branch/honours.ts'
import { listMyNotices } from '@ronghe/contract/branch/liaison.ts'
import { listMyAsks } from '@ronghe/contract/branch/model-window.ts'
import { readMyBranchYear } from '@ronghe/contract/branch/occasions.ts'
import { listBranchMessages, markBranchMessages } from '@ronghe/contract/branch/messages.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { MemberLinks } from '../life/BranchLinks.tsx'
import { DutyList } from './DutyList.tsx'
import { houseWords } from './words/words.ts'

/** My check-in, seen by me alone: how it stands, who looked, what the branch says, and the way out. */
export function MyCheckInPage() {
  const w = useWords(houseWords)
  return (
    <>
      <PageHeader title={w.myTitle} back={{ to: '/branch' }} />
      <Shown read={useQuery(reading(readMyCheckIn))}>
        {({ checkIn, looks }) =>
          checkIn ? (
            <>
              <Standing mine={checkIn} />
              {checkIn.state === 'confirmed' && <MemberLinks />}
              <Messages />
              <Looks looks={looks} />
              <DutyList duties={checkIn.duties} />
            </>
          ) : (
            <>
              <EmptyState title={w.myNone} next={<LinkButton to="/branch/check-in">{w.checkIn}</LinkButton>}>
                {w.myNoneText}
              </EmptyState>
              <Messages />
            </>
          )
        }
      </Shown>
    </>
  )
}

function Standing({ mine }: { readonly mine: MyCheckIn }) {
  const w = useWords(houseWords)
  const text = useText()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const tone = { declared: 'attention', confirmed: 'going', declined: 'quiet', ended: 'quiet' } as const
  return (
    <Card title={text(mine.branch.name)}>
      <p>
        <Tag tone={tone[mine.state]}>{w.states[mine.state]}</Tag>
      </p>
      {mine.answerDue && <p>{w.dueBy(format.day(mine.answerDue))}</p>}
      {mine.otherBranch && (
        <Notice title={w.other(text(mine.otherBranch.name))}>
          <LinkButton to="/branch/check-in" search={{ branch: mine.otherBranch.id }}>
            {w.declareThere}
          </LinkButton>
        </Notice>
      )}
      <Facts
        facts={[
          ...(mine.reason ? [[w.reason, w.reasons[mine.reason]] as const] : []),
          [w.name, mine.name],
          [w.home, mine.homeBranch],
          ...(mine.contact ? [[w.contact, mine.contact] as const] : []),
          [w.channel, w.channels[mine.channel]],
          [w.declaredOn, format.day(mine.declaredOn)],
          ...(mine.answeredOn ? [[w.answeredOn, format.day(mine.answeredOn)] as const] : []),
          ...(mine.endedOn ? [[w.endedOn, format.day(mine.endedOn)] as const] : []),
          [w.consentOn, w.version(mine.consent.version, format.day(mine.consent.on))],
        ]}
      />
      <ButtonRow>
        {mine.may.includes('print') && (
          <>
            <LinkButton kind="quiet" to="/branch/my/receipt">
              {w.receipt}
            </LinkButton>
            <LinkButton kind="quiet" to="/branch/my/letter">
              {w.letter}
            </LinkButton>
          </>
        )}
        {mine.may.includes('declareElsewhere') && !mine.otherBranch && (
          <LinkButton kind="quiet" to="/branch/check-in">
            {w.declareAgain}
          </LinkButton>
        )}
        <Button kind="careful" onPress={() => setAsking(true)}>
          {w.withdraw}
        </Button>
      </ButtonRow>
      <Withdraw open={asking} onClose={() => setAsking(false)} />
    </Card>
  )
}

function Withdraw({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const w = useWords(houseWords)
  const deed = useDeed(withdrawCheckIn, {
    refreshes: [readMyCheckIn, listBranchMessages, readMyBranchYear, listMyAsks, listMyHonours, listMyNotices],
    onDone: () => {
      onClose()
      toast(w.withdrawn)
    },
  })
  return (
    <Dialog title={w.withdrawTitle} open={open} onClose={onClose}>
      <p>{w.withdrawText}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({})}>
          {w.withdrawSure}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.keep}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}

/** As many messages as fit a phone; the others when asked. */
const latest = 4

export function Messages() {
  const w = useWords(houseWords)
  const [all, setAll] = useState(false)
  const format = useFormat()
  const read = useQuery(reading(listBranchMessages))
  const deed = useDeed(markBranchMessages, { refreshes: [listBranchMessages] })
  return (
    <Card title={w.messagesTitle}>
      <Shown read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.messagesNone}</p>
          ) : (
            <>
              <CardList>
                {items.slice(0, all ? undefined : latest).map((message) => (
                  <CardItem
                    key={message.id}
                    title={message.text}
                    second={format.day(message.on)}
                    end={message.read ? undefined : <Tag tone="attention">{w.unread}</Tag>}
                  />
                ))}
              </CardList>
              <ButtonRow>
                {items.some((message) => !message.read) && (
                  <Button kind="quiet" busy={deed.isPending} onPress={() => deed.mutate({})}>
                    {w.seen}
                  </Button>
                )}
                {!all && items.length > latest && (
                  <Button kind="plain" onPress={() => setAll(true)}>
                    {w.earlier}
                  </Button>
                )}
              </ButtonRow>
            </>
          )
        }
      </Shown>
    </Card>
  )
}

function Looks({ looks }: { readonly looks: ReplyOf<typeof readMyCheckIn>['looks'] }) {
  const w = useWords(houseWords)
  const format = useFormat()
  return (
    <Card title={w.looksTitle}>
      {looks.length === 0 ? (
        <p className="muted">{w.looksNone}</p>
      ) : (
        <ul>
          {looks.map(({ office, on, purpose }, index) => (
            <li key={`${on} ${index}`}>{w.look(format.day(on), w.offices[office], w.looked[purpose])}</li>
          ))}
        </ul>
      )}
    </Card>
  )
}
