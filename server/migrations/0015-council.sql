-- The council: its charter, its seats and who sits on them, its meetings.

-- The charter as data: parameters and words of every article. A version is in force from a day until the next one is; it is never edited
-- once adopted, and it is adopted only by the founding or by the procedure the charter of the day lays down.
create table charter_version (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  number int not null check (number > 0),
  charter jsonb not null,
  state text not null check (state in ('draft', 'adopted', 'rejected')),
  in_force_from date,
  -- The resolution that adopted it; null for the one the council was founded with.
  resolution_id uuid,
  created_at timestamptz not null,
  created_by_post uuid,
  primary key (street_id, id),
  constraint charter_version_number_key unique (street_id, council_id, number),
  check (state <> 'adopted' or in_force_from is not null),
  foreign key (street_id, council_id) references organ (street_id, id)
);
select protect('charter_version');

-- A chair of the hall: `bench` is null for the presiding chair's. How many there are is the charter's; a seat that a charter no longer has ends.
create table seat (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  number int not null check (number > 0),
  ended_on date,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id)
);
create unique index seat_place on seat (street_id, council_id, coalesce(bench, 'chair'), number);
select protect('seat');

-- Who sits on a seat from when to when. The appointment to the post gives the permissions; ending one ends the other.
create table seat_term (
  street_id uuid not null,
  id uuid not null,
  seat_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  -- The last day of the term as it stands: shortened when it lapses or is given up.
  to_day date not null,
  way text not null check (way in ('sortition', 'election', 'nomination', 'substitute', 'office')),
  ended_because text check (ended_because in ('lapsed', 'resigned', 'left', 'excluded', 'seatEnded')),
  oath_on date,
  created_at timestamptz not null,
  primary key (street_id, id),
  check (to_day >= from_day),
  foreign key (street_id, seat_id) references seat (street_id, id),
  foreign key (street_id, appointment_id) references appointment (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index seat_term_seat on seat_term (street_id, seat_id);
create index seat_term_person on seat_term (street_id, person_id);
select protect('seat_term');

-- planned > notified > open > closed > minutes (draft) > approved > published, or cancelled. What happens in it is a list of events (0020).
create table meeting (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  -- Counted per council; null for a practice meeting, which is kept out of minutes and figures.
  number int,
  kind text not null check (kind in ('ordinary', 'extraordinary', 'practice')),
  state text not null check (state in ('planned', 'notified', 'open', 'closed', 'minutesDraft', 'minutesApproved', 'published', 'cancelled')),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null,
  -- The charter of the day it was opened.
  charter_version_id uuid,
  created_at timestamptz not null,
  created_by_post uuid,
  primary key (street_id, id),
  check (ends_at > starts_at),
  constraint meeting_number_key unique (street_id, council_id, number),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, charter_version_id) references charter_version (street_id, id)
);
create index meeting_council on meeting (street_id, council_id, starts_at);
select protect('meeting');
