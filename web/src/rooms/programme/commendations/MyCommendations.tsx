import {
  answerNomination,
  listOwnNominations,
  type OwnNomination,
  publishOwnStory,
  readCommendation,
  type ShownAs,
  showNominationAs,
  withdrawNomination,
} from '@ronghe/contract/programme/commendations.ts'
import { consentTexts } from '@ronghe/contract/people/consent-texts.ts'
import { giveConsent, listConsents } from '@ronghe/contract/people/consents.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Choice, Tick } from '../../../ui/Choice.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { TextArea, TextInput } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './commendations.module.css'
import { toneOf } from './tones.ts'
import { commendationWords } from './words/words.ts'

const refreshes = [listOwnNominations, readCommendation, listConsents]

/** What is about me and what I sent; taking part and being shown are my own. */
export function MyCommendations() {
  const w = useWords(commendationWords)
  const text = useText()
  const format = useFormat()
  return (
    <>
      <PageHeader title={w.mineTitle} lead={w.mineLead} back={{ to: '/commendations', label: w.title }} />
      <Shown read={useQuery(reading(listOwnNominations))}>
        {({ aboutMe, sent }) => (
          <>
            {aboutMe.length === 0 && (
              <EmptyState title={w.mineNone} next={<LinkButton to="/commendations">{w.toRounds}</LinkButton>}>
                {w.mineNoneText}
              </EmptyState>
            )}
            {aboutMe.map((item) => (
              <One key={item.id} item={item} />
            ))}
            {sent.length > 0 && (
              <Card title={w.sent} className={styles.gap}>
                <CardList>
                  {sent.map(({ id, round, category, on }) => (
                    <CardItem key={id} title={text(round)} second={w.sentOn(text(category), format.day(on))} />
                  ))}
                </CardList>
              </Card>
            )}
          </>
        )}
      </Shown>
    </>
  )
}

function One({ item }: { readonly item: OwnNomination }) {
  const w = useWords(commendationWords)
  const text = useText()
  const [open, setOpen] = useState<'showAs' | 'withdraw'>()
  const withdraw = useDeed(withdrawNomination, { refreshes, onDone: () => toast(w.withdrawn) })
  return (
    <Card title={text(item.round)} className={styles.gap}>
      <p className={styles.head}>
        <Tag tone={toneOf(item.state)}>{w.nominationStates[item.state]}</Tag>
        <span className="muted">{text(item.category)}</span>
        <span className="muted">{item.organ ? w.byOrgan(text(item.organ)) : w.byWhom[item.by]}</span>
      </p>
      {item.may.includes('answer') ? <Answer item={item} /> : <p className={styles.words}>{item.deeds}</p>}
      {item.reason && (
        <p>
          <strong>{w.reason}</strong> {item.reason}
        </p>
      )}
      {item.story && <Story item={item} story={item.story} />}
      {open === 'showAs' && <ShowAs item={item} onDone={() => setOpen(undefined)} />}
      {open === 'withdraw' && (
        <>
          <p>{w.withdrawSure}</p>
          {withdraw.error && <RefusalLine error={withdraw.error} />}
          <Button busy={withdraw.isPending} onPress={() => withdraw.mutate({ params: { nominationId: item.id }, body: {} })}>
            {w.withdraw}
          </Button>
        </>
      )}
      {open === undefined && !item.may.includes('answer') && (
        <ButtonRow>
          {item.certificateId && <LinkButton to={`/me/certificates/${item.certificateId}`}>{w.certificate}</LinkButton>}
          {item.may.includes('showAs') && (
            <Button kind="quiet" onPress={() => setOpen('showAs')}>
              {w.changeShown}
            </Button>
          )}
          {item.may.includes('withdraw') && (
            <Button kind="quiet" onPress={() => setOpen('withdraw')}>
              {w.withdraw}
            </Button>
          )}
          <LinkButton kind="quiet" to="/commendations/$roundId" params={{ roundId: item.roundId }}>
            {w.toRound}
          </LinkButton>
        </ButtonRow>
      )}
    </Card>
  )
}

/** Publishing is a consent to this text; taking down deletes it. */
function Story({ item, story }: { readonly item: OwnNomination; readonly story: NonNullable<OwnNomination['story']> }) {
  const w = useWords(commendationWords)
  const deed = useDeed(publishOwnStory, { refreshes, onDone: ({ item: now }) => toast(now?.story?.published ? w.published : w.takenDown) })
  return (
    <div className={styles.answer}>
      <p className="muted small">{w.storyTitle}</p>
      <p>
        <strong>{story.title}</strong>
      </p>
      <p className={styles.words}>{story.text}</p>
      <p className="muted small">{story.published ? w.storyPublic : w.storyWaits}</p>
      {deed.error && <RefusalLine error={deed.error} />}
      <Button
        kind="quiet"
        busy={deed.isPending}
        onPress={() => deed.mutate({ params: { nominationId: item.id }, body: { published: !story.published } })}
      >
        {story.published ? w.takeDown : w.publish}
      </Button>
    </div>
  )
}

function Answer({ item }: { readonly item: OwnNomination }) {
  const w = useWords(commendationWords)
  const [agrees, setAgrees] = useState<'yes' | 'no'>()
  const [deeds, setDeeds] = useState(item.deeds)
  const shown = useShown(item)
  const [tried, setTried] = useState(false)
  const deed = useDeed(answerNomination, { refreshes, onDone: ({ item: now }) => toast(now ? w.saved : w.declined) })
  const missing: Record<string, string> = {
    ...(agrees === undefined && { agrees: w.agreeMissing }),
    ...(agrees === 'yes' && shown.missing),
  }
  const send = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    if (agrees === 'yes') await shown.consent()
    const body =
      agrees === 'yes' ? { agrees: true, deeds: deeds.trim(), ...shown.body } : { agrees: false, shownAs: 'none' as const, alias: '' }
    deed.mutate({ params: { nominationId: item.id }, body })
  }
  return (
    <Form onSubmit={() => void send()} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.agree}>
      <Field label={w.ownDeeds} name="deeds" error={fieldErrorsOf(deed.error)['deeds']}>
        <TextArea value={deeds} onChange={setDeeds} rows={4} maxLength={1500} />
      </Field>
      <Choice
        label={w.agree}
        hint={w.declineHint}
        name="agrees"
        error={tried ? missing['agrees'] : undefined}
        value={agrees}
        onChange={setAgrees}
        options={(['yes', 'no'] as const).map((value) => ({ value, label: w.agrees[value] }))}
      />
      {agrees === 'yes' && shown.fields(tried ? missing : fieldErrorsOf(deed.error))}
      <Button type="submit" busy={deed.isPending}>
        {w.save}
      </Button>
    </Form>
  )
}

function ShowAs({ item, onDone }: { readonly item: OwnNomination; readonly onDone: () => void }) {
  const w = useWords(commendationWords)
  const shown = useShown(item)
  const [tried, setTried] = useState(false)
  const deed = useDeed(showNominationAs, {
    refreshes,
    onDone: () => {
      toast(w.saved)
      onDone()
    },
  })
  const send = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(shown.missing).length > 0) return
    await shown.consent()
    deed.mutate({ params: { nominationId: item.id }, body: shown.body })
  }
  return (
    <Form onSubmit={() => void send()} busy={deed.isPending} error={deed.error} errors={tried ? shown.missing : {}} label={w.changeShown}>
      {shown.fields(tried ? shown.missing : fieldErrorsOf(deed.error))}
      <Button type="submit" busy={deed.isPending}>
        {w.save}
      </Button>
    </Form>
  )
}

/** How to be shown, and the consent of its own that showing needs: unticked, and asked only where it is not given yet. */
function useShown(item: OwnNomination) {
  const w = useWords(commendationWords)
  const text = useText()
  const [shownAs, setShownAs] = useState<ShownAs | undefined>(item.state === 'asked' ? undefined : item.shownAs)
  const [alias, setAlias] = useState(item.alias ?? '')
  const [ticked, setTicked] = useState(false)
  const consents = useQuery(reading(listConsents))
  const give = useDeed(giveConsent)
  const given = consents.data?.items.find(({ purpose }) => purpose === 'deedsPublicity')?.given != null
  const asks = shownAs !== undefined && shownAs !== 'none' && !given
  const missing: Record<string, string> = {
    ...(shownAs === undefined && { shownAs: w.agreeMissing }),
    ...(shownAs === 'alias' && alias.trim() === '' && { alias: w.aliasMissing }),
    ...(asks && !ticked && { shownAs: w.consentMissing }),
  }
  return {
    missing,
    body: { shownAs: shownAs ?? ('none' as const), alias: shownAs === 'alias' ? alias.trim() : '' },
    consent: async (): Promise<void> => {
      if (asks) await give.mutateAsync({ params: { purpose: 'deedsPublicity' }, body: { version: consentTexts.deedsPublicity.version } })
    },
    fields: (errors: Readonly<Record<string, string>>) => (
      <>
        <Choice<ShownAs>
          label={w.shownAs}
          hint={w.shownNone}
          name="shownAs"
          error={errors['shownAs']}
          value={shownAs}
          onChange={setShownAs}
          options={(['name', 'alias', 'none'] as const).map((value) => ({ value, label: w.shown[value] }))}
        />
        {shownAs === 'alias' && (
          <Field label={w.alias} name="alias" error={errors['alias']}>
            <TextInput value={alias} onChange={setAlias} maxLength={30} />
          </Field>
        )}
        {asks && (
          <div className={styles.before}>
            <Tick label={w.consent} hint={text(consentTexts.deedsPublicity.text)} checked={ticked} onChange={setTicked} />
          </div>
        )}
      </>
    ),
  }
}
