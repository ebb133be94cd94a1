-- Learning together: mentoring pairs, study groups, and what a course hands out, talks about and is told afterwards (M24, M25).

-- What somebody offers to show or wishes to learn. There is no group and no age in it: nobody is matched by them.
create table mentoring_profile (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  side text not null check (side in ('mentor', 'learner')),
  skills text[] not null,
  languages text[] not null,
  times text[] not null,
  places int not null check (places between 1 and 3),
  organ_id uuid,
  channel text not null check (channel in ('phone', 'paper')),
  entered_by_post uuid,
  since timestamptz not null,
  saved_at timestamptz not null,
  primary key (street_id, id),
  constraint mentoring_profile_once unique (street_id, person_id, side),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id)
);
select protect('mentoring_profile');

-- Two people and what they share. Both have to say yes; a pair that was is never proposed again.
create table mentoring_pair (
  street_id uuid not null,
  id uuid not null,
  mentor_person_id uuid not null,
  learner_person_id uuid not null,
  skill text not null,
  languages text[] not null,
  times text[] not null,
  organ_id uuid,
  state text not null check (state in ('proposed', 'agreed', 'closed', 'declined', 'expired')),
  mentor_yes boolean not null default false,
  learner_yes boolean not null default false,
  proposed_at timestamptz not null,
  answer_by date not null,
  agreed_on date,
  closed_on date,
  because text check (because in ('reached', 'time', 'moved', 'other', 'another')),
  primary key (street_id, id),
  check (mentor_person_id <> learner_person_id),
  check ((state = 'closed') = (because is not null)),
  foreign key (street_id, mentor_person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, learner_person_id) references person (street_id, id) on delete cascade
);
create unique index mentoring_pair_open on mentoring_pair (street_id, mentor_person_id, learner_person_id)
  where state in ('proposed', 'agreed');
create unique index mentoring_pair_learner on mentoring_pair (street_id, learner_person_id, skill) where state in ('proposed', 'agreed');
create index mentoring_pair_mentor on mentoring_pair (street_id, mentor_person_id);
select protect('mentoring_pair');

create table mentoring_goal (
  street_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  words_sealed bytea not null,
  reached boolean not null default false,
  primary key (street_id, id),
  foreign key (street_id, pair_id) references mentoring_pair (street_id, id) on delete cascade
);
create index mentoring_goal_pair on mentoring_goal (street_id, pair_id);
select protect('mentoring_goal');

create table mentoring_meeting (
  street_id uuid not null,
  id uuid not null,
  pair_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place_sealed bytea not null,
  state text not null check (state in ('planned', 'held', 'calledOff')),
  primary key (street_id, id),
  check (ends_at > starts_at),
  foreign key (street_id, pair_id) references mentoring_pair (street_id, id) on delete cascade
);
create index mentoring_meeting_pair on mentoring_meeting (street_id, pair_id, starts_at);
select protect('mentoring_meeting');

-- A study group that any resident may start. Its name and what it is about are public; who is in it is seen by those who are.
create table study_group (
  street_id uuid not null,
  id uuid not null,
  name text not null,
  summary text not null,
  language text not null,
  places int not null check (places between 2 and 30),
  -- Takes new members while there is room; whoever leads it may shut the door.
  open boolean not null default true,
  state text not null check (state in ('running', 'closed')),
  -- A group that was closed by the school says why.
  closed_because text,
  closed_by_post uuid,
  started_at timestamptz not null,
  closed_on date,
  primary key (street_id, id)
);
create index study_group_state on study_group (street_id, state, started_at desc);
select protect('study_group');

create table study_group_member (
  street_id uuid not null,
  group_id uuid not null,
  person_id uuid not null,
  -- As the person wants to be called there.
  called_sealed bytea not null,
  leads boolean not null default false,
  channel text not null check (channel in ('phone', 'paper')),
  joined_at timestamptz not null,
  primary key (street_id, group_id, person_id),
  foreign key (street_id, group_id) references study_group (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index study_group_member_person on study_group_member (street_id, person_id);
select protect('study_group_member');

-- When the group meets, and whether the school has a room for it; the use of the room itself stands in room_use.
create table study_group_meeting (
  street_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- A public place, where no room of the school was asked for.
  place text,
  room text not null check (room in ('none', 'asked', 'given', 'refused')),
  room_id uuid,
  room_because text,
  room_by_post uuid,
  called_off boolean not null default false,
  primary key (street_id, id),
  check (ends_at > starts_at),
  check (room <> 'none' or place is not null),
  check ((room = 'given') = (room_id is not null)),
  foreign key (street_id, group_id) references study_group (street_id, id) on delete cascade,
  foreign key (street_id, room_id) references school_room (street_id, id)
);
create index study_group_meeting_group on study_group_meeting (street_id, group_id, starts_at);
create index study_group_meeting_asked on study_group_meeting (street_id, starts_at) where room = 'asked';
select protect('study_group_meeting');

-- What a course hands out: a text in both languages, a file, or both; for the class or for everybody.
create table course_material (
  street_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  session_id uuid,
  title jsonb not null,
  body jsonb,
  file_id uuid,
  public boolean not null,
  position int not null,
  by_post uuid,
  saved_at timestamptz not null,
  primary key (street_id, id),
  check (body is not null or file_id is not null),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade,
  foreign key (street_id, session_id) references course_session (street_id, id)
);
create index course_material_course on course_material (street_id, course_id, position);
select protect('course_material');

-- What was taught and asked in a session; no learner is named.
create table session_minutes (
  street_id uuid not null,
  session_id uuid not null,
  lecturer_id uuid,
  taught text not null,
  questions text not null,
  by_post uuid,
  saved_at timestamptz not null,
  primary key (street_id, session_id),
  foreign key (street_id, session_id) references course_session (street_id, id) on delete cascade,
  foreign key (street_id, lecturer_id) references lecturer (street_id, id)
);
select protect('session_minutes');

-- What a class talks about among itself. Names are as people want to be called.
create table class_thread (
  street_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  title_sealed bytea not null,
  opened_at timestamptz not null,
  -- The last word in it; nothing is kept for long after (08, Retention).
  spoken_at timestamptz not null,
  closed boolean not null default false,
  primary key (street_id, id),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade
);
create index class_thread_course on class_thread (street_id, course_id, spoken_at desc);
select protect('class_thread');

create table class_post (
  street_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  -- Nobody once the author is gone; the place of the words stays, empty.
  person_id uuid,
  called_sealed bytea,
  words_sealed bytea,
  posted_at timestamptz not null,
  state text not null check (state in ('shown', 'hidden', 'taken')),
  hidden_because text,
  hidden_by_post uuid,
  hidden_at timestamptz,
  appeal_sealed bytea,
  appealed_at timestamptz,
  appeal_upheld boolean,
  appeal_because text,
  appeal_by_post uuid,
  primary key (street_id, id),
  check (state <> 'hidden' or hidden_because is not null),
  check (appeal_upheld is null or appeal_because is not null),
  foreign key (street_id, thread_id) references class_thread (street_id, id) on delete cascade
);
create index class_post_thread on class_post (street_id, thread_id, posted_at);
create index class_post_person on class_post (street_id, person_id);
create index class_post_appeal on class_post (street_id, appealed_at) where appealed_at is not null and appeal_upheld is null;
select protect('class_post');

create table class_report (
  street_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  because text not null check (because in ('rude', 'private', 'advert', 'other')),
  reported_at timestamptz not null,
  primary key (street_id, post_id, person_id),
  foreign key (street_id, post_id) references class_post (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('class_report');

-- How somebody rates what they can do, under a code that only they hold: before, after and three months on. No person, no hour, no id.
create table ability_answer (
  street_id uuid not null,
  course_id uuid not null,
  claim_hash bytea not null,
  moment text not null check (moment in ('before', 'after', 'later')),
  answers int[] not null,
  channel text not null check (channel in ('phone', 'paper')),
  on_day date not null,
  primary key (street_id, course_id, claim_hash, moment),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade
);
select protect('ability_answer');

-- What a class says of its course; another hash of the code, so that the two cannot be laid side by side.
create table course_evaluation (
  street_id uuid not null,
  course_id uuid not null,
  claim_hash bytea not null,
  content int not null check (content between 1 and 5),
  usefulness int not null check (usefulness between 1 and 5),
  place int not null check (place between 1 and 5),
  words_sealed bytea,
  channel text not null check (channel in ('phone', 'paper')),
  on_day date not null,
  primary key (street_id, course_id, claim_hash),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade
);
select protect('course_evaluation');

-- Counted once when nobody can answer any more, in sums: two readings are the same reading (D7).
create table course_result (
  street_id uuid not null,
  course_id uuid not null,
  kind text not null check (kind in ('after', 'later', 'evaluation')),
  sums jsonb not null,
  made_on date not null,
  primary key (street_id, course_id, kind),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade
);
select protect('course_result');

-- A certificate that a learner who completed the course may take or leave.
create table course_award (
  street_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('offered', 'taken', 'declined')),
  channel text check (channel in ('phone', 'paper')),
  certificate_id uuid,
  offered_by_post uuid,
  offered_at timestamptz not null,
  answered_at timestamptz,
  primary key (street_id, course_id, person_id),
  check ((state = 'taken') = (certificate_id is not null)),
  foreign key (street_id, course_id) references course (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index course_award_person on course_award (street_id, person_id);
select protect('course_award');
