-- The counter and what follows a visit: windows, appointments, tickets, ratings, equal service, mediation, hazards.

-- A window at the counter. Who sits there today is the session's; the row keeps the post and the dialects it can be served in, because a
-- ticket that asks for a dialect goes to a window that speaks it.
create table service_window (
  street_id uuid not null,
  id uuid not null,
  number int not null check (number > 0),
  name jsonb not null,
  services text[] not null default '{}',
  model boolean not null default false,
  state text not null default 'closed' check (state in ('open', 'closed', 'lunch')),
  covered_by uuid,
  post_id uuid,
  clerk_person_id uuid,
  languages text[] not null default '{}',
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, covered_by) references service_window (street_id, id)
);
create unique index service_window_number_key on service_window (street_id, number) where retired_at is null;
select protect('service_window');

-- Opening hours by weekday, in minutes of the street's day. A capacity of 0 is open without appointments.
create table counter_hours (
  street_id uuid not null,
  id uuid not null,
  weekday int not null check (weekday between 1 and 7),
  from_minute int not null check (from_minute between 0 and 1440),
  to_minute int not null check (to_minute between 0 and 1440),
  slot_minutes int not null check (slot_minutes between 5 and 240),
  capacity int not null check (capacity >= 0),
  services text[] not null default '{}',
  since date not null,
  until date,
  primary key (street_id, id),
  check (to_minute > from_minute)
);
select protect('counter_hours');

create table counter_closure (
  street_id uuid not null,
  id uuid not null,
  from_day date not null,
  to_day date not null,
  reason jsonb not null,
  primary key (street_id, id),
  check (to_day >= from_day)
);
select protect('counter_closure');

-- A time somebody booked. Free times are worked out from the hours; the row comes with the first booking and is what two bookers at once
-- wait on. `taken` can never exceed `capacity`.
create table appointment_slot (
  street_id uuid not null,
  id uuid not null,
  hours_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  capacity int not null,
  taken int not null default 0,
  primary key (street_id, id),
  constraint appointment_slot_time_key unique (street_id, hours_id, starts_at),
  constraint appointment_slot_places check (taken >= 0 and taken <= capacity),
  foreign key (street_id, hours_id) references counter_hours (street_id, id)
);
select protect('appointment_slot');

create table booking (
  street_id uuid not null,
  id uuid not null,
  slot_id uuid not null,
  person_id uuid not null,
  services text[] not null,
  speaks text,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state text not null check (state in ('booked', 'arrived', 'cancelled', 'missed')),
  moved int not null default 0,
  booked_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, slot_id) references appointment_slot (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
-- Nobody is in two places at once.
create unique index booking_person_time_key on booking (street_id, person_id, starts_at) where state = 'booked';
create index booking_person on booking (street_id, person_id, starts_at);
create index booking_time on booking (street_id, starts_at);
select protect('booking');

-- A ticket of the day: one visit, several services. `line_at` is its place in line: when it was drawn, or the full hour of an appointment.
-- `served_post` is there so that a bad rating is never given to the post that was rated; figures do not read it.
create table ticket (
  street_id uuid not null,
  id uuid not null,
  day date not null,
  number int not null,
  person_id uuid,
  services text[] not null default '{}',
  speaks text,
  channel text not null check (channel in ('phone', 'desk', 'telephone', 'appointment')),
  booking_id uuid,
  appointment_at timestamptz,
  code_hash bytea not null,
  state text not null check (state in ('waiting', 'called', 'serving', 'held', 'done', 'noShow', 'left')),
  line_at timestamptz not null,
  window_id uuid,
  for_window uuid,
  served_post uuid,
  calls int not null default 0,
  drawn_at timestamptz not null,
  called_at timestamptz,
  ended_at timestamptz,
  primary key (street_id, id),
  constraint ticket_number_key unique (street_id, day, number),
  constraint ticket_code_key unique (street_id, code_hash),
  foreign key (street_id, window_id) references service_window (street_id, id),
  foreign key (street_id, for_window) references service_window (street_id, id)
);
create unique index ticket_person_key on ticket (street_id, person_id, day) where state in ('waiting', 'called', 'serving', 'held');
-- A window serves one at a time.
create unique index ticket_window_key on ticket (street_id, window_id) where state in ('called', 'serving');
create unique index ticket_booking_key on ticket (street_id, booking_id) where booking_id is not null;
create index ticket_line on ticket (street_id, day, line_at) where state in ('waiting', 'called', 'serving', 'held');
create index ticket_drawn on ticket (street_id, drawn_at);
select protect('ticket');

-- Every period of a ticket with its beginning and end; every wait and service time is worked out from here.
create table ticket_period (
  street_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  kind text not null check (kind in ('waiting', 'called', 'serving', 'held')),
  window_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, ticket_id) references ticket (street_id, id) on delete cascade
);
create unique index ticket_period_open on ticket_period (street_id, ticket_id) where ended_at is null;
create index ticket_period_ticket on ticket_period (street_id, ticket_id);
select protect('ticket_period');

-- Whose turn is near has been told, once. Apart from the ticket, so that telling never holds a ticket that is being called.
create table ticket_told (
  street_id uuid not null,
  ticket_id uuid not null,
  primary key (street_id, ticket_id),
  foreign key (street_id, ticket_id) references ticket (street_id, id) on delete cascade
);
select protect('ticket_told');

-- Visits by case. They outlive the ticket, because "extra visits per case" is counted when a case is decided.
create table case_visit (
  street_id uuid not null,
  case_id uuid not null,
  ticket_id uuid not null,
  day date not null,
  primary key (street_id, case_id, ticket_id),
  foreign key (street_id, case_id) references service_case (street_id, id) on delete cascade
);
create index case_visit_ticket on case_visit (street_id, ticket_id);
select protect('case_visit');

-- The counter's finished days, added up before the tickets go.
create table counter_day (
  street_id uuid not null,
  day date not null,
  appointment int not null,
  walk_in int not null,
  wait_median int,
  wait_p90 int,
  waited int not null,
  serve_median int,
  serve_p90 int,
  served int not null,
  primary key (street_id, day)
);
select protect('counter_day');

-- Shifts at the model window: a person and a time, and nothing about membership of anything.
create table model_shift (
  street_id uuid not null,
  id uuid not null,
  day date not null,
  from_minute int not null check (from_minute between 0 and 1440),
  to_minute int not null check (to_minute between 0 and 1440),
  person_id uuid,
  primary key (street_id, id),
  check (to_minute > from_minute),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index model_shift_day on model_shift (street_id, day);
select protect('model_shift');

-- A voluntary rating. It names a case or a visit only so that it is given once and a bad one can be put right; no page lists it by clerk,
-- window or person.
create table rating (
  street_id uuid not null,
  id uuid not null,
  case_id uuid,
  ticket_id uuid,
  person_id uuid,
  service_key text not null,
  level int not null check (level between 1 and 5),
  words_sealed bytea,
  may_call boolean not null default false,
  channel text not null check (channel in ('phone', 'code')),
  quarter text not null,
  mis_rated boolean not null default false,
  at timestamptz not null,
  primary key (street_id, id),
  constraint rating_case_key unique (street_id, case_id),
  constraint rating_ticket_key unique (street_id, ticket_id),
  check (case_id is null or ticket_id is null)
);
create index rating_person on rating (street_id, person_id) where person_id is not null;
select protect('rating');

-- How a rating without signing in is given, once.
create table rating_code (
  street_id uuid not null,
  id uuid not null,
  code_hash bytea not null,
  case_id uuid,
  ticket_id uuid,
  valid_until date not null,
  primary key (street_id, id),
  constraint rating_code_key unique (street_id, code_hash)
);
select protect('rating_code');

-- Counted when given: erasing a person later takes nothing from a quarter that was published, so no difference gives anybody away.
create table rating_count (
  street_id uuid not null,
  quarter text not null,
  service_key text not null,
  level int not null check (level between 1 and 5),
  count int not null check (count >= 0),
  primary key (street_id, quarter, service_key, level)
);
select protect('rating_count');

create table rating_follow_up (
  street_id uuid not null,
  id uuid not null,
  rating_id uuid not null,
  owner_post uuid,
  state text not null check (state in ('open', 'verified', 'fixed', 'calledBack', 'closed')),
  call_by date not null,
  fix_by date not null,
  called_at timestamptz,
  fixed_at timestamptz,
  called_back_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('fixed', 'explained', 'notReached', 'misRated')),
  answer_sealed bytea,
  warned text not null default 'none' check (warned in ('none', 'call', 'fix')),
  opened_at timestamptz not null,
  primary key (street_id, id),
  constraint rating_follow_up_rating_key unique (street_id, rating_id),
  foreign key (street_id, rating_id) references rating (street_id, id) on delete cascade
);
create index rating_follow_up_open on rating_follow_up (street_id, owner_post, fix_by) where state <> 'closed';
select protect('rating_follow_up');

create table rating_follow_up_event (
  street_id uuid not null,
  id uuid not null,
  follow_up_id uuid not null,
  kind text not null,
  by_post uuid,
  words_sealed bytea,
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, follow_up_id) references rating_follow_up (street_id, id) on delete cascade
);
create index rating_follow_up_event_follow_up on rating_follow_up_event (street_id, follow_up_id, at);
select protect('rating_follow_up_event');

-- Decided cases of a finished quarter, added up once and never changed: by service, group, channel, outcome, reason and days. No case, no
-- person. What is erased later takes nothing away here, and two readings of one quarter are the same.
create table case_figure (
  street_id uuid not null,
  quarter text not null,
  service_key text not null,
  group_choice text not null check (group_choice in ('newcomer', 'local', 'unstated')),
  channel text not null,
  outcome text not null check (outcome in ('granted', 'refused', 'referred')),
  reason text not null,
  days int not null check (days >= 0),
  own_days int not null check (own_days >= 0),
  extra_visits int not null check (extra_visits >= 0),
  cases int not null check (cases > 0),
  primary key (street_id, quarter, service_key, group_choice, channel, outcome, reason, days, own_days, extra_visits)
);
select protect('case_figure');

create table case_figure_quarter (
  street_id uuid not null,
  quarter text not null,
  cases int not null,
  made_at timestamptz not null,
  primary key (street_id, quarter)
);
select protect('case_figure_quarter');

-- Mediation. Who the parties are is sealed where they have no account, found by nobody's name, and blanked 90 days after the end. `mixed`
-- is all that stays of the groups.
create table dispute (
  street_id uuid not null,
  id uuid not null,
  topic text not null,
  state text not null check (state in ('otherSideAsked', 'declined', 'bothAgreed', 'mediatorsAccepted', 'sessions', 'agreement', 'noAgreement', 'followUp', 'closed', 'stopped', 'referred')),
  requester_person_id uuid,
  other_person_id uuid,
  words_sealed bytea,
  other_name_sealed bytea,
  other_phone_sealed bytea,
  answer_sealed bytea,
  code_hash bytea,
  mixed boolean,
  requester_accepted boolean not null default false,
  other_accepted boolean not null default false,
  requester_refusals int not null default 0 check (requester_refusals between 0 and 2),
  other_refusals int not null default 0 check (other_refusals between 0 and 2),
  agreement_sealed bytea,
  agreed_on date,
  signed_on date,
  follow_up_on date,
  requester_kept text check (requester_kept in ('yes', 'partly', 'no')),
  other_kept text check (other_kept in ('yes', 'partly', 'no')),
  -- The day both were asked whether it was kept.
  asked_on date,
  requested_on date not null,
  ended_on date,
  blanked_at timestamptz,
  primary key (street_id, id),
  constraint dispute_code_key unique (street_id, code_hash)
);
create index dispute_requester on dispute (street_id, requester_person_id) where requester_person_id is not null;
create index dispute_other on dispute (street_id, other_person_id) where other_person_id is not null;
create index dispute_open on dispute (street_id, state, requested_on);
select protect('dispute');

create table dispute_mediator (
  street_id uuid not null,
  dispute_id uuid not null,
  person_id uuid not null,
  -- Refused or stepped back: not proposed again in this dispute.
  out boolean not null default false,
  proposed_at timestamptz not null,
  primary key (street_id, dispute_id, person_id),
  foreign key (street_id, dispute_id) references dispute (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index dispute_mediator_person on dispute_mediator (street_id, person_id) where not out;
select protect('dispute_mediator');

create table mediation_session (
  street_id uuid not null,
  id uuid not null,
  dispute_id uuid not null,
  at timestamptz not null,
  place_sealed bytea not null,
  held boolean not null default false,
  primary key (street_id, id),
  foreign key (street_id, dispute_id) references dispute (street_id, id) on delete cascade
);
create index mediation_session_dispute on mediation_session (street_id, dispute_id, at);
select protect('mediation_session');

-- Hazards are things. Whoever reports one leaves the day and no hour, in the ids as well; without a name only the hash of a code besides. The
-- number is drawn, not counted, because its place between two others would tell the hour.
create table hazard (
  street_id uuid not null,
  id uuid not null,
  number text not null,
  kind text not null,
  community_id uuid,
  lane_id uuid,
  words_sealed bytea,
  public_words text,
  person_id uuid,
  claim_hash bytea,
  source text not null check (source in ('resident', 'patrol', 'open311')),
  state text not null check (state in ('reported', 'checked', 'sent', 'fixed', 'notFound', 'referred')),
  department text,
  department_post uuid,
  answer text,
  reopened int not null default 0,
  back boolean not null default false,
  reported_on date not null,
  due_on date,
  ended_on date,
  primary key (street_id, id),
  constraint hazard_number_key unique (street_id, number),
  constraint hazard_claim_key unique (street_id, claim_hash)
);
create index hazard_place on hazard (street_id, kind, lane_id, reported_on desc);
create index hazard_reported on hazard (street_id, reported_on desc, id desc);
create index hazard_open on hazard (street_id, department_post, due_on) where state in ('reported', 'checked', 'sent');
create index hazard_person on hazard (street_id, person_id) where person_id is not null;
select protect('hazard');

create table hazard_event (
  street_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  seq int not null,
  kind text not null check (kind in ('reported', 'checked', 'sent', 'fixed', 'notFound', 'referred', 'reopened')),
  words text,
  by_post uuid,
  on_day date not null,
  primary key (street_id, id),
  constraint hazard_event_seq_key unique (street_id, hazard_id, seq),
  foreign key (street_id, hazard_id) references hazard (street_id, id) on delete cascade
);
select protect('hazard_event');

-- A photo as it was sent, and the covered one that may be public.
create table hazard_photo (
  street_id uuid not null,
  id uuid not null,
  hazard_id uuid not null,
  file_id uuid not null,
  width int not null,
  height int not null,
  -- Once covered, the picture as it was sent is gone; who covered it tells whether the desk still has to look.
  covered_by text check (covered_by in ('sender', 'desk')),
  on_day date not null,
  primary key (street_id, id),
  foreign key (street_id, hazard_id) references hazard (street_id, id) on delete cascade
);
create index hazard_photo_hazard on hazard_photo (street_id, hazard_id);
select protect('hazard_photo');
