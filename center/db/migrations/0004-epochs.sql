-- Epochs (sync design §3.10): which run of the database this is, and the waiting room of ops that a restored book lost.

-- Changed at every start and from time to time, here and in a file beside the data: a database that comes back with an
-- older value was restored from a backup.
alter table center add column generation text not null default '';
grant select, update on center to lad_gate;

alter table bureau_log add column is_recovering boolean not null default false;
alter table bureau_log add column recovering_since timestamptz;

-- The epoch in which this desk has offered all it had to offer.
alter table feed add column checked_epoch text not null default '';

-- Ops that desks verified in an earlier epoch and that this book does not have: booked in their old order.
create table rescued (
  bureau text not null,
  h text not null,
  old_seq bigint not null,
  feed text not null,
  n bigint not null,
  offered_by text not null,
  arrived_at timestamptz not null default now(),
  is_placed boolean not null default false,
  header bytea not null,
  payload bytea not null,
  sig text not null,
  actor_sig text not null,
  primary key (bureau, h)
);
create index rescued_open on rescued (bureau, old_seq) where not is_placed;

alter table rescued enable row level security;
alter table rescued force row level security;
create policy own_bureau on rescued to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
create policy province on rescued for select to lad_report using (true);
grant select on rescued to lad_report;
grant select, insert, update on rescued to lad_desk;
