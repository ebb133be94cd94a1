-- Secret ballots of the council. What is here may be read by anybody who breaks in and still tells nobody how a person voted, nor which of the
-- ballots in a box is whose: no table holds both a person and a credential, and nothing in a box has a time.

-- One question put to a secret vote: about a motion, for the seats of a call, or on its own.
create table secret_ballot (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('motion', 'seats', 'own')),
  motion_id uuid,
  call_id uuid,
  meeting_id uuid,
  title jsonb not null,
  -- In the order of the paper; of a motion: for, against. `candidateId` where somebody stands.
  answers jsonb not null,
  least int not null check (least >= 0),
  most int not null check (most >= 1),
  seats int check (seats > 0),
  rule text not null check (rule in ('motion', 'approval', 'scottish')),
  voters text not null check (voters in ('delegates', 'residents')),
  state text not null check (state in ('setUp', 'trusteesReady', 'open', 'closed', 'tallied', 'published', 'setAside')),
  -- Begun under this charter and finished under it.
  charter_version_id uuid not null,
  set_up_by uuid,
  created_at timestamptz not null,
  opened_at timestamptz,
  closes_at timestamptz,
  closed_at timestamptz,
  published_at timestamptz,
  result jsonb,
  -- Why it was set aside, in words that are published.
  set_aside_because text,
  set_aside_by_post uuid,
  primary key (street_id, id),
  check ((kind = 'motion') = (motion_id is not null)),
  check ((kind = 'seats') = (call_id is not null)),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, motion_id) references motion (street_id, id),
  foreign key (street_id, call_id) references seat_call (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, charter_version_id) references charter_version (street_id, id)
);
create index secret_ballot_council on secret_ballot (street_id, council_id, created_at);
create unique index secret_ballot_motion on secret_ballot (street_id, motion_id) where state not in ('published', 'setAside');
create unique index secret_ballot_call on secret_ballot (street_id, call_id) where state not in ('published', 'setAside');
select protect('secret_ballot');

-- Who may vote, as it was when the ballot was set up, and whether they took their slip. What is on the slip is not known here.
create table ballot_voter (
  street_id uuid not null,
  ballot_id uuid not null,
  person_id uuid not null,
  box_id uuid not null,
  -- A resident shows this to whoever hands out the slips.
  code text,
  paper boolean not null default false,
  handed_on date,
  constraint ballot_voter_once primary key (street_id, ballot_id, person_id),
  constraint ballot_voter_code unique (street_id, ballot_id, code),
  foreign key (street_id, ballot_id) references secret_ballot (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index ballot_voter_person on ballot_voter (street_id, person_id);
select protect('ballot_voter');

-- One of the three who open the sum together; their texts are public. The key itself never comes here.
create table ballot_trustee (
  street_id uuid not null,
  ballot_id uuid not null,
  number int not null check (number between 1 and 3),
  side text not null check (side in ('newcomers', 'locals', 'neutral')),
  person_id uuid not null,
  certificate text,
  polynomial text,
  output text,
  primary key (street_id, ballot_id, number),
  constraint ballot_trustee_once unique (street_id, ballot_id, person_id),
  constraint ballot_trustee_side unique (street_id, ballot_id, side),
  foreign key (street_id, ballot_id) references secret_ballot (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index ballot_trustee_person on ballot_trustee (street_id, person_id);
select protect('ballot_trustee');

-- A box is one election in the format of Belenios. Where each bench has to agree, each has its own.
create table ballot_box (
  street_id uuid not null,
  id uuid not null,
  ballot_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  election_name text not null,
  -- Slips to be made: one for each voter, or as many as were ordered for an election by residents.
  slips int not null check (slips > 0),
  election text,
  trustees text,
  -- The day it was begun, in seconds since 1970; the archive says no more.
  began bigint not null,
  tally text,
  sized_tally text,
  opened jsonb,
  -- The hash of the archive's last event, as published.
  head text,
  primary key (street_id, id),
  constraint ballot_box_election unique (street_id, election_name),
  foreign key (street_id, ballot_id) references secret_ballot (street_id, id)
);
create unique index ballot_box_bench on ballot_box (street_id, ballot_id, coalesce(bench, 'all'));
select protect('ballot_box');
alter table ballot_voter add foreign key (street_id, box_id) references ballot_box (street_id, id);

-- The public side of each slip. Whose it is, only the authority's own list knows. Cancelled when somebody takes paper instead.
create table ballot_credential (
  street_id uuid not null,
  box_id uuid not null,
  credential text not null,
  cancelled_on date,
  primary key (street_id, box_id, credential),
  foreign key (street_id, box_id) references ballot_box (street_id, id)
);
select protect('ballot_credential');

-- The box: no time, no person. All rows are written anew with every ballot, in the order of their trackers, so that not even where they lie
-- tells which came first. `turn` counts the ballots of one credential; the last counts.
create table cast_ballot (
  street_id uuid not null,
  box_id uuid not null,
  tracker text not null,
  credential text not null,
  turn int not null check (turn > 0),
  ballot text not null,
  primary key (street_id, box_id, tracker),
  constraint cast_ballot_turn unique (street_id, box_id, credential, turn),
  foreign key (street_id, box_id, credential) references ballot_credential (street_id, box_id, credential)
);
select protect('cast_ballot');

create table ballot_part (
  street_id uuid not null,
  box_id uuid not null,
  number int not null,
  part text not null,
  primary key (street_id, box_id, number),
  foreign key (street_id, box_id) references ballot_box (street_id, id)
);
select protect('ballot_part');

-- Papers, mixed in their box and counted twice, by one person of each bench. The last count of each stands.
create table paper_count (
  street_id uuid not null,
  box_id uuid not null,
  bench text not null check (bench in ('newcomers', 'locals')),
  counted_by uuid not null,
  papers int not null check (papers >= 0),
  -- Marks per answer, papers without a mark, papers that could not be read.
  marks int[] not null,
  blank int not null check (blank >= 0),
  invalid int not null check (invalid >= 0),
  -- Preferences, sorted, where the election is by transferable vote.
  preferences text,
  counted_on date not null,
  primary key (street_id, box_id, bench),
  foreign key (street_id, box_id) references ballot_box (street_id, id),
  foreign key (street_id, counted_by) references person (street_id, id)
);
create index paper_count_person on paper_count (street_id, counted_by);
select protect('paper_count');
