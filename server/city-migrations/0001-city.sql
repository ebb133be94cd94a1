-- The city's own database: rows of many streets as their cells publish them, keyed by cell and street. Everything in the three tables is
-- published already, so whoever may connect may read them; there is no tenant here and no row-level security.
create table city_street (
  street_id uuid not null,
  cell text not null,
  name jsonb not null,
  place int,
  map_column int,
  map_row int,
  seen_at timestamptz not null,
  primary key (street_id, cell)
);

create table city_figure (
  street_id uuid not null,
  cell text not null,
  measure text not null,
  month date not null,
  grp text not null,
  n bigint not null,
  of_n bigint,
  amount bigint,
  primary key (street_id, cell, measure, month, grp)
);
-- A page asks for a month of every street, or for a measure over a few months. A cell's first copy lays each street's months side by side, so a
-- month lies scattered over the table; the index alone answers, once the table was vacuumed, which here is seen to soon after new rows.
create index city_figure_month on city_figure (month, measure, grp) include (street_id, cell, n, of_n, amount);
alter table city_figure set (autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.01);

create table city_report (
  street_id uuid not null,
  cell text not null,
  month date not null,
  figures int not null,
  made_at timestamptz not null,
  primary key (street_id, cell, month)
);

grant select on city_street, city_figure, city_report to public;

-- The register of cells. The address holds the password of the role that replicates, so nobody but the owner reads it.
create table cell (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{0,30}$'),
  database_url text not null,
  added_at timestamptz not null
);
