-- The chunks of attachments in the places of backups: which lie there, and when they were last read back as what they are.
create table backup_chunk (
  bureau text not null,
  place text not null,
  chunk text not null,
  verified_at timestamptz not null,
  primary key (bureau, place, chunk)
);
alter table backup_chunk enable row level security;
alter table backup_chunk force row level security;
create policy own_bureau on backup_chunk to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
grant select, insert, update, delete on backup_chunk to lad_desk;

-- Since when two places, on two disks, have all chunks of an attachment; null while they have not.
alter table blob add column stable_at timestamptz;
create policy province on blob for select to lad_report using (true);
grant select (bureau, completed_at, stable_at) on blob to lad_report;
