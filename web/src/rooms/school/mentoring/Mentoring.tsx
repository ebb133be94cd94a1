import { readMentoring, readMyMentoring, withdrawMentoring, type MentoringProfile } from '@ronghe/contract/school/mentoring.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useSession } from '../../../platform/session/session.tsx'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../learning.module.css'
import { useMentoringChoices } from './choice-words.ts'
import { mentoringWords } from './words/words.ts'

/** What is offered, by skill and organ; my own offer, wish and pairs. */
export function Mentoring() {
  const w = useWords(mentoringWords)
  const text = useText()
  const format = useFormat()
  const c = useMentoringChoices()
  const signedIn = useSession().person !== null
  return (
    <>
      <PageHeader title={w.title} lead={w.lead} back={{ to: '/school' }} />
      {signedIn && <Mine />}
      <div className={styles.acts}>
        <LinkButton wide to="/school/mentoring/say/$side" params={{ side: 'learner' }}>
          {w.learn}
        </LinkButton>
        <LinkButton wide kind="quiet" to="/school/mentoring/say/$side" params={{ side: 'mentor' }}>
          {w.teach}
        </LinkButton>
        <p className="muted small">{w.paper}</p>
      </div>
      <Card title={w.offeredTitle}>
        <Shown read={useQuery(reading(readMentoring))}>
          {({ offered }) =>
            offered.length === 0 ? (
              <p className="muted">{w.offeredNone}</p>
            ) : (
              <CardList>
                {offered.map(({ skill, languages, organs }) => (
                  <CardItem
                    key={skill}
                    title={c.skill(skill)}
                    second={[w.speaks(c.listLanguages(languages)), organs.length > 0 && w.offeredBy(format.list(organs.map(text)))]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                ))}
              </CardList>
            )
          }
        </Shown>
      </Card>
    </>
  )
}

function Mine() {
  const w = useWords(mentoringWords)
  const c = useMentoringChoices()
  return (
    <Shown read={useQuery(reading(readMyMentoring))}>
      {({ profiles, pairs }) => (
        <>
          {pairs.length > 0 && (
            <Card title={w.pairs}>
              <CardList>
                {pairs.map((pair) => (
                  <CardItem
                    key={pair.id}
                    to="/school/mentoring/pairs/$pairId"
                    params={{ pairId: pair.id }}
                    title={w.pairTitle(c.skill(pair.why.skill))}
                    second={pair.other.name ?? (pair.side === 'mentor' ? w.asMentor : w.asLearner)}
                    end={<Tag tone={pair.may.includes('answer') ? 'attention' : 'quiet'}>{w.state[pair.state]}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )}
          {profiles.length > 0 && (
            <Card title={w.yours}>
              <CardList>
                {profiles.map((profile) => (
                  <OwnProfile key={profile.id} profile={profile} />
                ))}
              </CardList>
            </Card>
          )}
        </>
      )}
    </Shown>
  )
}

function OwnProfile({ profile }: { readonly profile: MentoringProfile }) {
  const w = useWords(mentoringWords)
  const c = useMentoringChoices()
  const back = useDeed(withdrawMentoring, { refreshes: [readMyMentoring, readMentoring], onDone: () => toast(w.withdrawn) })
  return (
    <CardItem
      title={`${profile.side === 'mentor' ? w.asMentor : w.asLearner}：${c.listSkills(profile.skills)}`}
      second={`${c.listLanguages(profile.languages)} · ${c.listTimes(profile.times)}`}
      end={<Tag tone="quiet">{profile.waiting ? w.waiting : w.full}</Tag>}
      below={
        <>
          {back.error && <RefusalLine error={back.error} />}
          <ButtonRow>
            <LinkButton kind="quiet" to="/school/mentoring/say/$side" params={{ side: profile.side }}>
              {w.change}
            </LinkButton>
            <Button kind="plain" busy={back.isPending} onPress={() => back.mutate({ params: { side: profile.side } })}>
              {w.withdraw}
            </Button>
          </ButtonRow>
        </>
      }
    />
  )
}
