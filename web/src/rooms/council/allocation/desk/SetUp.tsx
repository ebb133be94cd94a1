import {
  type AllocationRules,
  type BallotForm,
  type Sharing,
  utilitiesOf,
  type Utility,
} from '@ronghe/contract/council/allocation-rules.ts'
import { type AllocationRound, editRound, listRounds, readRound, setUpRound } from '@ronghe/contract/council/allocation.ts'
import { listPlaces } from '@ronghe/contract/programme/places.ts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useParam } from '../../../../platform/params.ts'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Choices } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type FieldErrors, fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { useGroupName } from '../../../../ui/GroupPair.tsx'
import { DateInput, NumberInput, Select, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import styles from '../allocation.module.css'
import { allocationWords } from '../words/words.ts'
import { allocationDeskWords } from './words/words.ts'

const dateNames = ['callFrom', 'callUntil', 'feasibilityUntil', 'votingFrom', 'votingUntil'] as const
type TieOrder = 'cheapest,votes,lot' | 'votes,cheapest,lot' | 'lot'

/** As it is typed: what the rules are made of, each in one field. */
interface Typed {
  readonly zh: string
  readonly en: string
  readonly yuan: number | null
  readonly communityIds: readonly string[]
  readonly rule: Sharing['rule']
  readonly utility: Utility
  readonly completion: 'add1' | 'add1u' | 'none'
  readonly ties: TieOrder
  readonly seed: string
  readonly form: BallotForm['form']
  readonly most: number | null
  readonly voters: 'attested' | 'confirmed'
  readonly newcomer: number | null
  readonly dates: Readonly<Record<(typeof dateNames)[number], string>>
}

const fresh: Typed = {
  zh: '',
  en: '',
  yuan: null,
  communityIds: [],
  rule: 'equal-shares',
  utility: 'cost',
  completion: 'add1',
  ties: 'cheapest,votes,lot',
  seed: '',
  form: 'approval',
  most: 10,
  voters: 'attested',
  newcomer: 50,
  dates: { callFrom: '', callUntil: '', feasibilityUntil: '', votingFrom: '', votingUntil: '' },
}

const typedOf = ({ title, rules }: AllocationRound): Typed => ({
  zh: title['zh-CN'],
  en: title.en ?? '',
  yuan: rules.budgetCents / 100,
  communityIds: rules.communityIds,
  rule: rules.sharing.rule,
  utility: rules.sharing.rule === 'equal-shares' ? rules.sharing.utility : 'cost',
  completion: rules.sharing.rule === 'equal-shares' ? rules.sharing.completion : 'add1',
  ties: rules.ties.join(',') === 'lot' ? 'lot' : rules.ties[0] === 'votes' ? 'votes,cheapest,lot' : 'cheapest,votes,lot',
  seed: rules.seed,
  form: rules.ballot.form,
  most: rules.ballot.form === 'points' ? rules.ballot.points : rules.ballot.most,
  voters: rules.voters,
  newcomer: rules.expected.newcomer,
  dates: rules.dates,
})

function rulesOf(typed: Typed): AllocationRules {
  const most = typed.most ?? 0
  return {
    budgetCents: (typed.yuan ?? 0) * 100,
    communityIds: [...typed.communityIds],
    sharing:
      typed.rule === 'equal-shares' ? { rule: typed.rule, utility: typed.utility, completion: typed.completion } : { rule: typed.rule },
    ties: typed.ties.split(',') as AllocationRules['ties'],
    seed: typed.seed.trim(),
    ballot: typed.form === 'points' ? { form: 'points', points: most } : { form: typed.form, most },
    voters: typed.voters,
    expected: { newcomer: typed.newcomer ?? 0, local: 100 - (typed.newcomer ?? 0) },
    dates: typed.dates,
  }
}

export function SetUp() {
  return <SetUpForm />
}

export function EditRules() {
  const roundId = useParam('roundId')
  return <Shown read={useQuery(reading(readRound, { params: { roundId } }))}>{(round) => <SetUpForm round={round} />}</Shown>
}

/** The rules the council will decide on; every field is one of them. */
function SetUpForm({ round }: { readonly round?: AllocationRound }) {
  const w = useWords(allocationDeskWords)
  const page = useWords(allocationWords)
  const text = useText()
  const group = useGroupName()
  const navigate = useNavigate()
  const { person } = useSession()
  const draft = useDraft<Typed>(`allocation-rules:${round?.id ?? 'new'}:${person?.id}`, round ? typedOf(round) : fresh)
  const places = useQuery(reading(listPlaces))
  const [faults, setFaults] = useState<FieldErrors>({})
  const done = {
    refreshes: [listRounds, readRound],
    onDone: ({ id }: AllocationRound) => {
      void draft.discard()
      toast(w.done)
      void navigate({ to: '/council/allocation/$roundId' as string, params: { roundId: id } as never })
    },
  }
  const create = useDeed(setUpRound, done)
  const edit = useDeed(editRound, done)
  const deed = round ? edit : create
  if (draft.state === 'reading') return <Loading />
  const typed = draft.value
  const set = (part: Partial<Typed>): void => draft.change((now) => ({ ...now, ...part }))
  const councilId = round?.councilId ?? person?.posts.find(({ kind }) => kind === 'councilClerk')?.organId
  const said = { ...fieldErrorsOf(deed.error), ...faults }
  const save = (): void => {
    const missingDates = dateNames
      .filter((name) => typed.dates[name] === '')
      .map((name) => [`rules.dates.${name}`, w.missing.date] as const)
    const found: FieldErrors = {
      ...(typed.zh.trim() === '' && { 'title.zh-CN': w.missing.title }),
      ...(typed.yuan === null && { 'rules.budgetCents': w.missing.number }),
      ...(typed.seed.trim() === '' && { 'rules.seed': w.missing.seed }),
      ...(typed.most === null && { 'rules.ballot': w.missing.number }),
      ...(typed.newcomer === null && { 'rules.expected': w.missing.number }),
      ...Object.fromEntries(missingDates),
    }
    setFaults(found)
    if (Object.keys(found).length > 0 || !councilId) return
    const title = { 'zh-CN': typed.zh.trim(), ...(typed.en.trim() && { en: typed.en.trim() }) }
    const rules = rulesOf(typed)
    if (round) edit.mutate({ params: { roundId: round.id }, body: { title, rules } })
    else create.mutate({ body: { councilId, title, rules } })
  }
  const possible = utilitiesOf[typed.form]
  return (
    <>
      <PageHeader
        title={w.setUpTitle}
        lead={w.setUpLead}
        back={round ? { to: '/council/allocation/$roundId', params: { roundId: round.id } } : { to: '/council/allocation', label: w.title }}
      />
      <Card>
        <Form onSubmit={save} busy={deed.isPending} errors={faults} error={deed.error}>
          <div className={styles.find}>
            <Field label={w.zhTitle} name="title.zh-CN" error={said['title.zh-CN']}>
              <TextInput value={typed.zh} onChange={(zh) => set({ zh })} maxLength={60} />
            </Field>
            <Field label={w.enTitle} name="title.en" optional>
              <TextInput value={typed.en} onChange={(en) => set({ en })} maxLength={120} />
            </Field>
            <Field label={w.budgetYuan} name="rules.budgetCents" error={said['rules.budgetCents']}>
              <NumberInput value={typed.yuan} onChange={(yuan) => set({ yuan })} />
            </Field>
            <Field
              label={w.expectedNewcomer(group('newcomer'))}
              hint={w.expectedHint}
              name="rules.expected"
              error={said['rules.expected'] ?? said['rules.expected.newcomer']}
            >
              <NumberInput value={typed.newcomer} onChange={(newcomer) => set({ newcomer })} />
            </Field>
          </div>
          <Choices
            label={w.area}
            hint={w.areaHint}
            name="rules.communityIds"
            optional
            value={typed.communityIds}
            onChange={(communityIds) => set({ communityIds })}
            options={(places.data?.communities ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
          />
          <Choice
            label={w.form}
            name="rules.ballot"
            error={said['rules.ballot']}
            value={typed.form}
            onChange={(form) => set({ form, utility: utilitiesOf[form][0]! })}
            options={(['approval', 'points', 'ranking'] as const).map((value) => ({ value, label: w.forms[value] }))}
          />
          <Field
            label={typed.form === 'points' ? w.points : w.most}
            name="rules.ballot.most"
            error={said['rules.ballot.most'] ?? said['rules.ballot.points']}
          >
            <NumberInput value={typed.most} onChange={(most) => set({ most })} />
          </Field>
          <Choice
            label={w.rule}
            name="rules.sharing"
            value={typed.rule}
            onChange={(rule) => set({ rule })}
            options={(['equal-shares', 'greedy', 'phragmen'] as const).map((value) => ({
              value,
              label: page.ruleNames[value],
              hint: page.ruleMeans[value],
            }))}
          />
          {typed.rule === 'equal-shares' && (
            <div className={styles.find}>
              <Field label={w.utility} name="rules.sharing.utility" error={said['rules.sharing.utility']}>
                <Select
                  value={typed.utility}
                  onChange={(utility) => set({ utility })}
                  options={possible.map((value) => ({ value, label: page.utilities[value] }))}
                />
              </Field>
              <Field label={w.completion} name="rules.sharing.completion">
                <Select
                  value={typed.completion}
                  onChange={(completion) => set({ completion })}
                  options={(['add1', 'add1u', 'none'] as const).map((value) => ({ value, label: page.completions[value] }))}
                />
              </Field>
            </div>
          )}
          <div className={styles.find}>
            <Field label={w.ties} name="rules.ties" error={said['rules.ties']}>
              <Select<TieOrder>
                value={typed.ties}
                onChange={(ties) => set({ ties })}
                options={(['cheapest,votes,lot', 'votes,cheapest,lot', 'lot'] as const).map((value) => ({
                  value,
                  label: w.tieOrders[value],
                }))}
              />
            </Field>
            <Field label={w.seed} hint={w.seedHint} name="rules.seed" error={said['rules.seed']}>
              <TextInput value={typed.seed} onChange={(seed) => set({ seed })} maxLength={100} />
            </Field>
            <Field label={w.voters} name="rules.voters">
              <Select
                value={typed.voters}
                onChange={(voters) => set({ voters })}
                options={(['attested', 'confirmed'] as const).map((value) => ({ value, label: page.votersAre[value] }))}
              />
            </Field>
          </div>
          <div className={styles.find} role="group" aria-label={w.dates}>
            {dateNames.map((name) => (
              <Field key={name} label={w.dateNames[name]} name={`rules.dates.${name}`} error={said[`rules.dates.${name}`]}>
                <DateInput value={typed.dates[name]} onChange={(day) => set({ dates: { ...draft.latest().dates, [name]: day } })} />
              </Field>
            ))}
          </div>
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
}
