-- Figures about the programme as counters that change with the deed (insight). A year is never scanned: a figure of a month is a handful of rows
-- here. For every counted table one function says what one row contributes; the triggers add what a deed changed in the deed's own
-- transaction, and the recount runs the same function over all rows, so that the two can be compared. No rule lives here: a street whose
-- triggers were off for a day is put right by the recount.

-- The day an instant falls on in its street.
create function street_day(street uuid, at timestamptz) returns date language sql stable as $$
  select (street_day.at at time zone s.zone)::date from street s where s.id = street_day.street
$$;
grant execute on function street_day(uuid, timestamptz) to ronghe_app;

-- What a person had said to be at a moment (D3); whoever said nothing counts as not stated.
create function group_then(street uuid, person uuid, at timestamptz) returns text language sql stable as $$
  select coalesce(
    (select c.choice from group_choice c
     where c.street_id = group_then.street and c.person_id = group_then.person and c.at <= group_then.at
     order by c.at desc, c.id desc limit 1),
    'unstated')
$$;
grant execute on function group_then(uuid, uuid, timestamptz) to ronghe_app;

-- `community_id` and `organ_id` are the zero uuid where a count has none; `grp` is `all` where a count has no group. `detail` tells parts of a
-- counter apart (an outcome, a channel, a number of days). `n` counts, `amount` adds up (minutes, days, cents). `slot` keeps deeds from waiting
-- for each other on one row: a connection adds to its own, a reader adds the slots up.
create table tally (
  street_id uuid not null,
  counter text not null,
  month date not null check (extract(day from month) = 1),
  community_id uuid not null,
  organ_id uuid not null,
  grp text not null check (grp in ('newcomer', 'local', 'unstated', 'all')),
  detail text not null,
  slot smallint not null,
  n bigint not null,
  amount bigint not null,
  primary key (street_id, counter, month, community_id, organ_id, grp, detail, slot)
);
select protect('tally');

-- Adds contribution(new) - contribution(old) of the rows a statement changed. The name of the function that says what a row of the
-- table contributes is `counted_<table>`; it returns (counter, on_day, community_id, organ_id, grp, detail, n, amount).
create function tally_changes() returns trigger language plpgsql as $$
declare
  changed text := '';
begin
  if tg_op <> 'INSERT' then
    changed := format('select r.street_id, -1 as sign, c.* from before_rows r, lateral %I(r::%s) c', 'counted_' || tg_table_name, tg_relid::regclass);
  end if;
  if tg_op = 'UPDATE' then
    changed := changed || ' union all ';
  end if;
  if tg_op <> 'DELETE' then
    changed := changed || format('select r.street_id, 1 as sign, c.* from after_rows r, lateral %I(r::%s) c', 'counted_' || tg_table_name, tg_relid::regclass);
  end if;
  execute format($add$
    insert into tally (street_id, counter, month, community_id, organ_id, grp, detail, slot, n, amount)
    select street_id, counter, date_trunc('month', on_day)::date, coalesce(community_id, $1), coalesce(organ_id, $1), grp, detail, $2,
           sum(sign * n), sum(sign * amount)
    from (%s) changed
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(sign * n) <> 0 or sum(sign * amount) <> 0
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict (street_id, counter, month, community_id, organ_id, grp, detail, slot)
      do update set n = tally.n + excluded.n, amount = tally.amount + excluded.amount
  $add$, changed) using '00000000-0000-0000-0000-000000000000'::uuid, (pg_backend_pid() % 64)::smallint;
  return null;
end $$;

-- Has a table counted from now on.
create function count_table(counted regclass) returns void language plpgsql as $$
begin
  execute format('create trigger tally_insert after insert on %s referencing new table as after_rows for each statement execute function tally_changes()', counted);
  execute format('create trigger tally_update after update on %s referencing old table as before_rows new table as after_rows for each statement execute function tally_changes()', counted);
  execute format('create trigger tally_delete after delete on %s referencing old table as before_rows for each statement execute function tally_changes()', counted);
end $$;

-- What the entered street's tables add up to, counted anew; the zero rows that the tally may keep are not in it.
-- `offset 0` keeps PostgreSQL 15 from drawing the function's union into the scan of the table, which its planner cannot finish.
create function recount_tally(street uuid)
returns table (counter text, month date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language plpgsql stable as $$
declare
  counted regclass;
  plain text;
begin
  for counted, plain in
    select t.tgrelid, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'tally_insert' order by c.relname
  loop
    return query execute format($rows$
      select c.counter, date_trunc('month', c.on_day)::date, coalesce(c.community_id, $2), coalesce(c.organ_id, $2), c.grp, c.detail,
             sum(c.n)::bigint, sum(c.amount)::bigint
      from (select one from %s one where one.street_id = $1 offset 0) r, lateral %I(r.one) c
      group by 1, 2, 3, 4, 5, 6
    $rows$, counted, 'counted_' || plain) using street, '00000000-0000-0000-0000-000000000000'::uuid;
  end loop;
end $$;
grant execute on function recount_tally(uuid) to ronghe_app;

-- Concerns (5, responsiveness): raised, and what came of each, by the way it came. A concern is counted in the month it was raised or answered.
-- What the branch carried up counts in totals only (08): `carried` is one way, whoever carried.
create function counted_concern(r concern)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'concern.raised', r.raised_on, r.community_id, null::uuid, 'all', case when r.anonymous then 'anonymous' else r.channel end, 1::bigint, 0::bigint
  where r.state <> 'declined' and r.merged_into is null
  union all
  select 'concern.answered', r.answered_on, r.community_id, null::uuid, 'all', case when r.answered_in_time then 'inTime' else 'late' end, 1::bigint,
         (r.answered_on - r.raised_on)::bigint
  where r.answered_on is not null and r.merged_into is null
  union all
  select 'concern.closed', r.closed_on, r.community_id, null::uuid, 'all', case when r.reopened > 0 then 'reopened' else 'once' end, 1::bigint, 0::bigint
  where r.closed_on is not null and r.merged_into is null
$$;
select count_table('concern');
