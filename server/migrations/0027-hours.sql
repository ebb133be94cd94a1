-- Hours of volunteers that cannot be bought (M26, M27). Rows of the book are added and never changed: the app's role may neither update nor delete
-- them, a mistake is set right by a reversal that names what it reverses.

create table hours_entry (
  street_id uuid not null,
  id uuid not null,
  -- Of a reversal, the entry it takes back.
  reverses uuid,
  person_id uuid not null,
  shift_id uuid not null,
  -- Who was there, by code or paper list: no entry without it.
  presence_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Negative in a reversal.
  minutes int not null,
  evidence text not null check (evidence in ('code', 'paper')),
  channel text not null check (channel in ('phone', 'paper')),
  -- The paper list that carries both signatures, where it was entered from paper.
  paper_id uuid,
  entered_by_post uuid,
  reason text check (reason in ('own', 'declined', 'audit', 'mistake')),
  made_at timestamptz not null,
  primary key (street_id, id),
  constraint hours_entry_reversed_once unique (street_id, reverses),
  check (ends_at > starts_at),
  check ((reverses is null) = (reason is null)),
  check ((reverses is null) = (minutes > 0)),
  check ((channel = 'paper') = (paper_id is not null)),
  check ((channel = 'paper') = (entered_by_post is not null)),
  foreign key (street_id, reverses) references hours_entry (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, shift_id) references shift (street_id, id)
);
create index hours_entry_person on hours_entry (street_id, person_id, starts_at);
create index hours_entry_shift on hours_entry (street_id, shift_id);
select protect('hours_entry');
revoke update, delete on hours_entry from ronghe_app;

-- The second person, who was there or was served.
create table hours_confirmation (
  street_id uuid not null,
  entry_id uuid not null,
  confirmed_by uuid,
  role text not null check (role in ('sameShift', 'served')),
  channel text not null check (channel in ('phone', 'paper')),
  entered_by_post uuid,
  confirmed_at timestamptz not null,
  primary key (street_id, entry_id),
  check ((channel = 'paper') = (entered_by_post is not null)),
  foreign key (street_id, entry_id) references hours_entry (street_id, id)
);
create index hours_confirmation_by on hours_confirmation (street_id, confirmed_by);
create index hours_confirmation_at on hours_confirmation (street_id, confirmed_at);
select protect('hours_confirmation');
revoke update, delete on hours_confirmation from ronghe_app;

-- Which of two people confirms the other in a month of service. There is one row for a pair, so the other way round is impossible, also for two
-- who try at the same moment.
create table hours_pair (
  street_id uuid not null,
  month date not null,
  low_id uuid not null,
  high_id uuid not null,
  confirmer_id uuid not null,
  primary key (street_id, month, low_id, high_id),
  check (low_id < high_id),
  check (confirmer_id in (low_id, high_id)),
  foreign key (street_id, low_id) references person (street_id, id),
  foreign key (street_id, high_id) references person (street_id, id)
);
select protect('hours_pair');
revoke update, delete on hours_pair from ronghe_app;

-- Paper lists of a shift, with signatures of who was there and who confirms.
create table hours_paper (
  street_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  file_id uuid not null,
  filed_by_post uuid not null,
  filed_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, shift_id) references shift (street_id, id),
  foreign key (street_id, file_id) references stored_file (street_id, id) on delete cascade
);
create index hours_paper_shift on hours_paper (street_id, shift_id);
select protect('hours_paper');

-- Somebody who was served on a shift and may speak for it.
create table shift_served (
  street_id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  named_by_post uuid not null,
  named_at timestamptz not null,
  primary key (street_id, shift_id, person_id),
  foreign key (street_id, shift_id) references shift (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index shift_served_person on shift_served (street_id, person_id);
select protect('shift_served');

-- The monthly check. The commitment is public before the month ends, seed and list afterwards: anybody can draw again.
create table hours_audit (
  street_id uuid not null,
  month date not null,
  commitment text not null,
  committed_at timestamptz not null,
  closed_seed bytea not null,
  -- Published with the draw.
  seed text,
  -- The entries of the month under hashed names, sorted, and how many of them are drawn.
  list text[],
  wanted int,
  drawn_at timestamptz,
  primary key (street_id, month),
  check ((drawn_at is null) = (seed is null) and (drawn_at is null) = (list is null) and (drawn_at is null) = (wanted is null))
);
select protect('hours_audit');
revoke delete on hours_audit from ronghe_app;

create table hours_audit_entry (
  street_id uuid not null,
  month date not null,
  -- The hashed name in the list.
  name text not null,
  -- Null once the volunteer has left.
  entry_id uuid,
  outcome text check (outcome in ('held', 'failed', 'notReached')),
  checked_by_post uuid,
  checked_at timestamptz,
  primary key (street_id, month, name),
  check ((outcome is null) = (checked_at is null)),
  foreign key (street_id, month) references hours_audit (street_id, month),
  foreign key (street_id, entry_id) references hours_entry (street_id, id)
);
create index hours_audit_entry_entry on hours_audit_entry (street_id, entry_id);
select protect('hours_audit_entry');
revoke delete on hours_audit_entry from ronghe_app;

-- What was certified for whom (民政部令67): if an hour in it falls, so does the certificate.
create table service_proof (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organ_id uuid not null,
  from_day date not null,
  until_day date not null,
  minutes int not null check (minutes > 0),
  certificate_id uuid not null,
  issued_at timestamptz not null,
  primary key (street_id, id),
  check (from_day <= until_day),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index service_proof_person on service_proof (street_id, person_id);
select protect('service_proof');

-- Thanks to a team, never to a person; read by the coordinator before anybody sees them.
create table thank_note (
  street_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  sender_id uuid,
  words_sealed bytea not null,
  -- As the sender wants to be called; null: a resident.
  signed_sealed bytea,
  channel text not null check (channel in ('phone', 'paper')),
  state text not null check (state in ('waiting', 'published', 'declined')),
  decided_by_post uuid,
  decided_on date,
  sent_on date not null,
  primary key (street_id, id),
  check ((state = 'waiting') = (decided_on is null)),
  foreign key (street_id, team_id) references team (street_id, id),
  foreign key (street_id, sender_id) references person (street_id, id)
);
create index thank_note_team on thank_note (street_id, team_id, state);
create index thank_note_sender on thank_note (street_id, sender_id);
select protect('thank_note');

-- The one way out of the book: whoever closes the account takes the hours along, and is nobody's second person any more. What others gave stays
-- confirmed; lists that were drawn stay as they were published.
create function forget_hours(leaving uuid) returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := nullif(current_setting('app.street', true), '')::uuid;
begin
  if here is null or leaving is null then
    raise exception 'forget_hours: no street';
  end if;
  update public.hours_audit_entry set entry_id = null
  where street_id = here and entry_id in (select e.id from public.hours_entry e where e.street_id = here and e.person_id = leaving);
  delete from public.hours_confirmation
  where street_id = here and entry_id in (select e.id from public.hours_entry e where e.street_id = here and e.person_id = leaving);
  delete from public.hours_entry where street_id = here and person_id = leaving and reverses is not null;
  delete from public.hours_entry where street_id = here and person_id = leaving;
  update public.hours_confirmation set confirmed_by = null where street_id = here and confirmed_by = leaving;
  delete from public.hours_pair where street_id = here and (low_id = leaving or high_id = leaving);
end $$;
revoke all on function forget_hours(uuid) from public;
grant execute on function forget_hours(uuid) to ronghe_app;
