-- Contracted projects (M28): from a need to its evaluation, within the limits of 财政部令102. Money and reasons are public.

create table contract_project (
  street_id uuid not null,
  id uuid not null,
  -- Counted without gaps in a year.
  year int not null,
  number int not null check (number > 0),
  title jsonb not null,
  need jsonb not null,
  serves jsonb not null,
  source text not null check (source in ('resolution', 'concern', 'organ')),
  -- A number as it is printed (of a resolution, of a concern); for an organ's own need, nothing.
  source_number text,
  organ_id uuid not null,
  stable boolean not null,
  -- {dutyOfGovernment, canBeBought, noStaffing, listed}: each confirmed by whoever prepares.
  checks jsonb not null,
  catalogue_item text not null,
  state text not null check (state in ('need', 'budgeted', 'call', 'offersEvaluated', 'contracted', 'running', 'accepted', 'paid', 'evaluated', 'stopped')),
  prepared_by uuid,
  prepared_post uuid not null,
  budget_cents bigint check (budget_cents > 0),
  budget_reference text,
  support_id uuid,
  criteria jsonb,
  call_opened_on date,
  call_until timestamptz,
  chosen_offer uuid,
  decided_post uuid,
  decided_on date,
  accepted_words text,
  accepted_post uuid,
  accepted_on date,
  ended_on date,
  purged_on date,
  created_on date not null,
  primary key (street_id, id),
  constraint contract_project_number_key unique (street_id, year, number),
  check ((state = 'need') = (budget_cents is null) or state = 'stopped'),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, prepared_by) references person (street_id, id),
  foreign key (street_id, prepared_post) references post (street_id, id),
  foreign key (street_id, decided_post) references post (street_id, id),
  foreign key (street_id, accepted_post) references post (street_id, id),
  foreign key (street_id, support_id) references support (street_id, id)
);
create index contract_project_state on contract_project (street_id, state);
create index contract_project_prepared on contract_project (street_id, prepared_by);
select protect('contract_project');

-- Sealed until the deadline: neither price nor plan nor who offered is read by anybody but the organ itself.
create table contract_offer (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  organ_id uuid not null,
  -- JSON of price in cents and plan.
  offer_sealed bytea not null,
  file_id uuid,
  handed_in_at timestamptz not null,
  withdrawn_at timestamptz,
  -- JSON of criterion and reason, once chosen.
  reasons jsonb,
  primary key (street_id, id),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, file_id) references stored_file (street_id, id)
);
create unique index contract_offer_one on contract_offer (street_id, project_id, organ_id) where withdrawn_at is null;
create index contract_offer_organ on contract_offer (street_id, organ_id);
select protect('contract_offer');

-- The contract as it is published, field by field (财政部令102 art. 24 and after).
create table project_contract (
  street_id uuid not null,
  project_id uuid not null,
  organ_id uuid not null,
  content text not null,
  quantity text not null,
  quality text not null,
  cents bigint not null check (cents > 0),
  settlement text not null,
  duties text not null,
  breach text not null,
  starts_on date not null,
  ends_on date not null,
  signed_on date not null,
  published_on date not null,
  primary key (street_id, project_id),
  check (ends_on > starts_on),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, organ_id) references organ (street_id, id)
);
select protect('project_contract');

create table contract_milestone (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  position int not null,
  what text not null,
  due_on date not null,
  -- Said by the contractor, then confirmed or sent back by the office.
  report text,
  reported_on date,
  confirmed_on date,
  returned text,
  primary key (street_id, id),
  constraint contract_milestone_place unique (street_id, project_id, position),
  check (confirmed_on is null or reported_on is not null),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade
);
select protect('contract_milestone');

-- Working files of a milestone or an offer; gone some weeks after the contract has ended (L7).
create table contract_file (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  milestone_id uuid not null,
  file_id uuid not null,
  caption text not null,
  added_on date not null,
  primary key (street_id, id),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, milestone_id) references contract_milestone (street_id, id) on delete cascade,
  foreign key (street_id, file_id) references stored_file (street_id, id) on delete cascade
);
create index contract_file_milestone on contract_file (street_id, milestone_id);
select protect('contract_file');

-- By the people served, without a name; the day only.
create table contract_feedback (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  helped text not null check (helped in ('yes', 'partly', 'no')),
  words_sealed bytea,
  channel text not null check (channel in ('phone', 'paper')),
  on_day date not null,
  primary key (street_id, id),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade
);
create index contract_feedback_project on contract_feedback (street_id, project_id);
select protect('contract_feedback');

create table contract_payment (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  cents bigint not null check (cents > 0),
  document text not null,
  paid_on date not null,
  by_post uuid not null,
  primary key (street_id, id),
  constraint contract_payment_document_key unique (street_id, project_id, document),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, by_post) references post (street_id, id)
);
select protect('contract_payment');

create table contract_evaluation (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('mid', 'final')),
  reached text not null check (reached in ('reached', 'partly', 'missed')),
  words text not null,
  by_post uuid not null,
  on_day date not null,
  primary key (street_id, id),
  constraint contract_evaluation_kind_key unique (street_id, project_id, kind),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, by_post) references post (street_id, id)
);
select protect('contract_evaluation');

-- Append-only: what happened, by which post, with its reason.
create table contract_event (
  street_id uuid not null,
  id uuid not null,
  project_id uuid not null,
  seq int not null,
  kind text not null,
  by_post uuid,
  words text not null default '',
  on_day date not null,
  primary key (street_id, id),
  constraint contract_event_seq_key unique (street_id, project_id, seq),
  foreign key (street_id, project_id) references contract_project (street_id, id) on delete cascade,
  foreign key (street_id, by_post) references post (street_id, id)
);
select protect('contract_event');
