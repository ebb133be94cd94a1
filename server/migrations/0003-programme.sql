-- The programme: places, organs, posts and who holds them; support, notices, concerns, agreements.

-- What a setting was before and after, and under which post it was changed.
create table setting_change (
  street_id uuid not null,
  id uuid not null,
  key text not null,
  before jsonb,
  after jsonb not null,
  by_post uuid,
  at timestamptz not null,
  primary key (street_id, id)
);
create index setting_change_at on setting_change (street_id, at desc);
select protect('setting_change');

create table community (
  street_id uuid not null,
  id uuid not null,
  name jsonb not null,
  position int not null default 0,
  primary key (street_id, id)
);
select protect('community');

create table lane (
  street_id uuid not null,
  id uuid not null,
  community_id uuid not null,
  name jsonb not null,
  primary key (street_id, id),
  foreign key (street_id, community_id) references community (street_id, id)
);
select protect('lane');

-- Organs of the five kinds, and the bodies around them. `party` is one of the three: government, social organisation, residents.
create table organ (
  street_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('station', 'council', 'corps', 'school', 'branch', 'streetOffice', 'department', 'socialOrganisation', 'statutoryBody', 'partner')),
  party text not null check (party in ('government', 'social', 'residents')),
  name jsonb not null,
  summary jsonb,
  parent_id uuid,
  approval text,
  place text,
  contact text,
  key text,
  public boolean not null default true,
  started_on date not null,
  ended_on date,
  primary key (street_id, id),
  constraint organ_key_key unique (street_id, key),
  foreign key (street_id, parent_id) references organ (street_id, id)
);
select protect('organ');

-- A post exists in an organ whether or not somebody holds it; `seats` is how many may hold it at once.
create table post (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  kind text not null,
  name jsonb not null,
  seats int not null default 1 check (seats > 0),
  lane_id uuid,
  community_id uuid,
  supervisor_post_id uuid,
  ended_on date,
  primary key (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, lane_id) references lane (street_id, id),
  foreign key (street_id, supervisor_post_id) references post (street_id, id)
);
create index post_organ on post (street_id, organ_id);
select protect('post');

-- A person holds a post from a day to a day (both included). Permissions are read from the rows that cover today and are not paused.
create table appointment (
  street_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  revoked_at timestamptz,
  document text,
  publish_name boolean not null default true,
  created_at timestamptz not null,
  created_by uuid,
  primary key (street_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (street_id, post_id) references post (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index appointment_person on appointment (street_id, person_id);
create index appointment_post on appointment (street_id, post_id);
select protect('appointment');

-- Days a holder is away; the work of those days belongs to the post that stands in.
create table leave (
  street_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  from_day date not null,
  to_day date not null,
  stand_in uuid,
  note_sealed bytea,
  primary key (street_id, id),
  check (to_day >= from_day),
  foreign key (street_id, appointment_id) references appointment (street_id, id)
);
select protect('leave');

-- M4: what the street gives each organ. `cents` for money; a place or a thing is described in words.
create table support (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('place', 'money', 'equipment', 'people')),
  what text not null,
  cents bigint check (cents >= 0),
  state text not null check (state in ('requested', 'granted', 'refused', 'delivered', 'withdrawn')),
  requested_by uuid,
  requested_on date not null,
  due_on date,
  decided_by uuid,
  decided_on date,
  reason text,
  delivered_on date,
  outcome text,
  primary key (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index support_organ on support (street_id, organ_id);
select protect('support');

create table notice (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  title jsonb not null,
  body jsonb not null,
  audience text not null default 'everyone' check (audience in ('everyone', 'residents', 'staff')),
  community_id uuid,
  published_at timestamptz,
  published_by uuid,
  until_day date,
  withdrawn_at timestamptz,
  created_at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index notice_published on notice (street_id, published_at desc);
select protect('notice');

-- Concerns (M5, M19). An anonymous one has no person, no exact time and no trace of the sender: only the hash of its claim code. Its number is
-- drawn, not counted, because its place between two others would tell the hour.
create table concern (
  street_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid,
  claim_hash bytea,
  anonymous boolean not null default false,
  channel text not null check (channel in ('phone', 'desk', 'paper', 'carried', 'homeVisit')),
  carrier_organ uuid,
  carrier_post uuid,
  topic text not null,
  community_id uuid,
  lane_id uuid,
  about_staff boolean not null default false,
  about_post uuid,
  about_organ uuid,
  words_sealed bytea,
  state text not null check (state in ('raised', 'screened', 'merged', 'answering', 'answered', 'accepted', 'declined')),
  owner_post uuid,
  raised_on date not null,
  screen_by date not null,
  answer_by date,
  clock_from date not null,
  clock_days int not null check (clock_days > 0),
  escalated text not null default 'none' check (escalated in ('none', 'owner', 'supervisor', 'streetLead')),
  answered_on date,
  answered_in_time boolean,
  closed_on date,
  merged_into uuid,
  before_merge text check (before_merge in ('raised', 'screened', 'answering')),
  sharing text not null default 'notAsked' check (sharing in ('notAsked', 'asked', 'yes', 'no')),
  threatened_on date,
  threat_escalated_on date,
  threat_closed_on date,
  reopened int not null default 0,
  public_asked text,
  public_done text,
  published_on date,
  primary key (street_id, id),
  constraint concern_number_key unique (street_id, number),
  constraint concern_claim_key unique (street_id, claim_hash)
);
create index concern_person on concern (street_id, person_id);
create index concern_open on concern (street_id, state, answer_by);
create index concern_owner on concern (street_id, owner_post) where state in ('raised', 'screened', 'answering');
create index concern_merged on concern (street_id, merged_into) where merged_into is not null;
select protect('concern');

-- Append-only: what happened to a concern, numbered. Words of an answer or a question are sealed; the day is all that is kept of any time here.
create table concern_event (
  street_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  seq int not null,
  kind text not null,
  by_post uuid,
  by_author boolean not null default false,
  words_sealed bytea,
  details jsonb not null default '{}',
  on_day date not null,
  primary key (street_id, id),
  constraint concern_event_seq_key unique (street_id, concern_id, seq),
  foreign key (street_id, concern_id) references concern (street_id, id) on delete cascade
);
select protect('concern_event');

-- M23: agreements with a counterpart place.
create table agreement (
  street_id uuid not null,
  id uuid not null,
  key text,
  title jsonb not null,
  counterpart jsonb not null,
  subject text not null,
  state text not null check (state in ('proposed', 'negotiating', 'signed', 'inForce', 'renewed', 'expired', 'ended')),
  terms jsonb not null,
  today jsonb,
  instead jsonb,
  owner_post uuid not null,
  signed_on date,
  starts_on date,
  ends_on date,
  warned_at timestamptz,
  renews uuid,
  created_at timestamptz not null,
  primary key (street_id, id),
  constraint agreement_key_key unique (street_id, key),
  foreign key (street_id, renews) references agreement (street_id, id)
);
select protect('agreement');

create table agreement_matter (
  street_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  what text not null,
  owner_post uuid not null,
  due_on date not null,
  settled_on date,
  outcome text,
  primary key (street_id, id),
  foreign key (street_id, agreement_id) references agreement (street_id, id) on delete cascade
);
select protect('agreement_matter');

create table agreement_event (
  street_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  note text not null default '',
  by_post uuid,
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, agreement_id) references agreement (street_id, id) on delete cascade
);
select protect('agreement_event');

-- A use is counted per case with its outcome; never a diagnosis.
create table agreement_use (
  street_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  case_id uuid not null,
  outcome text not null check (outcome in ('settledOnTheSpot', 'reimbursedLater', 'refused')),
  reason text,
  days int,
  amount_band text,
  on_day date not null,
  primary key (street_id, id),
  constraint agreement_use_case_key unique (street_id, case_id),
  foreign key (street_id, agreement_id) references agreement (street_id, id)
);
select protect('agreement_use');

-- Work handed over when a post ends, item by item; the note lies with the item, sealed.
create table handover (
  street_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  item_kind text not null,
  item_id uuid not null,
  to_post uuid not null,
  at timestamptz not null,
  by_person uuid,
  primary key (street_id, id),
  foreign key (street_id, appointment_id) references appointment (street_id, id)
);
select protect('handover');
