import { type PostLine, listPosts } from '@ronghe/contract/programme/appointments.ts'
import { type OrganPage, readOrgan } from '@ronghe/contract/programme/organs.ts'
import { postKinds } from '@ronghe/contract/posts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useParam } from '../../../../platform/params.ts'
import { reading } from '../../../../platform/queries.ts'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from '../desk.module.css'
import { type OrganDeed, OrganDialog } from './OrganDialog.tsx'
import { Post } from './Post.tsx'
import { organDeskWords } from './words/words.ts'

/** One organ: what is said about it, its posts, who holds them and what is open on them. */
export function OrganDetail() {
  const organId = useParam('organId')
  const organ = useQuery(reading(readOrgan, { params: { organId } }))
  const posts = useQuery(reading(listPosts, { query: { organId } }))
  return <Shown read={organ}>{(found) => <Whole key={found.id} organ={found} posts={posts} />}</Shown>
}

function Whole({
  organ,
  posts,
}: {
  readonly organ: OrganPage
  readonly posts: { readonly data: { readonly items: readonly PostLine[] } | undefined; readonly error: Error | null }
}) {
  const w = useWords(organDeskWords)
  const text = useText()
  const format = useFormat()
  const [deed, setDeed] = useState<OrganDeed>()
  const facts: readonly (readonly [string, string | null | undefined])[] = [
    [w.kind, `${w.kinds[organ.kind]} · ${w.parties[organ.party]}`],
    [w.summary, organ.summary && text(organ.summary)],
    [w.parent, organ.parent && text(organ.parent.name)],
    [w.approval, organ.approval],
    [w.place, organ.place],
    [w.contact, organ.contact],
    [w.since, format.day(organ.startedOn)],
  ]
  const mayEdit = organ.may.includes('edit')
  return (
    <div className={styles.page}>
      <PageHeader title={text(organ.name)} back={{ to: '/organs', label: w.back }} />
      <Card>
        <Facts facts={facts.flatMap(([name, value]) => (value ? [[name, value] as const] : []))} />
        {mayEdit && (
          <div className={styles.tools}>
            <Button kind="quiet" onPress={() => setDeed({ kind: 'edit' })}>
              {w.edit}
            </Button>
            <Button kind="careful" onPress={() => setDeed({ kind: 'end' })}>
              {w.end}
            </Button>
          </div>
        )}
      </Card>
      {organ.kind === 'branch' ? (
        <Notice>
          {w.branchNote} {/* The branch's own page, at the residents' door: a slip for a branch, which names nobody. */}
          <a href="/branch/office-code">{w.branchCode}</a>
        </Notice>
      ) : (
        <Card title={w.posts}>
          <Shown read={posts}>
            {({ items }) => (
              <>
                {items.length === 0 && <EmptyState title={w.noPosts}>{w.noPostsNext}</EmptyState>}
                {inOrder(items).map((post) => (
                  <Post key={post.id} post={post} onDeed={setDeed} />
                ))}
              </>
            )}
          </Shown>
          {organ.may.includes('addPost') && (
            <div className={styles.tools}>
              <Button kind="quiet" onPress={() => setDeed({ kind: 'addPost' })}>
                {w.addPost}
              </Button>
              <LinkButton kind="plain" to="/leave">
                {w.leaveTitle}
              </LinkButton>
            </div>
          )}
        </Card>
      )}
      {deed && <OrganDialog deed={deed} organ={organ} onClose={() => setDeed(undefined)} />}
    </div>
  )
}

const ranks = Object.keys(postKinds)

/** As the kinds of posts are declared, those who lead first; windows by their number. */
const inOrder = (posts: readonly PostLine[]): readonly PostLine[] =>
  posts.toSorted(
    (one, other) =>
      ranks.indexOf(one.kind) - ranks.indexOf(other.kind) ||
      one.name['zh-CN'].localeCompare(other.name['zh-CN'], 'zh-CN', { numeric: true }),
  )
