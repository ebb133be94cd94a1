-- Conversations: what residents say, and how they stand to what others said. The stances lie in a schema of their own.

-- A round in which residents say how they stand: a conversation, an allocation. Its pseudonyms are made with a key of its own, which is kept outside
-- the database (platform/privacy/round-keys.ts) and destroyed some time after the close; from then on nobody can be found in the round again.
create table stance_round (
  street_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('conversation', 'allocation')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  key_destroyed_at timestamptz,
  primary key (street_id, id),
  check (closed_at >= opened_at),
  check (key_destroyed_at >= closed_at)
);
create index stance_round_closed on stance_round (street_id, closed_at) where key_destroyed_at is null;
select protect('stance_round');

-- The closed schema (08, Opinion votes and allocation ballots). Its tables are granted to nobody: not to the role that serves requests, not to the
-- branch's. What may be asked of them are the functions below, each of which does one thing, works in the entered street only and refuses where none
-- was entered. None gives out a pseudonym; the only one that gives out stances by person gives whole rows without any name of the person,
-- in the order of what was said. Nothing here has a time: a row cannot be laid beside a log.
create schema stance;
revoke all on schema stance from public;
grant usage on schema stance to ronghe_app;

create function stance.keep_closed(closed_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', closed_table);
  execute format('alter table %s force row level security', closed_table);
  execute format('create policy street on %s using (street_id = nullif(current_setting(''app.street'', true), '''')::uuid)', closed_table);
  execute format('revoke all on %s from public', closed_table);
end $$;
revoke execute on function stance.keep_closed(regclass) from public;

-- The street of the transaction; a function of this schema that is called outside of one fails.
create function stance.street() returns uuid language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  entered uuid := nullif(current_setting('app.street', true), '')::uuid;
begin
  if entered is null then
    raise exception 'no street was entered' using errcode = 'insufficient_privilege';
  end if;
  return entered;
end $$;
revoke execute on function stance.street() from public;

-- Who takes part in a round, by pseudonym. `bench` is the group declared when the round opened, null where somebody prefers not to say; `attested`
-- whether the person was known to live here when first voting; on paper the group is the one ticked on the card.
create table stance.voter (
  street_id uuid not null,
  round_id uuid not null,
  voter bytea not null check (length(voter) = 32),
  bench text check (bench in ('newcomer', 'local')),
  attested boolean not null,
  paper boolean not null default false,
  primary key (street_id, round_id, voter),
  foreign key (street_id, round_id) references public.stance_round (street_id, id)
);
select stance.keep_closed('stance.voter');

-- How somebody stands to a statement: agree 1, pass 0, disagree -1. The last word counts; the one before it is not kept.
create table stance.opinion (
  street_id uuid not null,
  round_id uuid not null,
  voter bytea not null,
  statement_id uuid not null,
  vote smallint not null check (vote in (-1, 0, 1)),
  primary key (street_id, round_id, voter, statement_id),
  foreign key (street_id, round_id, voter) references stance.voter (street_id, round_id, voter)
);
select stance.keep_closed('stance.opinion');

-- What residents are asked: a conversation of a council, about the whole street or one place. Closed for good once it is closed.
create table conversation (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  topic text not null,
  title jsonb not null,
  background jsonb not null,
  community_id uuid,
  lane_id uuid,
  -- The merged concern it came from, where there is one.
  merged_concern_id uuid,
  state text not null check (state in ('preparing', 'open', 'closed')),
  closes_on date,
  opened_at timestamptz,
  closed_at timestamptz,
  created_at timestamptz not null,
  created_by_post uuid,
  primary key (street_id, id),
  check ((state = 'preparing') = (opened_at is null)),
  check ((state = 'closed') = (closed_at is not null)),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, community_id) references community (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id)
);
create index conversation_council on conversation (street_id, council_id, created_at desc);
select protect('conversation');

-- A sentence to agree or disagree with. Sealed while it waits for the moderators, public once it is admitted, and from then on never another
-- sentence: what people voted on stays what they voted on. The author is known to the author's own pages only.
create table statement (
  street_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  -- Counted in the conversation when it is admitted.
  number int check (number > 0),
  state text not null check (state in ('waiting', 'admitted', 'returned', 'duplicate', 'withdrawn')),
  way text not null check (way in ('resident', 'seed', 'paper', 'import')),
  words text,
  translation text,
  words_sealed bytea,
  author_id uuid,
  -- Why it was returned, in words that stand on the conversation's page without the statement.
  reason text check (reason in ('unclear', 'severalAtOnce', 'aboutAPerson', 'personalData', 'insult', 'offTopic', 'duplicate')),
  reason_words text not null default '',
  same_as uuid,
  merged_concern_id uuid,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by_post uuid,
  primary key (street_id, id),
  constraint statement_number_key unique (street_id, conversation_id, number),
  check (state <> 'admitted' or (number is not null and words is not null)),
  check (state not in ('returned', 'duplicate') or reason is not null),
  foreign key (street_id, conversation_id) references conversation (street_id, id),
  foreign key (street_id, author_id) references person (street_id, id),
  foreign key (street_id, same_as) references statement (street_id, id)
);
create index statement_conversation on statement (street_id, conversation_id, state);
create index statement_author on statement (street_id, author_id) where author_id is not null;
select protect('statement');

-- What is published of a conversation, step by step: a reading that has been shown stays as it is (platform/privacy). Counts only.
create table landscape (
  street_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  number int not null check (number > 0),
  -- How many had taken part and what they said, exactly; what is shown of it is decided in `published`, from all steps together.
  voters int not null,
  counts jsonb not null,
  published jsonb not null,
  -- Where the statements lie on the map, to tell somebody where they stand; no person is in it.
  axes jsonb not null,
  made_at timestamptz not null,
  primary key (street_id, id),
  constraint landscape_number_key unique (street_id, conversation_id, number),
  foreign key (street_id, conversation_id) references conversation (street_id, id)
);
select protect('landscape');
revoke update, delete on landscape from ronghe_app;

-- Cards printed for those who vote on paper. A card's number is made from the round's key, so that one that was never printed is not taken.
create table paper_print (
  street_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  number int not null check (number > 0),
  cards int not null check (cards between 1 and 500),
  -- The statements on the card, in its order.
  statement_ids uuid[] not null,
  printed_at timestamptz not null,
  printed_by_post uuid,
  primary key (street_id, id),
  constraint paper_print_number_key unique (street_id, conversation_id, number),
  foreign key (street_id, conversation_id) references conversation (street_id, id)
);
select protect('paper_print');

-- Many votes within a few minutes, for the moderators: how many, never whose.
create table vote_burst (
  street_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  began_at timestamptz not null,
  votes int not null,
  looked_at timestamptz,
  looked_by_post uuid,
  primary key (street_id, id),
  foreign key (street_id, conversation_id) references conversation (street_id, id)
);
create index vote_burst_conversation on vote_burst (street_id, conversation_id, began_at desc);
select protect('vote_burst');

-- Keeps how somebody stands to a statement of an open conversation. @returns the statements this voter has now voted on, and the voter's group;
-- `voted` is null when the voter is not known yet and `is_attested` was not given (the caller then looks up group and level, once per person), and
-- empty when there is no such statement.
create function stance.cast_opinion(round uuid, pseudonym bytea, statement uuid, opinion int, declared text default null, is_attested boolean default null, on_paper boolean default false)
returns table (voted uuid[], bench text) language plpgsql rows 1 security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
begin
  voted := '{}';
  if not exists (select from public.statement s where s.street_id = here and s.id = statement and s.conversation_id = round and s.state = 'admitted') then
    return next;
    return;
  end if;
  select v.bench into bench from stance.voter v where v.street_id = here and v.round_id = round and v.voter = pseudonym;
  if not found then
    if is_attested is null then
      voted := null;
      return next;
      return;
    end if;
    insert into stance.voter (street_id, round_id, voter, bench, attested, paper)
      values (here, round, pseudonym, declared, is_attested, on_paper) on conflict do nothing;
    bench := declared;
  end if;
  insert into stance.opinion as known (street_id, round_id, voter, statement_id, vote) values (here, round, pseudonym, statement, opinion)
    on conflict (street_id, round_id, voter, statement_id) do update set vote = excluded.vote where known.vote <> excluded.vote;
  voted := array(select o.statement_id from stance.opinion o where o.street_id = here and o.round_id = round and o.voter = pseudonym);
  return next;
end $$;

-- Takes a vote back, as if it had not been cast. @returns what this voter has still voted on.
create function stance.take_back_opinion(round uuid, pseudonym bytea, statement uuid)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
begin
  delete from stance.opinion o where o.street_id = here and o.round_id = round and o.voter = pseudonym and o.statement_id = statement;
  return array(select o.statement_id from stance.opinion o where o.street_id = here and o.round_id = round and o.voter = pseudonym);
end $$;

-- One voter's own votes, for that voter's own session: whoever asks has to know the pseudonym, which is to hold the round's key.
create function stance.own_opinions(round uuid, pseudonym bytea)
returns table (statement_id uuid, vote smallint) language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select o.statement_id, o.vote from stance.opinion o
  where o.street_id = stance.street() and o.round_id = own_opinions.round and o.voter = own_opinions.pseudonym
$$;

-- How many agree, disagree and pass, by statement and group. Both sides come in the order of their keys: merged, whatever the planner believes of a
-- round that filled within the hour (nested loops took nine seconds for 20,000 votes).
create function stance.count_opinions(round uuid)
returns table (statement_id uuid, bench text, agree bigint, disagree bigint, pass bigint) language sql stable security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  select o.statement_id, v.bench,
         count(*) filter (where o.vote = 1), count(*) filter (where o.vote = -1), count(*) filter (where o.vote = 0)
  from stance.opinion o
  join stance.voter v on v.street_id = o.street_id and v.round_id = o.round_id and v.voter = o.voter
  where o.street_id = stance.street() and o.round_id = count_opinions.round
  group by o.statement_id, v.bench
$$;

-- How many take part, by group; those who took every vote back do not.
create function stance.count_voters(round uuid)
returns table (bench text, attested boolean, paper boolean, voters bigint) language sql stable security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  select v.bench, v.attested, v.paper, count(*)
  from stance.voter v
  where v.street_id = stance.street() and v.round_id = count_voters.round
    and exists (select from stance.opinion o where o.street_id = v.street_id and o.round_id = v.round_id and o.voter = v.voter)
  group by v.bench, v.attested, v.paper
$$;

-- What the map is computed from, and exports are made of: one row per voter with everything that voter said, without the pseudonym and in the
-- order of what was said, which is nobody's order of voting and the same at every reading. Who reads it learns combinations of stances, never whose; the job that reads it publishes counts (publish-conversation.ts).
create function stance.opinion_rows(round uuid)
returns table (bench text, statements uuid[], votes smallint[]) language sql volatile security definer set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
  select said.bench, said.statements, said.votes
  from (
    select min(v.bench) as bench, array_agg(o.statement_id order by o.statement_id) as statements, array_agg(o.vote order by o.statement_id) as votes
    from stance.opinion o
    join stance.voter v on v.street_id = o.street_id and v.round_id = o.round_id and v.voter = o.voter
    where o.street_id = stance.street() and o.round_id = opinion_rows.round
    group by o.voter
  ) said
  order by said.statements, said.votes, said.bench
$$;

-- Forgets one voter of a round, found by the pseudonym, while there is a key to make it with.
create function stance.forget_voter(round uuid, pseudonym bytea)
returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  here uuid := stance.street();
  gone bigint;
begin
  delete from stance.opinion o where o.street_id = here and o.round_id = round and o.voter = pseudonym;
  get diagnostics gone = row_count;
  delete from stance.voter v where v.street_id = here and v.round_id = round and v.voter = pseudonym;
  return gone;
end $$;

revoke execute on all functions in schema stance from public;
grant execute on function
  stance.cast_opinion(uuid, bytea, uuid, int, text, boolean, boolean),
  stance.take_back_opinion(uuid, bytea, uuid),
  stance.own_opinions(uuid, bytea),
  stance.count_opinions(uuid),
  stance.count_voters(uuid),
  stance.opinion_rows(uuid),
  stance.forget_voter(uuid, bytea)
to ronghe_app;
