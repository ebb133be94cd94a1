import { listMaterials } from '@ronghe/contract/school/class.ts'
import { useState } from 'react'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useKept } from '../../../platform/offline/kept.ts'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import styles from '../learning.module.css'
import { classWords } from './words/words.ts'

/** Every text of a course on A4, for whoever learns from paper; a QR code leads back to the page. */
export function MaterialSheet() {
  const w = useWords(classWords)
  const text = useText()
  const params = { courseId: useParam('courseId') }
  const [printedAt] = useState(() => new Date().toISOString())
  const read = useKept(reading(listMaterials, { params }))
  return (
    <Shown read={read}>
      {({ title, items }) => {
        const texts = items.filter(({ body }) => body !== null)
        return (
          <>
            <div className="screen-only">
              <PageHeader
                title={w.packTitle}
                above={text(title)}
                back={{ to: '/school/courses/$courseId/materials', params, label: w.materials }}
              />
              {texts.length > 0 && (
                <ButtonRow>
                  <Button icon="print" onPress={() => print()}>
                    {w.printNow}
                  </Button>
                </ButtonRow>
              )}
            </div>
            {texts.length === 0 ? (
              <EmptyState title={w.materialsNone}>{w.materialsNoneNext}</EmptyState>
            ) : (
              <PrintSheet
                title={text(title)}
                printedAt={printedAt}
                address={`${location.origin}/school/courses/${params.courseId}/materials`}
              >
                {texts.map((material) => (
                  <section key={material.id} className={styles.part}>
                    <h2>{text(material.title)}</h2>
                    {material.sessionNumber && <p className="small">{w.session(material.sessionNumber)}</p>}
                    <p className={styles.said}>{material.body && text(material.body)}</p>
                  </section>
                ))}
              </PrintSheet>
            )}
          </>
        )
      }}
    </Shown>
  )
}
