-- People: what a person chose to say, and what they agreed to.

-- Newcomer or local, self-chosen (D3). A change counts from the next draw, election or conversation; history is what makes that possible.
create table group_choice (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  choice text not null check (choice in ('newcomer', 'local', 'unstated')),
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index group_choice_person on group_choice (street_id, person_id, at desc);
select protect('group_choice');

create table profile (
  street_id uuid not null,
  person_id uuid not null,
  home_county text,
  dialects text[] not null default '{}',
  community_id uuid,
  address_sealed bytea,
  changed_at timestamptz not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('profile');

create table consent (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  text_version text not null,
  channel text not null check (channel in ('phone', 'desk-paper', 'home-visit')),
  witness_post uuid,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create unique index consent_in_force on consent (street_id, person_id, purpose) where withdrawn_at is null;
select protect('consent');

create table household (
  street_id uuid not null,
  id uuid not null,
  created_at timestamptz not null,
  primary key (street_id, id)
);
select protect('household');

create table household_member (
  street_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (street_id, household_id, person_id),
  constraint household_member_person_key unique (street_id, person_id),
  foreign key (street_id, household_id) references household (street_id, id) on delete cascade,
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('household_member');

create table household_invitation (
  street_id uuid not null,
  id uuid not null,
  household_id uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, household_id) references household (street_id, id) on delete cascade
);
select protect('household_invitation');

-- Somebody trusted to act for a person in the matters named: a relative, a neighbour. Given and withdrawn by the person.
create table proxy (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  agent_id uuid,
  agent_name_sealed bytea not null,
  relation text not null,
  scope text not null,
  basis text not null,
  given_at timestamptz not null,
  ends_on date,
  withdrawn_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('proxy');

-- Lives here (M35): level, community, date, who confirmed. Never the paper, the landlord or the flat.
create table residence_level (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  level text not null check (level in ('attested', 'confirmed')),
  community_id uuid not null,
  confirmer_post uuid,
  second_confirmer uuid,
  on_day date not null,
  valid_until date not null,
  recheck boolean not null default false,
  rechecked_by uuid,
  ended_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index residence_level_person on residence_level (street_id, person_id);
create index residence_level_confirmer on residence_level (street_id, confirmer_post, on_day);
select protect('residence_level');

-- Half an attestation: the lane head or the neighbour has spoken, the other has not yet.
create table attestation (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  community_id uuid not null,
  code_hash bytea not null,
  lane_head_post uuid,
  lane_head_person uuid,
  neighbour_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('attestation');

-- A changed or lost number: two staff, the old number told, three days' delay for sensitive rooms.
create table number_change (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  first_staff uuid not null,
  second_staff uuid,
  new_phone_sealed bytea not null,
  new_phone_hash bytea not null,
  reason text not null,
  requested_at timestamptz not null,
  approved_at timestamptz,
  sensitive_from timestamptz,
  refused_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('number_change');

-- Requests about one's own data that need a person to answer: correction, copy on paper, objection. Answered within 15 calendar days.
create table data_request (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('correction', 'copy', 'deletion', 'objection')),
  words_sealed bytea not null,
  state text not null check (state in ('open', 'done', 'refused')),
  answer_sealed bytea,
  answered_by uuid,
  created_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index data_request_open on data_request (street_id, due_on) where state = 'open';
select protect('data_request');

-- "I am leaving": what was open when the person said so, and that it was handed on.
create table leaving (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  started_at timestamptz not null,
  closes_at timestamptz not null,
  cancelled_at timestamptz,
  closed_at timestamptz,
  primary key (street_id, id)
);
select protect('leaving');

-- The code printed when a street without anybody first starts; whoever has it names the three administrators. No default passwords.
create table set_up (
  street_id uuid not null,
  code_hash bytea not null,
  tries int not null default 0,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (street_id)
);
select protect('set_up');
