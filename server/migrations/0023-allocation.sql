-- Allocation: residents decide where money goes. The council fixes the rules before the call; after that the ballots decide (08, Allocation).

-- One round of a council. The rules lie here as a draft only while they are being written; once fixed they are a row of allocation_rules, which nobody
-- can change. Dates come from the rules.
create table allocation_round (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  number int not null check (number > 0),
  title jsonb not null,
  draft jsonb not null,
  state text not null check (state in ('setUp', 'rulesFixed', 'call', 'feasibility', 'voting', 'counted', 'objection', 'resolution', 'corrections', 'projects', 'evaluated')),
  -- The money motion that is before the council with this draft.
  motion_id uuid,
  -- Groups count as they were declared then.
  opened_at timestamptz,
  -- No ballot is taken any more; paper ones may still be typed.
  closed_at timestamptz,
  counting_since timestamptz,
  objection_until date,
  -- Until then the council may return the result; it does so once.
  settle_until date,
  returned_on date,
  return_motion_id uuid,
  noted_on date,
  resolution_id uuid,
  evaluation text,
  created_at timestamptz not null,
  created_by_post uuid,
  primary key (street_id, id),
  constraint allocation_round_number_key unique (street_id, council_id, number),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, motion_id) references motion (street_id, id),
  foreign key (street_id, return_motion_id) references motion (street_id, id)
);
create index allocation_round_council on allocation_round (street_id, council_id, number desc);
select protect('allocation_round');

-- What the council decided, once and for all: the role that serves requests may add a row and read it, nothing else.
create table allocation_rules (
  street_id uuid not null,
  round_id uuid not null,
  rules jsonb not null,
  motion_id uuid not null,
  charter_version_id uuid not null,
  fixed_on date not null,
  primary key (street_id, round_id),
  foreign key (street_id, round_id) references allocation_round (street_id, id),
  foreign key (street_id, motion_id) references motion (street_id, id),
  foreign key (street_id, charter_version_id) references charter_version (street_id, id)
);
select protect('allocation_rules');
revoke update, delete on allocation_rules from ronghe_app;

create table allocation_step (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  seq int not null,
  state text not null,
  on_day date not null,
  primary key (street_id, id),
  constraint allocation_step_seq_key unique (street_id, round_id, seq),
  foreign key (street_id, round_id) references allocation_round (street_id, id)
);
select protect('allocation_step');
revoke update, delete on allocation_step from ronghe_app;

-- What somebody proposes. Its words are public; who wrote them is known to the author's own pages only.
create table allocation_project (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- Counted in the round, without gaps, while the round's row is locked.
  number int not null check (number > 0),
  title text not null,
  what text not null,
  for_whom text not null,
  community_id uuid,
  lane_id uuid,
  organ_id uuid,
  proposer_id uuid,
  from_paper boolean not null default false,
  asked_cents bigint not null check (asked_cents > 0),
  cents bigint not null check (cents > 0),
  state text not null check (state in ('proposed', 'feasible', 'refused', 'appealed', 'merged', 'withdrawn', 'removed')),
  answer text,
  answered_on date,
  answered_by_post uuid,
  appeal_words text,
  appealed_on date,
  appeal_granted boolean,
  appeal_answer text,
  appeal_decided_on date,
  merged_into uuid,
  account text,
  spent_cents bigint check (spent_cents >= 0),
  accounted_on date,
  created_at timestamptz not null,
  primary key (street_id, id),
  constraint allocation_project_number_key unique (street_id, round_id, number),
  check ((state = 'merged') = (merged_into is not null)),
  check (state not in ('refused', 'appealed') or answer is not null),
  check (state <> 'appealed' or appeal_words is not null),
  foreign key (street_id, round_id) references allocation_round (street_id, id),
  foreign key (street_id, community_id) references community (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, proposer_id) references person (street_id, id),
  foreign key (street_id, merged_into) references allocation_project (street_id, id)
);
create index allocation_project_proposer on allocation_project (street_id, proposer_id) where proposer_id is not null;
select protect('allocation_project');

-- Every cost a project had before, and why it changed.
create table allocation_cost (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  seq int not null,
  cents bigint not null check (cents > 0),
  reason text not null,
  on_day date not null,
  by_post uuid,
  primary key (street_id, id),
  constraint allocation_cost_seq_key unique (street_id, project_id, seq),
  foreign key (street_id, project_id) references allocation_project (street_id, id)
);
select protect('allocation_cost');
revoke update, delete on allocation_cost from ronghe_app;

-- Somebody asks to put two projects together; each proposer's agreement is a day.
create table allocation_merging (
  street_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  from_agreed_on date,
  into_agreed_on date,
  declined_on date,
  asked_on date not null,
  primary key (street_id, id),
  check (from_id <> into_id),
  foreign key (street_id, from_id) references allocation_project (street_id, id),
  foreign key (street_id, into_id) references allocation_project (street_id, id)
);
create unique index allocation_merging_open on allocation_merging (street_id, from_id, into_id) where declined_on is null;
create index allocation_merging_into on allocation_merging (street_id, into_id);
select protect('allocation_merging');

-- A paper ballot as one person typed it. The sheet's number is stamped when the box is opened, so nobody who voted knows it.
create table allocation_paper (
  street_id uuid not null,
  round_id uuid not null,
  sheet int not null check (sheet > 0),
  typed_by uuid not null,
  entry jsonb not null,
  typed_on date not null,
  primary key (street_id, round_id, sheet, typed_by),
  foreign key (street_id, round_id) references allocation_round (street_id, id),
  foreign key (street_id, typed_by) references person (street_id, id)
);
select protect('allocation_paper');

-- What a count said, and the file it can be counted again from. A second one exists only after the council returned the first; none is ever changed.
create table allocation_result (
  street_id uuid not null,
  round_id uuid not null,
  count int not null check (count in (1, 2)),
  result jsonb not null,
  file text not null,
  counted_on date not null,
  primary key (street_id, round_id, count),
  foreign key (street_id, round_id) references allocation_round (street_id, id)
);
select protect('allocation_result');
revoke update, delete on allocation_result from ronghe_app;

-- What the council's return names, project by project; the office does exactly that and nothing else.
create table allocation_ground (
  street_id uuid not null,
  round_id uuid not null,
  project_id uuid not null,
  ground text not null check (ground in ('illegal', 'unsafe', 'costWrong')),
  reason text not null,
  cents bigint check (cents > 0),
  corrected_on date,
  primary key (street_id, round_id, project_id),
  check ((ground = 'costWrong') = (cents is not null)),
  foreign key (street_id, round_id) references allocation_round (street_id, id),
  foreign key (street_id, project_id) references allocation_project (street_id, id)
);
select protect('allocation_ground');

create table allocation_objection (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid,
  about text not null check (about in ('count', 'project', 'procedure')),
  words_sealed bytea,
  on_day date not null,
  answer text,
  answered_on date,
  answered_by_post uuid,
  primary key (street_id, id),
  foreign key (street_id, round_id) references allocation_round (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index allocation_objection_round on allocation_objection (street_id, round_id);
create index allocation_objection_person on allocation_objection (street_id, person_id) where person_id is not null;
select protect('allocation_objection');

-- The ballots, in the closed schema (0018): by pseudonym, without a time. `picks` is null where a paper ballot was taken instead; `receipt` is the hash of
-- a code that only the voter's device has.
create table stance.ballot (
  street_id uuid not null,
  round_id uuid not null,
  voter bytea not null check (length(voter) = 32),
  bench text check (bench in ('newcomer', 'local')),
  picks jsonb,
  receipt bytea check (length(receipt) = 32),
  primary key (street_id, round_id, voter),
  check ((picks is null) = (receipt is null)),
  foreign key (street_id, round_id) references public.stance_round (street_id, id)
);
select stance.keep_closed('stance.ballot');

-- True while ballots are taken. The row is held until the ballot stands, so that closing waits for the last one on its way.
create function stance.takes_ballots(round uuid) returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from public.stance_round r where r.street_id = stance.street() and r.id = round and r.kind = 'allocation' and r.closed_at is null for share;
  return found;
end $$;

-- Keeps a ballot in place of the voter's last one. @returns `cast`, `onPaper` where a paper ballot was taken, `closed`.
create function stance.cast_ballot(round uuid, pseudonym bytea, declared text, chosen jsonb, receipt_hash bytea)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
begin
  if not stance.takes_ballots(round) then
    return 'closed';
  end if;
  insert into stance.ballot as known (street_id, round_id, voter, bench, picks, receipt) values (here, round, pseudonym, declared, chosen, receipt_hash)
    on conflict (street_id, round_id, voter) do update set picks = excluded.picks, receipt = excluded.receipt where known.picks is not null;
  if not found then
    return 'onPaper';
  end if;
  return 'cast';
end $$;

-- Takes a ballot back as if it had not been cast; a paper one lies in the box and stays. @returns as above.
create function stance.take_back_ballot(round uuid, pseudonym bytea)
returns text language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
begin
  if not stance.takes_ballots(round) then
    return 'closed';
  end if;
  delete from stance.ballot b where b.street_id = here and b.round_id = round and b.voter = pseudonym and b.picks is not null;
  if exists (select from stance.ballot b where b.street_id = here and b.round_id = round and b.voter = pseudonym) then
    return 'onPaper';
  end if;
  return 'cast';
end $$;

-- One voter's own ballot, for that voter's own session: whoever asks has to know the pseudonym, which is to hold the round's key.
create function stance.own_ballot(round uuid, pseudonym bytea)
returns table (picks jsonb, bench text) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select b.picks, b.bench from stance.ballot b
  where b.street_id = stance.street() and b.round_id = own_ballot.round and b.voter = own_ballot.pseudonym
$$;

-- Notes that somebody took a paper ballot; one sent before is struck. @returns false where voting is closed or a paper was taken already.
create function stance.take_paper(round uuid, pseudonym bytea)
returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
begin
  if not stance.takes_ballots(round) then
    return false;
  end if;
  insert into stance.ballot as known (street_id, round_id, voter) values (here, round, pseudonym)
    on conflict (street_id, round_id, voter) do update set picks = null, receipt = null, bench = null where known.picks is not null;
  return found;
end $$;

create function stance.count_papers(round uuid)
returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*) from stance.ballot b where b.street_id = stance.street() and b.round_id = count_papers.round and b.picks is null
$$;

-- Whether the ballot with this receipt lies in the box; nothing of what is on it.
create function stance.has_receipt(round uuid, receipt_hash bytea)
returns boolean language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select from stance.ballot b where b.street_id = stance.street() and b.round_id = has_receipt.round and b.receipt = receipt_hash)
$$;

-- What is counted: every ballot with its group, without the pseudonym and in random order, and only once the round is closed.
create function stance.ballot_rows(round uuid)
returns table (bench text, picks jsonb) language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select b.bench, b.picks from stance.ballot b
  join public.stance_round r on r.street_id = b.street_id and r.id = b.round_id and r.closed_at is not null
  where b.street_id = stance.street() and b.round_id = ballot_rows.round and b.picks is not null
  order by random()
$$;

-- Forgets one voter of a round while there is a key to find the row with.
create function stance.forget_ballot(round uuid, pseudonym bytea)
returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  gone bigint;
begin
  delete from stance.ballot b where b.street_id = stance.street() and b.round_id = round and b.voter = pseudonym;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke execute on function
  stance.takes_ballots(uuid), stance.cast_ballot(uuid, bytea, text, jsonb, bytea), stance.take_back_ballot(uuid, bytea),
  stance.own_ballot(uuid, bytea), stance.take_paper(uuid, bytea), stance.count_papers(uuid), stance.has_receipt(uuid, bytea),
  stance.ballot_rows(uuid), stance.forget_ballot(uuid, bytea)
from public;
grant execute on function
  stance.cast_ballot(uuid, bytea, text, jsonb, bytea), stance.take_back_ballot(uuid, bytea),
  stance.own_ballot(uuid, bytea), stance.take_paper(uuid, bytea), stance.count_papers(uuid), stance.has_receipt(uuid, bytea),
  stance.ballot_rows(uuid), stance.forget_ballot(uuid, bytea)
to ronghe_app;
