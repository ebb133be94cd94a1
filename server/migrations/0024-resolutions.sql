-- Resolutions and what becomes of them (M17): numbered, published with reasons, carried out by posts with a date, reviewed by whoever raised it.

create table resolution (
  street_id uuid not null,
  id uuid not null,
  council_id uuid not null,
  -- Counted without gaps in a council's year.
  year int not null,
  number int not null check (number > 0),
  source text not null check (source in ('motion', 'allocation')),
  source_id uuid not null,
  meeting_id uuid,
  title jsonb not null,
  decided text[] not null,
  translation text[],
  -- Who was to do it and by when, as the motion said; the clerk names owners for it.
  doer text not null default '',
  wanted_by date,
  state text not null check (state in ('adopted', 'underway', 'awaitingReply', 'done', 'refused', 'reviewed')),
  -- In the council's own power, or advice to a body that may decide; settled when it is published.
  power text check (power in ('own', 'advice')),
  addressee_organ uuid,
  reasons text,
  adopted_on date not null,
  publish_by date not null,
  published_on date,
  alarmed_on date,
  reply_from date,
  reply_days int check (reply_days > 0),
  reply_by date,
  reply text check (reply in ('accepted', 'partly', 'refused')),
  reply_words text,
  reply_law text,
  replied_on date,
  silent_on date,
  escalated smallint not null default 0 check (escalated between 0 and 3),
  closed_on date,
  review_on date,
  review_asked_on date,
  reviewed_on date,
  primary key (street_id, id),
  constraint resolution_number_key unique (street_id, council_id, year, number),
  constraint resolution_source_key unique (street_id, source, source_id),
  check ((power = 'advice') = (addressee_organ is not null)),
  check ((state = 'adopted') = (published_on is null)),
  foreign key (street_id, council_id) references organ (street_id, id),
  foreign key (street_id, meeting_id) references meeting (street_id, id),
  foreign key (street_id, addressee_organ) references organ (street_id, id)
);
create index resolution_state on resolution (street_id, council_id, state);
select protect('resolution');

create table resolution_task (
  street_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  position int not null,
  what text not null,
  owner_post uuid not null,
  from_day date not null,
  -- Working days of the promise, which the escalations are reckoned from.
  days int not null check (days > 0),
  due_on date not null,
  state text not null check (state in ('open', 'done', 'refused')),
  escalated smallint not null default 0 check (escalated between 0 and 3),
  ended_on date,
  -- What was done, or why not and by which law.
  outcome text,
  law text,
  -- Numbers in other rooms' books, as they are printed.
  case_number text,
  contract_number text,
  primary key (street_id, id),
  constraint resolution_task_place unique (street_id, resolution_id, position),
  check ((state = 'open') = (ended_on is null)),
  foreign key (street_id, resolution_id) references resolution (street_id, id) on delete cascade,
  foreign key (street_id, owner_post) references post (street_id, id)
);
create index resolution_task_owner on resolution_task (street_id, owner_post) where state = 'open';
create index resolution_task_due on resolution_task (street_id, due_on) where state = 'open';
select protect('resolution_task');

-- What shows that a task was done: a photo of the place, a paper. Public, because whoever adds it says that nobody can be recognised in it.
create table task_evidence (
  street_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  file_id uuid not null,
  caption text not null,
  added_on date not null,
  primary key (street_id, id),
  foreign key (street_id, task_id) references resolution_task (street_id, id) on delete cascade,
  foreign key (street_id, file_id) references stored_file (street_id, id) on delete cascade
);
create index task_evidence_task on task_evidence (street_id, task_id);
select protect('task_evidence');

-- Append-only: the public history of a resolution.
create table resolution_event (
  street_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  seq int not null,
  kind text not null,
  task_id uuid,
  by_post uuid,
  words text not null default '',
  on_day date not null,
  primary key (street_id, id),
  constraint resolution_event_seq_key unique (street_id, resolution_id, seq),
  foreign key (street_id, resolution_id) references resolution (street_id, id) on delete cascade
);
select protect('resolution_event');

-- The concerns a resolution answers: their authors are told at every step and asked at the end whether it is solved.
create table resolution_concern (
  street_id uuid not null,
  resolution_id uuid not null,
  concern_id uuid not null,
  asked_on date,
  solved text check (solved in ('yes', 'partly', 'no')),
  answered_on date,
  primary key (street_id, resolution_id, concern_id),
  check ((solved is null) = (answered_on is null)),
  foreign key (street_id, resolution_id) references resolution (street_id, id) on delete cascade,
  foreign key (street_id, concern_id) references concern (street_id, id) on delete cascade
);
create index resolution_concern_concern on resolution_concern (street_id, concern_id);
select protect('resolution_concern');
