-- Branch life (M8, M9; 08, Branch). Days only, never hours of doing; what is about a member hangs from the check-in and goes with it.

-- What comes back every month, quarter or year, as the branch words it: meetings, lecture, themed day, appraisal.
create table branch.plan (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('generalMeeting', 'committeeMeeting', 'groupMeeting', 'lecture', 'themedDay', 'lifeMeeting', 'appraisal', 'deliberate', 'serve', 'mediate', 'publicise')),
  title jsonb not null,
  place jsonb not null,
  agenda jsonb not null default '[]',
  rule jsonb not null,
  from_minute int not null,
  to_minute int not null,
  open_to_all boolean not null default false,
  ended_on date,
  changed_on date not null,
  primary key (street_id, id),
  constraint plan_times check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade
);
create index plan_branch on branch.plan (street_id, branch_id);
select branch.protect('branch.plan');

-- One date, out of a plan or by itself. The period keeps a plan that is laid out twice from giving two dates.
create table branch.occasion (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  plan_id uuid,
  period text,
  kind text not null check (kind in ('generalMeeting', 'committeeMeeting', 'groupMeeting', 'lecture', 'themedDay', 'lifeMeeting', 'appraisal', 'deliberate', 'serve', 'mediate', 'publicise')),
  title jsonb not null,
  place jsonb not null,
  agenda jsonb not null default '[]',
  day date not null,
  planned_day date not null,
  from_minute int not null,
  to_minute int not null,
  open_to_all boolean not null default false,
  state text not null check (state in ('planned', 'held', 'cancelled')),
  cancelled_for text check (cancelled_for in ('weather', 'place', 'speaker', 'together', 'busy')),
  minutes_sealed bytea,
  guests int check (guests >= 0),
  closed_on date,
  primary key (street_id, id),
  constraint occasion_period unique (street_id, plan_id, period),
  constraint occasion_times check (from_minute >= 0 and from_minute < to_minute and to_minute <= 1440),
  constraint occasion_reason check ((state = 'cancelled') = (cancelled_for is not null)),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade,
  foreign key (street_id, plan_id) references branch.plan (street_id, id)
);
create index occasion_branch on branch.occasion (street_id, branch_id, day);
select branch.protect('branch.occasion');

-- Who was there, by their own tap or from the list on paper. Whoever was not there has no row.
create table branch.attendance (
  street_id uuid not null,
  occasion_id uuid not null,
  check_in_id uuid not null,
  channel text not null check (channel in ('tap', 'paper')),
  day date not null,
  primary key (street_id, occasion_id, check_in_id),
  foreign key (street_id, occasion_id) references branch.occasion (street_id, id) on delete cascade,
  foreign key (street_id, check_in_id) references branch.check_in (street_id, id) on delete cascade
);
create index attendance_check_in on branch.attendance (street_id, check_in_id);
select branch.protect('branch.attendance');

-- Whom the branch asks to serve at the model window. The member takes the shift at the station by the same tap as anybody; nothing here
-- reaches the station (08, Branch). Shifts of the station are known by id and time only.
create table branch.window_ask (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  shift_id uuid not null,
  day date not null,
  from_minute int not null,
  to_minute int not null,
  check_in_id uuid not null,
  state text not null check (state in ('asked', 'agreed', 'declined')),
  primary key (street_id, id),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade,
  foreign key (street_id, check_in_id) references branch.check_in (street_id, id) on delete cascade
);
create unique index window_ask_shift on branch.window_ask (street_id, shift_id) where state <> 'declined';
create index window_ask_check_in on branch.window_ask (street_id, check_in_id);
select branch.protect('branch.window_ask');

-- The applicant's own tracker: twenty-five steps, their days and who noted them, nothing that was said or written in any of them.
create table branch.application (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  person_hash bytea,
  person_sealed bytea,
  name_sealed bytea not null,
  channel text not null check (channel in ('phone', 'paper')),
  consent_version text not null,
  consent_on date not null,
  handed_over_on date,
  handed_to text,
  receipt text,
  primary key (street_id, id),
  constraint application_person unique (street_id, person_hash),
  constraint application_both check ((person_hash is null) = (person_sealed is null)),
  constraint application_handed check ((handed_over_on is null) = (handed_to is null) and (handed_over_on is null) = (receipt is null)),
  foreign key (street_id, branch_id) references branch.branch (street_id, id)
);
create index application_branch on branch.application (street_id, branch_id);
select branch.protect('branch.application');

create table branch.application_step (
  street_id uuid not null,
  application_id uuid not null,
  step int not null check (step between 1 and 25),
  day date not null,
  noted_by text not null check (noted_by in ('applicant', 'branch')),
  noted_on date not null,
  primary key (street_id, application_id, step),
  foreign key (street_id, application_id) references branch.application (street_id, id) on delete cascade
);
select branch.protect('branch.application_step');

-- Carried up: the exact words the author agreed to. What becomes of them is told back here; the concern itself is an ordinary anonymous
-- one of the street, whose code lies here sealed.
create table branch.carried_concern (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  person_hash bytea,
  person_sealed bytea,
  channel text not null check (channel in ('phone', 'paper')),
  topic text not null,
  words_sealed bytea not null,
  consent_version text not null,
  given_on date not null,
  carry_by date not null,
  state text not null check (state in ('given', 'carried', 'answered', 'returned')),
  claim_sealed bytea,
  carried_on date,
  answer_sealed bytea,
  answered_on date,
  returned_for text check (returned_for in ('not-street', 'names-somebody', 'unclear', 'solved')),
  primary key (street_id, id),
  constraint carried_concern_both check ((person_hash is null) = (person_sealed is null)),
  foreign key (street_id, branch_id) references branch.branch (street_id, id)
);
create index carried_concern_branch on branch.carried_concern (street_id, branch_id, given_on);
create index carried_concern_person on branch.carried_concern (street_id, person_hash);
select branch.protect('branch.carried_concern');

-- Carried down: to all who are checked in, read or not.
create table branch.notice (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  title text not null,
  words text not null,
  shown_from date not null,
  shown_until date not null,
  taken_down_on date,
  primary key (street_id, id),
  constraint notice_days check (shown_from <= shown_until),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade
);
create index notice_branch on branch.notice (street_id, branch_id, shown_until);
select branch.protect('branch.notice');

-- The party's own categories of commendation stay in the house (08, Branch).
create table branch.honour_round (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  year int not null,
  categories jsonb not null,
  criteria jsonb not null,
  nominate_until date not null,
  decided_on date,
  primary key (street_id, id),
  constraint honour_round_year unique (street_id, branch_id, year),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade
);
select branch.protect('branch.honour_round');

-- A member writes a name; whether somebody of that name is checked in is known to the office-holders alone.
create table branch.nomination (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  category text not null,
  nominee_sealed bytea not null,
  check_in_id uuid,
  by_check_in_id uuid not null,
  reason_sealed bytea not null,
  nominated_on date not null,
  decision text check (decision in ('honoured', 'thanked')),
  primary key (street_id, id),
  constraint nomination_once unique (street_id, round_id, category, check_in_id, by_check_in_id),
  foreign key (street_id, round_id) references branch.honour_round (street_id, id) on delete cascade,
  foreign key (street_id, check_in_id) references branch.check_in (street_id, id) on delete cascade,
  foreign key (street_id, by_check_in_id) references branch.check_in (street_id, id) on delete cascade
);
create index nomination_check_in on branch.nomination (street_id, check_in_id);
create index nomination_by on branch.nomination (street_id, by_check_in_id);
select branch.protect('branch.nomination');

-- What somebody who was honoured agreed to show outside, in their own words, for as long as they agree.
create table branch.honour (
  street_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  category text not null,
  check_in_id uuid not null,
  name_sealed bytea not null,
  words_sealed bytea not null,
  consent_version text not null,
  shown_on date not null,
  primary key (street_id, id),
  constraint honour_once unique (street_id, round_id, category, check_in_id),
  foreign key (street_id, round_id) references branch.honour_round (street_id, id) on delete cascade,
  foreign key (street_id, check_in_id) references branch.check_in (street_id, id) on delete cascade
);
create index honour_check_in on branch.honour (street_id, check_in_id);
select branch.protect('branch.honour');
