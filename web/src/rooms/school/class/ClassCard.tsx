import type { Course } from '@ronghe/contract/school/courses.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { askingWords } from '../asking/words/words.ts'
import { awardsWords } from '../awards/words/words.ts'
import { classWords } from './words/words.ts'

/** On a course's page: what belongs to its class. Materials are for everybody who may see some; the rest for those in it. */
export function ClassCard({ course }: { readonly course: Course }) {
  const w = useWords(classWords)
  const a = useWords(askingWords)
  const c = useWords(awardsWords)
  if (course.state === 'draft' || course.state === 'cancelled') return null
  const teaches = course.may.includes('teach') || course.may.includes('manage')
  const inside = teaches || course.mine?.state === 'placed'
  const params = { courseId: course.id }
  const line = (path: string, title: string) => (
    <CardItem key={path} to={`/school/courses/$courseId/${path}`} params={params} title={title} />
  )
  return (
    <Card title={w.card}>
      <CardList>
        {line('materials', w.materials)}
        {inside && [line('minutes', w.minutes), line('talk', w.talk)]}
        {line('ability', a.rate)}
        {inside && line('evaluation', a.evaluate)}
        {line('ability/results', a.results)}
        {teaches && [
          line('ability/paper', a.paper),
          line('ability/forms', a.forms),
          line('evaluation/results', a.evaluationResults),
          line('awards', c.completions),
        ]}
      </CardList>
    </Card>
  )
}
