-- Certificates of service, course and commendation (Open Badges 3.0). What anybody may look up stands in the open; who it is about, and the signed
-- file, lie sealed.

create table certificate (
  street_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('service', 'course', 'commendation')),
  person_id uuid not null,
  issuer_organ uuid not null,
  -- What it was issued for: one certificate for one thing and person, however often it is asked for.
  thing_id uuid not null,
  number text not null,
  achievement_key text not null,
  name jsonb not null,
  description jsonb not null,
  criteria jsonb not null,
  from_day date,
  until_day date,
  issued_at timestamptz not null,
  -- The holder's name, hours, story and the code printed on the paper.
  paper_sealed bytea not null,
  -- The credential as it was signed.
  credential_sealed bytea not null,
  primary key (street_id, id),
  constraint certificate_thing_key unique (street_id, kind, thing_id, person_id),
  constraint certificate_number_key unique (street_id, number),
  check ((from_day is null) = (until_day is null) and from_day <= until_day),
  foreign key (street_id, person_id) references person (street_id, id),
  foreign key (street_id, issuer_organ) references organ (street_id, id)
);
create index certificate_person on certificate (street_id, person_id);
create index certificate_achievement on certificate (street_id, achievement_key);
select protect('certificate');

-- What was taken back, for ever: it outlives the certificate, which goes with the account of its holder. It names nobody.
create table certificate_revocation (
  street_id uuid not null,
  certificate_id uuid not null,
  issuer_organ uuid not null,
  revoked_at timestamptz not null,
  reason text not null check (reason in ('mistake', 'evidence', 'holder', 'replaced')),
  primary key (street_id, certificate_id),
  foreign key (street_id, issuer_organ) references organ (street_id, id)
);
create index certificate_revocation_issuer on certificate_revocation (street_id, issuer_organ);
select protect('certificate_revocation');
