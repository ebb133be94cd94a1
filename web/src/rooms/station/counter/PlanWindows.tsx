import type { Window } from '@ronghe/contract/station/counter.ts'
import { listServices } from '@ronghe/contract/station/services.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormat } from '../../../platform/language/format.ts'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Button, ButtonRow } from '../../../ui/Button.tsx'
import { Card, CardItem, CardList } from '../../../ui/Card.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useWindows } from './line.ts'
import { WindowForm } from './WindowForm.tsx'
import { counterWords } from './words/words.ts'

export function PlanWindows() {
  const w = useWords(counterWords)
  const text = useText()
  const format = useFormat()
  const windows = useWindows()
  const services = useQuery(reading(listServices, { query: { limit: 100 } }))
  const [changing, setChanging] = useState<Window | 'new'>()
  const nameOf = (key: string): string => {
    const found = services.data?.items.find((service) => service.key === key)
    return found ? text(found.name) : key
  }
  return (
    <Card title={w.windows}>
      <Shown read={windows}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{w.noWindows}</p>
          ) : (
            <CardList>
              {items.map((window) => (
                <CardItem
                  key={window.id}
                  title={
                    <>
                      {text(window.name)} {window.model && <Tag tone="quiet">{w.model}</Tag>}
                    </>
                  }
                  second={window.services.length === 0 ? w.everyService : format.list(window.services.map(nameOf))}
                  end={
                    <Button kind="quiet" onPress={() => setChanging(window)}>
                      {w.changeWindow(window.number)}
                    </Button>
                  }
                />
              ))}
            </CardList>
          )
        }
      </Shown>
      <ButtonRow>
        <Button kind="quiet" onPress={() => setChanging('new')}>
          {w.addWindow}
        </Button>
      </ButtonRow>
      {changing && (
        <WindowForm
          window={changing === 'new' ? undefined : changing}
          taken={windows.data?.items ?? []}
          onClose={() => setChanging(undefined)}
        />
      )}
    </Card>
  )
}
