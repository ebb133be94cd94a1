-- What rows of the station, the volunteers, the school and the people's room contribute to the counters (insight). Every function reads its own row
-- and what is never changed (the street's zone, an entry of the book of hours), so that undoing a row takes away exactly what it gave.
-- No function asks who somebody is: groups of people are counted when a month is frozen, where erasing cannot reach the row first.

-- Erasing a volunteer's hours runs with a search path of its own (forget_hours); the counting has to find its tables there too.
alter function tally_changes() set search_path = public, pg_temp;

-- Hazards (18): found by whom, what came of them, after how many days, and whether it was the same thing again.
create function counted_hazard(r hazard)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'hazard.found', r.reported_on, r.community_id, null::uuid, 'all', case r.source when 'patrol' then 'patrol' else 'resident' end, 1::bigint, 0::bigint
  union all
  select 'hazard.again', r.reported_on, r.community_id, null::uuid, 'all', case when r.back then 'back' else 'first' end, 1::bigint, 0::bigint
  union all
  select 'hazard.ended', r.ended_on, r.community_id, null::uuid, 'all', r.state, 1::bigint, 0::bigint
  where r.ended_on is not null
  union all
  select 'hazard.fixed', r.ended_on, r.community_id, null::uuid, 'all', (r.ended_on - r.reported_on)::text, 1::bigint, (r.ended_on - r.reported_on)::bigint
  where r.ended_on is not null and r.state = 'fixed'
$$;
select count_table('hazard');

-- Mediation (19): how many were asked for. What came of them is counted by the station when the year is over.
create function counted_dispute(r dispute)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'dispute.requested', r.requested_on, null::uuid, null::uuid, 'all', '', 1::bigint, 0::bigint
$$;
select count_table('dispute');

-- Cases (15): the way they came. Outcomes and days are counted by the station when the quarter is over.
create function counted_service_case(r service_case)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'case.filed', street_day(r.street_id, r.filed_at), r.community_id, null::uuid, 'all', r.channel, 1::bigint, 0::bigint
  where r.merged_into is null
$$;
select count_table('service_case');

-- The counter (16): minutes from the call to the end of a visit, by service; never by window or clerk. Tickets go after 90 days, and their
-- counters with them; the months were frozen long before.
create function counted_ticket(r ticket)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'counter.served', r.day, null::uuid, null::uuid, 'all', case when cardinality(r.services) = 1 then r.services[1] else 'several' end, 1::bigint,
         greatest(0, round(extract(epoch from r.ended_at - r.called_at) / 60))::bigint
  where r.state = 'done' and r.called_at is not null and r.ended_at is not null
$$;
select count_table('ticket');

-- Bad ratings (7): whether whoever agreed to a call was called by the promised day.
create function counted_rating_follow_up(r rating_follow_up)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'followUp.called', street_day(r.street_id, r.called_at), null::uuid, null::uuid, 'all',
         case when street_day(r.street_id, r.called_at) <= r.call_by then 'inTime' else 'late' end, 1::bigint, 0::bigint
  where r.called_at is not null
$$;
select count_table('rating_follow_up');

-- Volunteers (10): turns taken and given up again, hours claimed, confirmed and taken back, all in the month of the shift or the sign-up.
create function counted_sign_up(r sign_up)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'signUp.made', street_day(r.street_id, r.created_at), null::uuid, null::uuid, 'all', r.channel, 1::bigint, 0::bigint
  union all
  select 'signUp.became', street_day(r.street_id, r.created_at), null::uuid, null::uuid, 'all', case r.state when 'left' then 'left' else 'stayed' end,
         1::bigint, 0::bigint
$$;
select count_table('sign_up');

create function counted_hours_entry(r hours_entry)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'hours.claimed', street_day(r.street_id, r.starts_at), null::uuid, null::uuid, 'all', r.channel, 1::bigint, r.minutes::bigint
  where r.reverses is null
  union all
  select 'hours.takenBack', street_day(r.street_id, r.starts_at), null::uuid, null::uuid, 'all', r.reason, 1::bigint, -r.minutes::bigint
  where r.reverses is not null
$$;
select count_table('hours_entry');

-- The entry is never changed, and goes only after its confirmation (forget_hours).
create function counted_hours_confirmation(r hours_confirmation)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'hours.confirmed', street_day(e.street_id, e.starts_at), null::uuid, null::uuid, 'all', '', 1::bigint, e.minutes::bigint
  from hours_entry e where e.street_id = r.street_id and e.id = r.entry_id
$$;
select count_table('hours_confirmation');

-- School (15): the way people enrolled.
create function counted_enrolment(r enrolment)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'enrolment.made', street_day(r.street_id, r.enrolled_at), null::uuid, null::uuid, 'all', r.channel, 1::bigint, 0::bigint
$$;
select count_table('enrolment');

-- Care with data (15): consents given and withdrawn, never by purpose; requests about one's own data by the day they were due.
create function counted_consent(r consent)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'consent.given', street_day(r.street_id, r.given_at), null::uuid, null::uuid, 'all', r.channel, 1::bigint, 0::bigint
  union all
  select 'consent.withdrawn', street_day(r.street_id, r.withdrawn_at), null::uuid, null::uuid, 'all', '', 1::bigint, 0::bigint
  where r.withdrawn_at is not null
$$;
select count_table('consent');

create function counted_data_request(r data_request)
returns table (counter text, on_day date, community_id uuid, organ_id uuid, grp text, detail text, n bigint, amount bigint)
language sql stable as $$
  select 'dataRequest.due', r.due_on, null::uuid, null::uuid, 'all',
         case when r.answered_at is not null and street_day(r.street_id, r.answered_at) <= r.due_on then 'inTime' else 'late' end, 1::bigint, 0::bigint
$$;
select count_table('data_request');

-- What a month is asked for when it is frozen, so that the month is read and not the year.
create index consent_withdrawn on consent (street_id, withdrawn_at) where withdrawn_at is not null;
create index hours_entry_start on hours_entry (street_id, starts_at);
create index course_closed on course (street_id, closed_at) where closed_at is not null;
create index journal_leaf_exports on journal_leaf (street_id, at) where kind like '%.exported';
