-- What the council's and the programme's deeds contribute to the counters (0037). Speaking time is not here: the floor writes while people wait, so
-- a finished month's few meetings are read when it is frozen. Where a row of another table is looked up, that row stays as it is: a seat's bench and
-- council, a closed meeting's day, the organ of a post.

create function group_of_bench(bench text) returns text language sql immutable as $$
  select case bench when 'newcomers' then 'newcomer' when 'locals' then 'local' else 'unstated' end
$$;
grant execute on function group_of_bench(text) to ronghe_app;

-- Seats (1): how they were filled, and warnings about parity.
create function counted_seat_term(r seat_term)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'council.seated', r.from_day, null::uuid, s.council_id, 'all', r.way, 1::bigint, 0::bigint
  from seat s where s.street_id = r.street_id and s.id = r.seat_id
$$;
select count_table('seat_term');

create function counted_parity_alarm(r parity_alarm)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'council.parityAlarm', r.raised_on, null::uuid, r.council_id, 'all', r.kind, 1::bigint, 0::bigint
$$;
select count_table('parity_alarm');

-- Attendance by bench: one per delegate in office and meeting; whoever sits on neither bench is the chair. Practice is kept out of figures (08).
create function counted_meeting_attendance(r meeting_attendance)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'council.attendance', street_day(r.street_id, m.starts_at), null::uuid, m.council_id, group_of_bench(r.bench),
         case when r.state = 'present' then 'yes' else 'no' end, 1::bigint, 0::bigint
  from meeting m where m.street_id = r.street_id and m.id = r.meeting_id and m.kind <> 'practice'
$$;
select count_table('meeting_attendance');

-- Agenda (3): motions filed and decided, by bench. A residents' motion belongs to the bench of most of its supporters; to none where they are few.
create function counted_motion(r motion)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'motion.filed', r.filed_on, null::uuid, r.council_id, group_of_bench(r.bench), r.origin, 1::bigint, 0::bigint
  where r.filed_on is not null
  union all
  select 'motion.ground', r.filed_on, null::uuid, r.council_id, 'all', r.ground, 1::bigint, 0::bigint
  where r.filed_on is not null and r.ground is not null
  union all
  select 'motion.decided', r.decided_on, null::uuid, r.council_id, group_of_bench(r.bench), r.state, 1::bigint, 0::bigint
  where r.decided_on is not null and r.state in ('carried', 'rejected')
$$;
select count_table('motion');

create function counted_visit(r visit)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'council.visit', r.on_day, null::uuid, r.council_id, 'all', r.part, 1::bigint, 0::bigint
$$;
select count_table('visit');

-- Follow-through (4). A task counts in the month it was due, under the organ that owes it.
create function counted_resolution_task(r resolution_task)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'task.due', r.due_on, null::uuid, p.organ_id, 'all',
         case when r.state = 'done' and r.ended_on <= r.due_on then 'inTime' when r.state = 'done' then 'late'
              when r.state = 'refused' then 'refused' else 'open' end,
         1::bigint, 0::bigint
  from post p where p.street_id = r.street_id and p.id = r.owner_post
  union all
  select 'task.done', r.ended_on, null::uuid, p.organ_id, 'all', (r.ended_on - r.from_day)::text, 1::bigint, (r.ended_on - r.from_day)::bigint
  from post p where p.street_id = r.street_id and p.id = r.owner_post and r.state = 'done'
$$;
select count_table('resolution_task');

-- Adopted, published with reasons by its day, and what became of advice by the day its reply was due.
create function counted_resolution(r resolution)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'resolution.adopted', r.adopted_on, null::uuid, r.council_id, 'all', r.source, 1::bigint, 0::bigint
  union all
  select 'resolution.publishBy', r.publish_by, null::uuid, r.council_id, 'all',
         case when r.published_on <= r.publish_by then 'yes' else 'no' end, 1::bigint, 0::bigint
  union all
  select 'advice.due', r.reply_by, null::uuid, r.addressee_organ, 'all',
         case when r.replied_on <= r.reply_by then r.reply when r.reply is not null then 'late' else 'silent' end, 1::bigint, 0::bigint
  where r.power = 'advice' and r.reply_by is not null
$$;
select count_table('resolution');

-- Autonomy (12): what residents propose that common money be spent on, by what the proposer had said to be when the round asked. One from paper
-- has no account behind it, and one whose author has left has none any more.
create function counted_allocation_project(r allocation_project)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'project.proposed', street_day(r.street_id, r.created_at), null::uuid, null::uuid, 'all',
         case when r.organ_id is not null then 'organ'
              when r.proposer_id is null then 'unknown'
              else group_then(r.street_id, r.proposer_id, r.created_at) end,
         1::bigint, 0::bigint
$$;
select count_table('allocation_project');

-- Resources sunk (17): what was given, to whom and from which level. Money counts when it is granted, rooms and equipment when they arrive.
create function counted_support(r support)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'support.money', r.decided_on, null::uuid, r.organ_id, 'all', r.level, 1::bigint, r.cents
  where r.kind = 'money' and r.state in ('granted', 'delivered') and r.decided_on is not null and r.cents is not null
  union all
  select 'support.hours', r.delivered_on, null::uuid, r.organ_id, 'all', r.kind || ':' || r.level, 1::bigint, r.hours::bigint
  where r.kind in ('place', 'equipment') and r.delivered_on is not null and r.hours is not null
  union all
  select 'support.given', r.decided_on, null::uuid, r.organ_id, 'all', r.kind, 1::bigint, 0::bigint
  where r.state in ('granted', 'delivered') and r.decided_on is not null
  union all
  select 'support.due', r.due_on, null::uuid, r.organ_id, 'all', case when r.decided_on <= r.due_on then 'yes' else 'no' end, 1::bigint, 0::bigint
  where r.due_on is not null and r.state <> 'withdrawn'
  union all
  select 'support.outcome', r.outcome_due, null::uuid, r.organ_id, 'all', case when r.outcome is not null then 'yes' else 'no' end, 1::bigint, 0::bigint
  where r.outcome_due is not null and r.state = 'delivered'
$$;
select count_table('support');

create function counted_contract_payment(r contract_payment)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'contract.paid', r.paid_on, null::uuid, p.organ_id, 'all', '', 1::bigint, r.cents
  from contract_project p where p.street_id = r.street_id and p.id = r.project_id
$$;
select count_table('contract_payment');
