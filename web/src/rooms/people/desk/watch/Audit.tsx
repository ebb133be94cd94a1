import { useState } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { Journal } from './Journal.tsx'
import { Reads } from './Reads.tsx'
import { watchWords } from './words/words.ts'

/** What was done and when, and how often data was read; never the contents, never whose. */
export function Audit() {
  const w = useWords(watchWords)
  const [tab, setTab] = useState<'journal' | 'reads'>('journal')
  return (
    <>
      <PageHeader title={w.audit} lead={w.auditLead} />
      <Tabs
        label={w.tabs}
        value={tab}
        onChange={setTab}
        tabs={[
          { key: 'journal', label: w.journal, content: <Journal /> },
          { key: 'reads', label: w.reads, content: <Reads /> },
        ]}
      />
    </>
  )
}
