import { useParams } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { mayDo, useSession } from '../../../../platform/session/session.tsx'
import { ListDetail, ListRow } from '../../../../shell/ListDetail.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import styles from '../desk.module.css'
import { CalendarPart } from './CalendarPart.tsx'
import { ChangesPart } from './ChangesPart.tsx'
import { CheckPart } from './CheckPart.tsx'
import { EmergencyPart } from './EmergencyPart.tsx'
import { IntegrityPart } from './IntegrityPart.tsx'
import { ModulesPart } from './ModulesPart.tsx'
import { NamesPart } from './NamesPart.tsx'
import { NumbersPart } from './NumbersPart.tsx'
import { needsOfPart, type SettingPart, settingParts } from './parts.ts'
import { PlacesPart } from './PlacesPart.tsx'
import { RetentionPart } from './RetentionPart.tsx'
import { TextsPart } from './TextsPart.tsx'
import { TopicsPart } from './TopicsPart.tsx'
import { settingsWords } from './words/words.ts'

const shown: Readonly<Record<SettingPart, ComponentType>> = {
  check: CheckPart,
  names: NamesPart,
  modules: ModulesPart,
  places: PlacesPart,
  integrity: IntegrityPart,
  texts: TextsPart,
  emergency: EmergencyPart,
  topics: TopicsPart,
  clocks: () => <NumbersPart group="clocks" />,
  messages: () => <NumbersPart group="messages" />,
  signIn: () => <NumbersPart group="signIn" />,
  residence: () => <NumbersPart group="residence" />,
  station: () => <NumbersPart group="station" />,
  volunteers: () => <NumbersPart group="volunteers" />,
  school: () => <NumbersPart group="school" />,
  contracts: () => <NumbersPart group="contracts" />,
  figures: () => <NumbersPart group="figures" />,
  calendar: CalendarPart,
  retention: RetentionPart,
  changes: ChangesPart,
}

/** The settings, one part at a time; whoever keeps only the texts sees only those. */
export function Settings() {
  const w = useWords(settingsWords)
  const session = useSession()
  const { part } = useParams({ strict: false }) as { readonly part?: SettingPart }
  const open = settingParts.filter((one) => needsOfPart(one).some((permission) => mayDo(session, permission)))
  const Part = part && shown[part]
  return (
    <>
      {!part && (
        <div className="unseen">
          <PageHeader title={w.title} />
        </div>
      )}
      <ListDetail
        title={w.title}
        second={w.second}
        list={open.map((one) => (
          <ListRow key={one} to="/settings/$part" params={{ part: one }} title={w.parts[one]} second={w.partSecond[one]} />
        ))}
        detail={
          Part && (
            <div className={styles.page}>
              <PageHeader title={w.parts[part]} back={{ to: '/settings', label: w.title }} />
              <Part />
            </div>
          )
        }
      />
    </>
  )
}
