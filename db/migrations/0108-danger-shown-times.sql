-- Where 999 is shown oftener than anybody reads it, a row a minute says how often: nothing that was shown is lost, and nobody fills
-- the record by loading a page.
alter table danger_shown add column times integer not null default 1 check (times between 1 and 100000000);
