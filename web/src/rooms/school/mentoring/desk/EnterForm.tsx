import type { MentoringLanguage, MentoringSkill, MentoringTime } from '@ronghe/contract/school/mentoring-choices.ts'
import { enterMentoring, type MentoringSide, readMentoringDesk, readProposal } from '@ronghe/contract/school/mentoring.ts'
import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useDeed } from '../../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Choice, Choices, Tick } from '../../../../ui/Choice.tsx'
import { Form } from '../../../../ui/Form.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { type Found, FindPerson } from '../../FindPerson.tsx'
import { useMentoringChoices } from '../choice-words.ts'
import { mentoringWords } from '../words/words.ts'

/** A form signed on paper: the same questions on one page, as fast as typing. */
export function EnterForm({ consentVersion }: { readonly consentVersion: string }) {
  const w = useWords(mentoringWords)
  const c = useMentoringChoices()
  const [person, setPerson] = useState<Found>()
  const [side, setSide] = useState<MentoringSide>('learner')
  const [skills, setSkills] = useState<readonly MentoringSkill[]>([])
  const [languages, setLanguages] = useState<readonly MentoringLanguage[]>([])
  const [times, setTimes] = useState<readonly MentoringTime[]>([])
  const [signed, setSigned] = useState(false)
  const [tried, setTried] = useState(false)
  const enter = useDeed(enterMentoring, {
    refreshes: [readMentoringDesk, readProposal],
    onDone() {
      toast(w.entered)
      setPerson(undefined)
      setSkills([])
      setSigned(false)
      setTried(false)
    },
  })
  const missing: Readonly<Record<string, string>> = tried
    ? {
        ...(skills.length === 0 ? { skills: w.pickOne } : {}),
        ...(languages.length === 0 ? { languages: w.pickOne } : {}),
        ...(times.length === 0 ? { times: w.pickOne } : {}),
        ...(signed ? {} : { signed: w.enterLead }),
      }
    : {}
  const save = (): void => {
    setTried(true)
    if (!person || !signed || skills.length * languages.length * times.length === 0) return
    enter.mutate({
      body: {
        personId: person.id,
        side,
        skills: [...skills],
        languages: [...languages],
        times: [...times],
        places: 1,
        organId: null,
        consentVersion,
      },
    })
  }
  return (
    <Card title={w.enterTitle}>
      <p className="muted">{w.enterLead}</p>
      <FindPerson onChoose={setPerson} />
      {person && (
        <Form label={w.enterTitle} onSubmit={save} busy={enter.isPending} error={enter.error} errors={missing}>
          <p>
            <strong>{w.chosen(person.name)}</strong>
          </p>
          <Choice
            label={w.side}
            name="side"
            value={side}
            onChange={setSide}
            options={(['mentor', 'learner'] as const).map((value) => ({ value, label: w[value] }))}
          />
          <Choices label={w.skill} name="skills" error={missing['skills']} value={skills} onChange={setSkills} options={c.skills} />
          <Choices
            label={w.languages}
            name="languages"
            error={missing['languages']}
            value={languages}
            onChange={setLanguages}
            options={c.languages}
          />
          <Choices label={w.times} name="times" error={missing['times']} value={times} onChange={setTimes} options={c.times} />
          <Tick checked={signed} onChange={setSigned} label={w.signed} />
          <ButtonRow>
            <Button type="submit" busy={enter.isPending}>
              {w.enterDo}
            </Button>
          </ButtonRow>
        </Form>
      )}
    </Card>
  )
}
