-- Snapshots for a first load (sync design §3.9): the state of every record at one number of the book, in chunks named by
-- their content. Made anew at any time; never the only place where anything is.
create table snapshot (
  bureau text not null,
  epoch text not null,
  seq bigint not null,
  fold integer not null,
  chunks text[] not null,
  manifest text not null,
  sig text not null,
  made_no bigint generated always as identity,
  primary key (bureau, epoch, seq, fold)
);

create table snapshot_chunk (
  bureau text not null,
  id text not null,
  packed bytea not null,
  primary key (bureau, id)
);

alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy own_bureau on snapshot to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
grant select, insert, delete on snapshot to lad_desk;

alter table snapshot_chunk enable row level security;
alter table snapshot_chunk force row level security;
create policy own_bureau on snapshot_chunk to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
grant select, insert, delete on snapshot_chunk to lad_desk;
