import { listCharterVersions } from '@ronghe/contract/council/charter-pages.ts'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../platform/language/format.ts'
import { useWords } from '../../../platform/language/language.tsx'
import { useParam } from '../../../platform/params.ts'
import { reading } from '../../../platform/queries.ts'
import { ButtonRow, LinkButton } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { VersionTag } from './VersionTag.tsx'
import { charterWords } from './words/words.ts'

export function CharterVersions() {
  const councilId = useParam('councilId')
  const w = useWords(charterWords)
  const format = useFormat()
  const read = useQuery(reading(listCharterVersions, { params: { councilId } }))
  return (
    <>
      <PageHeader title={w.versions} lead={w.versionsLead} back={{ to: '/council/$councilId/charter', params: { councilId } }} />
      <Shown read={read}>
        {({ items }) => (
          <>
            {items.map((version) => {
              const before = items.filter(({ state, number }) => state === 'adopted' && number < version.number)[0]
              return (
                <Card key={version.id} title={w.version(version.number)}>
                  <p>
                    <VersionTag version={version} />
                  </p>
                  <p className="muted small">
                    {version.inForceFrom ? w.inForceSince(format.wholeDay(version.inForceFrom)) : w.made(format.wholeDay(version.madeOn))}
                  </p>
                  <p>{version.reason ?? w.founded}</p>
                  <ButtonRow>
                    <LinkButton
                      kind="quiet"
                      to="/council/$councilId/charter"
                      params={{ councilId }}
                      search={version.inForceNow ? {} : { version: version.id }}
                    >
                      {w.title}
                    </LinkButton>
                    {before && (
                      <LinkButton
                        kind="quiet"
                        to="/council/$councilId/charter/compare/$from/$to"
                        params={{ councilId, from: before.id, to: version.id }}
                      >
                        {w.compareWith}
                      </LinkButton>
                    )}
                  </ButtonRow>
                </Card>
              )
            })}
          </>
        )}
      </Shown>
    </>
  )
}
