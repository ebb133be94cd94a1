export * from './answers.ts'
export { addDays, isDay, isMonth, monthsBetween } from './calendar.ts'
export { askableOf, checkCondition } from './check-condition.ts'
export { checkDefinition } from './check-definition.ts'
export { checkService } from './check-service.ts'
export { acceptedTypes, boundDay, type Fault, type FaultCode } from './check-value.ts'
export { compareServices, type ServiceChange } from './compare-services.ts'
export { compareVersions, type Change } from './compare-versions.ts'
export type * from './condition.ts'
export { doubtfulCreditCode, toCreditCode } from './credit-code.ts'
export * from './definition.ts'
export { answerLines, describeAnswer, type AnswerLine, type Names } from './describe.ts'
export { describeCondition } from './describe-condition.ts'
export { documentsMissing, documentsNeeded, type NeededDocument } from './documents-needed.ts'
export { eligibility, type Eligibility, type Reason } from './eligibility.ts'
export { holds, weigh } from './evaluate.ts'
export { fieldKinds, isInOneCell } from './field-kinds.ts'
export { idNumberFault, maskIdNumber, toIdNumber, type IdNumberFault } from './id-number.ts'
export { placeholdersOf, writeLetter } from './letter.ts'
export { faultSentence, faultTexts, mistakeSentence, mistakeTexts } from './messages.ts'
export {
  mergeDrafts,
  nothingYet,
  sameParts,
  stampParts,
  type Aside,
  type DraftParts,
} from './merge-drafts.ts'
export type { Mistake, MistakeCode } from './mistake.ts'
export { isMobile, toMobile } from './mobile.ts'
export { prefill, type KnownFacts } from './prefill.ts'
export { daysFromTodayWords } from './field-lines.ts'
export { byWords, channelWords, domainWords, handedInWords, kindWords, needWords, openWords, outcomeWords } from './service-words.ts'
export * from './service.ts'
export * from './text.ts'
export { textsIn } from './texts-in.ts'
export { doubts, validateForm, validatePage, type FieldError } from './validate.ts'
export { cleanAnswers, firstPage, nextPage, previousPage, progress, visibleFields, visiblePages, walkForm, type ShownPage } from './walk.ts'
export { withoutAnswers } from './without-answers.ts'
