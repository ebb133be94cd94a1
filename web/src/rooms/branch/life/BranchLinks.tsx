import { listOpenOccasions } from '@ronghe/contract/branch/occasions.ts'
import { listShownHonours } from '@ronghe/contract/branch/honours.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { liaisonWords } from '../liaison/words/words.ts'
import styles from './life.module.css'
import { useOccasionLines } from './occasion-lines.ts'
import { lifeWords } from './words/words.ts'

/** For a member, from their own check-in. */
export function MemberLinks({ here }: { readonly here?: 'year' | 'window' | 'honours' }) {
  const w = useWords(lifeWords)
  return (
    <Card title={w.more}>
      <CardList>
        {here !== 'year' && <CardItem to="/branch/my/year" title={w.toYear} />}
        {here !== 'window' && <CardItem to="/branch/my/window" title={w.toWindow} />}
        {here !== 'honours' && <CardItem to="/branch/my/honours" title={w.toHonours} />}
        <CardItem to="/branch/carry" title={w.toCarry} />
      </CardList>
    </Card>
  )
}

/** For anybody, from the page of branches. */
export function EverybodyLinks() {
  const w = useWords(lifeWords)
  const v = useWords(liaisonWords)
  return (
    <Card>
      <CardList>
        <CardItem to="/branch/carry" title={w.toCarry} second={v.carryLead} />
        <CardItem to="/branch/application" title={w.toApplication} second={v.applicationLead} />
      </CardList>
    </Card>
  )
}

/** For office-holders, beside the list of check-ins. */
export function OfficeLinks({ branchId }: { readonly branchId: string }) {
  const w = useWords(lifeWords)
  const v = useWords(liaisonWords)
  const params = { branchId }
  return (
    <Card title={w.officeLinks}>
      <CardList>
        <CardItem to="/branch/office/$branchId/year" params={params} title={w.officeYear} />
        <CardItem to="/branch/office/$branchId/plans" params={params} title={w.plansTitle} />
        <CardItem to="/branch/office/$branchId/window" params={params} title={w.windowTitle} />
        <CardItem to="/branch/office/$branchId/applications" params={params} title={v.officeApplications} />
        <CardItem to="/branch/office/$branchId/concerns" params={params} title={v.officeConcerns} />
        <CardItem to="/branch/office/$branchId/notices" params={params} title={v.noticesTitle} />
        <CardItem to="/branch/office/$branchId/honours" params={params} title={v.officeHonours} />
        <CardItem to="/branch/office/$branchId/figures" params={params} title={w.figuresTitle} />
      </CardList>
    </Card>
  )
}

/** On the branch's public page: what neighbours may come to, and whom the branch commends and may name. Empty, it is not there. */
export function BranchOutside({ branchId }: { readonly branchId: string }) {
  const w = useWords(lifeWords)
  const text = useText()
  const lines = useOccasionLines()
  const open = useQuery(reading(listOpenOccasions, { params: { branchId } })).data?.items ?? []
  const shown = useQuery(reading(listShownHonours, { params: { branchId } })).data?.items ?? []
  return (
    <>
      {open.length > 0 && (
        <Card title={w.outsideTitle}>
          <CardList>
            {open.map((one) => (
              <CardItem key={one.id} title={text(one.title)} second={`${lines.kind(one)}${lines.when(one)} · ${text(one.place)}`} />
            ))}
          </CardList>
        </Card>
      )}
      {shown.length > 0 && (
        <Card title={w.honoursTitle}>
          {shown.map((one) => (
            <div key={`${one.year} ${one.name} ${text(one.category)}`} className={styles.block}>
              <h3>{one.name}</h3>
              <p className="muted">
                {w.year(one.year)} · {text(one.category)}
              </p>
              <p className={styles.words}>{one.words}</p>
            </div>
          ))}
        </Card>
      )}
    </>
  )
}
