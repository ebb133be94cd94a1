import type { ReplyOf } from '@ronghe/contract/operation.ts'
import type { readServiceDraft } from '@ronghe/contract/station/services-editing.ts'
import { type ReactNode, useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { BasicsPart } from './BasicsPart.tsx'
import styles from './catalogue.module.css'
import { ChangesPart } from './ChangesPart.tsx'
import { ConflictDialog } from './ConflictDialog.tsx'
import { ConsentsPart } from './ConsentsPart.tsx'
import { DocumentsPart } from './DocumentsPart.tsx'
import { type Editing, type Part, parts } from './editing.ts'
import { FormPart } from './FormPart.tsx'
import { GuidePart } from './GuidePart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { LetterPart } from './LetterPart.tsx'
import { Mistakes } from './Mistakes.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { ReasonsPart } from './ReasonsPart.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { StepsPart } from './StepsPart.tsx'
import { useEditing, type Working } from './use-editing.ts'
import { useSaving } from './use-saving.ts'
import { WhoMayPart } from './WhoMayPart.tsx'
import { catalogueWords } from './words/words.ts'

export type ServiceDraft = ReplyOf<typeof readServiceDraft>

/** The draft with its parts, its mistakes at their place, saving and publishing. What is typed is on this computer at once. */
export function EditDraft({
  draft,
  services,
  mayRetire,
}: {
  readonly draft: ServiceDraft
  readonly services: Editing['services']
  readonly mayRetire: boolean
}) {
  const w = useWords(catalogueWords)
  const text = useText()
  const format = useFormat()
  const me = useSession().person?.id ?? ''
  const [part, setPart] = useState<Part>('basics')
  const [asking, setAsking] = useState<'publish' | 'retire'>()
  const local = useDraft<Working>(`catalogue:${draft.key}:${me}`, { edit: draft.edit, definition: draft.definition, changed: false })
  const working = local.value
  const { editing, mistakes, undo } = useEditing(local, services)
  const saving = useSaving(draft.key, local)
  useShortcut('Ctrl+s', w.save, () => working.changed && saving.save())
  if (local.state === 'reading') return <Loading />
  const contents: Readonly<Record<Part, ReactNode>> = {
    basics: <BasicsPart editing={editing} />,
    who: <WhoMayPart editing={editing} />,
    form: <FormPart editing={editing} />,
    documents: <DocumentsPart editing={editing} />,
    consents: <ConsentsPart editing={editing} />,
    letter: <LetterPart editing={editing} />,
    steps: <StepsPart editing={editing} />,
    reasons: <ReasonsPart editing={editing} />,
    guide: <GuidePart editing={editing} />,
    preview: <PreviewPart editing={editing} />,
    changes: <ChangesPart service={draft.key} />,
    history: (
      <HistoryPart
        service={draft.key}
        onUse={(definition) => editing.restructure({ kind: 'put', path: '', value: definition }, w.history.kept)}
      />
    ),
  }
  const blocked = mistakes.some(({ blocks }) => blocks)
  return (
    <>
      <PageHeader
        title={text(working.definition.name) || draft.key}
        above={working.edit > 0 ? w.draftOf(draft.version, working.edit) : w.notYetSaved(draft.version)}
        back={{ to: '/catalogue' }}
        lead={draft.savedBy === null ? undefined : w.savedBy(format.moment(draft.savedAt), draft.savedBy)}
      />
      <div className={styles.bar}>
        <div className={styles.barTop}>
          {working.changed && (
            <Button busy={saving.busy} onPress={saving.save}>
              {w.save}
            </Button>
          )}
          {(working.edit > 0 || working.changed) && (
            <Button kind={working.changed ? 'quiet' : 'main'} onPress={() => setAsking('publish')}>
              {w.publish}
            </Button>
          )}
          {working.undo?.[0] && (
            <Button kind="quiet" onPress={undo}>
              {w.undoLast(working.undo[0].what)}
            </Button>
          )}
          {working.changed && <span className="muted small">{w.unsaved}</span>}
          {mayRetire && (
            <Button kind="plain" onPress={() => setAsking('retire')}>
              {w.retire}
            </Button>
          )}
        </div>
        {saving.error != null && <RefusalLine error={saving.error} />}
        <Mistakes definition={working.definition} mistakes={mistakes} onPart={setPart} />
      </div>
      <Tabs
        label={text(working.definition.name)}
        value={part}
        onChange={setPart}
        tabs={parts.map((one) => ({
          key: one,
          label: w.parts[one],
          content: one === part && <div className={styles.part}>{contents[one]}</div>,
        }))}
      />
      {asking === 'publish' && (
        <PublishDialog
          draft={{ key: draft.key, edit: working.edit, name: text(working.definition.name) }}
          unsaved={working.changed || working.edit === 0}
          blocked={blocked}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'retire' && (
        <RetireDialog service={draft.key} name={text(working.definition.name)} onClose={() => setAsking(undefined)} />
      )}
      {saving.conflict && (
        <ConflictDialog conflict={saving.conflict} onTheirs={saving.takeTheirs} onMine={saving.keepMine} onClose={saving.later} />
      )}
    </>
  )
}
