-- The station: the catalogue of services, forms begun, cases with everything that happened to them, papers, sheets in and out.

-- A service has one version in force and at most one draft; cases keep the version they were filed under.
create table service (
  street_id uuid not null,
  id uuid not null,
  key text not null,
  position int not null default 0,
  retired_at timestamptz,
  retired_instead jsonb,
  created_at timestamptz not null,
  primary key (street_id, id),
  constraint service_key_key unique (street_id, key)
);
select protect('service');

-- `edit` counts the saves of a draft, so that of two editors the second is told. `search` holds character bigrams, word beginnings and
-- pinyin initials: PostgreSQL's own parsers cannot cut Chinese into words.
create table service_version (
  street_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  version int not null check (version > 0),
  definition jsonb not null,
  state text not null check (state in ('draft', 'published', 'superseded')),
  edit int not null default 1,
  search text[] not null default '{}',
  note text not null default '',
  saved_at timestamptz not null,
  saved_by uuid,
  published_at timestamptz,
  published_by uuid,
  primary key (street_id, id),
  constraint service_version_version_key unique (street_id, service_id, version),
  foreign key (street_id, service_id) references service (street_id, id)
);
create unique index service_version_in_force on service_version (street_id, service_id) where state = 'published';
create unique index service_version_draft on service_version (street_id, service_id) where state = 'draft';
create index service_version_search on service_version using gin (search) where state = 'published';
select protect('service_version');

-- The side that lost a race of two editors, kept so that nothing typed is lost.
create table service_draft_kept (
  street_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  definition jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid,
  primary key (street_id, id),
  foreign key (street_id, service_id) references service (street_id, id)
);
select protect('service_draft_kept');

-- A form begun and not yet filed, one per person and service.
create table case_draft (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  service_id uuid not null,
  version int not null,
  case_id uuid not null,
  answers_sealed bytea not null,
  page text,
  edit int not null,
  saved_at timestamptz not null,
  primary key (street_id, id),
  constraint case_draft_person_key unique (street_id, person_id, service_id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade,
  foreign key (street_id, service_id) references service (street_id, id)
);
select protect('case_draft');

-- A case. `id` is made on the filer's device and is what makes filing happen once. The state columns are what the events amount to, kept
-- here so that a queue is one index scan; a test rebuilds them from the events. `events` is the number of the last event: every step
-- names the one it has seen. `group_at_filing` is read by the equity figures only and never leaves the server beside a case.
create table service_case (
  street_id uuid not null,
  id uuid not null,
  number text not null,
  code_hash bytea not null,
  code_sealed bytea,
  service_id uuid not null,
  version_id uuid not null,
  person_id uuid,
  -- `handsIn`: an employer or landlord who brings papers for somebody and sees no status.
  agent_kind text check (agent_kind in ('guardian', 'proxy', 'relative', 'handsIn')),
  agent_person_id uuid,
  agent_sealed bytea,
  channel text not null check (channel in ('phone', 'desk', 'paper', 'homeVisit', 'onBehalf', 'appointment')),
  source text not null default 'own' check (source in ('own', 'import', 'open311', 'patrol')),
  community_id uuid,
  group_at_filing text not null check (group_at_filing in ('newcomer', 'local', 'unstated')),
  answers_sealed bytea,
  consents jsonb not null default '[]',
  state text not null check (state in ('filed', 'accepted', 'waitingForResident', 'routed', 'decided', 'closed', 'rated', 'withdrawn')),
  outcome text check (outcome in ('granted', 'refused', 'referred')),
  reason text,
  waiting_from text,
  notices int not null default 0,
  reopened int not null default 0,
  returned boolean not null default false,
  department text not null,
  department_accepted boolean not null default false,
  department_number text,
  owner_post uuid not null,
  department_post uuid,
  external_waiting boolean not null default false,
  -- Ended because nobody answered; unlike a withdrawal it can be taken up again.
  lapsed boolean not null default false,
  merged_into uuid,
  events int not null default 0,
  clock text check (clock in ('acceptance', 'department', 'resident', 'decision', 'closing')),
  due_on date,
  -- The next day on which somebody is told: a reminder, an escalation, a closing. What the nightly job looks for.
  next_on date,
  escalated int not null default 0,
  reminded int not null default 0,
  filed_at timestamptz not null,
  entered_at timestamptz not null,
  accepted_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  receipt_leaf uuid,
  id_purged_at timestamptz,
  deidentified_at timestamptz,
  primary key (street_id, id),
  constraint service_case_number_key unique (street_id, number),
  constraint service_case_code_key unique (street_id, code_hash),
  foreign key (street_id, service_id) references service (street_id, id),
  foreign key (street_id, version_id) references service_version (street_id, id)
);
create index service_case_person on service_case (street_id, person_id, filed_at desc);
create index service_case_agent on service_case (street_id, agent_person_id) where agent_person_id is not null;
create index service_case_owner on service_case (street_id, owner_post, due_on) where state in ('filed', 'accepted', 'waitingForResident', 'routed', 'decided');
create index service_case_department on service_case (street_id, department_post, due_on) where state in ('routed', 'waitingForResident');
create index service_case_state on service_case (street_id, state, due_on);
create index service_case_next on service_case (street_id, next_on) where next_on is not null;
create index service_case_filed on service_case (street_id, filed_at);
create index service_case_decided on service_case (street_id, decided_at) where decided_at is not null;
select protect('service_case');

-- Everything that happened to a case, in order, never rewritten. Words are sealed. `at` is when it happened, `entered_at` when it was written
-- down: paper may come later.
create table case_event (
  street_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  number int not null,
  kind text not null,
  by_person uuid,
  by_post uuid,
  words_sealed bytea,
  details jsonb not null default '{}',
  -- For colleagues only; the rest is the resident's own timeline.
  internal boolean not null default false,
  at timestamptz not null,
  entered_at timestamptz not null,
  primary key (street_id, id),
  -- Two clerks at once: one of them cannot have this number.
  constraint case_event_number_key unique (street_id, case_id, number),
  foreign key (street_id, case_id) references service_case (street_id, id)
);
create index case_event_kind on case_event (street_id, kind, at);
select protect('case_event');
-- The app adds events and may empty what is personal in them; it cannot take one back.
revoke update, delete on case_event from ronghe_app;
grant update (words_sealed, by_person, details) on case_event to ronghe_app;

-- Papers of a case by the service's need: received, seen and handed back, waived until a day, missing.
create table case_document (
  street_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  need text not null,
  alternative text,
  state text not null check (state in ('missing', 'received', 'seen', 'waived')),
  promised_on date,
  by_post uuid,
  at timestamptz not null,
  primary key (street_id, id),
  constraint case_document_need_key unique (street_id, case_id, need),
  foreign key (street_id, case_id) references service_case (street_id, id)
);
create index case_document_promised on case_document (street_id, promised_on) where state = 'waived';
select protect('case_document');

-- Which stored file belongs to which need of which case.
create table case_file (
  street_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  need text not null,
  file_id uuid not null,
  by_person uuid,
  at timestamptz not null,
  primary key (street_id, id),
  constraint case_file_file_key unique (street_id, file_id),
  foreign key (street_id, case_id) references service_case (street_id, id),
  foreign key (street_id, file_id) references stored_file (street_id, id) on delete cascade
);
create index case_file_case on case_file (street_id, case_id);
select protect('case_file');

-- The step at a place that has no sign-in here: the letter, the days to ask again, what came back.
create table case_external (
  street_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  agreement_key text,
  party jsonb not null,
  letter_sealed bytea,
  sent_on date not null,
  ask_on text[] not null default '{}',
  asked text[] not null default '{}',
  replied_on date,
  outcome text check (outcome in ('settledOnTheSpot', 'reimbursedLater', 'refused')),
  by_post uuid,
  primary key (street_id, id),
  foreign key (street_id, case_id) references service_case (street_id, id)
);
create index case_external_case on case_external (street_id, case_id);
create index case_external_open on case_external (street_id, sent_on) where replied_on is null;
select protect('case_external');

-- Duplicates and matters that belong together; kept, never deleted, so that merging can be undone and under-reporting estimated.
create table case_link (
  street_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null check (kind in ('merge', 'link')),
  by_post uuid,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (street_id, id),
  check (case_id <> other_id),
  foreign key (street_id, case_id) references service_case (street_id, id),
  foreign key (street_id, other_id) references service_case (street_id, id)
);
create unique index case_link_standing on case_link (street_id, case_id, other_id) where undone_at is null;
create index case_link_other on case_link (street_id, other_id);
select protect('case_link');

-- A bulk action with what stood before it, for undo.
create table case_bulk (
  street_id uuid not null,
  id uuid not null,
  step text not null,
  by_person uuid not null,
  before jsonb not null,
  at timestamptz not null,
  undone_at timestamptz,
  primary key (street_id, id)
);
select protect('case_bulk');

-- A sheet handed in, kept sealed with the stored files until it has been written or a week has passed.
create table sheet_import (
  street_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('residents', 'cases')),
  file_id uuid,
  rows int not null,
  by_person uuid not null,
  written int not null default 0,
  at timestamptz not null,
  run_at timestamptz,
  primary key (street_id, id)
);
select protect('sheet_import');

-- The office's own report sheets.
create table report_template (
  street_id uuid not null,
  id uuid not null,
  name text not null,
  file_id uuid not null,
  cells int not null,
  by_person uuid,
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, file_id) references stored_file (street_id, id)
);
select protect('report_template');
