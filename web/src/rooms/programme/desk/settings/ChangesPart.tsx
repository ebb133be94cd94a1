import { readSettings, type SettingChange, writeSetting } from '@ronghe/contract/programme/settings.ts'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { useFormat } from '../../../../platform/language/format.ts'
import { useWords } from '../../../../platform/language/language.tsx'
import { reading, useDeed } from '../../../../platform/queries.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Table } from '../../../../ui/Table.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { refreshes } from './use-setting.tsx'
import { settingsWords } from './words/words.ts'

type Change = z.infer<typeof SettingChange>

/** The latest change of each setting can be taken back from here; an older one would take later ones along. */
export function ChangesPart() {
  const w = useWords(settingsWords)
  const format = useFormat()
  const read = useQuery(reading(readSettings))
  const deed = useDeed(writeSetting, { refreshes, onDone: () => toast(w.undone) })
  return (
    <Shown read={read}>
      {({ changes }) => (
        <>
          {deed.error && <RefusalLine error={deed.error} />}
          <Table<Change>
            caption={w.changesCaption}
            rows={changes}
            rowKey={({ id }) => id}
            empty={<EmptyState title={w.changeNone}>{w.changeNoneNext}</EmptyState>}
            columns={[
              { key: 'what', label: w.changeWhat, cell: ({ key }) => w.keys[key] },
              { key: 'by', label: w.changeBy, cell: ({ by }) => by },
              { key: 'at', label: w.changeAt, sortBy: ({ at }) => at, cell: ({ at }) => format.moment(at) },
              {
                key: 'back',
                label: w.changeBack,
                cell: (change) =>
                  change.before === null || change.before === undefined ? (
                    <span className="muted small">{w.changeFirst}</span>
                  ) : changes.find(({ key }) => key === change.key)?.id === change.id ? (
                    <Button
                      kind="plain"
                      busy={deed.isPending}
                      onPress={() => deed.mutate({ params: { key: change.key }, body: { value: change.before } })}
                    >
                      {w.changeBack}
                    </Button>
                  ) : (
                    ''
                  ),
              },
            ]}
          />
        </>
      )}
    </Shown>
  )
}
