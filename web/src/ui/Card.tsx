import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useId } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'

/** A white sheet for one matter. With a title it is a landmark of that name. */
export function Card({
  title,
  children,
  className,
}: {
  readonly title?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}) {
  const id = useId()
  return (
    <section className={classNames(styles.card, className)} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}

/** The whole sheet leads on. */
export const CardLink = ({
  to,
  params,
  children,
  className,
}: {
  readonly to: string
  readonly params?: Record<string, string>
  readonly children: ReactNode
  readonly className?: string | undefined
}) => (
  <Link to={to} {...(params && { params: params as never })} className={classNames(styles.card, className)}>
    {children}
  </Link>
)

export const CardList = ({ children }: { readonly children: ReactNode }) => <ul className={styles.list}>{children}</ul>

/** One line of a list: what it is, what there is to know, a tag at the end. With `to` the whole line leads on. */
export function CardItem({
  title,
  second,
  end,
  below,
  to,
  params,
}: {
  readonly title: ReactNode
  readonly second?: ReactNode
  readonly end?: ReactNode
  /** Under the whole line: what can be done with it. */
  readonly below?: ReactNode
  readonly to?: string
  readonly params?: Record<string, string>
}) {
  const inside = (
    <>
      <span className={styles.main}>
        {title}
        {second !== undefined && <span className={styles.second}>{second}</span>}
      </span>
      {end}
    </>
  )
  return (
    <li>
      {to === undefined ? (
        <div className={styles.item}>{inside}</div>
      ) : (
        <Link to={to} {...(params && { params: params as never })} className={styles.item}>
          {inside}
          <span className={styles.chevron}>
            <Icon name="next" size="1em" />
          </span>
        </Link>
      )}
      {below}
    </li>
  )
}

/** Names and values: 住址 三号巷. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className={styles.facts}>
    {facts.map(([name, value]) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)
