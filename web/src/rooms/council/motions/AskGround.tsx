import { ExemptTopic, readMotionRules } from '@ronghe/contract/council/motions.ts'
import { useQuery } from '@tanstack/react-query'
import { useText, useWords } from '../../../platform/language/language.tsx'
import { reading } from '../../../platform/queries.ts'
import { Choice, Choices } from '../../../ui/Choice.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Shown } from '../../../ui/Shown.tsx'
import type { Asking } from './questions.tsx'
import { motionWords } from './words/words.ts'

type AskingOf = Asking & { readonly councilId: string }

/** Common ground first: the conversation and its statements, an exempt topic, or neither yet, which leads somewhere too. */
export function AskGround(asking: AskingOf) {
  const { said, set } = asking
  const w = useWords(motionWords)
  return (
    <>
      <Choice
        label={w.questions.ground}
        hideLabel
        value={said.ground ?? undefined}
        onChange={(ground) => set({ ground })}
        options={[
          { value: 'from', label: w.groundFrom },
          { value: 'exempt', label: w.groundExempt, hint: w.groundMeans.exempt },
          { value: 'none', label: w.groundNone, hint: w.groundNoneHint },
        ]}
      />
      {said.ground === 'exempt' && (
        <Choice
          label={w.exemptLabel}
          value={said.exemptAs ?? undefined}
          onChange={(exemptAs) => set({ exemptAs })}
          options={ExemptTopic.options.map((topic) => ({ value: topic, label: w.exempt[topic] }))}
        />
      )}
      {said.ground === 'from' && <WhichConversation {...asking} />}
    </>
  )
}

function WhichConversation({ said, set, councilId }: AskingOf) {
  const w = useWords(motionWords)
  const text = useText()
  return (
    <Shown read={useQuery(reading(readMotionRules, { params: { councilId } }))}>
      {({ conversations }) => {
        if (conversations.length === 0)
          return (
            <Notice>
              <p>{w.noConversations}</p>
            </Notice>
          )
        const chosen = conversations.find(({ id }) => id === said.conversationId)
        return (
          <>
            <Choice
              label={w.whichConversation}
              value={said.conversationId ?? undefined}
              onChange={(conversationId) => set({ conversationId, statementIds: [] })}
              options={conversations.map(({ id, title }) => ({ value: id, label: text(title) }))}
            />
            {chosen?.statements.length === 0 && (
              <Notice>
                <p>{w.noStatements}</p>
              </Notice>
            )}
            {chosen && chosen.statements.length > 0 && (
              <Choices
                label={w.whichStatements}
                value={said.statementIds}
                onChange={(statementIds) => set({ statementIds: [...statementIds] })}
                options={chosen.statements.map(({ id, words, met }) => ({
                  value: id,
                  label: words,
                  hint: met ? w.verdictMet : w.verdictNot,
                }))}
              />
            )}
          </>
        )
      }}
    </Shown>
  )
}
