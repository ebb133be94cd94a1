import { openPerson } from '@ronghe/contract/people/desk.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../../api.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useFormat } from '../../../../platform/language/format.ts'
import { useParam, useSearchText } from '../../../../platform/params.ts'
import { usePermission } from '../../../../platform/session/session.tsx'
import { Button, LinkButton } from '../../../../ui/Button.tsx'
import { Card, Facts } from '../../../../ui/Card.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import styles from '../people-desk.module.css'
import type { Purpose } from './FindResident.tsx'
import { type ResidentDeed, ResidentDialog } from './ResidentDialog.tsx'
import { findWords } from './words/words.ts'

export type Person = ReplyOf<typeof openPerson>

/** What may be done, in the order in which a window needs it, by the operation that the reply's `may` names. */
const deeds: readonly (readonly [operation: string, deed: ResidentDeed])[] = [
  ['people.assist.start', 'assist'],
  ['people.residence.confirm', 'confirm'],
  ['people.sign-in.confirm-owner', 'owner'],
  ['people.number-changes.request', 'change'],
  ['people.consents.enter-paper', 'paperConsent'],
  ['people.desk.set-pin', 'choosePin'],
]

const isPurpose = (said: string | undefined): said is Purpose => said === 'desk' || said === 'case' || said === 'appointment'

/** The person at the desk. Opening this page is the look that is recorded, so it is asked for once and kept only while it is shown. */
export function Resident() {
  const personId = useParam('personId')
  const said = useSearchText('purpose')
  const purpose = isPurpose(said) ? said : 'desk'
  const read = useQuery({
    queryKey: [openPerson.id, personId, purpose],
    queryFn: ({ signal }) => call(openPerson, { params: { personId }, query: { purpose }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return <Shown read={read}>{(person) => <Whole person={person} />}</Shown>
}

function Whole({ person }: { readonly person: Person }) {
  const w = useWords(findWords)
  const text = useText()
  const format = useFormat()
  const mayEnter = usePermission('station.cases.work')
  const [deed, setDeed] = useState<ResidentDeed>()
  const offered = deeds.filter(([operation, one]) => person.may.includes(operation) && (one !== 'choosePin' || person.phone !== null))
  const titles: Readonly<Record<string, { readonly title: Parameters<typeof text>[0] }>> = consentTexts
  const agreed = person.consents.map((purpose) => (titles[purpose] ? text(titles[purpose].title) : purpose))
  return (
    <div className={styles.page}>
      <PageHeader
        title={person.name}
        lead={w.recorded}
        back={{ to: '/people', label: w.back }}
        beside={<Tag>{w.levels[person.residence]}</Tag>}
      />
      <Card>
        <Facts
          facts={[
            [
              w.phone,
              person.phone === null ? (
                w.noPhone
              ) : (
                <a key="phone" href={`tel:${person.phone}`}>
                  {person.phone}
                </a>
              ),
            ],
            [w.community, person.community ? text(person.community.name) : w.communityNone],
            [w.address, person.address ?? w.noAddress],
            [w.language, w.languages[person.language]],
            ...(person.dialects.length > 0 ? [[w.dialects, format.list(person.dialects)] as const] : []),
            [w.consents, agreed.length > 0 ? format.list(agreed) : w.noConsents],
          ]}
        />
      </Card>
      <Card title={w.actions}>
        {offered.length === 0 && <p className="muted">{w.actionsNone}</p>}
        <div className={styles.tools}>
          {offered.map(([, one]) => (
            <Button key={one} kind={one === 'assist' ? 'main' : 'quiet'} onPress={() => setDeed(one)}>
              {w[one]}
            </Button>
          ))}
          {mayEnter && (
            <LinkButton kind="quiet" to="/paper">
              {w.paper}
            </LinkButton>
          )}
        </div>
      </Card>
      {deed && <ResidentDialog deed={deed} person={person} onClose={() => setDeed(undefined)} />}
    </div>
  )
}
