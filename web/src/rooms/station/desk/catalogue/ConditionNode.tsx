import type { Condition } from '@ronghe/forms'
import type { ReactNode } from 'react'
import { useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Button, IconButton } from '../../../../ui/Button.tsx'
import { Field, fieldId } from '../../../../ui/Field.tsx'
import { Select } from '../../../../ui/inputs.tsx'
import styles from './catalogue.module.css'
import { ComparisonLine } from './ComparisonLine.tsx'
import type { Subject } from './condition-subjects.ts'
import { freshComparison, type Group, groupOf, isGroup, joinOf, membersOf, withAdded, withMember, withMoved } from './condition-tree.ts'
import { catalogueWords } from './words/words.ts'

interface Around {
  /** What may be asked about here. */
  readonly subjects: readonly Subject[]
  /** The whole form, to name what stands in the wrong place. */
  readonly everything: readonly Subject[]
  readonly fault: (path: string) => string | undefined
}

interface Node extends Around {
  readonly condition: Condition
  /** As the checker names it: `eligibility.0.when.all.1`. */
  readonly path: string
  /** A value changed. */
  readonly onType: (next: Condition) => void
  /** The shape changed; `undefined` takes it out. */
  readonly onBuild: (next: Condition | undefined, what: string) => void
  /** Its place among its neighbours. */
  readonly moves?: ReactNode
}

/** One comparison, a group of conditions, or the contrary of one. */
export function ConditionNode(node: Node) {
  const { condition } = node
  if (isGroup(condition)) return <GroupBox {...node} group={condition} />
  if ('not' in condition) return <NotBox {...node} inside={condition.not} />
  return (
    <div className={styles.node}>
      <ComparisonLine
        comparison={condition}
        path={node.path}
        subjects={node.subjects}
        everything={node.everything}
        fault={node.fault(node.path)}
        onChange={node.onType}
      />
      <Tools {...node} />
    </div>
  )
}

/** Taking out, turning round, putting into a group of its own. */
function Tools({ condition, onBuild, moves }: Pick<Node, 'condition' | 'onBuild' | 'moves'>) {
  const all = useWords(catalogueWords)
  const w = all.when
  return (
    <div className={styles.nodeTools}>
      {moves}
      {!('not' in condition) && (
        <Button kind="plain" onPress={() => onBuild({ not: condition }, w.negate)}>
          {w.negate}
        </Button>
      )}
      <Button kind="plain" onPress={() => onBuild(groupOf('any', [condition]), w.wrap)}>
        {w.wrap}
      </Button>
      <IconButton
        icon="close"
        label={w.remove}
        onPress={() => onBuild(undefined, all.removed(isGroup(condition) ? w.group : w.comparison))}
      />
    </div>
  )
}

function GroupBox({ group, path, onType, onBuild, moves, ...around }: Node & { readonly group: Group }) {
  const all = useWords(catalogueWords)
  const w = all.when
  const today = useToday()
  const join = joinOf(group)
  const members = membersOf(group)
  const first = around.subjects[0]
  const only = members.length === 1 ? members[0] : undefined
  return (
    <div className={styles.group} id={fieldId(path)} tabIndex={-1} role="group" aria-label={w[join]}>
      <div className={styles.groupHead}>
        <Field label={<span className="unseen">{w.joined}</span>} name={`${path}.join`} error={around.fault(path)}>
          <Select
            value={join}
            onChange={(next) => onType(groupOf(next, members))}
            options={(['all', 'any'] as const).map((value) => ({ value, label: w[value] }))}
          />
        </Field>
        <Tools condition={group} onBuild={onBuild} moves={moves} />
      </div>
      {members.map((member, place) => (
        <ConditionNode
          key={place}
          {...around}
          condition={member}
          path={`${path}.${join}.${place}`}
          onType={(next) => onType(withMember(group, place, next))}
          onBuild={(next, what) => onBuild(withMember(group, place, next), what)}
          moves={
            <>
              {place > 0 && (
                <IconButton
                  icon="up"
                  label={w.up}
                  onPress={() => onBuild(withMoved(group, place, place - 1), all.movedOne(w.comparison))}
                />
              )}
              {place < members.length - 1 && (
                <IconButton
                  icon="down"
                  label={w.down}
                  onPress={() => onBuild(withMoved(group, place, place + 1), all.movedOne(w.comparison))}
                />
              )}
            </>
          }
        />
      ))}
      <div className={styles.nodeTools}>
        {first && (
          <>
            <Button
              kind="plain"
              onPress={() => onBuild(withAdded(group, freshComparison(first, undefined, today)), all.added(w.comparison))}
            >
              {w.add}
            </Button>
            <Button
              kind="plain"
              onPress={() =>
                onBuild(
                  withAdded(group, groupOf(join === 'all' ? 'any' : 'all', [freshComparison(first, undefined, today)])),
                  all.added(w.group),
                )
              }
            >
              {w.addGroup}
            </Button>
          </>
        )}
        {only && (
          <Button kind="plain" onPress={() => onBuild(only, w.unwrap)}>
            {w.unwrap}
          </Button>
        )}
      </div>
    </div>
  )
}

function NotBox({ inside, path, onType, onBuild, moves, condition, ...around }: Node & { readonly inside: Condition }) {
  const w = useWords(catalogueWords).when
  return (
    <div className={styles.group} role="group" aria-label={w.not}>
      <div className={styles.groupHead}>
        <strong>{w.not}</strong>
        <div className={styles.nodeTools}>
          <Button kind="plain" onPress={() => onBuild(inside, w.affirm)}>
            {w.affirm}
          </Button>
          <Tools condition={condition} onBuild={onBuild} moves={moves} />
        </div>
      </div>
      <ConditionNode
        {...around}
        condition={inside}
        path={`${path}.not`}
        onType={(next) => onType({ not: next })}
        onBuild={(next, what) => onBuild(next && { not: next }, what)}
      />
    </div>
  )
}
