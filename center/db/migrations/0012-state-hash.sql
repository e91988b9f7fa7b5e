-- A desk whose state of the book has another hash than ours at the same chain value (F60): since when, and where in the book.
alter table feed add column differs_seq bigint;
alter table feed add column differs_at timestamptz;
