import { describeCondition, type Condition, type FormDefinition } from '@ronghe/forms'
import { useWords } from '../../../../platform/language/language.tsx'
import { useToday } from '../../../../platform/today.ts'
import { Button, ButtonRow } from '../../../../ui/Button.tsx'
import { FieldGroup } from '../../../../ui/Field.tsx'
import styles from './catalogue.module.css'
import { ConditionNode } from './ConditionNode.tsx'
import { type Standing, subjectsBefore } from './condition-subjects.ts'
import { freshComparison, groupOf, isGroup } from './condition-tree.ts'
import { valueAt } from './edit-at.ts'
import type { Editing } from './editing.ts'
import { catalogueWords } from './words/words.ts'

/** When something is asked, needed or met: groups of comparisons, and below them the sentence they make in both languages. */
export function ConditionEditor({
  editing,
  path,
  label,
  form,
  standing,
  needed = false,
  without = 'always',
}: {
  readonly editing: Editing
  readonly path: string
  readonly label: string
  /** The form whose answers it looks at. */
  readonly form: FormDefinition | undefined
  /** Where it stands in that form; without, it sees the whole of it. */
  readonly standing?: Standing
  /** It cannot do without. */
  readonly needed?: boolean
  /** What it means that there is no condition. */
  readonly without?: 'always' | 'never'
}) {
  const all = useWords(catalogueWords)
  const w = all.when
  const today = useToday()
  const condition = valueAt(editing.definition, path) as Condition | undefined
  const subjects = subjectsBefore(form, standing)
  const everything = subjectsBefore(form)
  const first = subjects[0]
  const put = (next: Condition | undefined): void => editing.change(path, next ?? (needed ? groupOf('all', []) : undefined))
  const rebuild = (next: Condition | undefined, what: string): void =>
    editing.restructure({ kind: 'put', path, value: next ?? (needed ? groupOf('all', []) : undefined) }, what)
  const fresh = first && freshComparison(first, undefined, today)
  return (
    <FieldGroup label={label} optional={!needed}>
      {condition === undefined ? (
        <p className={styles.always}>{w[without]}</p>
      ) : (
        <ConditionNode
          condition={condition}
          path={path}
          subjects={subjects}
          everything={everything}
          fault={editing.fault}
          onType={put}
          onBuild={rebuild}
        />
      )}
      {fresh ? (
        (condition === undefined || !isGroup(condition)) && (
          <ButtonRow>
            <Button
              kind="plain"
              onPress={() => rebuild(condition === undefined ? fresh : groupOf('all', [condition, fresh]), all.added(w.comparison))}
            >
              {condition === undefined ? w.begin : w.add}
            </Button>
          </ButtonRow>
        )
      ) : (
        <p className="muted small">{w.nothingBefore}</p>
      )}
      {condition !== undefined && (
        <div className={styles.sentence} role="note">
          <p lang="zh-CN">{describeCondition(condition, form, 'zh-CN')}</p>
          <p lang="en">{describeCondition(condition, form, 'en')}</p>
        </div>
      )}
    </FieldGroup>
  )
}
