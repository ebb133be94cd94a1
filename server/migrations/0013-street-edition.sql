-- Counts the changes to what a street reads with every request and changes a few times a month (server/src/platform/database/standing.ts).
create table street_edition (
  street_id uuid not null primary key,
  number bigint not null
);
select protect('street_edition');
