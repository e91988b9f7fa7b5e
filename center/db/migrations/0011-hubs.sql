-- Hubs (sync design §3.18): a county's own center keeps the books of its bureaus and ships them unchanged to the province.

-- At the province: the hubs it knows, by the key that each brought with its code.
create table hub (
  hub text primary key,
  name text not null,
  key text not null,
  state text not null default 'open' check (state in ('open', 'revoked')),
  enrolled_at timestamptz not null default now(),
  seen_at timestamptz,
  trouble text not null default ''
);
alter table enrol_code add column is_hub boolean not null default false;

-- At a hub: the province it belongs to. No row at the province itself.
create table upstream (
  one boolean primary key default true check (one),
  hub text not null,
  url text not null,
  key text not null,
  seen_at timestamptz
);

-- Who keeps a bureau's book from which point on, signed by the province. The highest number counts.
create table term (
  bureau text not null references bureau,
  no integer not null,
  key text not null,
  seq bigint not null,
  chain text not null,
  at text not null,
  sig text not null,
  primary key (bureau, no)
);

-- here: this center numbers the book. hub: a hub does, this is the copy it ships. gone: it was ours and was handed over.
alter table bureau_log add column home text not null default 'here' check (home in ('here', 'hub', 'gone'));
-- The hub that ships this book, or shipped it last.
alter table bureau_log add column hub text not null default '';
-- That hub was stolen or is mistrusted: what only its key proves waits for a person.
alter table bureau_log add column is_hub_revoked boolean not null default false;
-- At a hub: the province's last signed receipt for this book (JSON), empty before the first.
alter table bureau_log add column shipped text not null default '';

-- What the province has published, for hubs that have not asked yet: a copy's book cannot take it here.
create table published (
  id text primary key,
  facts text not null
);

do $$
declare t text;
begin
  foreach t in array array['hub', 'upstream', 'published'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy gate on %I to lad_gate using (true) with check (true)', t);
    execute format('create policy province on %I for select to lad_report using (true)', t);
    execute format('grant select on %I to lad_report', t);
    execute format('grant select, insert, update on %I to lad_gate', t);
  end loop;
end $$;

alter table term enable row level security;
alter table term force row level security;
create policy own_bureau on term to lad_desk using (bureau = current_setting('app.bureau', true)) with check (bureau = current_setting('app.bureau', true));
create policy province on term for select to lad_report using (true);
grant select on term to lad_report;
grant select, insert on term to lad_desk;
