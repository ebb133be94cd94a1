import {
  type CatalogueChecks,
  changeNeed,
  type ContractProject,
  listContracts,
  nameNeed,
  readContract,
} from '@ronghe/contract/programme/contracts.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
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
import { Choices, Tick } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { fieldErrorsOf, Form } from '../../../../ui/Form.tsx'
import { Select, TextArea, TextInput } from '../../../../ui/inputs.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import desk from '../../desk/desk.module.css'
import { contractWords } from '../words/words.ts'
import { contractDeskWords } from './words/words.ts'

const checks = ['dutyOfGovernment', 'canBeBought', 'noStaffing', 'listed'] as const satisfies readonly (keyof CatalogueChecks)[]
const pairs = ['title', 'need', 'serves'] as const
interface Typed {
  readonly zh: Readonly<Record<(typeof pairs)[number], string>>
  readonly en: Readonly<Record<(typeof pairs)[number], string>>
  readonly source: ContractProject['source']
  readonly sourceNumber: string
  readonly organ: string
  readonly stable: boolean
  readonly checks: readonly (keyof CatalogueChecks)[]
  readonly catalogueItem: string
  readonly partner: string
  readonly partnerRole: string
}

export const NewNeed = () => <NeedForm />

export function EditNeed() {
  const projectId = useParam('projectId')
  return <Shown read={useQuery(reading(readContract, { params: { projectId } }))}>{(project) => <NeedForm project={project} />}</Shown>
}

/** Why, for whom, from where, and that it may be bought at all. */
function NeedForm({ project }: { readonly project?: ContractProject }) {
  const w = useWords(contractDeskWords)
  const page = useWords(contractWords)
  const text = useText()
  const navigate = useNavigate()
  const { person } = useSession()
  const organs = useQuery(reading(listOrgans))
  const draft = useDraft<Typed>(`contract-need:${project?.id ?? 'new'}`, project ? typedOf(project) : fresh)
  const [tried, setTried] = useState(false)
  const done = {
    refreshes: [listContracts, readContract],
    onDone: ({ id }: ContractProject) => {
      void draft.discard()
      toast(w.done)
      void navigate({ to: '/contracts/$projectId' as string, params: { projectId: id } as never })
    },
  }
  const create = useDeed(nameNeed, done)
  const change = useDeed(changeNeed, done)
  const deed = project ? change : create
  if (draft.state === 'reading') return <Loading />
  const typed = draft.value
  const set = (part: Partial<Typed>): void => draft.change((now) => ({ ...now, ...part }))
  const mine = new Set(person?.posts.map(({ organId }) => organId))
  const all = organs.data?.items ?? []
  const buyers = all.filter(({ id, party }) => mine.has(id) && party === 'government')
  const organ = typed.organ || (buyers.length === 1 ? buyers[0]!.id : '')
  const missing: Record<string, string> = {
    ...Object.fromEntries(pairs.filter((name) => typed.zh[name].trim() === '').map((name) => [name, w.missing.text])),
    ...(typed.source !== 'organ' && typed.sourceNumber.trim() === '' && { sourceNumber: w.missing.text }),
    ...(organ === '' && { organId: w.missing.choose }),
    ...(typed.catalogueItem.trim() === '' && { catalogueItem: w.missing.text }),
    ...(typed.partner !== '' && typed.partnerRole.trim() === '' && { partners: w.missing.text }),
  }
  const said = { ...fieldErrorsOf(deed.error), ...(tried ? missing : {}) }
  const save = (): void => {
    setTried(true)
    if (Object.keys(missing).length > 0) return
    const both = (name: (typeof pairs)[number]) => ({
      'zh-CN': typed.zh[name].trim(),
      ...(typed.en[name].trim() !== '' && { en: typed.en[name].trim() }),
    })
    const body = {
      title: both('title'),
      need: both('need'),
      serves: both('serves'),
      source: typed.source,
      sourceNumber: typed.source === 'organ' ? '' : typed.sourceNumber.trim(),
      organId: organ,
      stable: typed.stable,
      checks: {
        dutyOfGovernment: typed.checks.includes('dutyOfGovernment'),
        canBeBought: typed.checks.includes('canBeBought'),
        noStaffing: typed.checks.includes('noStaffing'),
        listed: typed.checks.includes('listed'),
      },
      catalogueItem: typed.catalogueItem.trim(),
      partners: typed.partner === '' ? [] : [{ organId: typed.partner, role: { 'zh-CN': typed.partnerRole.trim() } }],
    }
    if (project) change.mutate({ params: { projectId: project.id }, body })
    else create.mutate({ body })
  }
  const labels = {
    zh: { title: w.zhTitle, need: w.zhNeed, serves: w.zhServes },
    en: { title: w.enTitle, need: w.enNeed, serves: w.enServes },
  }
  return (
    <div className={desk.page}>
      <PageHeader title={w.needTitle} lead={w.needLead} back={{ to: '/contracts', label: w.title }} />
      <Card>
        <Form onSubmit={save} busy={deed.isPending} error={deed.error} errors={tried ? missing : {}} label={w.needTitle}>
          <div className={desk.pair}>
            {pairs.flatMap((name) =>
              (['zh', 'en'] as const).map((language) => (
                <Field
                  key={`${name} ${language}`}
                  label={labels[language][name]}
                  name={language === 'zh' ? name : `${name}.en`}
                  error={language === 'zh' ? said[name] : undefined}
                  optional={language === 'en'}
                >
                  {name === 'need' ? (
                    <TextArea
                      value={typed[language][name]}
                      onChange={(next) => set({ [language]: { ...draft.latest()[language], [name]: next } })}
                      rows={3}
                      maxLength={1500}
                    />
                  ) : (
                    <TextInput
                      value={typed[language][name]}
                      onChange={(next) => set({ [language]: { ...draft.latest()[language], [name]: next } })}
                      maxLength={120}
                    />
                  )}
                </Field>
              )),
            )}
            <Field label={w.source} name="source">
              <Select
                value={typed.source}
                onChange={(source) => set({ source })}
                options={(['organ', 'resolution', 'concern'] as const).map((value) => ({ value, label: page.source[value] }))}
              />
            </Field>
            {typed.source !== 'organ' && (
              <Field label={w.sourceNumber} name="sourceNumber" error={said['sourceNumber']}>
                <TextInput value={typed.sourceNumber} onChange={(sourceNumber) => set({ sourceNumber })} maxLength={60} />
              </Field>
            )}
            <Field label={w.organ} name="organId" error={said['organId']}>
              <Select
                value={organ}
                placeholder=""
                onChange={(next) => set({ organ: next })}
                options={buyers.map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
            <Field label={w.catalogueItem} name="catalogueItem" error={said['catalogueItem']}>
              <TextInput value={typed.catalogueItem} onChange={(catalogueItem) => set({ catalogueItem })} maxLength={200} />
            </Field>
            <Field label={w.partner} name="partner" optional>
              <Select
                value={typed.partner}
                placeholder=""
                onChange={(partner) => set({ partner })}
                options={all
                  .filter(({ id, kind }) => id !== organ && kind !== 'branch')
                  .map(({ id, name }) => ({ value: id, label: text(name) }))}
              />
            </Field>
            {typed.partner !== '' && (
              <Field label={w.partnerRole} name="partners" error={said['partners']}>
                <TextInput value={typed.partnerRole} onChange={(partnerRole) => set({ partnerRole })} maxLength={60} />
              </Field>
            )}
          </div>
          <Choices
            label={page.checksTitle}
            hint={w.checksHint}
            name="checks"
            value={typed.checks}
            onChange={(next) => set({ checks: next })}
            options={checks.map((value) => ({ value, label: page.checks[value] }))}
          />
          <Tick label={w.stable} hint={w.stableHint} checked={typed.stable} onChange={(stable) => set({ stable })} />
          <ButtonRow>
            <Button type="submit" busy={deed.isPending}>
              {w.save}
            </Button>
          </ButtonRow>
        </Form>
      </Card>
    </div>
  )
}

const nothing = { title: '', need: '', serves: '' }
const fresh: Typed = {
  zh: nothing,
  en: nothing,
  source: 'organ',
  sourceNumber: '',
  organ: '',
  stable: false,
  checks: [],
  catalogueItem: '',
  partner: '',
  partnerRole: '',
}

function typedOf(project: ContractProject): Typed {
  const partner = project.parties.find(({ host }) => !host)
  return {
    zh: { title: project.title['zh-CN'], need: project.need['zh-CN'], serves: project.serves['zh-CN'] },
    en: { title: project.title.en ?? '', need: project.need.en ?? '', serves: project.serves.en ?? '' },
    source: project.source,
    sourceNumber: project.sourceNumber ?? '',
    organ: project.organ.id,
    stable: project.stable,
    checks: checks.filter((check) => project.checks[check]),
    catalogueItem: project.catalogueItem,
    partner: partner?.organ.id ?? '',
    partnerRole: partner?.role['zh-CN'] ?? '',
  }
}
