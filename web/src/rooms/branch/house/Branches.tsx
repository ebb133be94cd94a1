import { listBranches, readBranch, type BranchCard, type BranchPage as Page } from '@ronghe/contract/branch/branches.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { usePermission } from '../../../platform/session/session.tsx'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList, Facts } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { BranchOutside, EverybodyLinks } from '../life/BranchLinks.tsx'
import { DutyList } from './DutyList.tsx'
import styles from './house.module.css'
import { houseWords } from './words/words.ts'

/** The street's branches: public facts, the way in, and nothing about anybody who took it. */
export function Branches() {
  const w = useWords(houseWords)
  const text = useText()
  const mayIssue = usePermission('programme.organs.edit')
  return (
    <>
      <PageHeader title={w.branches} back={{ to: '/' }} lead={w.branchesLead} />
      <Shown read={useQuery(reading(listBranches))}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              title={w.none}
              next={
                <LinkButton kind="quiet" to="/organs">
                  {w.toOrgans}
                </LinkButton>
              }
            >
              {w.noneText}
            </EmptyState>
          ) : (
            <Card>
              <CardList>
                {items.map((branch) => (
                  <CardItem
                    key={branch.id}
                    to="/branch/at/$branchId"
                    params={{ branchId: branch.id }}
                    title={text(branch.name)}
                    second={[branch.kind && w.kinds[branch.kind], branch.parent && text(branch.parent)].filter(Boolean).join(' · ')}
                    end={branch.takesCheckIns ? undefined : <Tag tone="quiet">{w.closed}</Tag>}
                  />
                ))}
              </CardList>
            </Card>
          )
        }
      </Shown>
      <Card title={w.moreTitle}>
        <CardList>
          <CardItem to="/branch/my" title={w.my} />
          <CardItem to="/branch/material" title={w.material} />
          <CardItem to="/branch/office" title={w.myOffice} />
          {mayIssue && <CardItem to="/branch/office-code" title={w.issueTitle} />}
        </CardList>
      </Card>
      <EverybodyLinks />
    </>
  )
}

export function BranchPage() {
  const branchId = useParam('branchId')
  const text = useText()
  return (
    <Shown read={useQuery(reading(readBranch, { params: { branchId } }))}>
      {(branch) => (
        <>
          <PageHeader title={text(branch.name)} back={{ to: '/branch' }} lead={branch.summary ? text(branch.summary) : undefined} />
          <About branch={branch} />
          <How branch={branch} />
          <BranchOutside branchId={branch.id} />
          <DutyList duties={branch.duties} />
        </>
      )}
    </Shown>
  )
}

function About({ branch }: { readonly branch: Page }) {
  const w = useWords(houseWords)
  const text = useText()
  return (
    <Card>
      <Facts
        facts={[
          ...(branch.kind ? [[w.kind, w.kinds[branch.kind]] as const] : []),
          ...(branch.parent ? [[w.parent, text(branch.parent)] as const] : []),
          ...(branch.approval ? [[w.approval, branch.approval] as const] : []),
          [w.reception, branch.reception ? text(branch.reception) : w.notSaid],
          [w.hours, branch.hours ? text(branch.hours) : w.notSaid],
          ...(branch.welcomes ? [[w.welcomes, text(branch.welcomes)] as const] : []),
        ]}
      />
      <Named published={branch.published} />
    </Card>
  )
}

/** Who agreed to be named. The same line stands where there is nobody and where nobody agreed. */
function Named({ published }: Pick<BranchCard, 'published'>) {
  const w = useWords(houseWords)
  if (published.length === 0) return <p className="muted">{w.notPublished}</p>
  return (
    <ul>
      {published.map(({ kind, name }) => (
        <li key={kind + name}>{w.published(name, w.offices[kind])}</li>
      ))}
    </ul>
  )
}

function How({ branch }: { readonly branch: Page }) {
  const w = useWords(houseWords)
  return (
    <Card title={w.howTitle}>
      <ol className={styles.steps}>
        {w.how(branch.answerDays).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {branch.takesCheckIns ? (
        <ButtonRow>
          <LinkButton to="/branch/check-in" search={{ branch: branch.id }}>
            {w.checkIn}
          </LinkButton>
          <LinkButton kind="quiet" to="/branch/material">
            {w.material}
          </LinkButton>
        </ButtonRow>
      ) : (
        <p className="muted">{w.closed}</p>
      )}
    </Card>
  )
}
