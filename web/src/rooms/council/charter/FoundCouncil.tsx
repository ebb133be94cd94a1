import { foundCouncil, listFoundable } from '@ronghe/contract/council/charter-pages.ts'
import { listCouncils } from '@ronghe/contract/council/council.ts'
import type { ReplyOf } from '@ronghe/contract/operation.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../ui/Refusal.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { toast } from '../../../ui/Toast.tsx'
import styles from './charter.module.css'
import { charterWords } from './words/words.ts'

/** The street lead gives a council its first charter; from then on the charter looks after itself. */
export function FoundCouncil() {
  const w = useWords(charterWords)
  return (
    <>
      <PageHeader title={w.foundTitle} lead={w.foundLead} />
      <Shown read={useQuery(reading(listFoundable))}>
        {(foundable) =>
          foundable.councils.length === 0 ? (
            <EmptyState title={w.foundNone}>{w.foundNoneText}</EmptyState>
          ) : (
            <Founding foundable={foundable} />
          )
        }
      </Shown>
    </>
  )
}

function Founding({ foundable: { councils, variants } }: { readonly foundable: ReplyOf<typeof listFoundable> }) {
  const w = useWords(charterWords)
  const text = useText()
  const [council, setCouncil] = useState(councils[0]!.id)
  const [variant, setVariant] = useState<(typeof variants)[number]['variant']>('standard')
  const [asking, setAsking] = useState(false)
  const deed = useDeed(foundCouncil, {
    refreshes: [listFoundable, listCouncils],
    onDone: () => {
      setAsking(false)
      toast(w.foundDone)
    },
  })
  const chosen = variants.find((one) => one.variant === variant)!
  const called = councils.find(({ id }) => id === council) ?? councils[0]!
  return (
    <>
      <Card>
        <Choice
          label={w.chooseCouncil}
          value={called.id}
          onChange={setCouncil}
          options={councils.map(({ id, name }) => ({ value: id, label: text(name) }))}
        />
        <Choice
          label={w.title}
          value={variant}
          onChange={setVariant}
          options={variants.map((one) => ({ value: one.variant, label: w.variants[one.variant] }))}
        />
        <ButtonRow>
          <Button onPress={() => setAsking(true)}>{w.found}</Button>
        </ButtonRow>
      </Card>
      {chosen.articles.map(({ key, number, title, text: words }) => (
        <Card
          key={key}
          title={
            <>
              <span className={styles.number}>{w.article(number)}</span>
              {text(title)}
            </>
          }
        >
          <p className={styles.prose}>{text(words)}</p>
        </Card>
      ))}
      <Dialog title={w.foundTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{w.foundSure(text(called.name))}</p>
        {deed.error && <RefusalLine error={deed.error} />}
        <ButtonRow>
          <Button busy={deed.isPending} onPress={() => deed.mutate({ params: { councilId: called.id }, body: { variant } })}>
            {w.found}
          </Button>
          <Button kind="quiet" onPress={() => setAsking(false)}>
            {w.cancel}
          </Button>
        </ButtonRow>
      </Dialog>
    </>
  )
}
