-- What is kept outside the book loses its content with the record it is about (F79, I39): a held op whose payload was
-- destroyed, and an offered one that came without it because it was booked as being about a destroyed record.
alter table held add column is_erased boolean not null default false;
alter table rescued add column is_destroyed boolean not null default false;
