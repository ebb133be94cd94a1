import type { SurveyItem, SurveyScale } from '@ronghe/contract/insight/survey-scales.ts'
import type { Group, Text } from '@ronghe/contract/values.ts'
import { useLanguage, useText, useWords } from '../../../platform/language/language.tsx'
import { useSession } from '../../../platform/session/session.tsx'
import { surveyWords } from './words/words.ts'

/** Puts the street's own names of the groups into a text; `{others}` is the side that the person is not of. */
export function useGroupWords(): (said: Text, group?: Group) => string {
  const text = useText()
  const w = useWords(surveyWords)
  const { language } = useLanguage()
  const { groupNames } = useSession()
  return (said, group = 'unstated') => {
    // Within an English sentence a name of a group is a common noun.
    const named = (name: Text) => (language === 'en' ? text(name).charAt(0).toLowerCase() + text(name).slice(1) : text(name))
    const names = { newcomers: named(groupNames.newcomer), locals: named(groupNames.local) }
    const others = group === 'newcomer' ? names.locals : group === 'local' ? names.newcomers : w.others
    const filled = text(said).replace(/\{(newcomers|locals|others)\}/g, (_, name: 'newcomers' | 'locals' | 'others') =>
      name === 'others' ? others : names[name],
    )
    return filled.charAt(0).toUpperCase() + filled.slice(1)
  }
}

/** A question as it is put to somebody, and its five answers with "prefer not to say" at the end. */
export function useQuestion() {
  const w = useWords(surveyWords)
  const words = useGroupWords()
  return {
    text: (scale: SurveyScale, item: SurveyItem, group: Group): string =>
      scale.choices === 'trust' ? w.trustQuestion(words(item.text, group)) : words(item.text, group),
    options: (scale: SurveyScale) => [
      ...w[scale.choices].map((label, at) => ({ value: String(at + 1), label })),
      { value: '0', label: w.notSay },
    ],
    answer: (scale: SurveyScale, step: number | undefined): string =>
      step === undefined ? w.notReached : step === 0 ? w.notSay : w[scale.choices][step - 1]!,
  }
}

/** Six questions a minute, rounded up: what people need on a phone. */
export const minutesFor = (questions: number): number => Math.max(1, Math.ceil(questions / 6))
