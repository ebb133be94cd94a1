import type { WhoAmI } from '@ronghe/contract/people/session.ts'
import type { Deed } from '../../platform/deed.ts'
import { settingsOf } from '../../platform/settings/settings.ts'
import { getPerson } from './persons.ts'

/** What a page needs to know about who is looking at it; the street's own words come with it. */
export async function describeSession(deed: Deed): Promise<WhoAmI> {
  const { street, actor, language } = deed
  const { groupNames, modules, texts } = await settingsOf(deed, ['groupNames', 'modules', 'texts'])
  const person = actor.kind === 'person' ? await getPerson(deed, actor.personId) : undefined
  // While the session is empty the number may have a new owner: nothing the old one chose is told, not even the language.
  const settled = actor.kind === 'person' && actor.session !== 'empty'
  const appearance =
    person && settled
      ? await deed.tx
          .selectFrom('person')
          .select('appearance')
          .where('street_id', '=', street.id)
          .where('id', '=', person.id)
          .executeTakeFirstOrThrow()
      : undefined
  return {
    street: { name: street.name, slug: street.slug, demo: street.demo, zone: street.zone },
    groupNames,
    modules,
    texts,
    language,
    person:
      actor.kind === 'person' && person
        ? {
            id: person.id,
            name: settled ? person.name : null,
            language: settled ? person.language : language,
            session: actor.session,
            matter: actor.matter,
            about: actor.about,
            appearance: appearance?.appearance ?? 'normal',
            posts: actor.posts.map(({ id, kind, organId }) => ({ id, kind, organId })),
            permissions: [...actor.permissions],
            secondFactor: actor.secondFactor,
          }
        : null,
  }
}
