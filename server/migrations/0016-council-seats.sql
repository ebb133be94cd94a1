-- Seats of the council: how they are filled, kept and given up; and the procedure by which the charter changes.

-- A draft says which version it changes; when another one was adopted meanwhile, it has to be written anew.
alter table charter_version add column based_on uuid;
alter table charter_version add column reason text;
-- Of two versions one is in force on a day, never both.
create unique index charter_version_in_force on charter_version (street_id, council_id, in_force_from) where state = 'adopted';

-- What was written stays as it was written, whoever asks: a change is a new version, and of an old one only what became of it is noted.
revoke update, delete on charter_version from ronghe_app;
grant update (state, in_force_from, resolution_id) on charter_version to ronghe_app;

-- The post that goes with a bench: whoever takes a seat is appointed to it, and loses it with the seat. `bench` is null for the chair's.
create table bench_post (
  street_id uuid not null,
  council_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  post_id uuid not null,
  primary key (street_id, post_id),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, post_id) references post (street_id, id)
);
create unique index bench_post_bench on bench_post (street_id, council_id, coalesce(bench, 'chair'));
select protect('bench_post');

-- The day the term ran to when it began: whoever moves up serves what is left of it.
alter table seat_term add column full_to_day date;

-- A draw by lot. Everything that is needed to repeat it lies here as it was published: quotas, pool without names, commitment, dice or seed.
create table draw (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  state text not null check (state in ('open', 'closed', 'impossible', 'ready', 'drawn', 'finished', 'cancelled')),
  seats_newcomers int not null check (seats_newcomers >= 0),
  seats_locals int not null check (seats_locals >= 0),
  -- Substitutes of each bench, drawn along with the seats.
  substitutes int not null check (substitutes >= 0),
  by_community boolean not null,
  by_age boolean not null,
  -- Groups count as declared at this moment.
  opened_at timestamptz not null,
  closes_on date not null,
  closed_at timestamptz,
  respondents text,
  categories text,
  commitment text,
  lottery jsonb,
  report jsonb,
  -- Why no panel keeps the quotas, and the smallest change that helps.
  conflict jsonb,
  ready_at timestamptz,
  drawn_by text check (drawn_by in ('dice', 'seed')),
  seed text,
  number int,
  drawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id)
);
create index draw_council on draw (street_id, council_id, opened_at);
-- One draw of a council at a time: nobody waits in two pools.
create unique index draw_running on draw (street_id, council_id) where state in ('open', 'closed', 'impossible', 'ready', 'drawn');
select protect('draw');

-- What somebody said for one draw alone: an age band, a bench without changing the profile, or to stay out of it.
create table draw_choice (
  street_id uuid not null,
  draw_id uuid not null,
  person_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  age_band text check (age_band in ('18-34', '35-59', '60+')),
  stays_out boolean not null default false,
  at timestamptz not null,
  primary key (street_id, draw_id, person_id),
  foreign key (street_id, draw_id) references draw (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('draw_choice');

-- Whose the rows of the published file are. Nobody reads it; it goes when the last seat of the draw is answered for.
create table draw_row (
  street_id uuid not null,
  draw_id uuid not null,
  row int not null check (row > 0),
  person_id uuid not null,
  bench text not null check (bench in ('newcomers', 'locals')),
  primary key (street_id, draw_id, row),
  foreign key (street_id, draw_id) references draw (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index draw_row_person on draw_row (street_id, person_id);
select protect('draw_row');

-- An election or nomination for the free seats of a bench, or of the chair (bench null).
create table seat_call (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  way text not null check (way in ('election', 'nomination')),
  -- How an election is counted: the charter's rule on the day it opened.
  rule text check (rule in ('approval', 'scottish')),
  seats int not null check (seats > 0),
  state text not null check (state in ('open', 'notice', 'voting', 'filled', 'cancelled')),
  opened_at timestamptz not null,
  candidates_until date not null,
  notice_until date,
  closed_at timestamptz,
  primary key (street_id, id),
  check ((way = 'election') = (rule is not null)),
  foreign key (street_id, council_id) references organ (street_id, id)
);
create unique index seat_call_running on seat_call (street_id, council_id, coalesce(bench, 'chair')) where state in ('open', 'notice', 'voting');
select protect('seat_call');

-- Whoever stands says so and is then public with name and words; whoever was proposed is nobody's business until they agree.
create table seat_candidate (
  street_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  person_id uuid not null,
  proposed_by text not null check (proposed_by in ('self', 'resident', 'organ')),
  -- The organ that proposed, where it was one.
  organ_id uuid,
  statement_sealed bytea,
  state text not null check (state in ('proposed', 'standing', 'declined', 'withdrawn', 'chosen', 'notChosen')),
  created_at timestamptz not null,
  primary key (street_id, id),
  constraint seat_candidate_once unique (street_id, call_id, person_id),
  foreign key (street_id, call_id) references seat_call (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index seat_candidate_person on seat_candidate (street_id, person_id);
select protect('seat_candidate');

-- An objection during the public notice of a nomination, answered before anybody is confirmed.
create table seat_objection (
  street_id uuid not null,
  id uuid not null,
  candidate_id uuid not null,
  person_id uuid not null,
  words_sealed bytea not null,
  answer_sealed bytea,
  upheld boolean,
  made_at timestamptz not null,
  answered_at timestamptz,
  primary key (street_id, id),
  constraint seat_objection_once unique (street_id, candidate_id, person_id),
  foreign key (street_id, candidate_id) references seat_candidate (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('seat_objection');

-- Who may take a seat, in order: first those it is offered to, then the substitutes of the bench. From a draw, an election or a nomination.
create table seat_offer (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  -- Gone as soon as there is no seat in it for this person any more.
  person_id uuid,
  place int not null check (place > 0),
  way text not null check (way in ('sortition', 'election', 'nomination', 'office')),
  draw_id uuid,
  row int,
  call_id uuid,
  state text not null check (state in ('waiting', 'offered', 'accepted', 'declined', 'lapsed', 'ended')),
  -- Moved up from the substitutes.
  moved_up boolean not null default false,
  seat_id uuid,
  answer_by date,
  answered_on date,
  created_at timestamptz not null,
  primary key (street_id, id),
  check ((state in ('offered', 'accepted')) <= (seat_id is not null)),
  check (person_id is not null or state in ('declined', 'lapsed', 'ended')),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, draw_id) references draw (street_id, id),
  foreign key (street_id, call_id) references seat_call (street_id, id),
  foreign key (street_id, seat_id) references seat (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index seat_offer_person on seat_offer (street_id, person_id);
create index seat_offer_bench on seat_offer (street_id, council_id, bench, created_at, place);
-- A seat is offered to one person at a time.
create unique index seat_offer_seat on seat_offer (street_id, seat_id) where state = 'offered';
select protect('seat_offer');

-- Absences of a delegate, one for each meeting; excused ones do not count towards the seat.
create table seat_absence (
  street_id uuid not null,
  term_id uuid not null,
  meeting_id uuid not null,
  excused boolean not null,
  day date not null,
  primary key (street_id, term_id, meeting_id),
  foreign key (street_id, term_id) references seat_term (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
select protect('seat_absence');

-- When and where residents find their delegate; no private telephone number has a place here.
create table delegate_hours (
  street_id uuid not null,
  term_id uuid not null,
  words text not null,
  changed_at timestamptz not null,
  primary key (street_id, term_id),
  foreign key (street_id, term_id) references seat_term (street_id, id)
);
select protect('delegate_hours');

-- What a delegate leaves to whoever sits on the seat next.
create table handover_note (
  street_id uuid not null,
  term_id uuid not null,
  words_sealed bytea not null,
  changed_at timestamptz not null,
  primary key (street_id, term_id),
  foreign key (street_id, term_id) references seat_term (street_id, id)
);
select protect('handover_note');

-- The deputy of a bench: presides by turns when the chair cannot.
create table deputy (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  bench text not null check (bench in ('newcomers', 'locals')),
  term_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, term_id) references seat_term (street_id, id)
);
create unique index deputy_once on deputy (street_id, term_id) where to_day is null;
select protect('deputy');

-- A delegate's own register of interests: who pays them, who lets to them, what else ties them. A party is an organ of the street or is named.
create table interest_declaration (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('paidBy', 'landlord', 'other')),
  organ_id uuid,
  party_sealed bytea,
  since date not null,
  ended_on date,
  primary key (street_id, id),
  check ((organ_id is null) <> (party_sealed is null)),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index interest_declaration_person on interest_declaration (street_id, person_id);
select protect('interest_declaration');

-- Warnings that were sent about parity, so that each is sent once.
create table parity_alarm (
  street_id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('roster', 'attendance')),
  -- The meeting for attendance; the council itself for the roster.
  matter_id uuid not null,
  raised_on date not null,
  ended_on date,
  primary key (street_id, council_id, kind, matter_id, raised_on),
  foreign key (street_id, council_id) references organ (street_id, id)
);
select protect('parity_alarm');
