-- Around the floor: when to meet, who is invited and who came, what a new delegate learns first, and the minutes.

-- What the planning adds to a meeting. `sequence` counts the changes told, as calendars want it.
create table meeting_plan (
  street_id uuid not null,
  meeting_id uuid not null,
  childcare boolean not null,
  -- Languages interpreted on the spot: dialects and English; empty where none is offered yet.
  interpreters text[] not null,
  poll_id uuid,
  request_id uuid,
  notified_at timestamptz,
  sequence int not null check (sequence >= 0),
  changed_at timestamptz not null,
  cancelled_at timestamptz,
  -- Published with the cancellation.
  cancelled_because text,
  primary key (street_id, meeting_id),
  check (cancelled_at is null or cancelled_because is not null),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
select protect('meeting_plan');

-- A question to the delegates: which of these times?
create table meeting_poll (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  kind text not null check (kind in ('ordinary', 'extraordinary', 'practice')),
  place text not null,
  closes_at timestamptz not null,
  -- The time that was chosen and the meeting planned for it; a poll given up has neither.
  state text not null check (state in ('open', 'chosen', 'dropped')),
  request_id uuid,
  created_at timestamptz not null,
  created_by_post uuid not null,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id)
);
select protect('meeting_poll');

create table meeting_poll_slot (
  street_id uuid not null,
  poll_id uuid not null,
  number int not null check (number > 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  chosen boolean not null,
  primary key (street_id, poll_id, number),
  check (ends_at > starts_at),
  foreign key (street_id, poll_id) references meeting_poll (street_id, id)
);
select protect('meeting_poll_slot');

create table meeting_poll_answer (
  street_id uuid not null,
  poll_id uuid not null,
  number int not null,
  person_id uuid not null,
  answer text not null check (answer in ('yes', 'ifNeeded', 'no')),
  answered_at timestamptz not null,
  primary key (street_id, poll_id, number, person_id),
  foreign key (street_id, poll_id, number) references meeting_poll_slot (street_id, poll_id, number),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index meeting_poll_answer_person on meeting_poll_answer (street_id, person_id);
select protect('meeting_poll_answer');

-- When a delegate works or is otherwise taken, week by week. Only the council's clerk sees it; no reason is asked.
create table unavailable_time (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  person_id uuid not null,
  -- 1 is Monday.
  weekday int not null check (weekday between 1 and 7),
  from_minute int not null check (from_minute between 0 and 1439),
  to_minute int not null check (to_minute between 1 and 1440),
  created_at timestamptz not null,
  primary key (street_id, id),
  check (to_minute > from_minute),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index unavailable_time_person on unavailable_time (street_id, person_id);
select protect('unavailable_time');

-- Delegates who want an extraordinary meeting; enough of them, and it must be planned. Asking is a public act of a delegate.
create table meeting_request (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  reason text not null,
  created_at timestamptz not null,
  -- When the charter's share was reached.
  reached_at timestamptz,
  meeting_id uuid,
  primary key (street_id, id),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id)
);
select protect('meeting_request');

create table meeting_request_backer (
  street_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  backed_at timestamptz not null,
  primary key (street_id, request_id, person_id),
  foreign key (street_id, request_id) references meeting_request (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index meeting_request_backer_person on meeting_request_backer (street_id, person_id);
select protect('meeting_request_backer');

-- Who was invited and what they answered. An apology has a kind, never a text: nobody explains an illness to the council.
create table meeting_invitation (
  street_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  seat_as text not null check (seat_as in ('chair', 'newcomers', 'locals', 'substitute')),
  sent_at timestamptz not null,
  answer text check (answer in ('coming', 'excused')),
  excuse text check (excuse in ('work', 'care', 'health', 'away', 'other')),
  answered_at timestamptz,
  -- Wished for on the invitation.
  children int not null check (children between 0 and 9),
  interpreter text,
  -- An apology the clerk took by phone or on paper.
  entered_by_post uuid,
  primary key (street_id, meeting_id, person_id),
  check ((answer = 'excused') = (excuse is not null)),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index meeting_invitation_person on meeting_invitation (street_id, person_id);
select protect('meeting_invitation');

-- The sign-in list: by the code on the screen in the hall, by the clerk's list, or by whoever presides. Somebody who comes back is here again.
create table meeting_sign_in (
  street_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  came_at timestamptz not null,
  left_at timestamptz,
  how text not null check (how in ('code', 'list', 'chair')),
  primary key (street_id, meeting_id, person_id),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index meeting_sign_in_person on meeting_sign_in (street_id, person_id);
select protect('meeting_sign_in');

-- Who was there: written when the meeting has closed, from its events and the apologies. Public, like everything a delegate does in office.
create table meeting_attendance (
  street_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  bench text check (bench in ('newcomers', 'locals')),
  state text not null check (state in ('present', 'excused', 'absent')),
  came_at timestamptz,
  left_at timestamptz,
  primary key (street_id, meeting_id, person_id),
  check ((state = 'present') = (came_at is not null)),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index meeting_attendance_person on meeting_attendance (street_id, person_id);
select protect('meeting_attendance');

-- A calendar that fetches by itself: behind a secret that its owner can revoke; only the hash is kept.
create table calendar_feed (
  street_id uuid not null,
  person_id uuid not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  primary key (street_id, person_id),
  constraint calendar_feed_secret_key unique (street_id, secret_hash),
  foreign key (street_id, person_id) references person (street_id, id)
);
select protect('calendar_feed');

-- Pages of the induction a delegate has been through; seen by that delegate alone.
create table induction_page (
  street_id uuid not null,
  person_id uuid not null,
  page text not null check (page in ('charter', 'speaking', 'visiting')),
  done_at timestamptz not null,
  primary key (street_id, person_id, page),
  foreign key (street_id, person_id) references person (street_id, id)
);
select protect('induction_page');

-- The minutes as the system wrote them: paragraphs in both languages, delegates by id so that a name can go when an account does.
create table minutes (
  street_id uuid not null,
  meeting_id uuid not null,
  written_at timestamptz not null,
  paragraphs jsonb not null,
  -- Ready for the delegates by this day (charter, publication).
  due_day date not null,
  approved_at timestamptz,
  -- The meeting whose decision it was, or null where the delegates approved them in writing.
  approved_in uuid,
  published_at timestamptz,
  primary key (street_id, meeting_id),
  check (published_at is null or approved_at is not null),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, approved_in) references meeting (street_id, id)
);
select protect('minutes');

-- Every change to them, kept beside the text it replaced. The current text is the last change of each paragraph.
create table minutes_change (
  street_id uuid not null,
  meeting_id uuid not null,
  number int not null check (number > 0),
  paragraph text not null,
  -- The paragraph it was put behind, where the clerk added one.
  behind text,
  before jsonb,
  -- Null where a paragraph was struck out.
  after jsonb,
  because text not null,
  changed_at timestamptz not null,
  changed_by_post uuid not null,
  primary key (street_id, meeting_id, number),
  foreign key (street_id, meeting_id) references minutes (street_id, meeting_id)
);
select protect('minutes_change');

-- Delegates who were there and say in writing that the minutes are right; more than half of them approve before the next meeting does.
create table minutes_confirmation (
  street_id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  confirmed_at timestamptz not null,
  primary key (street_id, meeting_id, person_id),
  foreign key (street_id, meeting_id) references minutes (street_id, meeting_id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index minutes_confirmation_person on minutes_confirmation (street_id, person_id);
select protect('minutes_confirmation');
