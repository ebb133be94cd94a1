import {
  type MentoringLanguage,
  mentoringLanguageKeys,
  mentoringLanguages,
  type MentoringSkill,
  mentoringSkillKeys,
  mentoringSkills,
  type MentoringTime,
  mentoringTimeKeys,
  mentoringTimes,
} from '@ronghe/contract/school/mentoring-choices.ts'
import { useFormat } from '../../../platform/language/format.ts'
import { useText } from '../../../platform/language/language.tsx'

/** The words of what can be chosen, as options and as lists. */
export function useMentoringChoices() {
  const text = useText()
  const format = useFormat()
  const list = (names: readonly string[]): string => format.list(names)
  return {
    skills: mentoringSkillKeys.map((value) => ({ value, label: text(mentoringSkills[value]) })),
    languages: mentoringLanguageKeys.map((value) => ({ value, label: text(mentoringLanguages[value]) })),
    times: mentoringTimeKeys.map((value) => ({ value, label: text(mentoringTimes[value]) })),
    skill: (key: MentoringSkill) => text(mentoringSkills[key]),
    listSkills: (keys: readonly MentoringSkill[]) => list(keys.map((key) => text(mentoringSkills[key]))),
    listLanguages: (keys: readonly MentoringLanguage[]) => list(keys.map((key) => text(mentoringLanguages[key]))),
    listTimes: (keys: readonly MentoringTime[]) => list(keys.map((key) => text(mentoringTimes[key]))),
  }
}
