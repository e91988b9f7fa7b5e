-- The book: bureau first in every key (sync design §3.19), exact bytes of every op, projections beside them.

create table bureau (
  bureau text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

-- The counter row of a bureau's book. Locked to commit by whoever appends: numbers appear in commit order (F35).
create table bureau_log (
  bureau text primary key references bureau,
  epoch text not null,
  seq bigint not null default 0,
  chain bytea not null,
  stable_seq bigint not null default 0
);

-- One incarnation of one desk (or of the center), its key, and where its ops end.
create table feed (
  bureau text not null references bureau,
  feed text not null,
  is_center boolean not null default false,
  desk_name text not null,
  key text not null,
  state text not null default 'open' check (state in ('open', 'frozen', 'revoked')),
  n bigint not null default 0,
  h text not null default '',
  head_seq bigint not null default 0,
  enrolled_at timestamptz not null default now(),
  seen_at timestamptz,
  unsent integer not null default 0,
  oldest_unsent_s bigint not null default 0,
  conflicts integer not null default 0,
  contested integer not null default 0,
  primary key (bureau, feed),
  unique (feed)
);

create table op (
  bureau text not null,
  seq bigint not null,
  h text not null,
  feed text not null,
  n bigint not null,
  intent text not null,
  actor text not null,
  desk text not null,
  wall text not null,
  schema integer not null,
  recv text not null,
  verdict text not null,
  chain bytea not null,
  header bytea not null,
  payload bytea not null,
  sig text not null,
  actor_sig text not null,
  primary key (bureau, seq),
  unique (bureau, h),
  unique (bureau, feed, n, h),
  foreign key (bureau, feed) references feed
);

-- The history of one record.
create table op_entity (
  bureau text not null,
  t text not null,
  id text not null,
  seq bigint not null,
  primary key (bureau, t, id, seq)
);

-- Authentic ops that wait for a person: branches of a forked feed, ops of a revoked desk.
create table held (
  bureau text not null,
  h text not null,
  feed text not null,
  n bigint not null,
  reason text not null,
  arrived_at timestamptz not null default now(),
  header bytea not null,
  payload bytea not null,
  sig text not null,
  actor_sig text not null,
  released_seq bigint,
  primary key (bureau, h)
);

-- What was refused as not authentic or not readable: a trace, never content to work with.
create table reject_log (
  bureau text not null,
  id bigint generated always as identity,
  feed text not null,
  code text not null,
  h text not null,
  bytes integer not null,
  sample bytea not null,
  at timestamptz not null default now(),
  primary key (bureau, id)
);

-- Projections: can be folded again from op at any time.
create table entity (
  bureau text not null,
  t text not null,
  id text not null,
  state text not null,
  stages jsonb not null default '{}',
  last_seq bigint not null,
  primary key (bureau, t, id)
);

create table dispute (
  bureau text not null,
  t text not null,
  id text not null,
  kind text not null check (kind in ('conflict', 'contested', 'number')),
  f text not null,
  heads text[] not null,
  opened_seq bigint not null,
  closed_seq bigint,
  primary key (bureau, t, id, kind, f, opened_seq)
);
create index dispute_open on dispute (bureau, kind) where closed_seq is null;

create table number_series (
  bureau text not null,
  series text not null,
  year integer not null,
  next bigint not null,
  primary key (bureau, series, year)
);

create table number_use (
  bureau text not null,
  series text not null,
  year integer not null,
  no bigint not null,
  h text not null,
  t text not null,
  id text not null,
  f text not null,
  primary key (bureau, series, year, no, h)
);

-- A single-use, short-lived code. Without a bureau it founds one; the first desk brings its id.
create table enrol_code (
  code_hash text primary key,
  bureau text,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by text
);

create table console_account (
  login text primary key,
  password text not null,
  created_at timestamptz not null default now()
);

create table center (
  one boolean primary key default true check (one),
  key text not null
);
