-- What the last shift tells the next one. A note is for an organ, or for one of its posts; it goes after 30 days.
create table shift_note (
  street_id uuid not null,
  id uuid not null,
  organ_id uuid not null,
  post_id uuid,
  by_post uuid not null,
  person_id uuid not null,
  words_sealed bytea not null,
  at timestamptz not null,
  primary key (street_id, id),
  foreign key (street_id, organ_id) references organ (street_id, id),
  foreign key (street_id, post_id) references post (street_id, id),
  foreign key (street_id, by_post) references post (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
create index shift_note_organ on shift_note (street_id, organ_id, id desc);
create index shift_note_at on shift_note (street_id, at);
select protect('shift_note');

create table shift_note_reading (
  street_id uuid not null,
  id uuid not null,
  note_id uuid not null,
  person_id uuid not null,
  by_post uuid not null,
  at timestamptz not null,
  primary key (street_id, id),
  constraint shift_note_reading_once unique (street_id, note_id, person_id),
  foreign key (street_id, note_id) references shift_note (street_id, id) on delete cascade,
  foreign key (street_id, by_post) references post (street_id, id),
  foreign key (street_id, person_id) references person (street_id, id)
);
select protect('shift_note_reading');
