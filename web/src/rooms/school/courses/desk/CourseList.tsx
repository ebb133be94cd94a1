import { exportCourses, listDeskCourses } from '@ronghe/contract/school/course-desk.ts'
import { CourseState } from '@ronghe/contract/school/courses.ts'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useMatches } from '@tanstack/react-router'
import { useState } from 'react'
import { download, saveAs } from '../../../../platform/download.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { readingPages } from '../../../../platform/queries.ts'
import { ListRow } from '../../../../shell/ListDetail.tsx'
import { ListScreen, PagedRows } from '../../../../shell/ListScreen.tsx'
import { Button, ButtonRow, LinkButton } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { toneOfCourse, useCourseWords } from '../course-words.ts'
import { courseWords } from '../words/words.ts'
import styles from './course-desk.module.css'
import { courseDeskWords } from './words/words.ts'

/** Every course of the school; what asks for something carries a tag. */
export function CourseList() {
  const w = useWords(courseDeskWords)
  const c = useWords(courseWords)
  const text = useText()
  const { begins, places } = useCourseWords()
  const [state, setState] = useState<CourseState | ''>('')
  const opened = useMatches().some(({ routeId }) => /school\/courses\/(new|import|\$courseId)/.test(routeId))
  const pages = useInfiniteQuery(readingPages(listDeskCourses, { query: { ...(state ? { state } : {}), limit: 30 } }))
  const sheet = useMutation({ mutationFn: () => download(exportCourses), onSuccess: (blob) => saveAs(blob, 'courses.xlsx') })
  return (
    <ListScreen title={w.listTitle} pageTitle={w.listPage} second={w.listSecond} opened={opened}>
      <div className={styles.above}>
        <ButtonRow>
          <LinkButton to="/school/courses/new">{w.newCourse}</LinkButton>
          <LinkButton kind="quiet" to="/school/courses/import">
            {w.importSheet}
          </LinkButton>
          <Button kind="quiet" busy={sheet.isPending} onPress={() => sheet.mutate()}>
            {w.exportSheet}
          </Button>
        </ButtonRow>
        {sheet.error && <RefusalLine error={sheet.error} />}
        <div className={styles.filter}>
          <Field label={w.stateFilter}>
            <Select
              value={state}
              onChange={setState}
              placeholder={w.allStates}
              options={CourseState.options.map((value) => ({ value, label: c.states[value] }))}
            />
          </Field>
        </div>
      </div>
      <PagedRows pages={pages} empty={<EmptyState title={w.empty}>{w.emptyNext}</EmptyState>}>
        {(course) => (
          <ListRow
            key={course.id}
            to="/school/courses/$courseId"
            params={{ courseId: course.id }}
            title={text(course.title)}
            tags={
              <>
                <Tag tone={toneOfCourse(course.state)}>{c.states[course.state]}</Tag>
                {course.pending > 0 && <Tag tone="attention">{w.pendingTag(course.pending)}</Tag>}
                {course.state === 'open' && course.missing > 0 && <Tag tone="attention">{w.missingTag(course.missing)}</Tag>}
              </>
            }
            second={[c.modules[course.module], begins(course), ...(course.state === 'open' ? [places(course)] : [])].join(' · ')}
          />
        )}
      </PagedRows>
    </ListScreen>
  )
}
