import { listNotices, readNotice } from '@ronghe/contract/programme/notices.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, readingPages } from '../../../platform/queries.ts'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from '../concerns/concerns.module.css'
import { useWayBack } from '../way-back.ts'
import { Passings } from './Passings.tsx'
import { organWords } from '../words/resident/organs/words.ts'

export function Notices() {
  const back = useWayBack()
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const pages = useInfiniteQuery(readingPages(listNotices))
  return (
    <>
      <PageHeader title={w.noticesTitle} lead={w.noticesLead} back={back} />
      <Paged pages={pages} empty={<EmptyState title={w.noticesNone}>{w.noticesNoneText}</EmptyState>}>
        {(items) => (
          <Card>
            <CardList>
              {items.map((notice) => (
                <CardItem
                  key={notice.id}
                  to="/notices/$noticeId"
                  params={{ noticeId: notice.id }}
                  title={text(notice.title)}
                  second={w.noticeBy(text(notice.organ.name), notice.publishedAt ? format.moment(notice.publishedAt) : '')}
                />
              ))}
            </CardList>
          </Card>
        )}
      </Paged>
    </>
  )
}

export function NoticePage() {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readNotice, { params: { noticeId: useParam('noticeId') } }))
  return (
    <Shown read={read}>
      {(notice) => (
        <>
          <PageHeader
            title={text(notice.title)}
            back={{ to: '/notices' }}
            above={[
              w.noticeBy(text(notice.organ.name), notice.publishedAt ? format.moment(notice.publishedAt) : ''),
              notice.untilDay && w.noticeUntil(format.day(notice.untilDay)),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          {notice.withdrawn && <Notice tone="attention">{w.noticeWithdrawn}</Notice>}
          <Card>
            <p className={styles.words}>{text(notice.body)}</p>
          </Card>
          <div className={styles.acts}>
            <ReadAloud text={text(notice.body)} />
          </div>
          <Passings notice={notice} />
        </>
      )}
    </Shown>
  )
}
