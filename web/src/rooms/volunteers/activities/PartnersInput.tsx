import type { PartnerRole } from '@ronghe/contract/programme/joint-items.ts'
import { listOrgans } from '@ronghe/contract/programme/organs.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button } from '../../../ui/Button.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select, TextInput } from '../../../ui/inputs.tsx'
import { uiWords } from '../../../ui/words/words.ts'
import styles from '../volunteers.module.css'
import { activityWords } from './words/words.ts'

type Partner = z.infer<typeof PartnerRole>

/** Organs that stand behind an activity beside its host, and as what (M2). */
export function PartnersInput({ value, onChange }: { readonly value: readonly Partner[]; readonly onChange: (value: Partner[]) => void }) {
  const w = useWords(activityWords)
  const ui = useWords(uiWords)
  const text = useText()
  const organs = useQuery(reading(listOrgans))
  const put = (at: number, part: Partial<Partner>): void => onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)))
  return (
    <div className={styles.stack}>
      {value.map(({ organId, role }, index) => (
        <div key={index} className={styles.times}>
          <Field label={w.fPartner}>
            <Select
              value={organId}
              onChange={(next) => put(index, { organId: next })}
              placeholder={ui.chooseOne}
              options={(organs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
            />
          </Field>
          <Field label={w.fPartnerRole}>
            <TextInput value={role['zh-CN']} onChange={(next) => put(index, { role: { ...role, 'zh-CN': next } })} maxLength={40} />
          </Field>
          <Button kind="plain" onPress={() => onChange(value.filter((_, at) => at !== index))}>
            {w.removePartner}
          </Button>
        </div>
      ))}
      {value.length < 6 && (
        <Button kind="quiet" onPress={() => onChange([...value, { organId: '', role: { 'zh-CN': '' } }])}>
          {w.addPartner}
        </Button>
      )}
    </div>
  )
}
