import {
  closeHonourRound,
  type HonourRound,
  linkNominee,
  listHonourRounds,
  openHonourRound,
  openNominations,
} from '@ronghe/contract/branch/honours.ts'
import { openNames } from '@ronghe/contract/branch/model-window.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading, useDeed } from '../../../platform/queries.ts'
import { useToday } from '../../../platform/today.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Field } from '../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../ui/Form.tsx'
import { DateInput, Select, TextArea } from '../../../ui/inputs.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from '../life/life.module.css'
import { liaisonWords } from './words/words.ts'

type Names = ReplyOf<typeof openNames>['items']
type Nomination = HonourRound['nominations'][number]

/** The branch's own commendations: named by members, talked over in a meeting, noted here. */
export function OfficeHonours() {
  const w = useWords(liaisonWords)
  const branchId = useParam('branchId')
  return (
    <>
      <PageHeader title={w.officeHonours} lead={w.officeHonoursLead} back={{ to: '/branch/office/$branchId', params: { branchId } }} />
      <Shown read={useQuery(reading(listHonourRounds, { params: { branchId } }))}>
        {({ items, may }) => (
          <>
            {items.length === 0 && <EmptyState title={w.officeHonoursNone}>{w.officeHonoursNoneText}</EmptyState>}
            {may.includes('open') && <OpenRound branchId={branchId} />}
            {items.map((round) => (
              <Round key={round.id} branchId={branchId} covered={round} />
            ))}
          </>
        )}
      </Shown>
    </>
  )
}

function OpenRound({ branchId }: { readonly branchId: string }) {
  const w = useWords(liaisonWords)
  const today = useToday()
  const [categories, setCategories] = useState('')
  const [criteria, setCriteria] = useState('')
  const [nominateUntil, setNominateUntil] = useState(today)
  const deed = useDeed(openHonourRound, { refreshes: [listHonourRounds], onDone: () => toast(w.opened) })
  const errors = fieldErrorsOf(deed.error)
  const lines = categories
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 8)
  const submit = (): void =>
    deed.mutate({
      params: { branchId },
      body: {
        year: Number(today.slice(0, 4)),
        categories: lines.map((line, index) => ({ key: `c${index + 1}`, name: { 'zh-CN': line } })),
        criteria: { 'zh-CN': criteria },
        nominateUntil,
      },
    })
  return (
    <Card title={w.openRound}>
      <Form label={w.openRound} busy={deed.isPending} error={deed.error} onSubmit={submit}>
        <Field label={w.categoriesLabel} name="categories" hint={w.categoriesHint} error={errors['categories']}>
          <TextArea value={categories} onChange={setCategories} rows={3} />
        </Field>
        <Field label={w.criteria} name="criteria" error={errors['criteria.zh-CN']}>
          <TextArea value={criteria} onChange={setCriteria} rows={3} maxLength={1000} />
        </Field>
        <Field label={w.nominateUntilLabel} name="nominateUntil" error={errors['nominateUntil']}>
          <DateInput value={nominateUntil} onChange={setNominateUntil} min={today} />
        </Field>
        <Button type="submit" busy={deed.isPending}>
          {w.openDo}
        </Button>
      </Form>
    </Card>
  )
}

function Round({ branchId, covered }: { readonly branchId: string; readonly covered: HonourRound }) {
  const w = useWords(liaisonWords)
  const text = useText()
  const format = useFormat()
  const [opened, setOpened] = useState<HonourRound>()
  const [names, setNames] = useState<Names>()
  const round = opened ?? covered
  const params = { branchId, roundId: round.id }
  const uncover = useDeed(openNominations, { onDone: setOpened })
  const close = useDeed(closeHonourRound, {
    refreshes: [listHonourRounds],
    onDone: (next) => {
      setOpened(opened && next)
      toast(w.closed)
    },
  })
  const error = uncover.error ?? close.error
  return (
    <Card title={w.honourYear(round.year)}>
      <p className="muted">
        {round.decidedOn ? w.decidedOn(format.day(round.decidedOn)) : w.nominateUntil(format.day(round.nominateUntil))}
      </p>
      <p className={styles.words}>
        <strong>{w.criteria}</strong> {text(round.criteria)}
      </p>
      <p>{w.nominations(round.nominations.length)}</p>
      {error && <RefusalLine error={error} />}
      {round.nominations.length > 0 && !opened && (
        <>
          <p className="muted small">{w.uncoverNote}</p>
          <Button kind="quiet" busy={uncover.isPending} onPress={() => uncover.mutate({ params })}>
            {w.uncover}
          </Button>
        </>
      )}
      {opened?.nominations.map((one) => (
        <OneNomination key={one.id} branchId={branchId} round={opened} one={one} names={names} onNames={setNames} onDone={setOpened} />
      ))}
      {round.may.includes('close') && (
        <ButtonRow>
          <Button busy={close.isPending} onPress={() => close.mutate({ params })}>
            {w.close}
          </Button>
        </ButtonRow>
      )}
    </Card>
  )
}

function OneNomination({
  branchId,
  round,
  one,
  names,
  onNames,
  onDone,
}: {
  readonly branchId: string
  readonly round: HonourRound
  readonly one: Nomination
  readonly names: Names | undefined
  readonly onNames: (names: Names) => void
  readonly onDone: (round: HonourRound) => void
}) {
  const w = useWords(liaisonWords)
  const text = useText()
  const category = round.categories.find(({ key }) => key === one.category)
  const settle = useDeed(linkNominee, { refreshes: [listHonourRounds], onDone })
  const open = useDeed(openNames, { onDone: ({ items }) => onNames(items) })
  const params = { branchId, roundId: round.id, nominationId: one.id }
  const error = settle.error ?? open.error
  const mayLink = one.may.includes('link') && one.checkInId === null
  return (
    <div className={styles.block}>
      <p>
        {one.nominee} <span className="muted">{category && text(category.name)}</span>{' '}
        {one.decision && <Tag tone={one.decision === 'honoured' ? 'going' : 'quiet'}>{w.decisions[one.decision]}</Tag>}
      </p>
      <p className={styles.words}>{one.reason}</p>
      {one.may.length === 0 && round.decidedOn === null && <p className="muted small">{w.own}</p>}
      {mayLink && <p className="muted small">{w.notMatched}</p>}
      {mayLink &&
        (names ? (
          <Field label={w.match} name={`match-${one.id}`}>
            <Select
              value=""
              placeholder={w.match}
              onChange={(checkInId) => settle.mutate({ params, body: { act: 'link', checkInId } })}
              options={names.map(({ checkInId, name }) => ({ value: checkInId, label: name }))}
            />
          </Field>
        ) : (
          <Button kind="quiet" busy={open.isPending} onPress={() => open.mutate({ params: { branchId }, body: { purpose: 'honours' } })}>
            {w.match}
          </Button>
        ))}
      {one.may.includes('decide') && (
        <div className={styles.below} role="group" aria-label={w.decide}>
          {(['honoured', 'thanked'] as const).map((decision) => (
            <Button
              key={decision}
              kind="quiet"
              pressed={one.decision === decision}
              busy={settle.isPending}
              onPress={() => settle.mutate({ params, body: { act: 'decide', decision } })}
            >
              {w.decisions[decision]}
            </Button>
          ))}
        </div>
      )}
      {error && <RefusalLine error={error} />}
    </div>
  )
}
