-- The platform: tenants, settings, sessions, the journal, idempotency, files, messages. Rules for every table in 05-quality, "Portability of the data".

-- The street a transaction acts for. `set local` inside a function is the one form that survives Citus and dies with the transaction.
create function enter_street(street uuid) returns void language plpgsql as $$
begin
  execute format('set local app.street = %L', street);
end $$;

-- Row-level security for a tenant table: only rows of the entered street, and none at all when no street was entered (null is not true).
create function protect(tenant_table regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tenant_table);
  execute format('alter table %s force row level security', tenant_table);
  execute format('create policy street on %s using (street_id = nullif(current_setting(''app.street'', true), '''')::uuid)', tenant_table);
  execute format('grant select, insert, update, delete on %s to ronghe_app', tenant_table);
end $$;

grant usage on schema public to ronghe_app;
grant execute on function enter_street(uuid) to ronghe_app;

-- Shared tables: which streets there are and which host names lead to them.
create table street (
  id uuid primary key,
  slug text not null constraint street_slug_key unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name jsonb not null,
  zone text not null default 'Asia/Shanghai',
  demo boolean not null default false,
  journal_public_key bytea,
  created_at timestamptz not null
);
create table street_host (
  host text primary key,
  street_id uuid not null references street (id)
);
grant select on street, street_host to ronghe_app;

-- What a street office configures; each key has its schema in contract/src/programme/settings.ts.
create table street_setting (
  street_id uuid not null,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null,
  primary key (street_id, key)
);
select protect('street_setting');

-- Days that differ from Monday-to-Friday, seeded from the announced calendar and edited by the street office.
create table calendar_day (
  street_id uuid not null,
  day date not null,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null default '',
  primary key (street_id, day)
);
select protect('calendar_day');

-- Accounts: a name and a phone, nothing else required. Both are sealed; the phone is found by its keyed hash, the name by hashed bigrams.
create table person (
  street_id uuid not null,
  id uuid not null,
  name_sealed bytea not null,
  name_tokens text[] not null default '{}',
  phone_sealed bytea,
  phone_hash bytea,
  phone_seen_at timestamptz,
  pin_hash text,
  language text not null default 'zh-CN',
  appearance text not null default 'normal' check (appearance in ('normal', 'large', 'contrast')),
  state text not null default 'active' check (state in ('active', 'closing', 'closed')),
  origin text not null default 'self' check (origin in ('self', 'desk', 'paper', 'import', 'demo', 'setup')),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  warned_at timestamptz,
  closed_at timestamptz,
  -- Until then one more person may make an account with this number.
  share_until timestamptz,
  primary key (street_id, id)
);
create index person_phone on person (street_id, phone_hash);
create index person_name on person using gin (name_tokens);
create index person_used on person (street_id, last_used_at);
select protect('person');

-- A session is a random token of which only the SHA-256 is kept. `open` may see own data; `empty` waits for one known fact; `assisted` is a
-- clerk acting for a person in one matter for 30 minutes.
create table session (
  street_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  kind text not null check (kind in ('open', 'empty', 'assisted')),
  assistant_id uuid,
  matter text,
  second_factor_at timestamptz,
  device text not null default '',
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (street_id, id),
  constraint session_token_key unique (street_id, token_hash),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index session_person on session (street_id, person_id);
select protect('session');

-- One-time codes, hashed; tries are counted here because a process may die between two of them. `new` and `named` are what a right code is
-- exchanged for when a name must still be said. Number and code are kept sealed only until the message went out or the ticket is used.
create table sign_in_code (
  street_id uuid not null,
  id uuid not null,
  phone_hash bytea not null,
  code_hash bytea not null,
  purpose text not null check (purpose in ('code', 'new', 'named')),
  held_sealed bytea,
  tries int not null default 0,
  used_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (street_id, id)
);
create index sign_in_code_phone on sign_in_code (street_id, phone_hash, created_at);
select protect('sign_in_code');

-- Failed sign-ins, for lockout; counted in PostgreSQL so that several processes agree.
create table sign_in_failure (
  street_id uuid not null,
  id uuid not null,
  subject_hash bytea not null,
  kind text not null,
  at timestamptz not null,
  primary key (street_id, id)
);
create index sign_in_failure_subject on sign_in_failure (street_id, subject_hash, at);
select protect('sign_in_failure');

create table device (
  street_id uuid not null,
  person_id uuid not null,
  device_hash bytea not null,
  label text not null,
  first_seen_at timestamptz not null,
  seen_at timestamptz not null,
  primary key (street_id, person_id, device_hash),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('device');

create table passkey (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  label text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (street_id, id),
  constraint passkey_credential_key unique (street_id, credential_id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('passkey');

-- The challenge a passkey ceremony must answer.
create table passkey_challenge (
  street_id uuid not null,
  id uuid not null,
  person_id uuid,
  challenge text not null,
  purpose text not null,
  expires_at timestamptz not null,
  primary key (street_id, id)
);
select protect('passkey_challenge');

create table authenticator (
  street_id uuid not null,
  person_id uuid not null,
  secret_sealed bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('authenticator');

-- The journal. A leaf is written in the deed's transaction and is not ordered yet; the sequencer gives it an index. The entry holds what
-- can be erased: without its salt and value the commitment says nothing, and the log still verifies.
-- A leaf of a deed without actor keeps its date only; it waits until that day is over, because its place between neighbours would tell the time.
create table journal_leaf (
  street_id uuid not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  commitments jsonb not null,
  leaf_hash bytea not null,
  date_only boolean not null default false,
  index bigint,
  primary key (street_id, id),
  constraint journal_leaf_index_key unique (street_id, index)
);
create index journal_leaf_waiting on journal_leaf (street_id, id) where index is null and not date_only;
create index journal_leaf_waiting_dates on journal_leaf (street_id, at) where index is null and date_only;
select protect('journal_leaf');

create table journal_entry (
  street_id uuid not null,
  leaf_id uuid not null,
  name text not null,
  salt bytea,
  value text,
  about uuid,
  erased_at timestamptz,
  primary key (street_id, leaf_id, name),
  foreign key (street_id, leaf_id) references journal_leaf (street_id, id)
);
create index journal_entry_about on journal_entry (street_id, about) where about is not null;
select protect('journal_entry');

create table journal_node (
  street_id uuid not null,
  level int not null,
  index bigint not null,
  hash bytea not null,
  primary key (street_id, level, index)
);
select protect('journal_node');

create table journal_head (
  street_id uuid not null,
  size bigint not null,
  root bytea not null,
  at timestamptz not null,
  signature bytea not null,
  primary key (street_id, size)
);
select protect('journal_head');

-- The app may add to the journal, give a leaf its index and empty an entry; it can neither take back nor rewrite what is there.
revoke update, delete on journal_leaf, journal_entry, journal_node, journal_head from ronghe_app;
grant update (index) on journal_leaf to ronghe_app;
grant update (salt, value, about, erased_at) on journal_entry to ronghe_app;

-- Which streets have leaves to put in order, asked twice a second for all streets in one round trip: it enters each in turn, so that
-- row-level security holds here too.
create function journal_streets_waiting(now timestamptz) returns setof uuid language plpgsql as $$
declare
  each uuid;
begin
  for each in select id from street loop
    perform enter_street(each);
    if exists (select from journal_leaf where street_id = each and index is null and not date_only)
       or exists (select from journal_leaf where street_id = each and index is null and date_only and at <= now - interval '1 day') then
      return next each;
    end if;
  end loop;
  perform set_config('app.street', '', true);
end $$;
revoke execute on function journal_streets_waiting(timestamptz) from public;
grant execute on function journal_streets_waiting(timestamptz) to ronghe_app;

-- The key that signs a street's heads is given once, with the first head; after that the app cannot put another in its place.
create function journal_give_key(street uuid, key bytea) returns void language sql security definer set search_path = public, pg_temp as $$
  update street s set journal_public_key = key where s.id = journal_give_key.street and s.journal_public_key is null
$$;
revoke execute on function journal_give_key(uuid, bytea) from public;
grant execute on function journal_give_key(uuid, bytea) to ronghe_app;

-- What was erased, so that a restored backup can be made to forget again. Ids only.
create table erasure (
  street_id uuid not null,
  id uuid not null,
  subject text not null check (subject in ('person', 'case', 'concern', 'file', 'check-in')),
  subject_id uuid not null,
  at timestamptz not null,
  primary key (street_id, id)
);
select protect('erasure');

-- The reply to a POST, kept sealed for 72 hours so that a retry gets the same one. The row also makes concurrent twins wait for each other.
create table idempotency (
  street_id uuid not null,
  operation text not null,
  scope bytea not null,
  key text not null,
  body_hash bytea not null,
  status int,
  reply_sealed bytea,
  person_id uuid,
  at timestamptz not null,
  primary key (street_id, operation, scope, key)
);
create index idempotency_at on idempotency (street_id, at);
select protect('idempotency');

-- Reads of personal data by somebody else, with the purpose the person is shown (S9). Kept 365 days, never under 180.
create table access_log (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  reader_id uuid,
  reader_post uuid,
  operation text not null,
  purpose text not null,
  subject text,
  subject_id uuid,
  at timestamptz not null,
  primary key (street_id, id)
);
create index access_log_person on access_log (street_id, person_id, at desc);
select protect('access_log');

-- Stored files; the bytes are sealed on disk or in the bucket, under a random name.
create table stored_file (
  street_id uuid not null,
  id uuid not null,
  owner_id uuid,
  purpose text not null,
  place text not null,
  thumb_place text,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  name_sealed bytea,
  public boolean not null default false,
  attached_to text,
  attached_id uuid,
  created_at timestamptz not null,
  delete_after timestamptz,
  primary key (street_id, id)
);
create index stored_file_attached on stored_file (street_id, attached_to, attached_id);
create index stored_file_owner on stored_file (street_id, owner_id);
select protect('stored_file');

-- One message to one person. The text is neutral and chosen by template; `link` leads to the thing after sign-in.
create table message (
  street_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  template text not null,
  params jsonb not null default '{}',
  link text not null default '/',
  urgent boolean not null default false,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
create index message_person on message (street_id, person_id, created_at desc);
select protect('message');

create table delivery (
  street_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  channel text not null check (channel in ('sms', 'mail')),
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts int not null default 0,
  not_before timestamptz not null,
  sent_at timestamptz,
  primary key (street_id, id),
  foreign key (street_id, message_id) references message (street_id, id) on delete cascade
);
create index delivery_waiting on delivery (street_id, not_before) where state = 'waiting';
select protect('delivery');

create table message_choice (
  street_id uuid not null,
  person_id uuid not null,
  sms boolean not null default true,
  mail boolean not null default false,
  mail_sealed bytea,
  changed_at timestamptz not null,
  primary key (street_id, person_id),
  foreign key (street_id, person_id) references person (street_id, id) on delete cascade
);
select protect('message_choice');

-- Numbers without gaps, per street and kind (case numbers of a month, ticket numbers of a day): the row is the lock.
create table counter (
  street_id uuid not null,
  name text not null,
  value bigint not null,
  primary key (street_id, name)
);
select protect('counter');
