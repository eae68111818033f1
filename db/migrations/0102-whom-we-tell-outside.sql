-- What an organisation says of telling those outside: how soon the local authority's officer is told, and whom to ring about a child.
alter table organisation_fact drop constraint organisation_fact_part_check;
alter table organisation_fact add constraint organisation_fact_part_check
  check (part in ('contact', 'lado', 'police', 'equipment', 'colour', 'logo', 'hours', 'outside'));
