import { useWords } from '../../../platform/language/language.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { frameworkWords } from './words/words.ts'

/** The other pages of the figures, behind each door. */
const everywhere = ['/insight/ties', '/insight/flows', '/insight/path-model', '/insight/dictionary'] as const
const pages = {
  resident: ['/insight/survey', ...everywhere, '/insight/open-data'],
  desk: ['/survey-results', ...everywhere],
} as const

export function MorePages({ door }: { readonly door: 'resident' | 'desk' }) {
  const w = useWords(frameworkWords)
  return (
    <Card title={w.alsoSee}>
      <CardList>
        {pages[door].map((page) => (
          <CardItem key={page} title={w.pages[page]} to={page} />
        ))}
      </CardList>
    </Card>
  )
}
