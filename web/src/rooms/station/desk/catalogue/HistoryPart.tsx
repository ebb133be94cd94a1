import { readServiceHistory } from '@ronghe/contract/station/services-editing.ts'
import type { ServiceDefinition } from '@ronghe/forms'
import { useQuery } from '@tanstack/react-query'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { CardItem, CardList } from '../../../../ui/Card.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { catalogueWords } from './words/words.ts'

/** Every version with its dates; and those that lost a race of two editors, to go on with. */
export function HistoryPart({ service, onUse }: { readonly service: string; readonly onUse: (definition: ServiceDefinition) => void }) {
  const w = useWords(catalogueWords).history
  const format = useFormat()
  const read = useQuery(reading(readServiceHistory, { params: { key: service } }))
  return (
    <Shown read={read}>
      {({ items, kept }) => (
        <>
          <CardList>
            {items.map((item) => (
              <CardItem
                key={item.version}
                title={`${w.version(item.version)} · ${w.changes(item.changes.length)}`}
                second={`${w.by(format.moment(item.publishedAt ?? item.savedAt), item.by ?? '—')}${item.note === '' ? '' : ` · ${item.note}`}`}
                end={<Tag tone={item.state === 'published' ? 'going' : 'quiet'}>{w.states[item.state]}</Tag>}
              />
            ))}
          </CardList>
          {kept.length > 0 && (
            <>
              <h3>{w.kept}</h3>
              <CardList>
                {kept.map((one) => (
                  <CardItem
                    key={one.id}
                    title={w.by(format.moment(one.savedAt), one.by ?? '—')}
                    end={
                      <Button kind="quiet" onPress={() => onUse(one.definition)}>
                        {w.useKept}
                      </Button>
                    }
                  />
                ))}
              </CardList>
            </>
          )}
        </>
      )}
    </Shown>
  )
}
