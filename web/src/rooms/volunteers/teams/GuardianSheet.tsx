import { useState } from 'react'
import { useWords } from '../../../platform/language/language.tsx'
import { useStreetName } from '../../../platform/session/session.tsx'
import { Button } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PrintSheet } from '../../../ui/PrintSheet.tsx'
import { residentAddress } from '../address.ts'
import styles from '../volunteers.module.css'
import { teamWords } from './words/words.ts'

/** The guardian's paper: signed, looked at by the coordinator, and given back. */
export function GuardianSheet() {
  const w = useWords(teamWords)
  const street = useStreetName()
  const [printedAt] = useState(() => new Date().toISOString())
  return (
    <>
      <PageHeader title={w.guardianSheet} back={{ to: '/volunteers/me' }} />
      <Button kind="quiet" wide icon="print" onPress={() => window.print()}>
        {w.printGuardian}
      </Button>
      <PrintSheet title={w.guardianSheet} address={residentAddress('/volunteers/me')} printedAt={printedAt}>
        <div className={styles.sheet}>
          <p>{w.guardianText(street)}</p>
          <table>
            <tbody>
              {[w.child, w.guardianName, w.phone, w.date].map((name) => (
                <tr key={name}>
                  <th>{name}</th>
                  <td>{'\u00a0'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </PrintSheet>
    </>
  )
}
