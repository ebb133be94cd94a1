import { readMyData } from '@ronghe/contract/people/my-data.ts'
import { askAttestation, type MyResidence, readResidence } from '@ronghe/contract/people/residence.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type * as z from 'zod/mini'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useNumbers } from '../../../platform/numbers.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Form } from '../../../ui/Form.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { Actions, LargeCode } from '../Actions.tsx'
import styles from '../people.module.css'
import { neighbourWords } from '../words/neighbours/words.ts'

const levels = ['phone', 'attested', 'confirmed'] as const
type Mine = z.infer<typeof MyResidence>

/** Three levels, what each is for, and how to get to the next one (M35). */
export function Residence() {
  const w = useWords(neighbourWords)
  return (
    <>
      <PageHeader title={w.residenceTitle} lead={w.residenceLead} back={{ to: '/me' }} />
      <Shown read={useQuery(reading(readResidence))}>
        {(mine) => (
          <>
            <Level mine={mine} />
            {mine.level !== 'confirmed' && <Ask mine={mine} />}
            <Card title={w.desk}>
              <p>{w.deskText}</p>
            </Card>
            <Actions>
              <LinkButton kind="plain" to="/me/attest">
                {w.attestTitle}
              </LinkButton>
            </Actions>
          </>
        )}
      </Shown>
    </>
  )
}

function Level({ mine }: { readonly mine: Mine }) {
  const w = useWords(neighbourWords)
  const text = useText()
  const format = useFormat()
  const at = levels.indexOf(mine.level)
  const here = [mine.community && text(mine.community.name), mine.validUntil && w.levelUntil(format.day(mine.validUntil))]
  return (
    <Card title={w.levelNow(w.levels[mine.level])}>
      {here.some(Boolean) && <p className="muted">{here.filter(Boolean).join(' · ')}</p>}
      <Timeline
        steps={levels.map((level, place) => ({
          key: level,
          title: w.levels[level],
          detail: w.levelMay[level],
          state: place < at ? 'done' : place === at ? 'now' : 'later',
        }))}
      />
    </Card>
  )
}

function Ask({ mine }: { readonly mine: Mine }) {
  const w = useWords(neighbourWords)
  const numbers = useNumbers()
  const text = useText()
  const format = useFormat()
  const { data } = useQuery(reading(readMyData))
  const [chosen, setChosen] = useState<string>()
  const [again, setAgain] = useState(false)
  const deed = useDeed(askAttestation, { refreshes: [readResidence], onDone: () => setAgain(false) })
  const communityId = chosen ?? data?.communityId ?? undefined
  const { attestation } = mine
  return (
    <Card title={w.ask}>
      {deed.data && (
        <div role="status">
          <p>{w.askCode}</p>
          <LargeCode code={deed.data.code} />
          <p className="muted small">{w.askUntil(format.moment(deed.data.until))}</p>
        </div>
      )}
      {attestation && (
        <>
          <h3 className={styles.note}>{w.askProgress}</h3>
          {(
            [
              [w.askLaneHead, attestation.laneHead],
              [w.askNeighbour, attestation.neighbour],
            ] as const
          ).map(([who, said]) => (
            <p key={who}>
              {who} <Tag tone={said ? 'going' : 'quiet'}>{said ? w.askDone : w.askWaiting}</Tag>
            </p>
          ))}
        </>
      )}
      {attestation && !again ? (
        <Button kind="plain" onPress={() => setAgain(true)}>
          {w.askAgain}
        </Button>
      ) : (
        <Form
          onSubmit={() => deed.mutate({ body: { communityId: communityId ?? '' } })} // an empty one is refused in words
          busy={deed.isPending}
          error={deed.error}
          label={w.ask}
        >
          <p className={`muted ${styles.note}`}>{w.askText(numbers.residence.attestationDays)}</p>
          <Choice
            label={w.askCommunity}
            name="communityId"
            value={communityId}
            onChange={setChosen}
            options={(data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
          <Button type="submit" wide busy={deed.isPending}>
            {w.askDo}
          </Button>
        </Form>
      )}
    </Card>
  )
}
