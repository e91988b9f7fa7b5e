-- Holds that a person has decided (sync design §3.14). A decision is kept beside the ops it was about.
alter table held add column arrived_no bigint generated always as identity;
alter table held add column decision text not null default '' check (decision in ('', 'released', 'kept'));

-- Where the branches of a feed end that were booked by a person's word: they may still grow.
create table branch (
  bureau text not null,
  feed text not null,
  h text not null,
  n bigint not null,
  primary key (bureau, feed, h)
);
alter table branch enable row level security;
alter table branch force row level security;
create policy own_bureau on branch to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
grant select, insert, delete on branch to lad_desk;
