-- The integration school: rooms, lecturers, courses and their sessions, who enrolled, who was there (M24).

create table school_room (
  street_id uuid not null,
  id uuid not null,
  name jsonb not null,
  capacity int not null check (capacity > 0),
  step_free boolean not null,
  closed_on date,
  primary key (street_id, id)
);
select protect('school_room');

-- When a room is in use, by a session or by a study group. Whoever books locks the room's row and looks for what overlaps, so that no room is
-- promised twice.
create table room_use (
  street_id uuid not null,
  id uuid not null,
  room_id uuid not null,
  kind text not null check (kind in ('session', 'studyGroup')),
  thing_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (street_id, id),
  constraint room_use_thing_key unique (street_id, kind, thing_id),
  check (ends_at > starts_at),
  foreign key (street_id, room_id) references school_room (street_id, id)
);
create index room_use_time on room_use (street_id, room_id, starts_at);
select protect('room_use');

-- Lecturers come from four sources. Either somebody with an account, who holds the post, or a guest whose name was given with consent.
create table lecturer (
  street_id uuid not null,
  id uuid not null,
  source text not null check (source in ('government', 'company', 'socialOrganisation', 'university')),
  organ_id uuid,
  -- Where an affiliation is no organ of the street.
  affiliation jsonb,
  person_id uuid,
  guest_name_sealed bytea,
  guest_agreed_on date,
  skills jsonb not null,
  speaks text[] not null default '{}',
  ended_on date,
  created_at timestamptz not null,
  primary key (street_id, id),
  constraint lecturer_person_key unique (street_id, person_id),
  check (organ_id is not null or affiliation is not null),
  check (guest_name_sealed is null or (person_id is null and guest_agreed_on is not null)),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
select protect('lecturer');

create table course (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  module text not null
    check (module in ('publicManagement', 'communityLeadership', 'organisationCapacity', 'earlyChildhood', 'vocationalSkills', 'localLife')),
  state text not null check (state in ('draft', 'open', 'running', 'closed', 'cancelled')),
  title jsonb not null,
  description jsonb not null,
  requirements jsonb,
  minimum int not null check (minimum > 0),
  seats int not null check (seats >= minimum),
  -- What is spoken in class.
  speaks text[] not null,
  -- A child is looked after next door, or takes part with the parent.
  children text not null check (children in ('none', 'childcare', 'together')),
  child_places int not null check (child_places >= 0),
  -- Adults who look after children do so in pairs (D11).
  carers int not null check (carers >= 0),
  approval boolean not null,
  -- The next turn in the line (packages/waitlist); it only rises.
  next_turn int not null default 1,
  -- The groups of those enrolled, counted once and for good (D7), and those of the class that began.
  shares jsonb,
  began jsonb,
  told_below_at timestamptz,
  because jsonb,
  -- Organs and as what, until the course opens and the programme lists it as a joint item.
  partners jsonb not null,
  created_by_post uuid,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (street_id, id),
  check ((children = 'none') = (child_places = 0)),
  check (children <> 'childcare' or carers >= 2),
  check (state <> 'cancelled' or because is not null),
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index course_state on course (street_id, state, id);
select protect('course');

create table course_lecturer (
  street_id uuid not null,
  course_id uuid not null,
  lecturer_id uuid not null,
  primary key (street_id, course_id, lecturer_id),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade,
  foreign key (street_id, lecturer_id) references lecturer (street_id, id)
);
create index course_lecturer_lecturer on course_lecturer (street_id, lecturer_id);
select protect('course_lecturer');

create table course_session (
  street_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  number int not null check (number > 0),
  topic jsonb,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  lecturer_id uuid,
  cancelled_because jsonb,
  sequence int not null default 0,
  changed_at timestamptz not null,
  primary key (street_id, id),
  constraint course_session_number_key unique (street_id, course_id, number),
  check (ends_at > starts_at),
  foreign key (street_id, course_id) references course (street_id, id),
  foreign key (street_id, lecturer_id) references lecturer (street_id, id)
);
create index course_session_time on course_session (street_id, starts_at);
select protect('course_session');

-- An entry of the course's waiting list. `turn` and `state` are the package's; nothing else orders the line.
create table enrolment (
  street_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  turn int not null,
  state text not null check (state in ('waiting', 'offered', 'placed', 'left', 'declined', 'passed')),
  offered_until timestamptz,
  asked_before boolean not null,
  approval text not null check (approval in ('none', 'pending', 'given', 'refused')),
  approval_reason_sealed bytea,
  approved_at timestamptz,
  approved_by_post uuid,
  speaks text,
  channel text not null check (channel in ('phone', 'desk', 'paper')),
  entered_by_post uuid,
  enrolled_at timestamptz not null,
  -- When the course closed: how many sessions there were, how many were attended or made up, and whether that completes it.
  held int,
  attended int,
  completed boolean,
  primary key (street_id, id),
  foreign key (street_id, course_id) references course (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create unique index enrolment_once_key on enrolment (street_id, course_id, person_id) where state in ('waiting', 'offered', 'placed');
create index enrolment_person on enrolment (street_id, person_id);
create index enrolment_course on enrolment (street_id, course_id, turn);
create index enrolment_offer on enrolment (street_id, offered_until) where state = 'offered';
select protect('enrolment');

-- A child has no account (D11): what the guardian holds, until the course ends.
create table enrolled_child (
  street_id uuid not null,
  id uuid not null,
  enrolment_id uuid not null,
  nickname_sealed bytea not null,
  age text not null check (age in ('under3', '3to5', '6to8', '9to12')),
  collects_sealed bytea not null,
  primary key (street_id, id),
  foreign key (street_id, enrolment_id) references enrolment (street_id, id) on delete cascade
);
create index enrolled_child_enrolment on enrolled_child (street_id, enrolment_id);
select protect('enrolled_child');

-- One row for a learner and a session: came, could not come, or made it up. Nobody has to give a reason.
create table class_attendance (
  street_id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  present boolean not null,
  way text not null check (way in ('code', 'paper', 'said')),
  entered_by_post uuid,
  at timestamptz not null,
  absence text check (absence in ('work', 'ill', 'family', 'away', 'other')),
  absence_sealed bytea,
  made_up text check (made_up in ('session', 'materials')),
  made_up_in uuid,
  primary key (street_id, session_id, person_id),
  check (not present or (absence is null and made_up is null)),
  check ((made_up is not distinct from 'session') = (made_up_in is not null)),
  foreign key (street_id, session_id) references course_session (street_id, id),
  foreign key (street_id, made_up_in) references course_session (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index class_attendance_person on class_attendance (street_id, person_id);
create index class_attendance_made_up_in on class_attendance (street_id, made_up_in) where made_up_in is not null;
select protect('class_attendance');
