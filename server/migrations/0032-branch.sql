-- The branch's own house (M6, M7, D1; 09, Branch isolation). Everything here is entered by the branch's login role alone. Who a row is about
-- is a keyed hash and a sealed id, both under the branch's own key: whoever holds the database and the shared key still cannot tell.
-- No foreign key leads to a person: checking one locks the person's row, and a lock leaves a mark on it that the app's role can read.

create function branch.protect(tenant_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy street on %s using (street_id = nullif(current_setting(''app.street'', true), '''')::uuid)', tenant_table);
  execute format('grant select, insert, update, delete on %s to ronghe_branch', tenant_table);
end $$;
revoke execute on function branch.protect(regclass) from public;

-- The journal of the house. Leaves keep the day only. Once a day all new ones are sealed under one salted hash, which goes into the street's
-- journal as one leaf a day, whether anything happened or not: from outside neither what was done can be read nor how much.
create table branch.journal_leaf (
  street_id uuid not null,
  id uuid not null,
  kind text not null,
  day date not null,
  commitments jsonb not null,
  leaf_hash bytea not null,
  sealed_on date,
  primary key (street_id, id)
);
create index journal_leaf_unsealed on branch.journal_leaf (street_id, day) where sealed_on is null;
select branch.protect('branch.journal_leaf');

create table branch.journal_entry (
  street_id uuid not null,
  leaf_id uuid not null,
  name text not null,
  salt bytea,
  value text,
  about bytea,
  erased_on date,
  primary key (street_id, leaf_id, name),
  foreign key (street_id, leaf_id) references branch.journal_leaf (street_id, id)
);
create index journal_entry_about on branch.journal_entry (street_id, about) where about is not null;
select branch.protect('branch.journal_entry');

create table branch.journal_day (
  street_id uuid not null,
  day date not null,
  nonce bytea not null,
  root bytea not null,
  primary key (street_id, day)
);
select branch.protect('branch.journal_day');
-- As in the street's journal: added to, sealed, emptied; never taken back or rewritten.
revoke update, delete on branch.journal_leaf, branch.journal_entry, branch.journal_day from ronghe_branch;
grant update (sealed_on) on branch.journal_leaf to ronghe_branch;
grant update (salt, value, about, erased_on) on branch.journal_entry to ronghe_branch;

create table branch.idempotency (
  street_id uuid not null,
  operation text not null,
  scope bytea not null,
  key text not null,
  body_hash bytea not null,
  status int,
  reply_sealed bytea,
  person_id uuid constraint idempotency_nobody check (person_id is null),
  at timestamptz not null,
  primary key (street_id, operation, scope, key)
);
create index idempotency_at on branch.idempotency (street_id, at);
select branch.protect('branch.idempotency');

-- Who looked at a member's data: by the office they hold, never by name.
create table branch.access_log (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  person_hash bytea not null,
  office text not null,
  purpose text not null,
  day date not null,
  primary key (street_id, id)
);
create index access_log_person on branch.access_log (street_id, person_hash);
select branch.protect('branch.access_log');

-- Messages are read in the room itself; what leaves the house says only that there is one, in the morning, to everybody who has one.
create table branch.message (
  street_id uuid not null,
  id uuid not null,
  person_hash bytea not null,
  person_sealed bytea not null,
  template text not null,
  params jsonb not null default '{}',
  day date not null,
  read_on date,
  passed_on date,
  primary key (street_id, id)
);
create index message_person on branch.message (street_id, person_hash, day);
create index message_waiting on branch.message (street_id) where passed_on is null;
select branch.protect('branch.message');

-- What was erased here, so that a restored backup forgets it again; the street's own table of erasures does not know of it.
create table branch.erasure (
  street_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  at timestamptz not null,
  primary key (street_id, id)
);
select branch.protect('branch.erasure');

-- A branch is an organ of the street under the same id; here lies what only concerns coming to it.
create table branch.branch (
  street_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('floating', 'council', 'socialOrganisation', 'community')),
  reception jsonb,
  hours jsonb,
  welcomes jsonb,
  takes_check_ins boolean not null default true,
  changed_on date not null,
  primary key (street_id, id)
);
select branch.protect('branch.branch');

-- Ten duties of dual management, each the home branch's, the host branch's, or both's; a branch words them as it agreed.
create table branch.duty (
  street_id uuid not null,
  branch_id uuid not null,
  place int not null check (place between 1 and 10),
  name jsonb not null,
  side text not null check (side in ('home', 'host', 'both')),
  changed_on date not null,
  primary key (street_id, branch_id, place),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade
);
select branch.protect('branch.duty');

-- The first secretary comes with a code on paper that goes with the approving document; whoever made the code never learns who used it.
create table branch.office_code (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  code_hash bytea not null,
  issued_on date not null,
  expires_on date not null,
  primary key (street_id, id),
  constraint office_code_key unique (street_id, code_hash)
);
select branch.protect('branch.office_code');

create table branch.office (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  kind text not null check (kind in ('secretary', 'deputy', 'organiser', 'publicist')),
  person_hash bytea not null,
  person_sealed bytea not null,
  name_sealed bytea not null,
  starts_on date not null,
  ends_on date,
  published_version text,
  published_on date,
  primary key (street_id, id),
  foreign key (street_id, branch_id) references branch.branch (street_id, id) on delete cascade
);
create index office_person on branch.office (street_id, person_hash);
create index office_branch on branch.office (street_id, branch_id);
select branch.protect('branch.office');

-- Checking in is declared by the person: on a phone, or on a paper they signed and an office-holder entered. Without an account there is no
-- person behind it, only the name on the paper. Withdrawing deletes the row and all that hangs from it.
create table branch.check_in (
  street_id uuid not null,
  id uuid not null,
  branch_id uuid not null,
  person_hash bytea,
  person_sealed bytea,
  name_sealed bytea not null,
  home_branch_sealed bytea not null,
  contact_sealed bytea,
  channel text not null check (channel in ('phone', 'paper')),
  state text not null check (state in ('declared', 'confirmed', 'declined', 'ended')),
  consent_version text not null,
  consent_on date not null,
  declared_on date not null,
  answer_due date not null,
  answered_on date,
  ended_on date,
  reason text check (reason in ('other-branch', 'not-reached', 'no-answer', 'moved', 'transferred', 'asked')),
  other_branch_id uuid,
  primary key (street_id, id),
  constraint check_in_person_branch unique (street_id, branch_id, person_hash),
  constraint check_in_both check ((person_hash is null) = (person_sealed is null)),
  foreign key (street_id, branch_id) references branch.branch (street_id, id)
);
create index check_in_person on branch.check_in (street_id, person_hash);
create index check_in_due on branch.check_in (street_id, answer_due) where state = 'declared';
select branch.protect('branch.check_in');

-- The one thing the branch says outside: the name of an office-holder who agreed to it, for as long as they agree. An empty table says nothing:
-- there may be nobody, or somebody who would rather not.
create table published_office (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  kind text not null check (kind in ('secretary', 'deputy', 'organiser', 'publicist')),
  name_sealed bytea not null,
  since date not null,
  primary key (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id)
);
create index published_office_organ on published_office (street_id, organ_id);
select protect('published_office');
revoke insert, update, delete on published_office from ronghe_app;
grant select, insert, delete on published_office to ronghe_branch;
