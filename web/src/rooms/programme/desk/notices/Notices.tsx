import { listNotices, type NoticeCard, withdrawNotice } from '@ronghe/contract/programme/notices.ts'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages, useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Paged } from '../../../../ui/Paged.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { Passings } from '../../organs/Passings.tsx'
import styles from '../desk.module.css'
import { noticeDeskWords } from './words/words.ts'

/** Notices in force, each with what its publisher may do. */
export function Notices() {
  const w = useWords(noticeDeskWords)
  const pages = useInfiniteQuery(readingPages(listNotices))
  const [withdrawing, setWithdrawing] = useState<NoticeCard>()
  return (
    <div className={styles.page}>
      <PageHeader title={w.title} lead={w.lead} beside={<LinkButton to="/notices/new">{w.write}</LinkButton>} />
      <Paged pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>} footClass={styles.gap}>
        {(items) => items.map((notice) => <Notice key={notice.id} notice={notice} onWithdraw={() => setWithdrawing(notice)} />)}
      </Paged>
      {withdrawing && <Withdraw notice={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </div>
  )
}

function Notice({ notice, onWithdraw }: { readonly notice: NoticeCard; readonly onWithdraw: () => void }) {
  const w = useWords(noticeDeskWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={text(notice.title)}>
      <p className={styles.inline}>
        <Tag tone="quiet">{w.audiences[notice.audience]}</Tag>
        <span className="muted small">
          {[
            text(notice.organ.name),
            notice.publishedAt && w.publishedAt(format.moment(notice.publishedAt)),
            notice.untilDay ? w.untilDay(format.day(notice.untilDay)) : w.untilNone,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      <p className={styles.words}>{text(notice.body)}</p>
      <Passings notice={notice} />
      {notice.may.includes('withdraw') && (
        <Button kind="plain" onPress={onWithdraw}>
          {w.withdraw}
        </Button>
      )}
    </Card>
  )
}

/** What was published was read: withdrawing is not undone, so it is asked once more. */
function Withdraw({ notice, onClose }: { readonly notice: NoticeCard; readonly onClose: () => void }) {
  const w = useWords(noticeDeskWords)
  const text = useText()
  const deed = useDeed(withdrawNotice, {
    refreshes: [listNotices],
    onDone: () => {
      toast(w.withdrawn)
      onClose()
    },
  })
  return (
    <Dialog title={`${w.withdraw} · ${text(notice.title)}`} open onClose={onClose}>
      <p>{w.withdrawSure}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <ButtonRow>
        <Button kind="careful" busy={deed.isPending} onPress={() => deed.mutate({ params: { noticeId: notice.id } })}>
          {w.withdraw}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.keep}
        </Button>
      </ButtonRow>
    </Dialog>
  )
}
