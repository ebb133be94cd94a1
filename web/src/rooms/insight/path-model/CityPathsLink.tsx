import { useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { pathModelWords } from './words/words.ts'

/** From either door: the city stands behind the residents' one. */
export const CityPathsLink = () => {
  const w = useWords(pathModelWords)
  return (
    <LinkButton kind="plain" href="/city/path-model">
      {w.toCity}
    </LinkButton>
  )
}
