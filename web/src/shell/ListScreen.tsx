import { Link, Outlet } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Paged, type Pages } from '../ui/Paged.tsx'
import { type Read, Shown } from '../ui/Shown.tsx'
import styles from './desk.module.css'
import { ListDetail } from './ListDetail.tsx'

/** The screen of a list: what is chosen is a child route and stands beside it. While nothing is open the list's title is the page's. */
export const ListScreen = ({
  title,
  pageTitle = title,
  second,
  opened,
  children,
}: {
  readonly title: string
  /** Where the list's own name says too little without the side bar. */ readonly pageTitle?: string
  readonly second?: ReactNode
  /** Is one of them open, or a new one being written? */ readonly opened: boolean
  readonly children: ReactNode
}) => (
  <>
    {!opened && (
      <div className="unseen">
        <PageHeader title={pageTitle} />
      </div>
    )}
    <ListDetail title={title} second={second} list={children} detail={opened ? <Outlet /> : undefined} />
  </>
)

/** The rows of a list that is read whole, and below them how one is added. */
export const Rows = <Item,>({
  read,
  empty,
  foot,
  children,
}: {
  readonly read: Read<{ readonly items: readonly Item[] }>
  readonly empty: ReactNode
  readonly foot?: ReactNode
  readonly children: (item: Item) => ReactNode
}) => (
  <Shown read={read}>
    {({ items }) =>
      items.length === 0 ? (
        empty
      ) : (
        <>
          {items.map(children)}
          {foot && <div className={styles.listFoot}>{foot}</div>}
        </>
      )
    }
  </Shown>
)

/** The rows of a list that is read page by page. */
export const PagedRows = <Item,>({
  pages,
  empty,
  children,
}: {
  readonly pages: Pages<Item>
  readonly empty: ReactNode
  readonly children: (item: Item) => ReactNode
}) => (
  <Paged pages={pages} empty={empty} footClass={styles.listFoot}>
    {(items) => items.map(children)}
  </Paged>
)

/** The lists beside this one that the same posts open; a single one needs no links. */
export const ViewLinks = ({
  label,
  to,
  views,
}: {
  readonly label: string
  /** With `$view` in it. */ readonly to: string
  readonly views: readonly { readonly view: string; readonly label: string }[]
}) =>
  views.length < 2 ? null : (
    <nav className={styles.views} aria-label={label}>
      {views.map((one) => (
        <Link key={one.view} to={to} params={{ view: one.view } as never} className={styles.view}>
          {one.label}
        </Link>
      ))}
    </nav>
  )

export type OpenOrClosed = 'yes' | 'no'

/** Which half of a list is shown: what is still open, or what is done with. */
export const OpenOrClosedSwitch = ({
  label,
  open,
  onChange,
  words,
}: {
  readonly label: string
  readonly open: OpenOrClosed
  readonly onChange: (open: OpenOrClosed) => void
  readonly words: { readonly open: string; readonly closed: string }
}) => (
  <div className={styles.which} role="group" aria-label={label}>
    {(['yes', 'no'] as const).map((one) => (
      <Button key={one} kind={open === one ? 'main' : 'quiet'} pressed={open === one} onPress={() => onChange(one)}>
        {one === 'yes' ? words.open : words.closed}
      </Button>
    ))}
  </div>
)
