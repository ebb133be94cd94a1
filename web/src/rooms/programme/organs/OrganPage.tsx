import { type OrganPage as Page, readOrgan } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { type Back, PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import styles from '../concerns/concerns.module.css'
import { TogetherOf } from '../embedding/TogetherPage.tsx'
import { organWords } from '../words/resident/organs/words.ts'
import { SupportLedger } from './SupportLedger.tsx'

export function OrganPage() {
  return <OrganSheet organId={useParam('organId')} back={{ to: '/organs' }} />
}

/** An organ: what it is, who holds which post and where else, what the street gave it, its notices. */
export function OrganSheet({ organId, back }: { readonly organId: string; readonly back: Back }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const read = useQuery(reading(readOrgan, { params: { organId } }))
  return (
    <Shown read={read}>
      {(organ) => (
        <>
          <PageHeader
            title={text(organ.name)}
            back={back}
            beside={<Tag tone="quiet">{w.parties[organ.party]}</Tag>}
            lead={organ.summary ? text(organ.summary) : undefined}
          />
          {organ.endedOn && <Notice tone="attention">{w.ended(format.day(organ.endedOn))}</Notice>}
          <About organ={organ} />
          <Posts organ={organ} />
          <CrossPostings organ={organ} />
          <TogetherOf organId={organ.id} />
          <SupportLedger lines={organ.support} />
          <NoticeList organ={organ} />
          {organ.children.length > 0 && (
            <Card title={w.children}>
              <CardList>
                {organ.children.map((child) => (
                  <CardItem key={child.id} to="/organs/$organId" params={{ organId: child.id }} title={text(child.name)} />
                ))}
              </CardList>
            </Card>
          )}
          <div className={styles.acts}>
            <LinkButton kind="quiet" wide to="/concerns/new">
              {w.speak}
            </LinkButton>
            <LinkButton kind="plain" to="/organs">
              {w.toAll}
            </LinkButton>
          </div>
        </>
      )}
    </Shown>
  )
}

function About({ organ }: { readonly organ: Page }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  const facts = [
    [w.where, organ.place],
    [w.contact, organ.contact],
    [w.partOf, organ.parent && text(organ.parent.name)],
    [w.approval, organ.approval],
    [w.since, format.day(organ.startedOn)],
  ] as const
  return (
    <Card>
      <Facts facts={facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))} />
    </Card>
  )
}

function Posts({ organ }: { readonly organ: Page }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={w.posts}>
      {organ.secretary !== null && <p className="muted">{w.secretary}</p>}
      {organ.publishedOffices.map(({ kind, name }) => (
        <p key={kind + name}>{w.branchOffice(w.branchOffices[kind], name)}</p>
      ))}
      {organ.posts.length === 0 && organ.kind !== 'branch' && <p className="muted">{w.noPosts}</p>}
      <CardList>
        {organ.posts.map((post) => (
          <CardItem
            key={post.id}
            title={[text(post.name), post.lane && text(post.lane)].filter(Boolean).join(' · ')}
            second={
              <>
                {post.holders.map(({ name, since, until }) => (
                  <span key={name}>
                    {name}{' '}
                    <span className="extra">
                      {w.holderSince(format.day(since))}
                      {until && ` ${w.holderUntil(format.day(until))}`}
                    </span>
                    <br />
                  </span>
                ))}
                {post.heldWithoutName > 0 && (
                  <>
                    {w.without(post.heldWithoutName)}
                    <br />
                  </>
                )}
                {w.seats(post.holders.length + post.heldWithoutName, post.seats)}
              </>
            }
            end={post.vacant > 0 && <Tag tone="attention">{w.vacant(post.vacant)}</Tag>}
          />
        ))}
      </CardList>
    </Card>
  )
}

function CrossPostings({ organ }: { readonly organ: Page }) {
  const w = useWords(organWords)
  const text = useText()
  if (organ.crossPostings.length === 0) return null
  return (
    <Card title={w.cross}>
      <p className="muted small extra">{w.crossText}</p>
      <CardList>
        {organ.crossPostings.map(({ name, here, there }) => (
          <CardItem
            key={`${name} ${there.organ.id} ${text(there.post)}`}
            to="/organs/$organId"
            params={{ organId: there.organ.id }}
            title={w.crossLine(name, text(here), text(there.organ.name), text(there.post))}
          />
        ))}
      </CardList>
    </Card>
  )
}

function NoticeList({ organ }: { readonly organ: Page }) {
  const w = useWords(organWords)
  const text = useText()
  const format = useFormat()
  if (organ.notices.length === 0) return null
  return (
    <Card title={w.notices}>
      <CardList>
        {organ.notices.map((notice) => (
          <CardItem
            key={notice.id}
            to="/notices/$noticeId"
            params={{ noticeId: notice.id }}
            title={text(notice.title)}
            second={notice.publishedAt && format.moment(notice.publishedAt)}
          />
        ))}
      </CardList>
    </Card>
  )
}
