-- The floor: what happened in a meeting, as a list that only grows. Everything else about a running meeting follows from it.

-- Numbered without gaps per meeting under a lock on the meeting's row. A command leads to one or more events, `step` counts them: the same
-- command cannot be carried out twice. Who sits where is in the events by id; names are put in when somebody reads.
create table meeting_event (
  street_id uuid not null,
  meeting_id uuid not null,
  number int not null check (number > 0),
  at timestamptz not null,
  command text not null,
  step int not null check (step >= 0),
  kind text not null,
  -- Who gave the command; null where it was the clock.
  by_person uuid,
  event jsonb not null,
  primary key (street_id, meeting_id, number),
  constraint meeting_event_command unique (street_id, meeting_id, command, step),
  foreign key (street_id, meeting_id) references meeting (street_id, id) on delete cascade,
  foreign key (street_id, by_person) references person (street_id, id)
);
create index meeting_event_person on meeting_event (street_id, by_person) where by_person is not null;
select protect('meeting_event');
