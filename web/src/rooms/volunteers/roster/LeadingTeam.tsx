import type { Team } from '@ronghe/contract/volunteers/teams.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { patrolWords } from '../patrol/words/words.ts'
import { rosterWords } from './words/words.ts'

/** What whoever leads a team finds on its page: planning a week and, of a patrol, its book. */
export function LeadingTeam({ team }: { readonly team: Pick<Team, 'id' | 'kind'> }) {
  const roster = useWords(rosterWords)
  const patrol = useWords(patrolWords)
  const params = { teamId: team.id }
  return (
    <>
      <LinkButton wide kind="quiet" to="/volunteers/teams/$teamId/roster" params={params}>
        {roster.title}
      </LinkButton>
      {team.kind === 'patrol' && (
        <LinkButton wide kind="quiet" to="/volunteers/teams/$teamId/patrol" params={params}>
          {patrol.bookTitle}
        </LinkButton>
      )}
    </>
  )
}
