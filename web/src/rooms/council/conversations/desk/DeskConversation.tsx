import { type Conversation, readConversation } from '@ronghe/contract/council/conversations.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText, useWords } from '../../../../platform/language/language.tsx'
import { reading } from '../../../../platform/queries.ts'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { Shown } from '../../../../ui/Shown.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { Tag } from '../../../../ui/Tag.tsx'
import { useAt } from '../ConversationPage.tsx'
import type { At } from '../use-voting.ts'
import { Manage } from './Manage.tsx'
import { Moderate } from './Moderate.tsx'
import { Paper } from './Paper.tsx'
import { deskWords } from './words/words.ts'

/** One conversation at the desk: what was said, what came on paper, and when it begins and ends. */
export function DeskConversation() {
  const at = useAt()
  return (
    <Shown read={useQuery(reading(readConversation, { params: at }))}>
      {(conversation) => <Whole at={at} conversation={conversation} />}
    </Shown>
  )
}

type Tab = 'statements' | 'paper' | 'manage'

function Whole({ at, conversation }: { readonly at: At; readonly conversation: Conversation }) {
  const w = useWords(deskWords)
  const text = useText()
  const { may, state } = conversation
  const clerk = may.some((one) => one !== 'vote' && one !== 'write' && one !== 'moderate')
  const [tab, setTab] = useState<Tab>(state === 'preparing' ? 'manage' : 'statements')
  const tabs = [
    { key: 'statements' as const, label: w.tabs.statements, content: <Moderate at={at} /> },
    ...(may.includes('print')
      ? [{ key: 'paper' as const, label: w.tabs.paper, content: <Paper at={at} conversation={conversation} /> }]
      : []),
    ...(clerk ? [{ key: 'manage' as const, label: w.tabs.manage, content: <Manage at={at} conversation={conversation} /> }] : []),
  ]
  return (
    <>
      <PageHeader
        title={text(conversation.title)}
        above={text(conversation.topic)}
        beside={<Tag tone={state === 'open' ? 'going' : state === 'preparing' ? 'attention' : 'quiet'}>{w.states[state]}</Tag>}
        back={{ to: '/council/conversations', label: w.back }}
      />
      <Tabs label={w.title} tabs={tabs} value={tabs.some(({ key }) => key === tab) ? tab : 'statements'} onChange={setTab} />
    </>
  )
}
