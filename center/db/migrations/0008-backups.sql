-- Verified backups (sync design §3.10): how far the last file in each place reaches. What two places cover is stable.
create table backup (
  bureau text not null references bureau,
  place text not null,
  epoch text not null,
  seq bigint not null,
  chain bytea not null,
  verified_at timestamptz not null,
  primary key (bureau, place)
);
alter table backup enable row level security;
alter table backup force row level security;
create policy own_bureau on backup to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
create policy province on backup for select to lad_report using (true);
grant select on backup to lad_report;
grant select, insert, update on backup to lad_desk;

-- The highest number that desks had been told is stable and that a restored book does not reach: a declared disaster.
alter table bureau_log add column lost_stable bigint not null default 0;
