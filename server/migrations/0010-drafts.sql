-- What a draft holds beside its answers: papers named, boxes ticked (which is no consent yet), when each part was changed, and values of
-- two devices that wait for the person to pick. Sealed like the answers.
alter table case_draft add column rest_sealed bytea;

-- Photos, papers and drawn signatures of a form not yet filed, so that another device goes on with them. The id is that of the stored
-- file and is made on the device that took it. When the draft is filed, thrown away or grows old, these go with it.
create table case_draft_file (
  street_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, draft_id) references case_draft (street_id, id) on delete cascade,
  foreign key (street_id, id) references stored_file (street_id, id) on delete cascade
);
create index case_draft_file_draft on case_draft_file (street_id, draft_id);
select protect('case_draft_file');
