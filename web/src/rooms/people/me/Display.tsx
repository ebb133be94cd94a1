import { useLanguage, useWords } from '../../../platform/language/language.tsx'
import { AppearanceChoice } from '../../../shell/Switches.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ReadAloud } from '../../../ui/ReadAloud.tsx'
import { Actions } from '../Actions.tsx'
import { meWords } from '../words/me/words.ts'

/** How the pages look and which language they speak; seen at once, no button to save. */
export function Display() {
  const w = useWords(meWords)
  const { language, speak } = useLanguage()
  return (
    <>
      <PageHeader title={w.lookTitle} lead={w.lookLead} back={{ to: '/me' }} />
      <Card>
        <AppearanceChoice />
      </Card>
      <Card title={w.lookSample}>
        <p>{w.lookSampleText}</p>
        <Actions>
          <ReadAloud text={w.lookSampleText} />
        </Actions>
      </Card>
      <Card>
        <Choice
          label={w.lookLanguage}
          value={language}
          onChange={speak}
          options={[
            { value: 'zh-CN', label: w.languages['zh-CN'] },
            { value: 'en', label: w.languages.en },
          ]}
        />
      </Card>
    </>
  )
}
