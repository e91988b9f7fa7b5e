-- Records that were found to be something else than their ops make of them (F77), and when they were made anew.
create table mended (
  bureau text not null,
  t text not null,
  id text not null,
  found_at timestamptz not null,
  primary key (bureau, t, id, found_at)
);
alter table mended enable row level security;
alter table mended force row level security;
create policy own_bureau on mended to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
create policy province on mended for select to lad_report using (true);
grant select on mended to lad_report;
grant select, insert on mended to lad_desk;
-- a record that no op made is none
grant delete on entity to lad_desk;
