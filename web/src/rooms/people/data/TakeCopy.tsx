import { exportMyData, readMyDataPage } from '@ronghe/contract/people/my-data.ts'
import { useState } from 'react'
import { addressOf, call } from '../../../api.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { toast } from '../../../ui/Toast.tsx'
import { Actions } from '../Actions.tsx'
import { dataWords } from '../words/data/words.ts'
import { saveFile } from '../../../platform/save-file.ts'

/** Everything kept about me: a page to read, and the same as data. */
export function TakeCopy() {
  const w = useWords(dataWords)
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const take = (): void => {
    setState({ busy: true })
    call(exportMyData).then(
      (data) => {
        saveFile(`${w.fileName}.json`, JSON.stringify(data, null, 2), 'application/json')
        setState({ busy: false })
        toast(w.taken)
      },
      (error: unknown) => setState({ busy: false, error }),
    )
  }
  return (
    <Actions>
      {state.error !== undefined && <RefusalLine error={state.error} />}
      <LinkButton kind="quiet" wide href={addressOf(readMyDataPage, {})}>
        {w.page}
      </LinkButton>
      <Button kind="quiet" wide busy={state.busy} onPress={take}>
        {w.json}
      </Button>
    </Actions>
  )
}
