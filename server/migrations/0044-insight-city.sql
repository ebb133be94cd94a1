-- What leaves a street for the city (M34): its name and place, and the figures of finished months that its own pages show already. Nothing here
-- is about a person, and what was too few to show in the street is not here at all. `cell` is the installation the street lives in, so that the
-- rows of a street that moves from one to another do not collide in the city.
create table city_street (
  street_id uuid not null references street (id),
  cell text not null check (cell ~ '^[a-z][a-z0-9-]{0,30}$'),
  name jsonb not null,
  -- The order in which the city's register lists its streets, and the square of the schematic map; the operator sets them.
  place int,
  map_column int,
  map_row int,
  -- A sign of life, renewed every few minutes: what the city has not heard of since, it shows as missing since then.
  seen_at timestamptz not null,
  primary key (street_id, cell)
);
select protect('city_street');

-- Of a share `n` are so of `of_n`; of a count `n`; of a sum or a mean `amount` over `n`. A row that is not here was too few to show.
create table city_figure (
  street_id uuid not null,
  cell text not null,
  measure text not null,
  month date not null check (extract(day from month) = 1),
  grp text not null check (grp in ('newcomer', 'local', 'unstated', 'all')),
  n bigint not null,
  of_n bigint,
  amount bigint,
  primary key (street_id, cell, measure, month, grp),
  check (of_n is null or n between 0 and of_n)
);
select protect('city_figure');

-- That a month was handed over, with how many figures; a street all of whose figures are too few hands over a month without any.
create table city_report (
  street_id uuid not null,
  cell text not null,
  month date not null check (extract(day from month) = 1),
  figures int not null,
  made_at timestamptz not null,
  primary key (street_id, cell, month)
);
select protect('city_report');

-- The only publication there is. Its rows are told apart by their primary keys, so a change in the street is the same change in the city.
create publication ronghe_city for table city_street, city_figure, city_report;
