import type pg from 'pg'

/**
 * Takes foreign keys and user triggers away while rows are loaded, in whatever order the backup has them, and returns what puts
 * them back. (`session_replication_role` would do the same but is for superusers only.) Adding a foreign key again checks every
 * row, so nothing dangling gets past; all of it is undone when the transaction is.
 */
export async function setConstraintsAside(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid)) as add
    from pg_constraint k join pg_namespace n on n.oid = k.connamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by conrelid, conname`)
  const { rows: triggers } = await client.query<{ off: string; on: string }>(`
    select distinct format('alter table %s disable trigger user', tgrelid::regclass) as off,
      format('alter table %s enable trigger user', tgrelid::regclass) as on
    from pg_trigger where not tgisinternal and tgparentid = 0`)
  for (const { drop } of keys) await client.query(drop)
  for (const { off } of triggers) await client.query(off)
  return async () => {
    for (const { add } of keys) await client.query(add)
    for (const { on } of triggers) await client.query(on)
  }
}
