import fc from 'fast-check'
import {
  addDays,
  answerLines,
  boundDay,
  checkService,
  cleanAnswers,
  documentsMissing,
  documentsNeeded,
  eligibility,
  firstPage,
  formOf,
  isDay,
  mistakeSentence,
  nextPage,
  textsIn,
  validateForm,
  validatePage,
  visibleFields,
  walkForm,
  writeLetter,
  type Answers,
  type Field,
  type FormDefinition,
} from '@ronghe/forms'
import { describe, expect, test } from 'vitest'
import { organs } from '../cast.ts'
import { services } from './all.ts'
import { sampleAnswers } from './sample-answers.ts'

const today = '2026-11-23'
const keys = new Set(services.map((service) => service.key))
const named = (key: string) => services.find((service) => service.key === key)!

describe.each(services.map((service) => [service.key, service] as const))('%s', (key, service) => {
  const form = formOf(service)!

  test('has no mistake and is complete in both languages', () => {
    expect(checkService(service, keys).map((mistake) => `${mistake.path}: ${mistakeSentence(mistake, 'en')}`)).toEqual([])
  })

  test('the sample answers may be filed as they stand', () => {
    const answers = sampleAnswers[key]!
    expect(cleanAnswers(form, answers, today)).toEqual(answers)
    expect(validateForm(form, answers, today)).toEqual([])
    expect(eligibility(service.eligibility, answers, today).verdict).toBe('yes')
  })

  test('whoever answers, in whatever way, gets to the end, is told yes, no or unsure, and is never left without a way', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
        const answers = answerAll(form, numbers)
        expect(validateForm(form, answers, today)).toEqual([])
        const answer = eligibility(service.eligibility, answers, today)
        if (answer.verdict !== 'yes') expect(answer.instead.length).toBeGreaterThan(0)
      }),
      { seed: 20261123, numRuns: 40 },
    )
  })

  test('speaks as a neighbour: no exclamation marks, Chinese punctuation in Chinese, no Chinese left in English', () => {
    for (const { path, text } of textsIn(service)) {
      expect(`${path} ${text['zh-CN']}`).not.toMatch(/[!！]|[\u4e00-\u9fff][,;:?]/)
      expect(`${path} ${text.en}`).not.toMatch(/!|[\u3400-\u9fff]/)
    }
  })

  test('belongs to an organ of the street, says where it comes from, and is still valid', () => {
    expect(Object.keys(organs)).toContain(service.department)
    expect(service.guide.lastChecked <= today && today <= service.guide.validUntil).toBe(true)
    for (const consent of service.consents) expect(consent.withoutIt['zh-CN']).not.toBe('')
  })
})

test('the services of the design are all here', () => {
  expect([...keys].toSorted()).toEqual(Object.keys(sampleAnswers).toSorted())
  expect(keys.size).toBe(20)
})

test('an ID number is asked by the residence permit and the medical reimbursement only, and covered', () => {
  const asking = services.filter((service) => fieldsOf(service.key).some((field) => field.kind === 'idNumber'))
  expect(asking.map((service) => service.key)).toEqual(['residencePermit', 'honghuReimbursement'])
  for (const service of asking) expect(fieldsOf(service.key).find((field) => field.kind === 'idNumber')?.sensitive).toBe(true)
})

test('no question is about party, candidates, origin, nation or religion', () => {
  for (const service of services)
    for (const { text } of textsIn(formOf(service)))
      expect(`${text['zh-CN']} ${text.en}`).not.toMatch(/党|候选|民族|宗教|籍贯|party member|candidate|ethnic|religio/i)
})

test('only hazards are non-personal, and they need nothing but what and where', () => {
  expect(services.filter((service) => service.nonPersonal).map((service) => service.key)).toEqual([
    'hazardLamp',
    'hazardRubbish',
    'hazardLift',
    'hazardWater',
  ])
  expect(validateForm(formOf(named('hazardLamp'))!, { problem: 'dark', place: { community: 'songbai' } }, today)).toEqual([])
})

test('one who came four months ago is told no, why, and what to do meanwhile', () => {
  const answer = eligibility(named('residencePermit').eligibility, { ...sampleAnswers.residencePermit, since: '2026-07' }, today)
  expect(answer.verdict).toBe('no')
  expect(answer.reasons.find((reason) => reason.met === false)?.law?.['zh-CN']).toContain('第二条')
  expect(answer.instead[0]?.text['zh-CN']).toContain('居住登记')
})

test('without a willing landlord the bills and a neighbour will do', () => {
  const needed = documentsNeeded(named('residencePermit'), sampleAnswers.residencePermit!, today)
  expect(documentsMissing(needed, new Set(['idCard', 'employerLetter', 'billsAndNeighbour']))).toEqual([])
  expect(documentsMissing(needed, new Set(['idCard'])).map(({ id }) => id)).toEqual(['jobProof'])
})

test('wages of more than a year ago are not simply refused: inspection, court and a lawyer are named', () => {
  const answer = eligibility(named('unpaidWages').eligibility, { ...sampleAnswers.unpaidWages, leftOn: '2025-06-30' }, today)
  expect(answer.verdict).toBe('no')
  expect(answer.instead.map(({ service }) => service)).toEqual(['legalAid'])
})

test('the letter home is written from the answers, the number of the card left to be written by hand', () => {
  const service = named('votingAtHome')
  if (service.mode !== 'guide' || !service.letter) throw new Error('voting at home has no letter')
  const letter = writeLetter(service.letter, sampleAnswers.votingAtHome!, today, 'zh-CN')
  expect(letter.to).toBe('湖北洪湖 选举委员会')
  expect(letter.body).toContain('陈国强，19900000001')
  expect(letter.body).toContain('书面委托近亲属代投')
  expect(letter.body).toMatch(/手写：＿+/)
})

test('a Honghu claim has its agreement, its dates to ask again within the promise, and goes on without the consent', () => {
  const service = named('honghuReimbursement')
  if (service.mode !== 'case') throw new Error('Honghu is a case')
  expect(service.externalParty?.agreement).toBe('honghu-hospitals')
  for (const day of service.externalParty!.chaseAfterWorkingDays) expect(day).toBeLessThan(service.promisedWorkingDays)
})

test('answers read back in both languages without a blank label', () => {
  for (const service of services)
    for (const language of ['zh-CN', 'en'] as const)
      for (const line of answerLines(formOf(service)!, sampleAnswers[service.key]!, today, language)) expect(line.label).not.toBe('')
})

const fieldsOf = (key: string): Field[] => formOf(named(key))!.pages.flatMap((page) => [...page.fields])

/** Goes through the form page by page as a person would, choosing by the numbers given, and checks each page before the next. */
function answerAll(form: FormDefinition, numbers: Iterator<number>): Answers {
  const choose = (most: number) => (numbers.next().value as number) % most
  let answers: Answers = {}
  for (let page = firstPage(form, answers, today); page !== undefined; page = nextPage(form, answers, today, page)) {
    const repeat = form.pages.find(({ id }) => id === page)?.repeat
    const fill = (fields: readonly Field[]): Answers =>
      Object.fromEntries(fields.flatMap((field) => (field.required || choose(2) ? [[field.id, answerTo(field, choose)]] : [])))
    if (repeat)
      answers = {
        ...answers,
        [page]: Array.from({ length: Math.max(repeat.least, choose(repeat.most + 1)) }, () =>
          fill(walkForm(form, answers, today).pages.find((shown) => shown.page.id === page)!.fields),
        ),
      }
    // Twice: the first answers may bring a follow-up question on the same page.
    else for (let round = 0; round < 2; round++) answers = { ...fill(visibleFields(form, page, answers, today)), ...answers }
    expect(validatePage(form, page, answers, today)).toEqual([])
  }
  return cleanAnswers(form, answers, today)
}

function answerTo(field: Field, choose: (most: number) => number): unknown {
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const values = [...field.options.map((option) => option.value), ...(field.none ? ['none'] : [])]
      const value = values[choose(values.length)]
      return field.kind === 'choice' ? value : [value]
    }
    case 'yesNo':
      return [true, false, ...(field.none ? ['none'] : [])][choose(field.none ? 3 : 2)]
    case 'number':
    case 'money':
      return (field.least ?? 0) + choose(Math.min((field.most ?? 1000) - (field.least ?? 0), 1000) + 1)
    case 'date':
    case 'month': {
      const least = boundDay(field.least ?? '2020-01-01', today)
      const most = boundDay(field.most ?? '2027-12-31', today)
      const day = addDays(least, choose(20_000))
      const within = isDay(day) && day <= most ? day : most
      return field.kind === 'month' ? within.slice(0, 7) : within
    }
    case 'address':
      return { community: 'songbai' }
    case 'person':
      return { name: '陈', phone: '13800000001', relation: '家人' }
    case 'idNumber':
      return '11010519491231002X'
    case 'creditCode':
      return '91350100M000100Y43'
    case 'phone':
      return '13800000001'
    case 'file':
      return [{ file: 'f', name: '灯.jpg', type: 'image/jpeg', size: 1 }]
    case 'confirm':
      return true
    default:
      return '写一句'
  }
}
