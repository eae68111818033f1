-- That letters cannot be handed over, and since when: one row while it is so. It is of the whole machine, of no agency, and says
-- nothing of any letter.
create table mail_stopped (
  one boolean primary key default true check (one),
  since timestamptz not null,
  -- Nobody answers where mail is handed over; or somebody does, and takes none.
  why text not null check (why in ('unreachable', 'refused'))
);
grant select, insert, update, delete on mail_stopped to lanyard_app;
