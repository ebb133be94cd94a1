import { readReader } from '@ronghe/contract/programme/concerns.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Choice } from '../../../../ui/Choice.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import styles from '../desk.module.css'
import type { Entry } from './entry.ts'
import { concernDeskWords } from './words/words.ts'

interface Meant {
  readonly entry: Pick<Entry, 'organId' | 'postId'>
  readonly set: (part: Partial<Pick<Entry, 'organId' | 'postId'>>) => void
}
interface Asking {
  readonly entry: Entry
  readonly set: (part: Partial<Entry>) => void
}

/** Whether it is about somebody who works here; then who alone will read it is said before it is sent. */
export function AboutStaff({ entry, set }: Asking) {
  const w = useWords(concernDeskWords)
  return (
    <>
      <Choice<Entry['staff']>
        label={w.staff}
        name="staff"
        value={entry.staff}
        onChange={(staff) => set({ staff })}
        options={[
          { value: 'no', label: w.staffNo },
          { value: 'yes', label: w.staffYes },
        ]}
      />
      {entry.staff === 'yes' && <WhoIsMeant entry={entry} set={set} />}
    </>
  )
}

/** Which post or organ is meant, and who alone will read it. */
export function WhoIsMeant({ entry: { organId, postId }, set }: Meant) {
  const w = useWords(concernDeskWords)
  const text = useText()
  const read = useQuery(reading(readReader, { query: { ...(organId !== '' && { organId }), ...(postId !== '' && { postId }) } }))
  return (
    <Shown read={read}>
      {({ reader, could }) => (
        <>
          <div className={styles.pair}>
            <Field label={w.staffOrgan} name="organId" optional>
              <Select
                value={organId}
                onChange={(next) => set({ organId: next, postId: '' })}
                placeholder={w.staffAny}
                options={could.map((one) => ({ value: one.organId, label: text(one.organ) }))}
              />
            </Field>
            {organId !== '' && (
              <Field label={w.staffPost} name="postId" optional>
                <Select
                  value={postId}
                  onChange={(next) => set({ postId: next })}
                  placeholder={w.staffAny}
                  options={(could.find((one) => one.organId === organId)?.posts ?? []).map((one) => ({
                    value: one.postId,
                    label: text(one.post),
                  }))}
                />
              </Field>
            )}
          </div>
          {reader ? (
            <Notice title={w.staffReader}>
              <p>{[text(reader.organ), text(reader.post), ...reader.holders].join(' · ')}</p>
            </Notice>
          ) : (
            <Notice tone="attention">{w.staffNobody}</Notice>
          )}
        </>
      )}
    </Shown>
  )
}
