import type { ReplyOf } from '@ronghe/contract/operation.ts'
import {
  listCatalogue,
  previewServiceDraft,
  readServiceDraft,
  readServiceHistory,
  saveServiceDraft,
} from '@ronghe/contract/station/services-editing.ts'
import type { ServiceDefinition } from '@ronghe/forms'
import { type ReactNode, useMemo, useState } from 'react'
import { useShortcut } from '../../../../platform/keyboard/shortcuts.ts'
import { useFormat } from '../../../../platform/language/format.ts'
import { useLanguage, useText, useWords } from '../../../../platform/language/language.tsx'
import { useDraft } from '../../../../platform/offline/draft.ts'
import { useDeed } from '../../../../platform/queries.ts'
import { useSession } from '../../../../platform/session/session.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { RefusalLine } from '../../../../ui/Refusal.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { toast } from '../../../../ui/Toast.tsx'
import { BasicsPart } from './BasicsPart.tsx'
import styles from './catalogue.module.css'
import { ChangesPart } from './ChangesPart.tsx'
import { type Conflict, ConflictDialog } from './ConflictDialog.tsx'
import { DocumentsPart } from './DocumentsPart.tsx'
import { editAt } from './edit-at.ts'
import { type Editing, mistakesIn, type Part, parts } from './editing.ts'
import { FormPart } from './FormPart.tsx'
import { GuidePart } from './GuidePart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { Mistakes } from './Mistakes.tsx'
import { PreviewPart } from './PreviewPart.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { ReasonsPart } from './ReasonsPart.tsx'
import { RetireDialog } from './RetireDialog.tsx'
import { WhoMayPart } from './WhoMayPart.tsx'
import { catalogueWords } from './words/words.ts'

export type ServiceDraft = ReplyOf<typeof readServiceDraft>
interface Working {
  readonly edit: number
  readonly definition: ServiceDefinition
  readonly changed: boolean
}

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
  const { language } = useLanguage()
  const me = useSession().person?.id ?? ''
  const [part, setPart] = useState<Part>('basics')
  const [asking, setAsking] = useState<'publish' | 'retire'>()
  const [conflict, setConflict] = useState<Conflict>()
  const local = useDraft<Working>(`catalogue:${draft.key}:${me}`, { edit: draft.edit, definition: draft.definition, changed: false })
  const working = local.value
  const settle = (next: ServiceDraft): void => {
    local.change({ edit: next.edit, definition: next.definition, changed: false })
    void local.discard()
  }
  const save = useDeed(saveServiceDraft, {
    refreshes: [listCatalogue, previewServiceDraft, readServiceHistory],
    onDone: (reply) => {
      if (reply.kind === 'conflict') return setConflict(reply)
      settle(reply.draft)
      toast(w.saved)
    },
  })
  const store = (edit: number, definition: ServiceDefinition): void =>
    save.mutate({ params: { key: draft.key }, body: { edit, definition: definition as unknown as Record<string, unknown> } }) // the server checks its shape
  useShortcut('Ctrl+s', w.save, () => working.changed && store(working.edit, working.definition))
  const keys = useMemo(() => new Set(services.map(({ key }) => key)), [services])
  const mistakes = useMemo(() => mistakesIn(working.definition, keys, language), [working.definition, keys, language])
  if (local.state === 'reading') return <Loading />
  const editing: Editing = {
    definition: working.definition,
    services,
    change: (path, value) => local.change((now) => ({ ...now, definition: editAt(now.definition, path, value), changed: true })),
    fault: (path) => mistakes.find((mistake) => mistake.path === path)?.sentence,
  }
  const contents: Readonly<Record<Part, ReactNode>> = {
    basics: <BasicsPart editing={editing} />,
    who: <WhoMayPart editing={editing} />,
    documents: <DocumentsPart editing={editing} />,
    form: <FormPart editing={editing} />,
    reasons: <ReasonsPart editing={editing} />,
    guide: <GuidePart editing={editing} />,
    preview: <PreviewPart editing={editing} />,
    changes: <ChangesPart service={draft.key} saved={working.edit > 0} />,
    history: <HistoryPart service={draft.key} onUse={(definition) => local.change((now) => ({ ...now, definition, changed: true }))} />,
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
            <Button busy={save.isPending} onPress={() => store(working.edit, working.definition)}>
              {w.save}
            </Button>
          )}
          {(working.edit > 0 || working.changed) && (
            <Button kind={working.changed ? 'quiet' : 'main'} onPress={() => setAsking('publish')}>
              {w.publish}
            </Button>
          )}
          {working.changed && <span className="muted small">{w.unsaved}</span>}
          {mayRetire && (
            <Button kind="plain" onPress={() => setAsking('retire')}>
              {w.retire}
            </Button>
          )}
        </div>
        {save.error && <RefusalLine error={save.error} />}
        <Mistakes mistakes={mistakes} onPart={setPart} />
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
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          onTheirs={() => {
            settle(conflict.theirs)
            setConflict(undefined)
          }}
          onMine={() => {
            store(conflict.theirs.edit, conflict.yours)
            setConflict(undefined)
          }}
          onClose={() => setConflict(undefined)}
        />
      )}
    </>
  )
}
