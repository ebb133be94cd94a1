import { courseModules, type CourseModule, listCourses, listMyCourses, readSchool } from '@ronghe/contract/school/courses.ts'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, readingPages } from '../../../platform/queries.ts'
import { usePermission, useSession } from '../../../platform/session/session.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/inputs.tsx'
import { Paged } from '../../../ui/Paged.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { schoolCards } from '../school-cards.ts'
import { residentAddress } from './course-words.ts'
import { CourseLines } from './CourseLines.tsx'
import { courseWords } from './words/words.ts'

type Which = 'open' | 'running' | 'over'

/** The school: what one can learn, one's own courses, and what else there is. */
export function School() {
  const w = useWords(courseWords)
  const text = useText()
  const { data } = useQuery(reading(readSchool))
  const quarter = (period: string): string => w.quarter(period.slice(0, 4), period.slice(-1))
  const signedIn = useSession().person !== null
  const [which, setWhich] = useState<Which>('open')
  const [module, setModule] = useState<CourseModule | ''>('')
  return (
    <>
      <PageHeader title={data?.organ ? text(data.organ.name) : w.schoolTitle} plainTitle={w.schoolTitle} lead={w.schoolLead} />
      {signedIn && <Mine />}
      <Card>
        <Field label={w.module}>
          <Select
            value={module}
            onChange={setModule}
            placeholder={w.allModules}
            options={courseModules.map((value) => ({ value, label: w.modules[value] }))}
          />
        </Field>
        <Tabs
          label={w.schoolTitle}
          value={which}
          onChange={setWhich}
          tabs={(['open', 'running', 'over'] as const).map((key) => ({
            key,
            label: w[`${key}Tab`],
            content: <List which={key} module={module} />,
          }))}
        />
      </Card>
      <More />
      {data?.mixed && (
        <p className="muted small">
          {w.mixed(quarter(data.mixed.from), quarter(data.mixed.until), data.mixed.classes, data.mixed.mixed)} {w.mixedNote}
        </p>
      )}
      {data?.parent && <p className="muted small">{w.partOf(text(data.parent.name))}</p>}
    </>
  )
}

function Mine() {
  const w = useWords(courseWords)
  const { data } = useQuery(reading(listMyCourses))
  const current = (data?.items ?? []).filter(
    ({ course, enrolment }) => ['open', 'running'].includes(course.state) && ['waiting', 'offered', 'placed'].includes(enrolment.state),
  )
  if (current.length === 0) return null
  return (
    <Card title={w.mineTitle}>
      <CourseLines
        courses={current.map(({ course }) => course)}
        end={({ id }) => {
          const state = current.find(({ course }) => course.id === id)!.enrolment.state
          return <Tag tone={state === 'placed' ? 'going' : 'attention'}>{w.mine[state]}</Tag>
        }}
      />
    </Card>
  )
}

function List({ which, module }: { readonly which: Which; readonly module: CourseModule | '' }) {
  const w = useWords(courseWords)
  const pages = useInfiniteQuery(readingPages(listCourses, { query: { which, ...(module ? { module } : {}), limit: 20 } }))
  const none = { open: w.noneOpen, running: w.noneRunning, over: w.noneOver }[which]
  return (
    <Paged
      pages={pages}
      empty={
        <EmptyState title={none} next={which === 'open' && <LinkButton to="/concerns/new">{w.tellSchool}</LinkButton>}>
          {which === 'open' ? w.noneOpenNext : undefined}
        </EmptyState>
      }
    >
      {(items) => <CourseLines courses={items} end={() => null} />}
    </Paged>
  )
}

function More() {
  const w = useWords(courseWords)
  const text = useText()
  const signedIn = useSession().person !== null
  const teaches = usePermission('school.teach')
  return (
    <Card title={w.more}>
      <CardList>
        {signedIn && <CardItem to="/school/mine" title={w.mineTitle} second={w.mineLead} />}
        {teaches && <CardItem to="/school/teaching" title={w.teachingTitle} />}
        {schoolCards.map(({ to, title, second }) => (
          <CardItem key={to} to={to} title={text(title)} {...(second ? { second: text(second) } : {})} />
        ))}
      </CardList>
      <p>
        <a href={residentAddress('/calendar/school.ics')}>{w.calendarLink}</a>
      </p>
    </Card>
  )
}
