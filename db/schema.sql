-- The shape of the database after every migration, to be read and compared: npm run schema writes it, a test holds it
-- against the migrations. Nobody runs it.

create schema auth;
grant usage on schema auth to lanyard_app;

create schema public;
grant usage on schema public to lanyard_app;
grant usage on schema public to public;

CREATE OR REPLACE FUNCTION public.about_now(vault uuid, concern uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ARRAY( SELECT DISTINCT one.one
            FROM public.concern c,
             LATERAL unnest(c.about) one(one)
           WHERE ((c.agency_id = about_now.vault) AND (c.id = about_now.concern))
         UNION
          SELECT one.one
            FROM public.concern_subject s,
             LATERAL unnest(s.about) one(one)
           WHERE ((s.agency_id = about_now.vault) AND (s.concern_id = about_now.concern))) AS "array";
END
;

CREATE OR REPLACE FUNCTION public.action_is_a_readers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if is_subject(new.agency_id, new.concern_id, new.owner_id) or not exists (
      select from concern c where c.agency_id = new.agency_id and c.id = new.concern_id
        and (new.owner_id = any (c.heard_by) or exists (select from concern_reader r
          where r.agency_id = c.agency_id and r.concern_id = c.id and r.person_id = new.owner_id))) then
    raise exception 'what is to be done is done by somebody who reads it' using errcode = 'LY089';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.agencies_here()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT agency.id
    FROM public.agency
   WHERE (agency.kind <> 'vault'::text)
   ORDER BY agency.id;
END
;
grant execute on function public.agencies_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.agencies_pending()
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id
    FROM public.agency a
   WHERE (EXISTS ( SELECT
            FROM public.entry_pending p
           WHERE (p.agency_id = a.id)));
END
;
grant execute on function public.agencies_pending() to lanyard_app;

CREATE OR REPLACE FUNCTION public.agencies_with_claims(before timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT DISTINCT delivery.agency_id
    FROM public.delivery
   WHERE ((delivery.state = 'claimed'::text) AND (delivery.changed_at <= agencies_with_claims.before));
END
;
grant execute on function public.agencies_with_claims(timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.agency_by_slug(wanted text)
 RETURNS TABLE(id uuid, slug text, name text, board_slug text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id,
     a.slug,
     a.name,
     b.slug
    FROM (public.agency a
      LEFT JOIN public.agency b ON ((b.id = a.board_id)))
   WHERE ((a.slug = agency_by_slug.wanted) AND (a.kind <> 'vault'::text));
END
;
grant execute on function public.agency_by_slug(text) to lanyard_app;

CREATE OR REPLACE FUNCTION public.agency_has_a_vault()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into agency (id, board_id, kind, slug, name, home_id)
  values (gen_random_uuid(), coalesce(new.board_id, new.id), 'vault', new.slug || '-vault', new.name, new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.agency_of_delivery(wanted uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.agency_id
    FROM public.delivery d
   WHERE (d.id = agency_of_delivery.wanted);
END
;
grant execute on function public.agency_of_delivery(uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.agency_of_strangers()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id
    FROM (public.agency a
      LEFT JOIN LATERAL ( SELECT max(d.made_at) AS at
            FROM public.delivery d
           WHERE ((d.agency_id = a.id) AND (d.channel = 'text'::text))) last ON (true))
   WHERE (a.kind = 'member'::text)
   ORDER BY last.at DESC NULLS LAST, a.slug
  LIMIT 1;
END
;
grant execute on function public.agency_of_strangers() to lanyard_app;

CREATE OR REPLACE FUNCTION public.agreement_age_of(agency uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select a.age from agreement_age a where a.agency_id = agency order by a.set_at desc, a.id desc limit 1), 16)
$function$
;

CREATE OR REPLACE FUNCTION public.agreement_is_theirs_to_give()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare born date; newest timestamptz;
begin
  select p.born_on into born from person p where p.agency_id = new.agency_id and p.id = new.child_id
    and p.kind = 'child' for no key update;
  if not found then
    raise exception 'agreement % is about nobody who is asked for it', new.id using errcode = 'LY060';
  end if;
  if new.given_by = new.child_id then
    if new.answer = 'yes' and not is_adult_at_risk(new.agency_id, new.child_id)
        and coalesce(born + make_interval(years => agreement_age_of(new.agency_id)) > new.given_on, true) then
      raise exception 'agreement %: % is too young to agree for themselves', new.id, new.child_id using errcode = 'LY060';
    end if;
  elsif not exists (select from family_tie t where t.agency_id = new.agency_id and t.child_id = new.child_id
      and t.parent_id = new.given_by and t.until is null) then
    raise exception 'agreement %: % is no parent or carer of %', new.id, new.given_by, new.child_id using errcode = 'LY060';
  end if;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id = new.child_id and left_at is null)
    order by c.id for update;
  select max(a.at) into newest from agreement a where a.agency_id = new.agency_id and a.child_id = new.child_id
    and a.channel = new.channel and a.given_by = new.given_by;
  if newest >= new.at then
    raise exception 'agreement %: something newer was said', new.id using errcode = 'LY059';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.answers_for(agency uuid, manager uuid, worker uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  with recursive above(id, depth) as (
    select p.manager_id, 1 from person p where p.agency_id = agency and p.id = worker
    union all
    select p.manager_id, a.depth + 1 from above a join person p on p.agency_id = agency and p.id = a.id
      where a.depth < 30)
  select exists (
    select from role_grant g join person m on m.agency_id = g.agency_id and m.id = g.person_id and m.left_at is null
    where g.agency_id = agency and g.person_id = manager and g.ended_at is null
      and (g.role in ('designated-person', 'deputy-designated-person')
        or g.role in ('manager', 'senior-manager') and manager in (select a.id from above a)));
$function$
;

CREATE OR REPLACE FUNCTION public.approval_is_made_of_what_was_read()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.made_of is not null and not exists (
    select from policy_draft_step s join policy_draft_revision r
      on r.agency_id = s.agency_id and r.draft_id = s.draft_id and r.number = s.revision
    where s.agency_id = new.agency_id and s.draft_id = new.draft_id and s.step = 'approved'
      and s.person_id = new.approved_by and r.made_of = new.made_of) then
    raise exception 'version % is not made of what draft % was approved as', new.version_id, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.approval_is_of_its_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from policy_draft d
      join policy_draft_step s on s.agency_id = d.agency_id and s.draft_id = d.id and s.step = 'approved'
      join policy_version v on v.agency_id = d.agency_id and v.policy_id = d.policy_id and v.text = s.text
      join policy_draft_revision r on r.agency_id = d.agency_id and r.draft_id = d.id and r.wrote
    where d.agency_id = new.agency_id and d.id = new.draft_id and d.policy_id = new.policy_id
      and v.id = new.version_id and s.person_id = new.approved_by and s.effective_on = new.effective_on
      and r.saved_by = new.written_by
      and s.number = (select max(l.number) from policy_draft_step l
        where l.agency_id = d.agency_id and l.draft_id = d.id and l.step <> 'published')) then
    raise exception 'version % is not what draft % was approved as', new.version_id, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.approver_wrote_none_of_it()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.step = 'approved' and exists (
    select from policy_draft_revision r where r.agency_id = new.agency_id and r.draft_id = new.draft_id
      and r.wrote and r.saved_by = new.person_id) then
    raise exception 'draft % cannot be approved by %, who wrote some of it', new.draft_id, new.person_id
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.arrival_is_decided_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.from_address is null and new.to_address is null
      and to_jsonb(new) - 'from_address' - 'to_address' = to_jsonb(old) - 'from_address' - 'to_address' then
    return new;
  end if;
  if old.outcome <> 'held' or new.outcome not in ('message', 'set-aside') then
    raise exception 'arrival %: only what is held is decided, and once', new.id using errcode = 'LY061';
  end if;
  if new.decided_by is distinct from current_person() then
    raise exception 'arrival %: it is decided by whoever acts, and by nobody for another', new.id using errcode = 'LY061';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.board_staff_names()
 RETURNS TABLE(id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.id,
     p.name
    FROM (public.agency home
      JOIN public.person p ON ((p.agency_id = home.board_id)))
   WHERE ((home.id = public.current_agency()) AND (p.kind = 'staff'::text));
END
;
grant execute on function public.board_staff_names() to lanyard_app;

CREATE OR REPLACE FUNCTION public.call_with_child_has_second_adult()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare other text;
begin
  select kind into other from person p where p.agency_id = new.agency_id and p.id = new.with_id for key share;
  if other is distinct from 'child' and other is distinct from 'parent' then
    raise exception 'call %: it was not with somebody of a family', new.id using errcode = 'LY001';
  end if;
  if other = 'child' and not exists (select from person p where p.agency_id = new.agency_id and p.id = new.second_id
      and p.kind = 'staff' and p.left_at is null) then
    raise exception 'call %: it was with a child, and no second adult is named', new.id using errcode = 'LY002';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.childs_number_is_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare today date[] := array[(now() at time zone 'Europe/London')::date];
begin
  if not is_agreed(new.agency_id, new.id, 'text', today) and not is_agreed(new.agency_id, new.id, 'call', today) then
    raise exception 'person %: nobody has agreed to texts to a child or calls with them', new.id using errcode = 'LY006';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.closing_takes_two()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare of_adult boolean; last_step text; last_by uuid; asked timestamptz;
begin
  if new.step not in ('close-asked', 'closed', 'reopened') then
    return new;
  end if;
  select is_of_adult(about, what, facts) or cardinality(subjects) > 0 or exists (select from concern_subject s
      where s.agency_id = c.agency_id and s.concern_id = c.id)
    into of_adult from concern c where agency_id = new.agency_id and id = new.concern_id for no key update;
  select step, taken_by, taken_at into last_step, last_by, asked from concern_step
    where agency_id = new.agency_id and concern_id = new.concern_id and step in ('close-asked', 'closed', 'reopened')
    order by taken_at desc, id desc limit 1;
  -- What is closed is opened again, or asked for to be kept open; and nothing else is.
  if coalesce(last_step, 'reopened') = (case when new.step = 'reopened' then 'reopened' else 'closed' end) then
    raise exception 'it stands otherwise' using errcode = 'LY089';
  end if;
  if new.step <> 'reopened' and exists (select from duty d where d.agency_id = new.agency_id and d.kind = 'tell-lado'
      and d.about_id = new.concern_id and d.closed_at is null) then
    raise exception 'whether the officer outside is told is not decided' using errcode = 'LY089';
  end if;
  if new.step = 'closed' and of_adult then
    if last_step is distinct from 'close-asked' or new.taken_by is null or last_by is null or last_by = new.taken_by then
      raise exception 'a second person closes it' using errcode = 'LY089';
    end if;
    if not exists (select from concern_step s where s.agency_id = new.agency_id and s.concern_id = new.concern_id
        and s.step = 'opened' and s.taken_by = new.taken_by and s.taken_at >= asked) then
      raise exception 'a second person reads it before they close it' using errcode = 'LY089';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.comes_to_what_is_there()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id and report is not null for no key update;
  if not found then
    raise exception 'this concern was erased' using errcode = 'LY098';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.concern_by_locator(wanted bytea)
 RETURNS TABLE(agency_id uuid, home_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.agency_id,
     a.home_id,
     c.id
    FROM (public.concern c
      JOIN public.agency a ON ((a.id = c.agency_id)))
   WHERE (c.locator = concern_by_locator.wanted);
END
;
grant execute on function public.concern_by_locator(bytea) to lanyard_app;

CREATE OR REPLACE FUNCTION public.concern_copies_go(vault uuid, concern uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if to_regclass('public.concern_export_body') is not null then
    delete from concern_export_body b using concern_export e
      where b.agency_id = vault and e.agency_id = vault and e.id = b.export_id and concern = any (e.concerns);
  end if;
  if to_regclass('public.concern_transfer_content') is not null then
    delete from concern_transfer_content x using concern_transfer t, concern_export e
      where x.agency_id = vault and t.agency_id = vault and t.id = x.transfer_id and e.agency_id = vault
        and e.id = t.export_id and concern = any (e.concerns);
  end if;
  if to_regclass('public.concern_document_waiting') is not null then
    delete from concern_document_waiting w where w.agency_id = vault and w.concern_id = concern;
    delete from concern_document_part p where p.agency_id = vault and p.concern_id = concern;
  end if;
end $function$
;

CREATE OR REPLACE FUNCTION public.concern_is_held(vault uuid, concern uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (COALESCE(( SELECT (s.step = 'held'::text)
            FROM public.concern_step s
           WHERE ((s.agency_id = concern_is_held.vault) AND (s.concern_id = concern_is_held.concern) AND (s.step = ANY (ARRAY['held'::text, 'released'::text])))
           ORDER BY s.taken_at DESC, s.id DESC
          LIMIT 1), false) OR (EXISTS ( SELECT
            FROM ((public.agency v
              JOIN public.erasing_hold h ON (((h.agency_id = v.home_id) AND (h.person_id IS NOT NULL))))
              JOIN LATERAL ( SELECT c.reported_by AS person
                    FROM public.concern c
                   WHERE ((c.agency_id = concern_is_held.vault) AND (c.id = concern_is_held.concern))
                 UNION
                  SELECT unnest(c.subjects) AS unnest
                    FROM public.concern c
                   WHERE ((c.agency_id = concern_is_held.vault) AND (c.id = concern_is_held.concern))
                 UNION
                  SELECT s.person_id
                    FROM public.concern_subject s
                   WHERE ((s.agency_id = concern_is_held.vault) AND (s.concern_id = concern_is_held.concern))
                 UNION
                  SELECT l.person_id
                    FROM public.concern_link l
                   WHERE ((l.agency_id = concern_is_held.vault) AND (l.concern_id = concern_is_held.concern))) touched ON (((touched.person = h.person_id) OR (EXISTS ( SELECT
                    FROM public.family_tie t
                   WHERE ((t.agency_id = h.agency_id) AND (t.child_id = h.person_id) AND (t.parent_id = touched.person)))))))
           WHERE ((v.id = concern_is_held.vault) AND (NOT (EXISTS ( SELECT
                    FROM public.erasing_hold_step x
                   WHERE ((x.agency_id = h.agency_id) AND (x.hold_id = h.id) AND (x.step = 'lifted'::text)))))))));
END
;

CREATE OR REPLACE FUNCTION public.concern_is_listed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into concern_listed (agency_id, person_id, at, concern_id)
    select new.agency_id, person, new.reported_at, new.id from unnest(new.heard_by) person;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.concerns_erased()
 RETURNS TABLE(id uuid, reported_at timestamp with time zone, erased_at timestamp with time zone, ground text, asked_by uuid, erased_by uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     c.reported_at,
     e.taken_at,
     e.reason,
     a.taken_by,
     e.taken_by
    FROM ((public.concern_step e
      JOIN public.concern c ON (((c.agency_id = e.agency_id) AND (c.id = e.concern_id))))
      JOIN LATERAL ( SELECT s.taken_by
            FROM public.concern_step s
           WHERE ((s.agency_id = e.agency_id) AND (s.concern_id = e.concern_id) AND (s.step = 'erase-asked'::text))
           ORDER BY s.taken_at DESC, s.id DESC
          LIMIT 1) a ON (true))
   WHERE ((e.agency_id = public.current_agency()) AND (e.step = 'erased'::text) AND ((public.current_person() = a.taken_by) OR (public.current_person() = e.taken_by)))
   ORDER BY e.taken_at DESC
  LIMIT 100;
END
;
grant execute on function public.concerns_erased() to lanyard_app;

CREATE OR REPLACE FUNCTION public.concerns_kept(child_months integer, adult_months integer, low_months integer, which uuid[])
 RETURNS TABLE(id uuid, kind text, closed_at timestamp with time zone, due_at timestamp with time zone, held boolean, held_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH closed AS (
          SELECT c.agency_id,
             c.id,
             c.what,
             c.about,
             c.facts,
             c.came_by,
             c.reported_by,
             c.reported_at,
             c.heard_by,
             c.subjects,
             c.recipient,
             c.keys,
             c.report,
             c.commitment,
             c.locator,
             c.reporter_recipient,
             c.reporter_key,
             c.draft_key,
             c.entry_id,
             c.within_reach,
             c.left_out,
             v.home_id,
             last.taken_at AS closed_at,
             (public.is_of_adult(c.about, c.what, c.facts) OR (cardinality(c.subjects) > 0) OR (EXISTS ( SELECT
                    FROM public.concern_subject s
                   WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.why = 'named'::text))))) AS of_adult,
             ((c.facts ->> 'lowLevel'::text) = 'yes'::text) AS low
            FROM ((public.concern c
              JOIN public.agency v ON ((v.id = c.agency_id)))
              JOIN LATERAL ( SELECT s.step,
                     s.taken_at
                    FROM public.concern_step s
                   WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.step = ANY (ARRAY['closed'::text, 'reopened'::text])))
                   ORDER BY s.taken_at DESC, s.id DESC
                  LIMIT 1) last ON ((last.step = 'closed'::text)))
           WHERE ((c.agency_id = public.current_agency()) AND (c.report IS NOT NULL) AND ((concerns_kept.which IS NULL) OR (c.id = ANY (concerns_kept.which))) AND public.reads_concern(c.agency_id, c.id))
         ), dated AS (
          SELECT c.agency_id,
             c.id,
             c.what,
             c.about,
             c.facts,
             c.came_by,
             c.reported_by,
             c.reported_at,
             c.heard_by,
             c.subjects,
             c.recipient,
             c.keys,
             c.report,
             c.commitment,
             c.locator,
             c.reporter_recipient,
             c.reporter_key,
             c.draft_key,
             c.entry_id,
             c.within_reach,
             c.left_out,
             c.home_id,
             c.closed_at,
             c.of_adult,
             c.low,
             ( SELECT max(COALESCE(((p.born_on)::timestamp with time zone + '18 years'::interval), (c.closed_at + '18 years'::interval))) AS max
                    FROM (public.concern_link l
                      JOIN public.person p ON (((p.agency_id = c.home_id) AND (p.id = l.person_id))))
                   WHERE ((l.agency_id = c.agency_id) AND (l.concern_id = c.id) AND (l.part = 'child'::text))) AS grown,
             adults.pension,
             adults.here,
             adults.gone
            FROM (closed c
              CROSS JOIN LATERAL ( SELECT max(COALESCE(((p.born_on)::timestamp with time zone + '68 years'::interval), (c.closed_at + '52 years'::interval))) AS pension,
                     COALESCE(bool_or((p.left_at IS NULL)), false) AS here,
                     max(p.left_at) AS gone
                    FROM public.person p
                   WHERE ((p.agency_id = c.home_id) AND (p.id IN ( SELECT unnest(c.subjects) AS unnest
                         UNION
                          SELECT s.person_id
                            FROM public.concern_subject s
                           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.why = 'named'::text)))))) adults)
         )
  SELECT d.id,
         CASE
             WHEN (d.of_adult AND d.low) THEN 'concern-low-level'::text
             WHEN d.of_adult THEN 'concern-adult'::text
             ELSE 'concern-child'::text
         END AS "case",
     d.closed_at,
         CASE
             WHEN (d.of_adult AND d.low AND d.here) THEN NULL::timestamp with time zone
             WHEN (d.of_adult AND d.low AND (d.gone IS NOT NULL)) THEN (GREATEST(d.closed_at, d.gone) + make_interval(months => concerns_kept.low_months))
             WHEN d.of_adult THEN GREATEST((d.closed_at + make_interval(months => concerns_kept.adult_months)), COALESCE(d.pension, (d.closed_at + '52 years'::interval)), (GREATEST(d.closed_at, d.grown) + make_interval(months => concerns_kept.child_months)))
             ELSE (GREATEST(d.closed_at, COALESCE(d.grown, (d.closed_at + '18 years'::interval))) + make_interval(months => concerns_kept.child_months))
         END AS "case",
     public.concern_is_held(d.agency_id, d.id) AS concern_is_held,
     ( SELECT max(s.taken_at) AS max
            FROM public.concern_step s
           WHERE ((s.agency_id = d.agency_id) AND (s.concern_id = d.id) AND (s.step = 'held'::text))) AS max
    FROM dated d;
END
;
grant execute on function public.concerns_kept(integer,integer,integer,uuid[]) to lanyard_app;

CREATE OR REPLACE FUNCTION public.concerns_taken_here()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.concern_switch
           WHERE (concern_switch.agency_id = ( SELECT agency.id
                    FROM public.agency
                   WHERE (agency.home_id = public.current_agency()))))) AS "exists";
END
;
grant execute on function public.concerns_taken_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.concerns_to_hand_over(taker uuid)
 RETURNS TABLE(id uuid, about text[], keys bytea[], open boolean, alone boolean, theirs boolean, barred boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     public.about_now(c.agency_id, c.id) AS about_now,
     (c.keys || ARRAY( SELECT r.key
            FROM public.concern_reader r
           WHERE ((r.agency_id = c.agency_id) AND (r.concern_id = c.id) AND (r.person_id = public.current_person()) AND (r.key IS NOT NULL)))),
     (COALESCE(( SELECT s.step
            FROM public.concern_step s
           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.step = ANY (ARRAY['closed'::text, 'reopened'::text])))
           ORDER BY s.taken_at DESC, s.id DESC
          LIMIT 1), 'open'::text) <> 'closed'::text),
     (alone.id IS NOT NULL),
     ((EXISTS ( SELECT
            FROM public.concern_reader r
           WHERE ((r.agency_id = c.agency_id) AND (r.concern_id = c.id) AND (r.person_id = concerns_to_hand_over.taker)))) OR ((concerns_to_hand_over.taker = ANY (c.heard_by)) AND (EXISTS ( SELECT
            FROM public.openers_here(v.home_id) o(person_id, since)
           WHERE ((o.person_id = concerns_to_hand_over.taker) AND public.key_opens(c.agency_id, c.id, concerns_to_hand_over.taker, o.since)))))),
     (public.is_subject(c.agency_id, c.id, concerns_to_hand_over.taker) OR public.is_left_out(c.agency_id, c.id, concerns_to_hand_over.taker))
    FROM ((public.agency v
      JOIN public.concern c ON (((c.agency_id = v.id) AND (c.report IS NOT NULL))))
      LEFT JOIN LATERAL public.opened_by_nobody_else(v.home_id, public.current_person()) alone(id) ON ((alone.id = c.id)))
   WHERE ((v.id = public.current_agency()) AND (v.home_id IS NOT NULL) AND (public.current_person() IS NOT NULL) AND ((alone.id IS NOT NULL) OR public.reads_concern(c.agency_id, c.id)))
   ORDER BY (alone.id IS NULL), c.reported_at;
END
;
grant execute on function public.concerns_to_hand_over(uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.concerns_to_take_over()
 RETURNS TABLE(id uuid, about text[], keys bytea[], open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     public.about_now(c.agency_id, c.id) AS about_now,
     (c.keys || ARRAY( SELECT r.key
            FROM public.concern_reader r
           WHERE ((r.agency_id = c.agency_id) AND (r.concern_id = c.id) AND (r.key IS NOT NULL)))),
     (COALESCE(( SELECT s.step
            FROM public.concern_step s
           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.step = ANY (ARRAY['closed'::text, 'reopened'::text])))
           ORDER BY s.taken_at DESC, s.id DESC
          LIMIT 1), 'open'::text) <> 'closed'::text)
    FROM public.concern c
   WHERE ((c.agency_id = public.current_agency()) AND (c.report IS NOT NULL) AND (public.current_person() IS NOT NULL) AND (NOT (EXISTS ( SELECT
            FROM public.concern_reader r
           WHERE ((r.agency_id = c.agency_id) AND (r.concern_id = c.id) AND (r.person_id = public.current_person()))))) AND (public.current_person() <> ALL (c.heard_by)) AND public.followed_into(c.agency_id, c.id))
   ORDER BY c.reported_at;
END
;
grant execute on function public.concerns_to_take_over() to lanyard_app;

CREATE OR REPLACE FUNCTION public.concerns_within_reach()
 RETURNS TABLE(id uuid, reported_at timestamp with time zone, opened_at timestamp with time zone, recipient text, keys bytea)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     c.reported_at,
     ( SELECT min(s.taken_at) AS min
            FROM public.concern_step s
           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.step = 'opened'::text))) AS min,
     c.recipient,
     c.keys
    FROM public.concern c
   WHERE ((c.agency_id = public.current_agency()) AND (public.current_person() = ANY (c.within_reach)) AND (public.current_person() <> ALL (c.heard_by)) AND (NOT public.is_subject(c.agency_id, c.id, public.current_person())) AND (NOT (EXISTS ( SELECT
            FROM public.concern_reader r
           WHERE ((r.agency_id = c.agency_id) AND (r.concern_id = c.id) AND (r.person_id = public.current_person()))))) AND (COALESCE(( SELECT s.step
            FROM public.concern_step s
           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.step = ANY (ARRAY['closed'::text, 'reopened'::text])))
           ORDER BY s.taken_at DESC, s.id DESC
          LIMIT 1), 'open'::text) <> 'closed'::text))
   ORDER BY c.reported_at DESC
  LIMIT 50;
END
;
grant execute on function public.concerns_within_reach() to lanyard_app;

CREATE OR REPLACE FUNCTION public.conversation_ends()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for update;
  update conversation set ended_at = new.ended_at where agency_id = new.agency_id and id = new.conversation_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.conversation_is_listed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into conversation_newest (agency_id, conversation_id, newest) values (new.agency_id, new.id, new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.current_agency()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('lanyard.agency'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('lanyard.person'::text, true), ''::text))::uuid
;

CREATE OR REPLACE FUNCTION public.day_number(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (floor((EXTRACT(epoch FROM at) / (86400)::numeric)))::integer
;

CREATE OR REPLACE FUNCTION public.delivery_by_reference(kind text, wanted text)
 RETURNS TABLE(agency_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT d.agency_id,
     d.id
    FROM public.delivery d
   WHERE ((d.channel = delivery_by_reference.kind) AND (d.reference = delivery_by_reference.wanted));
END
;
grant execute on function public.delivery_by_reference(text,text) to lanyard_app;

CREATE OR REPLACE FUNCTION public.delivery_goes_on()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state is distinct from new.state and not (old.state || ' ' || new.state) = any (array[
    'queued claimed', 'queued failed', 'claimed handed-over', 'claimed queued', 'claimed failed', 'claimed unsure',
    'claimed delivered', 'claimed returned', 'unsure handed-over', 'unsure queued', 'unsure failed', 'unsure delivered',
    'unsure returned', 'handed-over delivered', 'handed-over returned', 'handed-over failed', 'delivered returned',
    'failed queued', 'returned queued', 'failed delivered']) then
    raise exception 'delivery %: % does not become %', new.id, old.state, new.state using errcode = 'LY061';
  end if;
  if new.attempts - old.attempts <> (case when new.state = 'claimed' and old.state <> 'claimed' then 1 else 0 end) then
    raise exception 'delivery %: each claim is counted, and nothing else', new.id using errcode = 'LY061';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.delivery_is_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare kind text; agreed boolean;
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  -- A statement of its own: what is asked is asked once the lock is had, and not as it was before the wait.
  select p.kind into kind from person p where p.agency_id = new.agency_id and p.id = new.person_id;
  if kind = 'child' then
    select is_agreed(new.agency_id, new.person_id, new.channel, array[(now() at time zone 'Europe/London')::date])
      into agreed;
    if agreed is not true then
      raise exception 'delivery %: nobody has agreed to contact with the child in this way, or somebody says no', new.id
        using errcode = 'LY006';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.detail_is_opened_by_a_manager()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.person_id is distinct from current_person() then
    raise exception 'detail_opening: nobody opens in another''s name' using errcode = 'check_violation';
  end if;
  if not exists (select from message m join participant p on p.agency_id = m.agency_id
      and p.conversation_id = m.conversation_id and p.part in ('worker', 'second-adult')
      where m.agency_id = new.agency_id and m.id = new.message_id
        and answers_for(new.agency_id, new.person_id, p.person_id)) then
    raise exception 'detail_opening: % answers for nobody who is there', new.person_id using errcode = 'LY056';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.document_goes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from concern_document_part p using concern_document d
    where d.agency_id = new.agency_id and d.entry_id = new.id
      and p.agency_id = d.agency_id and p.document_id = d.id;
  update concern_document set about = null, commitment = null where agency_id = new.agency_id and entry_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.document_is_whole()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if (select sum(length(p.sealed)) from concern_document_part p
      where p.agency_id = new.agency_id and p.document_id = new.id and p.concern_id = new.concern_id)
      is distinct from new.size then
    raise exception 'document %: its parts are not all of it', new.id using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.documents_are_few()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  if (select count(*) from concern_document d where d.agency_id = new.agency_id and d.concern_id = new.concern_id)
    + (select count(*) from concern_document_waiting w where w.agency_id = new.agency_id and w.concern_id = new.concern_id)
      >= 60 then
    raise exception 'a concern has 60 documents at most' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.draft_is_open_to_this()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare newest text;
begin
  perform from policy p join policy_draft d on d.agency_id = p.agency_id and d.policy_id = p.id
    where d.agency_id = new.agency_id and d.id = new.draft_id for no key update of p;
  select s.step into newest from policy_draft_step s
    where s.agency_id = new.agency_id and s.draft_id = new.draft_id order by s.number desc limit 1;
  if newest in ('approved', 'published', 'dropped') or (new.wrote and newest = 'asked') then
    -- As for a number that is taken: it is tried once more, and meets what stands.
    raise exception 'draft % takes no saving now: it is %', new.draft_id, newest using errcode = 'unique_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.duty_is_owed_by_somebody_here()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from person p where p.agency_id = new.agency_id and p.id = new.person_id)
    and not exists (select from agency v join person p on p.agency_id = v.home_id and p.id = new.person_id
      where v.id = new.agency_id) then
    raise exception 'a duty is owed by somebody of its agency' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.e164(typed text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select case when whole ~ '^\+[1-9][0-9]{7,14}$' then whole end
  from (select regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(typed,
      '[^0-9+]', '', 'g'), '^00', '+'), '^0', '+44'), '^44(?=[0-9]{10}$)', '+44'), '^\+440', '+44') as whole) as read
$function$
;

CREATE OR REPLACE FUNCTION public.enqueue(task text, payload json, key text DEFAULT NULL::text, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => 12);
end $function$
;
grant execute on function public.enqueue(text,json,text,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.enqueue_together(task text, payloads json[], keys text[])
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  slot constant bigint := floor(extract(epoch from clock_timestamp()) / 5);
begin
  perform graphile_worker.add_job(task, asked.payload, job_key => asked.key || '@' || slot, max_attempts => 12,
      run_at => to_timestamp(slot * 5 + 6), job_key_mode => 'preserve_run_at')
    from unnest(payloads, keys) asked(payload, key)
    where not exists (select from graphile_worker._private_jobs waits where waits.key = asked.key || '@' || slot);
  return true;
end $function$
;
grant execute on function public.enqueue_together(text,json[],text[]) to lanyard_app;

CREATE OR REPLACE FUNCTION public.erasing_held_by(agency uuid, what text, thing uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  touched uuid[];
begin
  if not exists (select from erasing_hold h where h.agency_id = agency and not exists (select from erasing_hold_step s
      where s.agency_id = h.agency_id and s.hold_id = h.id and s.step = 'lifted')) then
    return null;
  end if;
  touched := erasing_touches(agency, what, thing);
  return (select h.id from erasing_hold h where h.agency_id = agency
    and not exists (select from erasing_hold_step s
      where s.agency_id = h.agency_id and s.hold_id = h.id and s.step = 'lifted')
    and (h.conversation_id = any (touched) or h.person_id = any (touched)
      or exists (select from family_tie t where t.agency_id = h.agency_id and t.child_id = h.person_id
        and t.parent_id = any (touched)))
    order by h.placed_at, h.id limit 1);
end $function$
;

CREATE OR REPLACE FUNCTION public.erasing_touches(agency uuid, what text, thing uuid)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  inside uuid;
  whom uuid[] := array[]::uuid[];
begin
  case
    when what in ('message.sent', 'detail.opened') then
      select m.conversation_id into inside from message m where m.agency_id = agency and m.id = thing;
    when what in ('message.marked', 'message.looked-at') then
      select m.conversation_id into inside from message_mark k
        join message m on m.agency_id = k.agency_id and m.id = k.message_id
        where k.agency_id = agency and k.id = thing;
    when what = 'message.waits' or what like 'waiting-message.%' then
      select w.conversation_id into inside from waiting_message w where w.agency_id = agency and w.id = thing;
    when what in ('words.kept', 'kept-words.answered') then
      select k.conversation_id, array[k.author_id, k.worker_id] into inside, whom
        from kept_words k where k.agency_id = agency and k.id = thing;
    when what = 'words.opened' then
      select coalesce(k.conversation_id, a.conversation_id), array[o.person_id, k.author_id, k.worker_id, a.person_id]
        into inside, whom from words_opening o
        left join kept_words k on o.about_kind = 'kept-words' and k.agency_id = o.agency_id and k.id = o.about_id
        left join arrival a on o.about_kind = 'arrival' and a.agency_id = o.agency_id and a.id = o.about_id
        where o.agency_id = agency and o.id = thing;
    when what in ('conversation.opened', 'conversation.ended') then
      inside := thing;
    when what = 'worry.raised' then
      select w.conversation_id, array[w.raised_by] into inside, whom
        from worry w where w.agency_id = agency and w.id = thing;
    when what = 'worry.answered' then
      select w.conversation_id, array[w.raised_by, a.answered_by] into inside, whom from worry_answer a
        join worry w on w.agency_id = a.agency_id and w.id = a.worry_id where a.agency_id = agency and a.id = thing;
    when what like 'review.%' then
      select r.conversation_id, array[r.worker_id, r.reviewer_id] into inside, whom
        from review r where r.agency_id = agency and r.id = thing;
    when what like 'call.%' then
      select array[c.with_id, c.logged_by, c.second_id] into whom
        from phone_call c where c.agency_id = agency and c.id = thing;
    when what = 'number.opened' then
      select array[o.person_id, o.opened_by] into whom from number_opening o where o.agency_id = agency and o.id = thing;
    when what = 'approach.told' then
      select array[a.told_by, a.person_id] into whom from approach a where a.agency_id = agency and a.id = thing;
    when what = 'approach.answered' then
      select array[a.told_by, a.person_id, n.answered_by] into whom from approach_answer n
        join approach a on a.agency_id = n.agency_id and a.id = n.approach_id where n.agency_id = agency and n.id = thing;
    when what = 'personal-link.declared' then
      select array[l.declared_by, l.person_id] into whom from personal_link l where l.agency_id = agency and l.id = thing;
    when what = 'personal-link.decided' then
      select array[l.declared_by, l.person_id, d.decided_by] into whom from personal_link_decision d
        join personal_link l on l.agency_id = d.agency_id and l.id = d.link_id where d.agency_id = agency and d.id = thing;
    when what = 'notice.written' then
      select n.recipients || n.written_by || n.second_id into whom
        from notice n where n.agency_id = agency and n.id = thing;
    when what like 'arrival.%' then
      select a.conversation_id, array[a.person_id] into inside, whom
        from arrival a where a.agency_id = agency and a.id = thing;
    when what like 'work.%' then
      select array[l.staff_id, l.child_id] into whom from work_link l where l.agency_id = agency and l.id = thing;
    else
      whom := array[thing];
  end case;
  if inside is not null then
    whom := whom || inside || coalesce((select array_agg(distinct p.person_id) from participant p
      where p.agency_id = agency and p.conversation_id = inside), array[]::uuid[]);
  end if;
  return array_remove(coalesce(whom, array[]::uuid[]), null);
end $function$
;

CREATE OR REPLACE FUNCTION public.export_is_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from participant p where p.agency_id = new.agency_id and p.person_id = new.asked_by
      and (p.conversation_id = new.subject_id or exists (select from participant c
        where c.agency_id = p.agency_id and c.conversation_id = p.conversation_id and c.person_id = new.subject_id)))
    or exists (select from phone_call c where c.agency_id = new.agency_id and c.with_id = new.subject_id
      and new.asked_by in (c.logged_by, c.second_id)) then
    raise exception 'export %: whoever asks is in a conversation or a call of it', new.id using errcode = 'LY073';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.family_link_by_token(token bytea, now timestamp with time zone)
 RETURNS TABLE(agency_id uuid, agency_name text, link_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT l.agency_id,
     a.name,
     l.id,
     l.person_id
    FROM ((public.family_link l
      JOIN public.agency a ON ((a.id = l.agency_id)))
      JOIN public.person p ON (((p.agency_id = l.agency_id) AND (p.id = l.person_id))))
   WHERE ((l.token_hash = family_link_by_token.token) AND (l.ended_at IS NULL) AND (l.expires_at > family_link_by_token.now) AND (p.left_at IS NULL));
END
;
grant execute on function public.family_link_by_token(bytea,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.family_tie_ends()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from person p where p.agency_id = new.agency_id and p.id = new.child_id for no key update;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id in (new.child_id, new.parent_id) and left_at is null)
    order by c.id for update;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.family_tie_is_erased()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update family_tie set why_ended = '(erased)'
    where agency_id = new.agency_id and entry_id = new.id and why_ended is not null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.first_id_at(at timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (at IS NULL) THEN '00000000-0000-0000-0000-000000000000'::uuid ELSE ((lpad(to_hex((floor((EXTRACT(epoch FROM at) * (1000)::numeric)))::bigint), 12, '0'::text) || '70008000000000000000'::text))::uuid END
;

CREATE OR REPLACE FUNCTION public.followed_into(vault uuid, concern uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM (((public.agency v
              JOIN public.sealing_key mine ON (((mine.agency_id = v.home_id) AND (mine.person_id = public.current_person()) AND (mine.ended_at IS NULL))))
              JOIN public.sealing_past o ON (((o.agency_id = v.home_id) AND (o.key_id = mine.id))))
              JOIN public.sealing_key gone ON (((gone.agency_id = v.home_id) AND (gone.id = o.past_id) AND (gone.person_id <> mine.person_id))))
           WHERE ((v.id = followed_into.vault) AND (NOT public.is_subject(followed_into.vault, followed_into.concern, public.current_person())) AND (NOT public.is_left_out(followed_into.vault, followed_into.concern, public.current_person())) AND public.key_opens(followed_into.vault, followed_into.concern, gone.person_id, ( SELECT min(k.made_at) AS min
                    FROM public.sealing_key k
                   WHERE ((k.agency_id = v.home_id) AND (k.person_id = gone.person_id))))))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION public.former_pairs_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from keyholder_pair p where p.agency_id = new.agency_id and p.recovery_id <> new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.goes_away()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare gone timestamptz;
begin
  select left_at into gone from person p
    where p.agency_id = new.agency_id and p.id = new.person_id and p.kind = 'staff' for no key update;
  if not found or gone is not null then
    raise exception 'away names %, who is not of the staff here', new.person_id using errcode = 'LY003';
  end if;
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id in (
    select conversation_id from participant
    where agency_id = new.agency_id and person_id = new.person_id and left_at is null)
    order by c.id for update;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.gone_export_has_no_files()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  stands text;
begin
  -- Held until this is committed: whoever erases waits for it, and then finds the file.
  select p.state into stands from export_progress p
    where p.agency_id = new.agency_id and p.export_id = new.export_id for share;
  if stands = 'gone' then
    return null;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.gone_export_stays_gone()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'gone' then
    new.state := 'gone';
    new.named := null;
    new.choices := null;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.has_concern_export(vault uuid, asker uuid, of uuid[])
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((public.current_person() IS NULL) OR ((asker = public.current_person()) AND (NOT (EXISTS ( SELECT
            FROM unnest(has_concern_export.of) one(id)
           WHERE (NOT public.reads_concern(has_concern_export.vault, one.id)))))));
END
;
grant execute on function public.has_concern_export(uuid,uuid,uuid[]) to lanyard_app;

CREATE OR REPLACE FUNCTION public.hold_concern(concern uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from concern c where c.agency_id = current_agency() and c.id = concern for no key update;
end $function$
;
grant execute on function public.hold_concern(uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.hold_waits_for_erasing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.home_here()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT agency.home_id
    FROM public.agency
   WHERE (agency.id = public.current_agency());
END
;
grant execute on function public.home_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.import_file_is_the_one_on_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from people_import i where i.agency_id = new.agency_id and i.id = new.import_id
      and i.file_hash = sha256(new.content)) then
    raise exception 'import %: the file is not the one on the record', new.import_id;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.invitation_by_token(token bytea, now timestamp with time zone)
 RETURNS TABLE(agency_id uuid, agency_name text, invitation_id uuid, person_id uuid, name text, email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT i.agency_id,
     a.name,
     i.id,
     p.id,
     p.name,
     p.email
    FROM ((public.invitation i
      JOIN public.person p ON (((p.agency_id = i.agency_id) AND (p.id = i.person_id))))
      JOIN public.agency a ON ((a.id = i.agency_id)))
   WHERE ((i.token_hash = invitation_by_token.token) AND (i.accepted_at IS NULL) AND (i.expires_at > invitation_by_token.now) AND (p.left_at IS NULL));
END
;
grant execute on function public.invitation_by_token(bytea,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.is_adult_at_risk(agency uuid, person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return coalesce((select r.at_risk from adult_at_risk r where r.agency_id = agency and r.person_id = person
    order by r.set_at desc, r.id desc limit 1), false);
end $function$
;

CREATE OR REPLACE FUNCTION public.is_agreed(agency uuid, child uuid, over text, days date[])
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (select case when count(*) = 0
      then exists (select from agreement_grace g where g.agency_id = agency and g.until >= all (days))
      else coalesce(bool_and(said.answer = 'yes') filter (where said.counts)
        and bool_or(said.last_day >= all (days) and said.given_on <= any (days)) filter (where said.counts), false) end
  from (select distinct on (a.given_by) a.answer, a.last_day, a.given_on,
      a.given_by = child or exists (select from family_tie t where t.agency_id = agency and t.child_id = child
        and t.parent_id = a.given_by and t.until is null and t.since <= a.at) as counts from agreement a
    where a.agency_id = agency and a.child_id = child and a.channel = over
      -- Of an adult, only what they say themselves counts.
      and (a.given_by = child or not coalesce((select r.at_risk from adult_at_risk r
        where r.agency_id = agency and r.person_id = child order by r.set_at desc, r.id desc limit 1), false))
    order by a.given_by, a.at desc, a.id desc) said
    where said.answer <> 'none');
end $function$
;

CREATE OR REPLACE FUNCTION public.is_answered_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from approach a where a.agency_id = new.agency_id and a.id = new.approach_id
      and a.told_by = new.answered_by) then
    raise exception 'an approach is answered by another than told of it' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_decided_by_a_senior_manager()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.decided_by is distinct from current_person() then
    raise exception 'a decision is taken by whoever acts, and by nobody for another' using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = new.decided_by
    and r.role = 'senior-manager' and r.granted_at <= new.decided_at and r.ended_at is null for share;
  if not found then
    raise exception '% is no senior manager now, and decides nothing', new.decided_by using errcode = 'LY041';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_decided_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from personal_link l where l.agency_id = new.agency_id and l.id = new.link_id
      and l.declared_by = new.decided_by) then
    raise exception 'a personal link is decided on by another than declared it' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_done_by_whoever_acts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (to_jsonb(new) ->> tg_argv[0])::uuid is distinct from current_person() then
    raise exception '%: nobody does this in another''s name', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_done_in_a_role()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if who is distinct from current_person() then
    raise exception '%: it is done by whoever acts, and by nobody for another', tg_table_name using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = who
    and r.role = any (string_to_array(tg_argv[1], ' ')) and r.ended_at is null for share;
  if not found then
    raise exception '%: % has none of the roles it takes', tg_table_name, who using errcode = 'LY041';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_given_to_somebody_here()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid; gone timestamptz;
begin
  if who is null then return new; end if;
  select left_at into gone from person p where p.agency_id = new.agency_id and p.id = who for share;
  if gone is not null then
    raise exception '% names %, who has left', tg_table_name, who using errcode = 'LY003';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.is_left_out(vault uuid, concern uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM public.concern c
           WHERE ((c.agency_id = is_left_out.vault) AND (c.id = is_left_out.concern) AND (is_left_out.person = ANY (c.left_out))))) AND (NOT (EXISTS ( SELECT
            FROM public.concern_reader r
           WHERE ((r.agency_id = is_left_out.vault) AND (r.concern_id = is_left_out.concern) AND (r.person_id = is_left_out.person))))));
END
;

CREATE OR REPLACE FUNCTION public.is_of_adult(about text[], what text[], facts jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((about && ARRAY['worker'::text, 'manager'::text, 'deputy-designated-person'::text, 'designated-person'::text, 'senior-manager'::text, 'chair'::text, 'other-agency'::text]) OR (('unknown'::text = ANY (about)) AND (('conduct'::text = ANY (what)) OR COALESCE(((facts ->> 'adult'::text) = 'yes'::text), false))));
END
;
grant execute on function public.is_of_adult(text[],text[],jsonb) to lanyard_app;

CREATE OR REPLACE FUNCTION public.is_subject(vault uuid, concern uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((EXISTS ( SELECT
            FROM public.concern c
           WHERE ((c.agency_id = is_subject.vault) AND (c.id = is_subject.concern) AND (is_subject.person = ANY (c.subjects))))) OR (EXISTS ( SELECT
            FROM public.concern_subject s
           WHERE ((s.agency_id = is_subject.vault) AND (s.concern_id = is_subject.concern) AND (s.person_id = is_subject.person)))));
END
;
grant execute on function public.is_subject(uuid,uuid,uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.is_tuned_by_who_may()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  who uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
  if who is distinct from current_person() then
    raise exception 'screening is tuned by whoever acts, and by nobody for another' using errcode = 'LY041';
  end if;
  perform from role_grant r where r.agency_id = new.agency_id and r.person_id = who
    and r.role in ('senior-manager', 'designated-person') and r.ended_at is null for share;
  if not found then
    raise exception '% is neither a designated person nor a senior manager now, and tunes nothing', who
      using errcode = 'LY041';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.keeping_takes_two()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare last_step text; last_by uuid; asked timestamptz; read_at timestamptz; standing text; home uuid;
begin
  if new.step not in ('held', 'released', 'erase-asked', 'erase-declined', 'erased') then
    return new;
  end if;
  -- A hold and an erasing at the same moment, as in 0074: a hold waits for what is being erased; what is erased after it sees it.
  if new.step = 'held' then
    perform pg_advisory_xact_lock(hashtextextended('erasing ' || new.agency_id::text, 0));
  elsif new.step = 'erased' then
    perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || new.agency_id::text, 0));
  end if;
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  select a.home_id into home from agency a where a.id = new.agency_id;
  if new.taken_by is null or new.taken_by is distinct from current_person()
      or not reads_concern(new.agency_id, new.concern_id) then
    raise exception 'it is done by whoever acts and reads it' using errcode = 'LY098';
  end if;
  perform from role_grant r where r.agency_id = home and r.person_id = new.taken_by and r.ended_at is null
    and r.role in ('designated-person', 'deputy-designated-person', 'senior-manager') for share;
  if not found then
    raise exception 'whoever does it has none of the roles it takes' using errcode = 'LY098';
  end if;
  if new.step in ('held', 'released') then
    return new;
  end if;
  select s.step into standing from concern_step s where s.agency_id = new.agency_id and s.concern_id = new.concern_id
    and s.step in ('closed', 'reopened') order by s.taken_at desc, s.id desc limit 1;
  select s.step, s.taken_by, s.taken_at into last_step, last_by, asked from concern_step s where s.agency_id = new.agency_id
    and s.concern_id = new.concern_id and s.step in ('reopened', 'held', 'erase-asked', 'erase-declined', 'erased')
    order by s.taken_at desc, s.id desc limit 1;
  if new.step = 'erase-declined' then
    if last_step is distinct from 'erase-asked' then
      raise exception 'nobody asked for it to be erased' using errcode = 'LY098';
    end if;
    return new;
  end if;
  if standing is distinct from 'closed' then
    raise exception 'what is open is not erased' using errcode = 'LY098';
  end if;
  if concern_is_held(new.agency_id, new.concern_id) then
    raise exception 'concern %: a hold keeps it', new.concern_id using errcode = 'LY074';
  end if;
  if new.step = 'erase-asked' and coalesce(last_step, '') in ('erase-asked', 'erased') then
    raise exception 'it was asked for already' using errcode = 'LY098';
  end if;
  if new.step = 'erased' then
    if last_step is distinct from 'erase-asked' or last_by = new.taken_by then
      raise exception 'a second person erases it' using errcode = 'LY098';
    end if;
    select max(s.taken_at) into read_at from concern_step s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.step = 'opened' and s.taken_by = new.taken_by;
    if read_at is null or read_at < asked
        or exists (select from concern_piece p where p.agency_id = new.agency_id and p.concern_id = new.concern_id
          and p.written_at >= read_at and p.written_by is distinct from new.taken_by)
        or exists (select from concern_document d where d.agency_id = new.agency_id and d.concern_id = new.concern_id
          and d.handed_in_at >= read_at and d.handed_in_by is distinct from new.taken_by)
        or exists (select from concern_document_waiting w where w.agency_id = new.agency_id
          and w.concern_id = new.concern_id) then
      raise exception 'the second person reads all of it before it is erased' using errcode = 'LY098';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.key_opens(vault uuid, concern uuid, person uuid, since timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.concern c
           WHERE ((c.agency_id = key_opens.vault) AND (c.id = key_opens.concern) AND (c.report IS NOT NULL) AND (key_opens.person <> ALL (c.subjects)) AND (NOT (EXISTS ( SELECT
                    FROM public.concern_subject s
                   WHERE ((s.agency_id = key_opens.vault) AND (s.concern_id = key_opens.concern) AND (s.person_id = key_opens.person))))) AND (((key_opens.person = ANY ((c.within_reach || c.heard_by))) AND (key_opens.since <= c.reported_at)) OR (EXISTS ( SELECT
                    FROM public.concern_reader r
                   WHERE ((r.agency_id = key_opens.vault) AND (r.concern_id = key_opens.concern) AND (r.person_id = key_opens.person) AND (r.key IS NOT NULL) AND (r.since <= r.since)))))))) AS "exists";
END
;

CREATE OR REPLACE FUNCTION public.late_concerns(member uuid, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 WITH waits(kind, long) AS (
          VALUES ('look-at-concern'::text,'12:00:00'::interval), ('tell-lado'::text,'1 day'::interval), ('answer-reporter'::text,'3 days'::interval), ('do-concern-action'::text,'7 days'::interval), ('review-concern'::text,'7 days'::interval), ('answer-file'::text,'3 days'::interval)
         ), late AS (
          SELECT d.agency_id,
             d.kind,
             d.about_id
            FROM (((public.agency home
              JOIN public.agency vault ON ((vault.home_id = home.id)))
              JOIN public.duty d ON (((d.agency_id = vault.id) AND (d.closed_at IS NULL))))
              JOIN waits w ON (((w.kind = d.kind) AND (d.due_at < (late_concerns.at - w.long)))))
           WHERE ((home.id = late_concerns.member) AND (home.board_id = public.current_agency()) AND (home.kind = 'member'::text))
         )
  SELECT ((( SELECT count(DISTINCT c.id) AS count
            FROM ((late l
              LEFT JOIN public.concern_action a ON (((a.agency_id = l.agency_id) AND (a.id = l.about_id) AND (l.kind = 'do-concern-action'::text))))
              JOIN public.concern c ON (((c.agency_id = l.agency_id) AND (c.id = COALESCE(a.concern_id, l.about_id)))))
           WHERE ((NOT ('chair'::text = ANY (c.about))) AND (NOT (EXISTS ( SELECT
                    FROM (public.person me
                      JOIN public.person other ON ((other.login_id = me.login_id)))
                   WHERE ((me.agency_id = public.current_agency()) AND (me.id = public.current_person()) AND ((other.id = ANY (c.subjects)) OR public.is_subject(c.agency_id, c.id, other.id) OR (other.id = ANY (c.left_out))))))))) + ( SELECT count(DISTINCT l.about_id) AS count
            FROM late l
           WHERE (l.kind = 'answer-file'::text))))::integer AS int4;
END
;
grant execute on function public.late_concerns(uuid,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.leaves_conversation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform 1 from conversation c where c.agency_id = new.agency_id and c.id = new.conversation_id for update;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.left_out_is_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.left_out := null;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.log_of_agency(wanted uuid)
 RETURNS TABLE(slug text, board_slug text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.slug,
     b.slug
    FROM (public.agency a
      LEFT JOIN public.agency b ON ((b.id = a.board_id)))
   WHERE (a.id = log_of_agency.wanted);
END
;
grant execute on function public.log_of_agency(uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.logs_here()
 RETURNS TABLE(slug text, board_slug text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.slug,
     b.slug
    FROM (public.agency a
      LEFT JOIN public.agency b ON ((b.id = a.board_id)));
END
;
grant execute on function public.logs_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.low_level_concerns()
 RETURNS TABLE(id uuid, reported_at timestamp with time zone, what text[], persons uuid[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id,
     c.reported_at,
     c.what,
     (c.subjects || ARRAY( SELECT s.person_id
            FROM public.concern_subject s
           WHERE ((s.agency_id = c.agency_id) AND (s.concern_id = c.id) AND (s.why = 'named'::text))))
    FROM public.concern c
   WHERE ((c.agency_id = public.current_agency()) AND ((c.facts ->> 'lowLevel'::text) = 'yes'::text) AND (public.current_person() IS NOT NULL) AND public.reads_concern(c.agency_id, c.id))
   ORDER BY c.reported_at DESC
  LIMIT 500;
END
;
grant execute on function public.low_level_concerns() to lanyard_app;

CREATE OR REPLACE FUNCTION public.message_comes_first()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update conversation_newest set newest = new.id
    where agency_id = new.agency_id and conversation_id = new.conversation_id and newest < new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.message_has_second_adult()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  adults int; staff int; children int; is_in boolean; agreed boolean; ended timestamptz;
  -- Today by the database's own clock, and the day that the message says it was sent: what holds must hold on both.
  days date[] := array[(now() at time zone 'Europe/London')::date, (new.sent_at at time zone 'Europe/London')::date];
begin
  -- A statement of its own: what is counted below is looked at once the lock is had, and not as it was before the wait.
  select c.ended_at into ended from conversation c
    where c.agency_id = new.agency_id and c.id = new.conversation_id for key share;
  if ended is not null then
    raise exception 'message %: its conversation has ended', new.id using errcode = 'LY005';
  end if;
  select count(*) filter (where who.kind <> 'child' and not here.away),
      count(*) filter (where who.kind = 'staff' and not here.away),
      count(*) filter (where who.kind = 'child'), bool_or(p.person_id = new.author_id),
      bool_and(case when who.kind = 'child' then is_agreed(p.agency_id, p.person_id, who.way, days) end)
    into adults, staff, children, is_in, agreed
    from participant p
    cross join lateral (select w.kind, w.way from person w
      where w.agency_id = p.agency_id and w.id = p.person_id offset 0) who
    cross join lateral (select who.kind = 'staff' and exists (select from away a
      where a.agency_id = p.agency_id and a.person_id = p.person_id and a.ended_at is null
        and (days[1] between a.from_day and coalesce(a.last_day, 'infinity')
          or days[2] between a.from_day and coalesce(a.last_day, 'infinity'))) as away) here
    where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id and p.left_at is null;
  if is_in is not true then
    raise exception 'message %: its author is not in the conversation', new.id using errcode = 'LY001';
  end if;
  if children > 0 and (adults < 2 or staff < 1) then
    raise exception 'message %: a child is in the conversation and a second responsible adult is not', new.id
      using errcode = 'LY002';
  end if;
  if agreed is false then
    raise exception 'message %: nobody has agreed to contact with the child in this way, or somebody says no', new.id
      using errcode = 'LY006';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.message_number_follows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare last int;
begin
  select max(m.number) into last from message m
    where m.agency_id = new.agency_id and m.conversation_id = new.conversation_id and m.number is not null;
  -- One that is not committed yet is not seen here: whoever comes second is told to count again.
  if new.number is distinct from coalesce(last, 0) + 1 and not (new.number is null and last is null) then
    raise exception 'message %: its number is %, and the last one there is %', new.id, new.number, last
      using errcode = 'LY072';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.message_waits_for_nobody()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_person() is not null and exists (select from waiting_message w
      where w.agency_id = new.agency_id and w.conversation_id = new.conversation_id
        and w.author_id = new.author_id and w.draft_key = new.draft_key) then
    raise exception 'message %: its draft waits', new.id using errcode = 'unique_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.messages_that_say(question text, before uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  wanted tsquery := plainto_tsquery('english', question);
  -- The longest word is the rarest, as a rule.
  rare text := (select word from unnest(tsvector_to_array(to_tsvector('english', question))) as word
    order by length(word) desc, word limit 1);
  oldest integer := (select day_number(m.sent_at) from message m where m.agency_id = current_agency() order by m.id limit 1);
  newest integer := (select day_number(m.sent_at) from message m
    where m.agency_id = current_agency() and (before is null or m.id <= before) order by m.id desc limit 1);
  stretch integer := 1;
  had integer := 0;
  more integer;
begin
  if rare is null then return; end if;
  -- A day more at the end: ids and days are of clocks that differ a little.
  newest := newest + 1;
  while had < most and newest >= oldest - 1 loop
    return query
      with said as materialized (
        select m.id, m.body from message m where words_of_day(m.agency_id, m.sent_at, m.body) && array(
          select current_agency()::text || ' ' || day || ' ' || rare
          from generate_series(greatest(newest - stretch + 1, oldest - 1), newest) as day))
      select s.id from said s
      where (before is null or s.id < before) and to_tsvector('english', s.body) @@ wanted
      order by s.id desc limit most - had;
    get diagnostics more = row_count;
    had := had + more;
    newest := newest - stretch;
    stretch := stretch * 2;
  end loop;
end
$function$
;
grant execute on function public.messages_that_say(text,uuid,integer) to lanyard_app;

CREATE OR REPLACE FUNCTION public.no_decision_is_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from own_decision d
    cross join lateral (select h.person_id from own_decision_holder h
      where h.agency_id = d.agency_id and h.decision_id = d.id order by h.set_at desc, h.id desc limit 1) newest
    where d.agency_id = new.agency_id and newest.person_id = new.id
      and d.until >= (new.left_at at time zone 'Europe/London')::date
      and not exists (select from own_decision_end e
        where e.agency_id = d.agency_id and e.decision_id = d.id and e.at_once)
  ) then
    raise exception 'person % cannot leave: they still have a decision', new.id using errcode = 'LY004';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.no_group_is_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from notice_group g where g.agency_id = new.agency_id and g.made_by = new.id) then
    raise exception 'person % cannot leave: a group of families is theirs', new.id using errcode = 'LY004';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.no_poster_is_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from poster_printing r
      where r.agency_id = new.agency_id and r.keeper_id = new.id and r.ended_at is null) then
    raise exception 'person % cannot leave: they still look after a poster', new.id using errcode = 'LY004';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.no_review_is_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from review r
      where r.agency_id = new.agency_id and r.reviewer_id = new.id and r.finding is null) then
    raise exception 'person % cannot leave: a review is theirs to do', new.id using errcode = 'LY004';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.nobody_owes_about_themselves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare theirs uuid := new.about_id;
begin
  if new.about_kind = 'concern-action' then
    select a.concern_id into theirs from concern_action a where a.agency_id = new.agency_id and a.id = new.about_id;
  end if;
  perform from concern where agency_id = new.agency_id and id = theirs for no key update;
  if is_subject(new.agency_id, theirs, new.person_id) then
    raise exception 'nobody owes anything because of a concern that is about them' using errcode = 'LY105';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.nobody_reads_about_themselves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare told timestamptz; kept_out uuid[]; left_so uuid[];
begin
  select reported_at, subjects, left_out into told, kept_out, left_so from concern
    where agency_id = new.agency_id and id = new.concern_id for no key update;
  if tg_table_name = 'concern_subject' then
    delete from concern_listed l
      where l.agency_id = new.agency_id and l.concern_id = new.concern_id and l.person_id = new.person_id;
    return new;
  end if;
  if new.person_id = any (kept_out) or exists (select from concern_subject s where s.agency_id = new.agency_id
      and s.concern_id = new.concern_id and s.person_id = new.person_id) then
    raise exception 'nobody reads a concern that is about them' using errcode = 'LY084';
  end if;
  if new.why <> 'added' and new.person_id = any (left_so) then
    raise exception 'it may be about them: somebody who reads it lets them in' using errcode = 'LY084';
  end if;
  insert into concern_listed (agency_id, person_id, at, concern_id)
    values (new.agency_id, new.person_id, told, new.concern_id) on conflict do nothing;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.nobody_untied_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from participant p join participant k on k.agency_id = p.agency_id
        and k.conversation_id = p.conversation_id and k.person_id = new.child_id and k.left_at is null
      join family_tie t on t.agency_id = p.agency_id and t.child_id = new.child_id and t.parent_id = new.parent_id
        and t.until is not null
      where p.agency_id = new.agency_id and p.person_id = new.parent_id and p.left_at is null) then
    raise exception 'family_tie: % is in a conversation with % still', new.parent_id, new.child_id using errcode = 'LY122';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.nothing_is_left_behind()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare what text;
begin
  select t.what into what from (
    select 'a role' as what from role_grant r
      where r.agency_id = new.agency_id and r.person_id = new.id and r.ended_at is null
    union all select 'work with a child' from work_link l
      where l.agency_id = new.agency_id and new.id in (l.staff_id, l.child_id) and l.until is null
    union all select 'a place in a conversation' from participant c
      where c.agency_id = new.agency_id and c.person_id = new.id and c.left_at is null
    union all select 'people who answer to them' from person p
      where p.agency_id = new.agency_id and p.manager_id = new.id and p.left_at is null
    union all select 'a team' from team g where g.agency_id = new.agency_id and g.manager_id = new.id
    union all select 'a place in a team' from team_member m
      where m.agency_id = new.agency_id and m.person_id = new.id and m.until is null
    union all select 'a policy' from policy l
      cross join lateral (select o.owner_id from policy_owner o
        where o.agency_id = l.agency_id and o.policy_id = l.id order by o.set_at desc, o.id desc limit 1) newest
      where l.agency_id = new.agency_id and newest.owner_id = new.id) t limit 1;
  if what is not null then
    raise exception 'person % cannot leave: they still have %', new.id, what using errcode = 'LY004';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.nothing_is_left_sealed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from opened_by_nobody_else(new.agency_id, new.id)) then
    raise exception 'person % cannot leave: what is sealed to them would open to nobody', new.id using errcode = 'LY099';
  end if;
  delete from sealing_sitting s where s.agency_id = new.agency_id and s.person_id = new.id;
  delete from sealing_lock l where l.agency_id = new.agency_id and l.person_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.notice_copy_is_agreed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare kind text; way text; agreed boolean;
begin
  select p.kind, p.way into kind, way from person p
    where p.agency_id = new.agency_id and p.id = new.person_id for key share;
  if kind = 'child' then
    select is_agreed(new.agency_id, new.person_id, way, array[(now() at time zone 'Europe/London')::date]) into agreed;
    if agreed is not true then
      raise exception 'notice %: nobody has agreed to contact with % in this way', new.notice_id, new.person_id
        using errcode = 'LY006';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.notice_copy_is_of_its_notice()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from notice n join person p on p.agency_id = n.agency_id and p.id = new.person_id
      where n.agency_id = new.agency_id and n.id = new.notice_id and new.person_id = any (n.recipients)
        and (p.kind = 'parent' and n.reaches in ('parents', 'both')
          or p.kind = 'child' and n.reaches in ('children', 'both'))) then
    raise exception 'notice % is not for %', new.notice_id, new.person_id using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.opened_by_nobody_else(home uuid, leaver uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT c.id
    FROM (public.agency v
      JOIN public.concern c ON ((c.agency_id = v.id)))
   WHERE ((v.home_id = opened_by_nobody_else.home) AND (c.report IS NOT NULL) AND ((opened_by_nobody_else.leaver = ANY ((c.within_reach || c.heard_by))) OR (EXISTS ( SELECT
            FROM public.concern_reader r
           WHERE ((r.agency_id = v.id) AND (r.concern_id = c.id) AND (r.person_id = opened_by_nobody_else.leaver) AND (r.key IS NOT NULL))))) AND (EXISTS ( SELECT
            FROM public.sealing_key k
           WHERE ((k.agency_id = opened_by_nobody_else.home) AND (k.person_id = opened_by_nobody_else.leaver) AND ((k.ended_at IS NULL) OR (EXISTS ( SELECT
                    FROM public.kept_key x
                   WHERE ((x.agency_id = opened_by_nobody_else.home) AND (x.key_id = k.id))))) AND public.key_opens(v.id, c.id, opened_by_nobody_else.leaver, k.made_at)))) AND (NOT (EXISTS ( SELECT
            FROM public.openers_here(opened_by_nobody_else.home) o(person_id, since)
           WHERE ((o.person_id <> opened_by_nobody_else.leaver) AND public.key_opens(v.id, c.id, o.person_id, o.since))))));
END
;

CREATE OR REPLACE FUNCTION public.openers_here(home uuid)
 RETURNS TABLE(person_id uuid, since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT k.person_id,
     LEAST(k.made_at, ( SELECT min(b.made_at) AS min
            FROM (public.sealing_past o
              JOIN public.sealing_key b ON (((b.agency_id = o.agency_id) AND (b.id = o.past_id))))
           WHERE ((o.agency_id = k.agency_id) AND (o.key_id = k.id)))) AS "least"
    FROM (public.sealing_key k
      JOIN public.person p ON (((p.agency_id = k.agency_id) AND (p.id = k.person_id) AND (p.left_at IS NULL))))
   WHERE ((k.agency_id = openers_here.home) AND (k.ended_at IS NULL) AND (EXISTS ( SELECT
            FROM public.role_grant r
           WHERE ((r.agency_id = openers_here.home) AND (r.person_id = k.person_id) AND (r.ended_at IS NULL) AND (r.role = ANY (ARRAY['designated-person'::text, 'deputy-designated-person'::text, 'senior-manager'::text]))))));
END
;

CREATE OR REPLACE FUNCTION public.parent_is_still_theirs()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.left_at is null and new.part = 'parent' then
    perform 1 from family_tie t where t.agency_id = new.agency_id and t.parent_id = new.person_id for share;
    if exists (select from family_tie t join participant k on k.agency_id = t.agency_id and k.person_id = t.child_id
        and k.conversation_id = new.conversation_id and k.left_at is null
        where t.agency_id = new.agency_id and t.parent_id = new.person_id and t.until is not null)
      or not coalesce((select bool_or(t.until is null) from family_tie t
        where t.agency_id = new.agency_id and t.parent_id = new.person_id), true) then
      raise exception 'participant: % is no longer to hear of the child in %', new.person_id, new.conversation_id
        using errcode = 'LY122';
    end if;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.people_of_number(wanted text, since timestamp with time zone)
 RETURNS TABLE(agency_id uuid, person_id uuid, conversation_id uuid, texted_at timestamp with time zone, sure boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.agency_id,
     p.id,
     d.conversation_id,
     d.made_at,
     ((d.conversation_id IS NOT NULL) AND (NOT (EXISTS ( SELECT
            FROM public.notice_copy k
           WHERE ((k.agency_id = p.agency_id) AND (k.person_id = p.id) AND (k.claimed_at > d.made_at))))) AND (NOT (EXISTS ( SELECT
            FROM (((public.delivery o
              JOIN public.conversation other ON (((other.agency_id = o.agency_id) AND (other.id = o.conversation_id))))
              JOIN public.participant chosen ON (((chosen.agency_id = o.agency_id) AND (chosen.conversation_id = d.conversation_id) AND (chosen.left_at IS NULL))))
              JOIN public.person who ON (((who.agency_id = chosen.agency_id) AND (who.id = chosen.person_id))))
           WHERE ((o.agency_id = p.agency_id) AND (o.person_id = p.id) AND (o.channel = 'text'::text) AND (o.conversation_id <> d.conversation_id) AND (GREATEST(o.made_at, o.handed_at) > people_of_number.since) AND ((who.kind <> 'staff'::text) OR ((chosen.part = 'worker'::text) AND (other.opened_by = p.id))) AND (NOT (EXISTS ( SELECT
                    FROM public.participant there
                   WHERE ((there.agency_id = o.agency_id) AND (there.conversation_id = o.conversation_id) AND (there.person_id = chosen.person_id) AND (there.left_at IS NULL))))))))))
    FROM (public.person p
      LEFT JOIN LATERAL ( SELECT d_1.conversation_id,
             d_1.made_at
            FROM public.delivery d_1
           WHERE ((d_1.agency_id = p.agency_id) AND (d_1.person_id = p.id) AND (d_1.channel = 'text'::text))
           ORDER BY d_1.made_at DESC, d_1.id DESC
          LIMIT 1) d ON (true))
   WHERE ((public.e164(p.phone) = people_of_number.wanted) AND (p.left_at IS NULL) AND (p.kind <> 'staff'::text));
END
;
grant execute on function public.people_of_number(text,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.person_of_family_session(token bytea, now timestamp with time zone)
 RETURNS TABLE(agency_id uuid, agency_name text, person_id uuid, name text, kind text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT s.agency_id,
     a.name,
     s.person_id,
     p.name,
     p.kind,
     s.expires_at
    FROM ((public.family_session s
      JOIN public.person p ON (((p.agency_id = s.agency_id) AND (p.id = s.person_id))))
      JOIN public.agency a ON ((a.id = s.agency_id)))
   WHERE ((s.token_hash = person_of_family_session.token) AND (s.ended_at IS NULL) AND (s.expires_at > person_of_family_session.now) AND (p.left_at IS NULL));
END
;
grant execute on function public.person_of_family_session(bytea,timestamp with time zone) to lanyard_app;

CREATE OR REPLACE FUNCTION public.persons_of_login(login text)
 RETURNS TABLE(agency_id uuid, agency_name text, agency_kind text, person_id uuid, name text, roles text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.agency_id,
     a.name,
     a.kind,
     p.id,
     p.name,
     COALESCE(( SELECT array_agg(g.role ORDER BY g.role) AS array_agg
            FROM public.role_grant g
           WHERE ((g.agency_id = p.agency_id) AND (g.person_id = p.id) AND (g.ended_at IS NULL))), '{}'::text[]) AS "coalesce"
    FROM (public.person p
      JOIN public.agency a ON ((a.id = p.agency_id)))
   WHERE ((p.login_id = persons_of_login.login) AND (p.left_at IS NULL))
   ORDER BY a.name;
END
;
grant execute on function public.persons_of_login(text) to lanyard_app;

CREATE OR REPLACE FUNCTION public.piece_is_in_turn()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from concern where agency_id = new.agency_id and id = new.concern_id for no key update;
  -- The report itself is the first.
  if new.number <> 1 + coalesce((select max(number) from concern_piece p
      where p.agency_id = new.agency_id and p.concern_id = new.concern_id), 1) then
    raise exception 'another wrote in this concern first' using errcode = '23505';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.policy_has_one_open_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from policy p where p.agency_id = new.agency_id and p.id = new.policy_id for update;
  if exists (
    select from policy_draft d
      left join lateral (select s.step from policy_draft_step s
        where s.agency_id = d.agency_id and s.draft_id = d.id order by s.number desc limit 1) newest on true
    where d.agency_id = new.agency_id and d.policy_id = new.policy_id
      and coalesce(newest.step, '') not in ('published', 'dropped')) then
    raise exception 'policy % has an open draft already', new.policy_id using errcode = 'unique_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.printing_by_code(wanted text)
 RETURNS TABLE(agency_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.agency_id,
     r.id
    FROM public.poster_printing r
   WHERE (r.code = printing_by_code.wanted);
END
;
grant execute on function public.printing_by_code(text) to lanyard_app;

CREATE OR REPLACE FUNCTION public.reader_is_let_in()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform from agency v join person p on p.agency_id = v.home_id and p.id = new.person_id and p.left_at is null
    where v.id = new.agency_id for share of p;
  if not found then
    raise exception 'whoever comes to read it is here' using errcode = 'LY099';
  end if;
  if new.why in ('broke-glass', 'late') then
    if not exists (select from concern c where c.agency_id = new.agency_id and c.id = new.concern_id
        and new.person_id = any (c.within_reach)) then
      raise exception 'this concern is not within their reach' using errcode = 'LY089';
    end if;
  elsif new.why = 'recovered' then
    if new.key is null or new.let_in_by is not null or new.person_id is distinct from current_person()
        or not followed_into(new.agency_id, new.concern_id) then
      raise exception 'nobody gave them a key that opens it' using errcode = 'LY099';
    end if;
  elsif new.key is null or new.let_in_by is null or new.let_in_by = new.person_id
      or current_person() is distinct from new.let_in_by
      or not (reads_concern(new.agency_id, new.concern_id) or new.why = 'handed-over' and exists (select from concern c
        where c.agency_id = new.agency_id and c.id = new.concern_id and current_person() = any (c.within_reach)
          and not is_subject(c.agency_id, c.id, current_person()))) then
    raise exception 'somebody is let in by one who reads it, and with its key' using errcode = 'LY089';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.reads_concern(vault uuid, concern uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT ((public.current_person() IS NULL) OR (EXISTS ( SELECT
            FROM public.concern c
           WHERE ((c.agency_id = reads_concern.vault) AND (c.id = reads_concern.concern) AND (public.current_person() <> ALL (c.subjects)) AND (NOT (EXISTS ( SELECT
                    FROM public.concern_subject s
                   WHERE ((s.agency_id = reads_concern.vault) AND (s.concern_id = reads_concern.concern) AND (s.person_id = public.current_person()))))) AND ((public.current_person() = ANY (c.heard_by)) OR (EXISTS ( SELECT
                    FROM public.concern_reader r
                   WHERE ((r.agency_id = reads_concern.vault) AND (r.concern_id = reads_concern.concern) AND (r.person_id = public.current_person())))))))));
END
;
grant execute on function public.reads_concern(uuid,uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.record_erase(target uuid, erasing uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  vault uuid := current_agency();
  what text;
  thing uuid;
begin
  select e.event, e.about_id into what, thing from entry e where e.agency_id = vault and e.id = target;
  if what is null or what not like 'concern.%' then
    perform record_erase_at_home(target, erasing);
    return;
  end if;
  if not exists (
    select from entry where agency_id = vault and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || home_here()::text, 0));
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || vault::text, 0));
  if concern_is_held(vault, thing) then
    raise exception 'record_erase: % is kept by a hold', target using errcode = 'LY074';
  end if;
  if not exists (select from concern_step s where s.agency_id = vault and s.concern_id = thing and s.step = 'erased'
      and s.taken_by = current_person()) then
    raise exception 'record_erase: two people erase a concern' using errcode = 'LY098';
  end if;
  update entry set salt = null, content = null where agency_id = vault and id = target;
  update concern set subjects = null, recipient = null, keys = null, report = null, commitment = null, locator = null,
      reporter_recipient = null, reporter_key = null
    where agency_id = vault and id = thing and entry_id = target;
  update concern_piece set sealed = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_reader set key = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_link set person_id = null where agency_id = vault and concern_id = thing and entry_id = target;
  update concern_subject set person_id = null where agency_id = vault and concern_id = thing and entry_id = target;
  delete from concern_listed l where l.agency_id = vault and l.concern_id = thing;
  perform concern_copies_go(vault, thing);
end $function$
;
grant execute on function public.record_erase(uuid,uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.record_erase_at_home(target uuid, erasing uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  agency uuid := current_agency();
  what text;
  thing uuid;
  hold uuid;
  touched uuid[];
begin
  if not exists (
    select from entry where agency_id = agency and id = erasing
      and event = 'record.erased' and about_id = target
  ) then
    raise exception 'record_erase: no record.erased entry % about %', erasing, target;
  end if;
  if exists (select from entry where agency_id = agency and id = target and event = 'record.erased') then
    raise exception 'record_erase: % says that something was erased, and is itself never erased', target;
  end if;
  perform pg_advisory_xact_lock_shared(hashtextextended('erasing ' || agency::text, 0));
  select e.event, e.about_id into what, thing from entry e where e.agency_id = agency and e.id = target;
  hold := erasing_held_by(agency, what, thing);
  if hold is not null then
    raise exception 'record_erase: % is kept by the hold %', target, hold using errcode = 'LY074';
  end if;
  -- Before the rows go: whom an export is about may be found by them alone. What is being made of them comes to nothing.
  touched := erasing_touches(agency, what, thing);
  update export_progress p set state = 'gone', named = null, choices = null from export e
    where p.agency_id = agency and p.state <> 'gone' and e.agency_id = p.agency_id and e.id = p.export_id
      and (e.subject_id = any (touched) or exists (select from family_tie t where t.agency_id = e.agency_id
        and t.child_id = e.subject_id and t.parent_id = any (touched)));
  delete from export_file f using export_progress p where f.agency_id = agency and p.agency_id = f.agency_id
    and p.export_id = f.export_id and p.state = 'gone';
  update entry set salt = null, content = null where agency_id = agency and id = target;
  -- The columns that the tables' evidence calls erasable; what may not be empty says that it was erased.
  case
    when what = 'message.sent' then
      update message set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.marked' then
      update message_mark set reason = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'message.looked-at' then
      update message_look set did = null where agency_id = agency and mark_id = thing and entry_id = target;
    when what = 'detail.opened' then
      update detail_opening set reason = '(erased)'
        where agency_id = agency and message_id = thing and entry_id = target;
    when what = 'message.waits' then
      update waiting_message set body = null, reason = null where agency_id = agency and id = thing and entry_id = target;
    when what like 'waiting-message.%' then
      update waiting_step set word = case when word is not null then '(erased)' end
        where agency_id = agency and waiting_id = thing and entry_id = target;
    when what = 'words.kept' then
      update kept_words set body = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'words.opened' then
      update words_opening set reason = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'kept-words.answered' then
      null;
    when what = 'conversation.opened' then
      update conversation set subject = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'conversation.ended' then
      update conversation_end set purpose = '(erased)'
        where agency_id = agency and conversation_id = thing and entry_id = target;
    when what = 'worry.raised' then
      update worry set words = null where agency_id = agency and id = thing and entry_id = target;
    when what = 'worry.answered' then
      update worry_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what in ('call.logged', 'call.corrected') then
      update phone_call set about = '(erased)', agreed = null,
        own_reason = case when own_reason is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'call.answered' then
      update phone_call_answer set says = null where agency_id = agency and call_id = thing and entry_id = target;
    when what = 'number.opened' then
      update number_opening set reason = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.told' then
      update approach set happened = null, platform_name = null,
        described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'approach.answered' then
      update approach_answer set words = '(erased)' where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.declared' then
      update personal_link set says = null, described = case when described is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'personal-link.decided' then
      update personal_link_decision set limits = case when limits is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what = 'notice.written' then
      update notice set subject = '(erased)', body = '(erased)'
        where agency_id = agency and id = thing and entry_id = target;
    when what like 'review.%' then
      update review set words = case when words is not null then '(erased)' end
        where agency_id = agency and id = thing and entry_id = target;
    when what like 'arrival.%' then
      update arrival set from_address = null, to_address = null
        where agency_id = agency and id = thing and entry_id = target;
      delete from arrival_words where agency_id = agency and arrival_id = thing;
    else
      update work_link set purpose = '(erased)' where agency_id = agency and entry_id = target;
      update person set name = '(erased)', email = null, phone = null, born_on = null
        where agency_id = agency and entry_id = target;
  end case;
end $function$
;

CREATE OR REPLACE FUNCTION public.recovery_halves_go()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from recovery_half h where h.agency_id = new.agency_id and h.recovery_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.recovery_is_by_keyholders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare who uuid;
begin
  if (old.first_by is not null and new.first_by is distinct from old.first_by and new.second_by is not null)
      or old.second_by is not null or old.ended_at is not null then
    raise exception 'recovery %: it is over, or somebody was first', new.id using errcode = 'check_violation';
  end if;
  foreach who in array array[new.first_by, new.second_by] loop
    continue when who is null or who = old.first_by;
    if who is distinct from current_person() or not exists (select from keyholder k where k.agency_id = new.agency_id
        and k.recovery_id = new.recovery_id and k.person_id = who) then
      raise exception 'recovery %: % is no keyholder who acts', new.id, who using errcode = 'check_violation';
    end if;
  end loop;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.recovery_key_has_its_holders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select count(*) from keyholder k where k.agency_id = new.agency_id and k.recovery_id = new.id)
      not between 3 and 5 then
    raise exception 'recovery key %: it has three to five keyholders', new.id using errcode = 'check_violation';
  end if;
  if new.made_by is distinct from current_person() then
    raise exception 'recovery key %: it is made by whoever acts', new.id using errcode = 'check_violation';
  end if;
  if new.previous_id is not null and (select count(*) from keyholder k where k.agency_id = new.agency_id
      and k.recovery_id = new.previous_id and k.person_id in (new.made_by, new.confirmed_by)) <> 2 then
    raise exception 'recovery key %: it takes two keyholders of the one before', new.id using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.refused_file_is_not_kept()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from concern_file_content c where c.agency_id = new.agency_id and c.file_id = new.file_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reply_address_by_token(token bytea)
 RETURNS TABLE(agency_id uuid, conversation_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT r.agency_id,
     r.conversation_id,
     r.person_id
    FROM public.reply_address r
   WHERE (r.token_hash = reply_address_by_token.token);
END
;
grant execute on function public.reply_address_by_token(bytea) to lanyard_app;

CREATE OR REPLACE FUNCTION public.reported_concern(vault uuid, concern uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.concern c
           WHERE ((c.agency_id = reported_concern.vault) AND (c.id = reported_concern.concern) AND (c.reported_by = public.current_person())))) AS "exists";
END
;
grant execute on function public.reported_concern(uuid,uuid) to lanyard_app;

CREATE OR REPLACE FUNCTION public.review_is_by_another()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.finding is not null
      and (new.finding, new.words, new.found_at, new.reviewer_id)
        is distinct from (old.finding, old.words, old.found_at, old.reviewer_id)
      and not (new.words = '(erased)' and (new.finding, new.found_at, new.reviewer_id, new.entry_id)
          is not distinct from (old.finding, old.found_at, old.reviewer_id, old.entry_id)
        and exists (select from entry e where e.agency_id = new.agency_id and e.id = new.entry_id and e.content is null)) then
    raise exception 'review %: its finding is signed', new.id using errcode = 'LY070';
  end if;
  if new.finding is null and new.reviewer_id is not null and exists (select from participant p
      where p.agency_id = new.agency_id and p.conversation_id = new.conversation_id
        and p.person_id = new.reviewer_id) then
    raise exception 'review %: its reviewer is in the conversation', new.id using errcode = 'LY070';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.revision_says_what_it_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not new.wrote and not exists (
    select from policy_draft_revision r where r.agency_id = new.agency_id and r.draft_id = new.draft_id
      and r.number = new.number - 1 and words_without_checks(r.made_of) = words_without_checks(new.made_of)) then
    raise exception 'revision % of draft % changes its words and does not say so', new.number, new.draft_id
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.sealing_is_of_its_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from sealing_key k where k.agency_id = new.agency_id and k.id = new.key_id
      and k.person_id = new.person_id) then
    raise exception '%: the key is another''s', tg_table_name using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.sealing_sittings_end()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if tg_table_name = 'role_grant' then
    if not exists (select from role_grant r where r.agency_id = new.agency_id and r.person_id = new.person_id
        and r.ended_at is null and r.role in ('designated-person', 'deputy-designated-person', 'senior-manager')) then
      delete from sealing_sitting s where s.agency_id = new.agency_id and s.person_id = new.person_id;
    end if;
  elsif tg_table_name = 'sealing_past' then
    delete from sealing_sitting s where s.agency_id = new.agency_id and s.key_id = new.key_id;
  else
    delete from sealing_sitting s where s.agency_id = new.agency_id and s.key_id = new.id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.signature_is_its_signers()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare actor uuid;
begin
  select e.person_id into actor from entry e where e.agency_id = new.agency_id and e.id = new.entry_id;
  if actor is distinct from new.person_id and not exists (
      select from signing_sheet_answer a
      join signing_sheet s on s.agency_id = a.agency_id and s.id = a.sheet_id
      where a.agency_id = new.agency_id and a.signatures @> array[new.id] and a.answer = 'confirmed'
        and a.answered_by = actor and s.version_id = new.version_id and new.person_id = any (s.persons)) then
    raise exception 'signature %: nobody signs for another but by a sheet that a second person has confirmed', new.id;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.signature_is_of_its_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from policy_version v where v.agency_id = new.agency_id and v.id = new.version_id
      and v.policy_id = new.policy_id and v.text_hash = new.text_hash) then
    raise exception 'signature %: the text signed is not the text of version %', new.id, new.version_id;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.signing_sheet_has_a_second_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from signing_sheet s where s.agency_id = new.agency_id and s.id = new.sheet_id
      and (s.recorded_by = new.answered_by or new.answered_by = any (s.persons))) then
    raise exception 'signing sheet %: who answers is neither who recorded it nor on it', new.sheet_id;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.signing_sheet_is_of_staff()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select count(*) from person p where p.agency_id = new.agency_id and p.id = any (new.persons)
      and p.kind = 'staff' and p.left_at is null) <> cardinality(new.persons) then
    raise exception 'signing sheet % names somebody who does not work here', new.id using errcode = 'LY003';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.staff_by_email(wanted text)
 RETURNS TABLE(agency_id uuid, agency_name text, person_id uuid, name text, login_id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT p.agency_id,
     a.name,
     p.id,
     p.name,
     p.login_id
    FROM (public.person p
      JOIN public.agency a ON ((a.id = p.agency_id)))
   WHERE ((p.kind = 'staff'::text) AND (p.left_at IS NULL) AND (lower(p.email) = lower(staff_by_email.wanted)))
   ORDER BY a.name;
END
;
grant execute on function public.staff_by_email(text) to lanyard_app;

CREATE OR REPLACE FUNCTION public.step_is_of_newest_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from policy p join policy_draft d on d.agency_id = p.agency_id and d.policy_id = p.id
    where d.agency_id = new.agency_id and d.id = new.draft_id for no key update of p;
  if new.revision is distinct from (select max(r.number) from policy_draft_revision r
      where r.agency_id = new.agency_id and r.draft_id = new.draft_id) then
    raise exception 'draft % has been saved since revision %', new.draft_id, new.revision
      using errcode = 'unique_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.tidy_entrances(now timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 DELETE FROM auth.session
   WHERE (session."expiresAt" < (tidy_entrances.now - '2 days'::interval));
 DELETE FROM auth.verification
   WHERE (verification."expiresAt" < (tidy_entrances.now - '2 days'::interval));
 DELETE FROM public.use_count
   WHERE (use_count.window_start < (tidy_entrances.now - '2 days'::interval));
 DELETE FROM public.spent
   WHERE (spent.until < tidy_entrances.now);
 DELETE FROM public.kept_form
   WHERE (kept_form.until < tidy_entrances.now);
END
;

CREATE OR REPLACE FUNCTION public.transfer_has_arrived()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from concern_transfer_content c where c.agency_id = new.agency_id and c.transfer_id = new.transfer_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.vault_here()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT agency.id
    FROM public.agency
   WHERE (agency.home_id = public.current_agency());
END
;
grant execute on function public.vault_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.vaults_here()
 RETURNS TABLE(id uuid, home_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT agency.id,
     agency.home_id
    FROM public.agency
   WHERE (agency.kind = 'vault'::text)
   ORDER BY agency.id;
END
;
grant execute on function public.vaults_here() to lanyard_app;

CREATE OR REPLACE FUNCTION public.version_has_a_second_person()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from policy_approval a where a.agency_id = new.agency_id and a.version_id = new.id
      and a.policy_id = new.policy_id) then
    raise exception 'version % has no second person behind it', new.id using errcode = 'check_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.waiting_step_may_be_taken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare waits waiting_message;
begin
  select * into waits from waiting_message w where w.agency_id = new.agency_id and w.id = new.waiting_id;
  if new.person_id is distinct from current_person() then
    raise exception 'waiting_step: nobody takes a step in another''s name' using errcode = 'check_violation';
  end if;
  if new.step in ('let-go', 'sent-back') and (new.person_id = waits.author_id
      or not answers_for(new.agency_id, new.person_id, waits.author_id)) then
    raise exception 'message %: % does not answer for whoever wrote it', new.waiting_id, new.person_id
      using errcode = 'LY056';
  end if;
  if new.step in ('asked', 'withdrawn') and new.person_id <> waits.author_id then
    raise exception 'message %: % did not write it', new.waiting_id, new.person_id using errcode = 'LY056';
  end if;
  -- After its end there is no step: whoever comes too late meets what stands.
  if exists (select from waiting_step s where s.agency_id = new.agency_id and s.waiting_id = new.waiting_id
      and s.step in ('sent-back', 'withdrawn', 'sent', 'not-sent')) then
    raise exception 'message % waits no more', new.waiting_id using errcode = 'unique_violation';
  end if;
  if new.step = 'sent' then
    if not exists (select from waiting_step s where s.agency_id = new.agency_id and s.waiting_id = new.waiting_id
        and s.step = 'let-go' and s.goes_at <= new.at) and (waits.why = 'held' or waits.goes_at > new.at) then
      raise exception 'message %: nobody has let it go', new.waiting_id using errcode = 'LY056';
    end if;
    if not exists (select from message m where m.agency_id = new.agency_id and m.id = new.message_id
        and m.conversation_id = waits.conversation_id and m.author_id = waits.author_id
        and m.draft_key = waits.draft_key) then
      raise exception 'message %: % is another', new.waiting_id, new.message_id using errcode = 'LY056';
    end if;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.waits_from_now()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into waiting_now (agency_id, waiting_id) values (new.agency_id, new.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.waits_no_more()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from waiting_now where agency_id = new.agency_id and waiting_id = new.waiting_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.who_is_sent_files()
 RETURNS TABLE(agency_id uuid, agency_name text, person_id uuid, name text, recipient text, turn integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT a.id,
     a.name,
     p.id,
     p.name,
     k.recipient,
     min(
         CASE g.role
             WHEN 'designated-person'::text THEN 1
             WHEN 'deputy-designated-person'::text THEN 2
             ELSE 3
         END) AS min
    FROM ((((public.agency me
      JOIN public.agency a ON (((a.board_id = me.board_id) AND (a.kind = 'member'::text) AND (a.id <> me.id))))
      JOIN public.person p ON (((p.agency_id = a.id) AND (p.kind = 'staff'::text) AND (p.left_at IS NULL))))
      JOIN public.role_grant g ON (((g.agency_id = a.id) AND (g.person_id = p.id) AND (g.ended_at IS NULL) AND (g.role = ANY (ARRAY['designated-person'::text, 'deputy-designated-person'::text, 'senior-manager'::text])))))
      JOIN public.sealing_key k ON (((k.agency_id = a.id) AND (k.person_id = p.id) AND (k.ended_at IS NULL))))
   WHERE ((me.id = public.current_agency()) AND (me.kind = 'member'::text))
   GROUP BY a.id, a.name, p.id, p.name, k.recipient;
END
;
grant execute on function public.who_is_sent_files() to lanyard_app;

CREATE OR REPLACE FUNCTION public.whole_goes_with_message()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from arrival_words w using arrival a where a.agency_id = new.agency_id and a.message_id = new.id
    and w.agency_id = a.agency_id and w.arrival_id = a.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.words_are_opened_by_a_manager()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from role_grant g where g.agency_id = new.agency_id and g.person_id = new.person_id
      and g.ended_at is null
      and g.role in ('manager', 'senior-manager', 'designated-person', 'deputy-designated-person')) then
    raise exception 'words_opening: % answers for nobody', new.person_id using errcode = 'LY056';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.words_of_day(agency uuid, at timestamp with time zone, body text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT array_agg((one.under || word.word)) AS array_agg FROM (SELECT ((((words_of_day.agency)::text || ' '::text) || public.day_number(words_of_day.at)) || ' '::text) AS under OFFSET 0) one, unnest(tsvector_to_array(to_tsvector('english'::regconfig, words_of_day.body))) word(word))
;

CREATE OR REPLACE FUNCTION public.words_without_checks(made_of jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select jsonb_build_object('blanks', made_of -> 'blanks', 'parts', coalesce(
    (select jsonb_agg(part - 'checked' order by at)
       from jsonb_array_elements(made_of -> 'parts') with ordinality as each(part, at)), '[]'::jsonb))
$function$
;

CREATE OR REPLACE FUNCTION public.worry_is_not_answered_by_its_author()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from worry w join message m on m.agency_id = w.agency_id and m.id = w.message_id
      where w.agency_id = new.agency_id and w.id = new.worry_id and m.author_id = new.answered_by) then
    raise exception 'whoever wrote a message answers no worry about it' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.worry_is_not_its_authors()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare author uuid;
begin
  select m.author_id into author from message m
    where m.agency_id = new.agency_id and m.id = new.message_id and m.conversation_id = new.conversation_id;
  if author is null or author = new.raised_by or author = any (new.told) then
    raise exception 'a worry is about another''s message of its conversation, and not told to its author'
      using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.would_open_to_nobody(leaver uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
BEGIN ATOMIC
 SELECT (EXISTS ( SELECT
            FROM public.opened_by_nobody_else(public.current_agency(), would_open_to_nobody.leaver) opened_by_nobody_else(opened_by_nobody_else))) AS "exists";
END
;
grant execute on function public.would_open_to_nobody(uuid) to lanyard_app;

create table auth."twoFactor" (
  id text not null,
  secret text not null,
  "backupCodes" text not null,
  "userId" text not null,
  verified boolean,
  "failedVerificationCount" integer,
  "lockedUntil" timestamp with time zone
);
alter table auth."twoFactor" add constraint "twoFactor_pkey" PRIMARY KEY (id);
alter table auth."twoFactor" add constraint "twoFactor_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
CREATE INDEX "twoFactor_secret_idx" ON auth."twoFactor" USING btree (secret);
CREATE INDEX "twoFactor_userId_idx" ON auth."twoFactor" USING btree ("userId");
grant delete, insert, select, update on auth."twoFactor" to lanyard_app;

create table auth."user" (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "twoFactorEnabled" boolean
);
alter table auth."user" add constraint user_email_key UNIQUE (email);
alter table auth."user" add constraint user_pkey PRIMARY KEY (id);
grant delete, insert, select, update on auth."user" to lanyard_app;

create table auth.account (
  id text not null,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null
);
alter table auth.account add constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.account add constraint account_pkey PRIMARY KEY (id);
CREATE INDEX "account_userId_idx" ON auth.account USING btree ("userId");
grant delete, insert, select, update on auth.account to lanyard_app;

create table auth.passkey (
  id text not null,
  name text,
  "publicKey" text not null,
  "userId" text not null,
  "credentialID" text not null,
  counter integer not null,
  "deviceType" text not null,
  "backedUp" boolean not null,
  transports text,
  "createdAt" timestamp with time zone,
  aaguid text
);
alter table auth.passkey add constraint "passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.passkey add constraint passkey_pkey PRIMARY KEY (id);
CREATE INDEX "passkey_credentialID_idx" ON auth.passkey USING btree ("credentialID");
CREATE INDEX "passkey_userId_idx" ON auth.passkey USING btree ("userId");
grant delete, insert, select, update on auth.passkey to lanyard_app;

create table auth.session (
  id text not null,
  "expiresAt" timestamp with time zone not null,
  token text not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null,
  factor text not null
);
alter table auth.session add constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.session add constraint session_pkey PRIMARY KEY (id);
alter table auth.session add constraint session_token_key UNIQUE (token);
CREATE INDEX "session_userId_idx" ON auth.session USING btree ("userId");
grant delete, insert, select, update on auth.session to lanyard_app;

create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null default CURRENT_TIMESTAMP,
  "updatedAt" timestamp with time zone not null default CURRENT_TIMESTAMP
);
alter table auth.verification add constraint verification_pkey PRIMARY KEY (id);
CREATE INDEX verification_identifier_idx ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to lanyard_app;

create table public.adult_at_risk (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  at_risk boolean not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.adult_at_risk add constraint adult_at_risk_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.adult_at_risk add constraint adult_at_risk_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.adult_at_risk add constraint adult_at_risk_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.adult_at_risk add constraint adult_at_risk_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.adult_at_risk add constraint adult_at_risk_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX adult_at_risk_newest ON public.adult_at_risk USING btree (agency_id, person_id, set_at DESC, id DESC);
alter table public.adult_at_risk enable row level security;
create policy adult_at_risk_own on public.adult_at_risk as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.adult_at_risk to lanyard_app;

create table public.agency (
  id uuid not null,
  board_id uuid,
  kind text not null,
  slug text not null,
  name text not null,
  phone text,
  email text,
  web text,
  out_of_hours text,
  home_id uuid
);
alter table public.agency add constraint agency_board_id_fkey FOREIGN KEY (board_id) REFERENCES public.agency(id);
alter table public.agency add constraint agency_check CHECK (((kind = 'board'::text) = (board_id IS NULL)));
alter table public.agency add constraint agency_home_id_fkey FOREIGN KEY (home_id) REFERENCES public.agency(id);
alter table public.agency add constraint agency_home_id_key UNIQUE (home_id);
alter table public.agency add constraint agency_kind_check CHECK ((kind = ANY (ARRAY['board'::text, 'member'::text, 'vault'::text])));
alter table public.agency add constraint agency_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table public.agency add constraint agency_pkey PRIMARY KEY (id);
alter table public.agency add constraint agency_slug_check CHECK ((((slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'::text) AND (slug !~ '-vault$'::text) AND (kind <> 'vault'::text)) OR ((kind = 'vault'::text) AND (slug ~ '^[a-z0-9][a-z0-9-]{1,62}-vault$'::text))));
alter table public.agency add constraint agency_slug_key UNIQUE (slug);
alter table public.agency add constraint agency_vault_check CHECK (((kind = 'vault'::text) = (home_id IS NOT NULL)));
CREATE TRIGGER agency_has_vault AFTER INSERT ON public.agency FOR EACH ROW WHEN ((new.kind <> 'vault'::text)) EXECUTE FUNCTION public.agency_has_a_vault();
alter table public.agency enable row level security;
create policy agency_changed on public.agency as permissive for update to public
  using ((id = public.current_agency()));
create policy agency_seen on public.agency as permissive for select to public
  using (((id = public.current_agency()) OR ((board_id = public.current_agency()) AND (kind = 'member'::text))));
grant select on public.agency to lanyard_app;
grant update (email) on public.agency to lanyard_app;
grant update (name) on public.agency to lanyard_app;
grant update (out_of_hours) on public.agency to lanyard_app;
grant update (phone) on public.agency to lanyard_app;
grant update (web) on public.agency to lanyard_app;

create table public.agreement (
  agency_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  channel text not null,
  answer text not null,
  given_by uuid not null,
  given_on date not null,
  last_day date,
  entered_by uuid,
  how text not null,
  at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.agreement add constraint agreement_agency_id_child_id_fkey FOREIGN KEY (agency_id, child_id) REFERENCES public.person(agency_id, id);
alter table public.agreement add constraint agreement_agency_id_entered_by_fkey FOREIGN KEY (agency_id, entered_by) REFERENCES public.person(agency_id, id);
alter table public.agreement add constraint agreement_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.agreement add constraint agreement_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.agreement add constraint agreement_agency_id_given_by_fkey FOREIGN KEY (agency_id, given_by) REFERENCES public.person(agency_id, id);
alter table public.agreement add constraint agreement_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'none'::text])));
alter table public.agreement add constraint agreement_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'email'::text, 'text'::text, 'call'::text])));
alter table public.agreement add constraint agreement_check CHECK (((answer = 'yes'::text) = (last_day IS NOT NULL)));
alter table public.agreement add constraint agreement_check1 CHECK (((how = 'page'::text) = (entered_by IS NULL)));
alter table public.agreement add constraint agreement_check2 CHECK (((last_day >= given_on) AND (last_day <= (given_on + 731))));
alter table public.agreement add constraint agreement_how_check CHECK ((how = ANY (ARRAY['page'::text, 'paper'::text, 'said'::text])));
alter table public.agreement add constraint agreement_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX agreement_newest ON public.agreement USING btree (agency_id, child_id, channel, given_by, at DESC, id DESC);
CREATE TRIGGER agreement_is_theirs BEFORE INSERT ON public.agreement FOR EACH ROW EXECUTE FUNCTION public.agreement_is_theirs_to_give();
alter table public.agreement enable row level security;
create policy agreement_own on public.agreement as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.agreement to lanyard_app;

create table public.agreement_age (
  agency_id uuid not null,
  id uuid not null,
  age integer not null,
  reason text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.agreement_age add constraint agreement_age_age_check CHECK (((age >= 13) AND (age <= 18)));
alter table public.agreement_age add constraint agreement_age_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.agreement_age add constraint agreement_age_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.agreement_age add constraint agreement_age_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.agreement_age add constraint agreement_age_pkey PRIMARY KEY (agency_id, id);
alter table public.agreement_age add constraint agreement_age_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table public.agreement_age enable row level security;
create policy agreement_age_own on public.agreement_age as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.agreement_age to lanyard_app;

create table public.agreement_ask (
  agency_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  channels text[] not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.agreement_ask add constraint agreement_ask_agency_id_asked_by_fkey FOREIGN KEY (agency_id, asked_by) REFERENCES public.person(agency_id, id);
alter table public.agreement_ask add constraint agreement_ask_agency_id_child_id_fkey FOREIGN KEY (agency_id, child_id) REFERENCES public.person(agency_id, id);
alter table public.agreement_ask add constraint agreement_ask_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.agreement_ask add constraint agreement_ask_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.agreement_ask add constraint agreement_ask_channels_check CHECK (((cardinality(channels) > 0) AND (channels <@ ARRAY['web'::text, 'email'::text, 'text'::text, 'call'::text])));
alter table public.agreement_ask add constraint agreement_ask_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX agreement_ask_newest ON public.agreement_ask USING btree (agency_id, child_id, asked_at DESC);
alter table public.agreement_ask enable row level security;
create policy agreement_ask_own on public.agreement_ask as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.agreement_ask to lanyard_app;

create table public.agreement_grace (
  agency_id uuid not null,
  until date not null
);
alter table public.agreement_grace add constraint agreement_grace_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.agreement_grace add constraint agreement_grace_pkey PRIMARY KEY (agency_id);
alter table public.agreement_grace enable row level security;
create policy agreement_grace_own on public.agreement_grace as permissive for all to public
  using ((agency_id = public.current_agency()));
grant select on public.agreement_grace to lanyard_app;

create table public.approach (
  agency_id uuid not null,
  id uuid not null,
  told_by uuid not null,
  person_id uuid,
  described text,
  situation text not null,
  how text not null,
  platform text not null,
  platform_name text,
  happened text,
  did text not null,
  told_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.approach add constraint approach_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.approach add constraint approach_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.approach add constraint approach_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.approach add constraint approach_agency_id_told_by_draft_key_key UNIQUE (agency_id, told_by, draft_key);
alter table public.approach add constraint approach_agency_id_told_by_fkey FOREIGN KEY (agency_id, told_by) REFERENCES public.person(agency_id, id);
alter table public.approach add constraint approach_check CHECK ((num_nonnulls(person_id, described) = 1));
alter table public.approach add constraint approach_described_check CHECK (((length(described) >= 1) AND (length(described) <= 200)));
alter table public.approach add constraint approach_did_check CHECK (((length(did) >= 1) AND (length(did) <= 40)));
alter table public.approach add constraint approach_happened_check CHECK (((length(happened) >= 1) AND (length(happened) <= 2000)));
alter table public.approach add constraint approach_how_check CHECK (((length(how) >= 1) AND (length(how) <= 40)));
alter table public.approach add constraint approach_pkey PRIMARY KEY (agency_id, id);
alter table public.approach add constraint approach_platform_check CHECK (((length(platform) >= 1) AND (length(platform) <= 40)));
alter table public.approach add constraint approach_platform_name_check CHECK (((length(platform_name) >= 1) AND (length(platform_name) <= 80)));
alter table public.approach add constraint approach_situation_check CHECK ((situation = ANY (ARRAY['child'::text, 'parent'::text, 'connected'::text, 'past'::text])));
CREATE INDEX approach_by_time ON public.approach USING btree (agency_id, told_at DESC, id DESC);
CREATE INDEX approach_of_person ON public.approach USING btree (agency_id, person_id);
CREATE TRIGGER whoever_acts_tells BEFORE INSERT ON public.approach FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('told_by');
alter table public.approach enable row level security;
create policy approach_own on public.approach as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.approach to lanyard_app;

create table public.approach_answer (
  agency_id uuid not null,
  id uuid not null,
  approach_id uuid not null,
  answered_by uuid not null,
  words text not null,
  answered_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.approach_answer add constraint approach_answer_agency_id_answered_by_fkey FOREIGN KEY (agency_id, answered_by) REFERENCES public.person(agency_id, id);
alter table public.approach_answer add constraint approach_answer_agency_id_approach_id_fkey FOREIGN KEY (agency_id, approach_id) REFERENCES public.approach(agency_id, id);
alter table public.approach_answer add constraint approach_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.approach_answer add constraint approach_answer_pkey PRIMARY KEY (agency_id, id);
alter table public.approach_answer add constraint approach_answer_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
CREATE INDEX approach_answer_of ON public.approach_answer USING btree (agency_id, approach_id);
CREATE TRIGGER answer_is_anothers BEFORE INSERT ON public.approach_answer FOR EACH ROW EXECUTE FUNCTION public.is_answered_by_another();
CREATE TRIGGER whoever_acts_answers BEFORE INSERT ON public.approach_answer FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('answered_by');
alter table public.approach_answer enable row level security;
create policy approach_answer_own on public.approach_answer as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.approach_answer to lanyard_app;

create table public.arrival (
  agency_id uuid not null,
  id uuid not null,
  channel text not null,
  external_id text not null,
  from_address text,
  to_address text,
  received_at timestamp with time zone not null,
  outcome text not null,
  reason text,
  person_id uuid,
  conversation_id uuid,
  message_id uuid,
  delivery_id uuid,
  decided_by uuid,
  decided_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.arrival add constraint arrival_agency_id_channel_external_id_key UNIQUE (agency_id, channel, external_id);
alter table public.arrival add constraint arrival_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.arrival add constraint arrival_agency_id_decided_by_fkey FOREIGN KEY (agency_id, decided_by) REFERENCES public.person(agency_id, id);
alter table public.arrival add constraint arrival_agency_id_delivery_id_fkey FOREIGN KEY (agency_id, delivery_id) REFERENCES public.delivery(agency_id, id);
alter table public.arrival add constraint arrival_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.arrival add constraint arrival_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.arrival add constraint arrival_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id);
alter table public.arrival add constraint arrival_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.arrival add constraint arrival_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'text'::text])));
alter table public.arrival add constraint arrival_check CHECK (((outcome = 'message'::text) = (message_id IS NOT NULL)));
alter table public.arrival add constraint arrival_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL)));
alter table public.arrival add constraint arrival_check2 CHECK (((outcome <> 'set-aside'::text) OR (decided_by IS NOT NULL)));
alter table public.arrival add constraint arrival_check3 CHECK (((outcome <> 'held'::text) OR (decided_by IS NULL)));
alter table public.arrival add constraint arrival_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 300)));
alter table public.arrival add constraint arrival_from_address_check CHECK ((length(from_address) <= 320));
alter table public.arrival add constraint arrival_outcome_check CHECK ((outcome = ANY (ARRAY['message'::text, 'held'::text, 'set-aside'::text, 'refused'::text, 'bounce'::text, 'auto-reply'::text])));
alter table public.arrival add constraint arrival_pkey PRIMARY KEY (agency_id, id);
alter table public.arrival add constraint arrival_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 60)));
alter table public.arrival add constraint arrival_to_address_check CHECK ((length(to_address) <= 320));
CREATE INDEX arrival_by_conversation ON public.arrival USING btree (agency_id, conversation_id, person_id, id);
CREATE INDEX arrival_by_message ON public.arrival USING btree (agency_id, message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX arrival_held ON public.arrival USING btree (agency_id, received_at) WHERE (outcome = 'held'::text);
CREATE TRIGGER arrival_decided_once BEFORE UPDATE ON public.arrival FOR EACH ROW EXECUTE FUNCTION public.arrival_is_decided_once();
alter table public.arrival enable row level security;
create policy arrival_own on public.arrival as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.arrival to lanyard_app;
grant update (conversation_id) on public.arrival to lanyard_app;
grant update (decided_at) on public.arrival to lanyard_app;
grant update (decided_by) on public.arrival to lanyard_app;
grant update (entry_id) on public.arrival to lanyard_app;
grant update (message_id) on public.arrival to lanyard_app;
grant update (outcome) on public.arrival to lanyard_app;
grant update (person_id) on public.arrival to lanyard_app;
grant update (reason) on public.arrival to lanyard_app;

create table public.arrival_words (
  agency_id uuid not null,
  arrival_id uuid not null,
  body text not null,
  whole text
);
alter table public.arrival_words add constraint arrival_words_agency_id_arrival_id_fkey FOREIGN KEY (agency_id, arrival_id) REFERENCES public.arrival(agency_id, id);
alter table public.arrival_words add constraint arrival_words_body_check CHECK ((length(body) <= 400000));
alter table public.arrival_words add constraint arrival_words_pkey PRIMARY KEY (agency_id, arrival_id);
alter table public.arrival_words add constraint arrival_words_whole_check CHECK ((length(whole) <= 400000));
alter table public.arrival_words enable row level security;
create policy arrival_words_own on public.arrival_words as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select on public.arrival_words to lanyard_app;
grant update (body) on public.arrival_words to lanyard_app;

create table public.away (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  last_day date,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.away add constraint away_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.away add constraint away_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.away add constraint away_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.away add constraint away_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.away add constraint away_check CHECK ((last_day >= from_day));
alter table public.away add constraint away_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX away_by_person ON public.away USING btree (agency_id, person_id) WHERE (ended_at IS NULL);
CREATE TRIGGER away_holds_conversations BEFORE INSERT ON public.away FOR EACH ROW EXECUTE FUNCTION public.goes_away();
alter table public.away enable row level security;
create policy away_own on public.away as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.away to lanyard_app;
grant update (ended_at) on public.away to lanyard_app;
grant update (entry_id) on public.away to lanyard_app;

create table public.chain_letter (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.chain_letter add constraint chain_letter_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.chain_letter add constraint chain_letter_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.chain_letter add constraint chain_letter_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX chain_letter_of ON public.chain_letter USING btree (agency_id, person_id, sent_at DESC);
alter table public.chain_letter enable row level security;
create policy chain_letter_own on public.chain_letter as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.chain_letter to lanyard_app;

create table public.chain_letter_came (
  agency_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  came_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.chain_letter_came add constraint chain_letter_came_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.chain_letter_came add constraint chain_letter_came_agency_id_letter_id_fkey FOREIGN KEY (agency_id, letter_id) REFERENCES public.chain_letter(agency_id, id);
alter table public.chain_letter_came add constraint chain_letter_came_agency_id_letter_id_key UNIQUE (agency_id, letter_id);
alter table public.chain_letter_came add constraint chain_letter_came_pkey PRIMARY KEY (agency_id, id);
alter table public.chain_letter_came enable row level security;
create policy chain_letter_came_own on public.chain_letter_came as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.chain_letter_came to lanyard_app;

create table public.checkpoint (
  agency_id uuid not null,
  size bigint not null,
  root bytea not null,
  at timestamp with time zone not null,
  note text not null
);
alter table public.checkpoint add constraint checkpoint_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.checkpoint add constraint checkpoint_pkey PRIMARY KEY (agency_id, size);
alter table public.checkpoint enable row level security;
create policy checkpoint_own on public.checkpoint as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.checkpoint to lanyard_app;

create table public.concern (
  agency_id uuid not null,
  id uuid not null,
  what text[] not null,
  about text[] not null,
  facts jsonb not null,
  came_by text not null,
  reported_by uuid,
  reported_at timestamp with time zone not null,
  heard_by uuid[] not null,
  subjects uuid[],
  recipient text,
  keys bytea,
  report bytea,
  commitment bytea,
  locator bytea,
  reporter_recipient text,
  reporter_key bytea,
  draft_key uuid not null,
  entry_id uuid not null,
  within_reach uuid[] not null default '{}'::uuid[],
  left_out uuid[]
);
alter table public.concern add constraint concern_about_check CHECK (((cardinality(about) >= 1) AND (cardinality(about) <= 9)));
alter table public.concern add constraint concern_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern add constraint concern_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern add constraint concern_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern add constraint concern_came_by_check CHECK ((came_by = ANY (ARRAY['staff'::text, 'family'::text, 'anyone'::text, 'paper'::text, 'message'::text])));
alter table public.concern add constraint concern_check CHECK (((cardinality(subjects) <= 100) AND (NOT (heard_by && subjects))));
alter table public.concern add constraint concern_commitment_check CHECK ((length(commitment) = 32));
alter table public.concern add constraint concern_erased_whole CHECK ((num_nulls(subjects, recipient, keys, report, commitment, locator, reporter_recipient, reporter_key) = ANY (ARRAY[0, 8])));
alter table public.concern add constraint concern_facts_check CHECK (((jsonb_typeof(facts) = 'object'::text) AND (length((facts)::text) <= 1000)));
alter table public.concern add constraint concern_heard_by_check CHECK (((cardinality(heard_by) >= 1) AND (cardinality(heard_by) <= 100)));
alter table public.concern add constraint concern_keys_check CHECK (((length(keys) >= 100) AND (length(keys) <= 20000)));
alter table public.concern add constraint concern_left_out_check CHECK (((cardinality(left_out) >= 1) AND (cardinality(left_out) <= 100)));
alter table public.concern add constraint concern_locator_check CHECK ((length(locator) = 32));
alter table public.concern add constraint concern_locator_key UNIQUE (locator);
alter table public.concern add constraint concern_pkey PRIMARY KEY (agency_id, id);
alter table public.concern add constraint concern_recipient_check CHECK ((recipient ~ '^age1[a-z0-9]+$'::text));
alter table public.concern add constraint concern_report_check CHECK (((length(report) >= 100) AND (length(report) <= 400000)));
alter table public.concern add constraint concern_reporter_key_check CHECK (((length(reporter_key) >= 50) AND (length(reporter_key) <= 1000)));
alter table public.concern add constraint concern_reporter_recipient_check CHECK ((reporter_recipient ~ '^age1[a-z0-9]+$'::text));
alter table public.concern add constraint concern_what_check CHECK (((cardinality(what) >= 1) AND (cardinality(what) <= 8)));
alter table public.concern add constraint concern_within_reach_check CHECK ((cardinality(within_reach) <= 100));
CREATE INDEX concern_by_reporter ON public.concern USING btree (agency_id, reported_by, reported_at DESC) WHERE (reported_by IS NOT NULL);
CREATE INDEX concern_low_level ON public.concern USING btree (agency_id, reported_at DESC) WHERE ((facts ->> 'lowLevel'::text) = 'yes'::text);
CREATE TRIGGER concern_left_out_erased BEFORE UPDATE OF report ON public.concern FOR EACH ROW WHEN ((new.report IS NULL)) EXECUTE FUNCTION public.left_out_is_erased();
CREATE TRIGGER concern_listed_at_once AFTER INSERT ON public.concern FOR EACH ROW EXECUTE FUNCTION public.concern_is_listed();
alter table public.concern enable row level security;
create policy concern_made on public.concern as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_read on public.concern as permissive for select to public
  using (((agency_id = public.current_agency()) AND ((reported_by = public.current_person()) OR public.reads_concern(agency_id, id))));
grant insert, select on public.concern to lanyard_app;

create table public.concern_action (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  piece_id uuid not null,
  owner_id uuid not null,
  due_at timestamp with time zone not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.concern_action add constraint concern_action_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_action add constraint concern_action_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_action add constraint concern_action_agency_id_piece_id_fkey FOREIGN KEY (agency_id, piece_id) REFERENCES public.concern_piece(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_action add constraint concern_action_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX concern_action_of ON public.concern_action USING btree (agency_id, concern_id, set_at);
CREATE TRIGGER action_of_a_reader BEFORE INSERT ON public.concern_action FOR EACH ROW EXECUTE FUNCTION public.action_is_a_readers();
alter table public.concern_action enable row level security;
create policy concern_action_made on public.concern_action as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_action_read on public.concern_action as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant insert, select on public.concern_action to lanyard_app;

create table public.concern_cover (
  agency_id uuid not null,
  kind text not null,
  about_id uuid not null,
  by_id uuid not null,
  away_id uuid not null
);
alter table public.concern_cover add constraint concern_cover_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_cover add constraint concern_cover_check CHECK ((away_id <> by_id));
alter table public.concern_cover add constraint concern_cover_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)));
alter table public.concern_cover add constraint concern_cover_pkey PRIMARY KEY (agency_id, kind, about_id, by_id);
alter table public.concern_cover enable row level security;
create policy concern_cover_own on public.concern_cover as permissive for all to public
  using (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
grant delete, insert, select on public.concern_cover to lanyard_app;

create table public.concern_document (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  handed_in_by uuid,
  handed_in_at timestamp with time zone not null,
  checked text not null,
  about bytea,
  commitment bytea,
  sealed_hash bytea not null,
  size integer not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.concern_document add constraint concern_document_about_check CHECK (((length(about) >= 100) AND (length(about) <= 20000)));
alter table public.concern_document add constraint concern_document_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_document add constraint concern_document_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern_document add constraint concern_document_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_document add constraint concern_document_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_document add constraint concern_document_check CHECK (((about IS NULL) = (commitment IS NULL)));
alter table public.concern_document add constraint concern_document_checked_check CHECK ((checked = ANY (ARRAY['clean'::text, 'not-checked'::text])));
alter table public.concern_document add constraint concern_document_commitment_check CHECK ((length(commitment) = 32));
alter table public.concern_document add constraint concern_document_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_document add constraint concern_document_sealed_hash_check CHECK ((length(sealed_hash) = 32));
alter table public.concern_document add constraint concern_document_size_check CHECK (((size >= 100) AND (size <= 10600000)));
CREATE INDEX concern_document_of ON public.concern_document USING btree (agency_id, concern_id, handed_in_at);
CREATE CONSTRAINT TRIGGER document_whole AFTER INSERT ON public.concern_document DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.document_is_whole();
CREATE TRIGGER a_comes_to_what_is_there BEFORE INSERT ON public.concern_document FOR EACH ROW EXECUTE FUNCTION public.comes_to_what_is_there();
CREATE TRIGGER documents_few BEFORE INSERT ON public.concern_document FOR EACH ROW EXECUTE FUNCTION public.documents_are_few();
alter table public.concern_document enable row level security;
create policy concern_document_made on public.concern_document as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_document_read on public.concern_document as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant insert, select on public.concern_document to lanyard_app;

create table public.concern_document_part (
  agency_id uuid not null,
  document_id uuid not null,
  concern_id uuid not null,
  number integer not null,
  sealed bytea not null
);
alter table public.concern_document_part add constraint concern_document_part_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_document_part add constraint concern_document_part_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_document_part add constraint concern_document_part_number_check CHECK (((number >= 1) AND (number <= 20)));
alter table public.concern_document_part add constraint concern_document_part_pkey PRIMARY KEY (agency_id, document_id, number);
alter table public.concern_document_part add constraint concern_document_part_sealed_check CHECK (((length(sealed) >= 1) AND (length(sealed) <= 1048576)));
alter table public.concern_document_part enable row level security;
create policy concern_document_part_goes on public.concern_document_part as permissive for delete to public
  using (((agency_id = public.current_agency()) AND (public.current_person() IS NULL) AND (EXISTS ( SELECT
   FROM public.concern_document_waiting w
  WHERE ((w.agency_id = concern_document_part.agency_id) AND (w.id = concern_document_part.document_id))))));
create policy concern_document_part_made on public.concern_document_part as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_document_part_read on public.concern_document_part as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant delete, insert, select on public.concern_document_part to lanyard_app;

create table public.concern_document_waiting (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  handed_in_by uuid,
  handed_in_at timestamp with time zone not null,
  about bytea not null,
  commitment bytea not null,
  key bytea not null,
  draft_key uuid not null
);
alter table public.concern_document_waiting add constraint concern_document_waiting_about_check CHECK (((length(about) >= 100) AND (length(about) <= 20000)));
alter table public.concern_document_waiting add constraint concern_document_waiting_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_document_waiting add constraint concern_document_waiting_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern_document_waiting add constraint concern_document_waiting_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_document_waiting add constraint concern_document_waiting_commitment_check CHECK ((length(commitment) = 32));
alter table public.concern_document_waiting add constraint concern_document_waiting_key_check CHECK (((length(key) >= 50) AND (length(key) <= 1000)));
alter table public.concern_document_waiting add constraint concern_document_waiting_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX concern_document_waiting_of ON public.concern_document_waiting USING btree (agency_id, concern_id);
CREATE TRIGGER a_comes_to_what_is_there BEFORE INSERT ON public.concern_document_waiting FOR EACH ROW EXECUTE FUNCTION public.comes_to_what_is_there();
CREATE TRIGGER waiting_documents_few BEFORE INSERT ON public.concern_document_waiting FOR EACH ROW EXECUTE FUNCTION public.documents_are_few();
alter table public.concern_document_waiting enable row level security;
create policy concern_document_waiting_goes on public.concern_document_waiting as permissive for delete to public
  using (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
create policy concern_document_waiting_made on public.concern_document_waiting as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_document_waiting_read on public.concern_document_waiting as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant delete, insert, select on public.concern_document_waiting to lanyard_app;

create table public.concern_export (
  agency_id uuid not null,
  id uuid not null,
  child_id uuid not null,
  for_whom text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  reason bytea not null,
  concerns uuid[] not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.concern_export add constraint concern_export_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern_export add constraint concern_export_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_export add constraint concern_export_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_export add constraint concern_export_concerns_check CHECK (((cardinality(concerns) >= 1) AND (cardinality(concerns) <= 1000)));
alter table public.concern_export add constraint concern_export_for_whom_check CHECK ((for_whom = ANY (ARRAY['police'::text, 'court'::text, 'subject-access'::text, 'partnership'::text, 'organisation'::text])));
alter table public.concern_export add constraint concern_export_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_export add constraint concern_export_reason_check CHECK (((length(reason) >= 100) AND (length(reason) <= 20000)));
CREATE INDEX concern_export_by_asker ON public.concern_export USING btree (agency_id, asked_by, asked_at DESC);
alter table public.concern_export enable row level security;
create policy concern_export_made on public.concern_export as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (asked_by = public.current_person()) AND public.has_concern_export(agency_id, asked_by, concerns)));
create policy concern_export_read on public.concern_export as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.has_concern_export(agency_id, asked_by, concerns)));
grant insert, select on public.concern_export to lanyard_app;

create table public.concern_export_body (
  agency_id uuid not null,
  export_id uuid not null,
  sealed bytea not null
);
alter table public.concern_export_body add constraint concern_export_body_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.concern_export_made(agency_id, export_id);
alter table public.concern_export_body add constraint concern_export_body_pkey PRIMARY KEY (agency_id, export_id);
alter table public.concern_export_body add constraint concern_export_body_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 50000000)));
alter table public.concern_export_body enable row level security;
create policy concern_export_body_own on public.concern_export_body as permissive for all to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM public.concern_export e
  WHERE ((e.agency_id = concern_export_body.agency_id) AND (e.id = concern_export_body.export_id))))));
grant delete, insert, select on public.concern_export_body to lanyard_app;

create table public.concern_export_made (
  agency_id uuid not null,
  export_id uuid not null,
  entries integer not null,
  replaced integer not null,
  body_sha256 text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.concern_export_made add constraint concern_export_made_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_export_made add constraint concern_export_made_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.concern_export(agency_id, id);
alter table public.concern_export_made add constraint concern_export_made_body_sha256_check CHECK ((length(body_sha256) = 44));
alter table public.concern_export_made add constraint concern_export_made_check CHECK ((expires_at > made_at));
alter table public.concern_export_made add constraint concern_export_made_entries_check CHECK ((entries > 0));
alter table public.concern_export_made add constraint concern_export_made_pkey PRIMARY KEY (agency_id, export_id);
alter table public.concern_export_made add constraint concern_export_made_replaced_check CHECK ((replaced >= 0));
alter table public.concern_export_made enable row level security;
create policy concern_export_made_own on public.concern_export_made as permissive for all to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM public.concern_export e
  WHERE ((e.agency_id = concern_export_made.agency_id) AND (e.id = concern_export_made.export_id))))));
grant insert, select on public.concern_export_made to lanyard_app;

create table public.concern_file (
  agency_id uuid not null,
  id uuid not null,
  from_agency uuid not null,
  from_name text not null,
  sent_by_name text not null,
  arrived_at timestamp with time zone not null,
  readers uuid[] not null,
  answer_to text not null,
  entries integer not null,
  entry_id uuid not null,
  within_reach uuid[]
);
alter table public.concern_file add constraint concern_file_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_file add constraint concern_file_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_file add constraint concern_file_answer_to_check CHECK ((answer_to ~ '^age1[a-z0-9]+$'::text));
alter table public.concern_file add constraint concern_file_entries_check CHECK ((entries > 0));
alter table public.concern_file add constraint concern_file_from_agency_fkey FOREIGN KEY (from_agency) REFERENCES public.agency(id);
alter table public.concern_file add constraint concern_file_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_file add constraint concern_file_readers_check CHECK (((cardinality(readers) >= 1) AND (cardinality(readers) <= 100)));
alter table public.concern_file add constraint concern_file_within_reach_check CHECK (((cardinality(within_reach) >= 1) AND (cardinality(within_reach) <= 300)));
alter table public.concern_file enable row level security;
create policy concern_file_made on public.concern_file as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
create policy concern_file_read on public.concern_file as permissive for select to public
  using (((agency_id = public.current_agency()) AND ((public.current_person() IS NULL) OR (public.current_person() = ANY (readers)) OR (EXISTS ( SELECT
   FROM public.concern_file_reader r
  WHERE ((r.agency_id = concern_file.agency_id) AND (r.file_id = concern_file.id) AND (r.person_id = public.current_person())))))));
grant insert, select on public.concern_file to lanyard_app;

create table public.concern_file_answer (
  agency_id uuid not null,
  file_id uuid not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  why bytea,
  entry_id uuid not null
);
alter table public.concern_file_answer add constraint concern_file_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_file_answer add constraint concern_file_answer_agency_id_file_id_fkey FOREIGN KEY (agency_id, file_id) REFERENCES public.concern_file(agency_id, id);
alter table public.concern_file_answer add constraint concern_file_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text])));
alter table public.concern_file_answer add constraint concern_file_answer_check CHECK (((answer = 'refused'::text) = (why IS NOT NULL)));
alter table public.concern_file_answer add constraint concern_file_answer_pkey PRIMARY KEY (agency_id, file_id);
alter table public.concern_file_answer add constraint concern_file_answer_why_check CHECK (((length(why) >= 100) AND (length(why) <= 20000)));
CREATE TRIGGER refused_not_kept AFTER INSERT ON public.concern_file_answer FOR EACH ROW WHEN ((new.answer = 'refused'::text)) EXECUTE FUNCTION public.refused_file_is_not_kept();
alter table public.concern_file_answer enable row level security;
create policy concern_file_answer_made on public.concern_file_answer as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (answered_by = public.current_person()) AND (EXISTS ( SELECT
   FROM public.concern_file f
  WHERE ((f.agency_id = concern_file_answer.agency_id) AND (f.id = concern_file_answer.file_id))))));
create policy concern_file_answer_read on public.concern_file_answer as permissive for select to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM public.concern_file f
  WHERE ((f.agency_id = concern_file_answer.agency_id) AND (f.id = concern_file_answer.file_id))))));
grant insert, select on public.concern_file_answer to lanyard_app;

create table public.concern_file_content (
  agency_id uuid not null,
  file_id uuid not null,
  sealed bytea not null
);
alter table public.concern_file_content add constraint concern_file_content_agency_id_file_id_fkey FOREIGN KEY (agency_id, file_id) REFERENCES public.concern_file(agency_id, id);
alter table public.concern_file_content add constraint concern_file_content_pkey PRIMARY KEY (agency_id, file_id);
alter table public.concern_file_content add constraint concern_file_content_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 50000000)));
alter table public.concern_file_content enable row level security;
create policy concern_file_content_made on public.concern_file_content as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
create policy concern_file_content_read on public.concern_file_content as permissive for select to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM (public.concern_file_answer a
     JOIN public.concern_file f ON (((f.agency_id = a.agency_id) AND (f.id = a.file_id))))
  WHERE ((a.agency_id = concern_file_content.agency_id) AND (a.file_id = concern_file_content.file_id) AND (a.answer = 'accepted'::text))))));
grant insert, select on public.concern_file_content to lanyard_app;

create table public.concern_file_reader (
  agency_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.concern_file_reader add constraint concern_file_reader_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_file_reader add constraint concern_file_reader_agency_id_file_id_fkey FOREIGN KEY (agency_id, file_id) REFERENCES public.concern_file(agency_id, id);
alter table public.concern_file_reader add constraint concern_file_reader_agency_id_file_id_person_id_key UNIQUE (agency_id, file_id, person_id);
alter table public.concern_file_reader add constraint concern_file_reader_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_file_reader enable row level security;
create policy concern_file_reader_made on public.concern_file_reader as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (public.current_person() IS NULL) AND (EXISTS ( SELECT
   FROM public.concern_file f
  WHERE ((f.agency_id = concern_file_reader.agency_id) AND (f.id = concern_file_reader.file_id) AND (concern_file_reader.person_id = ANY (f.within_reach)))))));
create policy concern_file_reader_read on public.concern_file_reader as permissive for select to public
  using (((agency_id = public.current_agency()) AND ((public.current_person() IS NULL) OR (public.current_person() = person_id))));
grant insert, select on public.concern_file_reader to lanyard_app;

create table public.concern_link (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid,
  part text not null,
  linked_by uuid not null,
  linked_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.concern_link add constraint concern_link_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_link add constraint concern_link_agency_id_concern_id_person_id_key UNIQUE (agency_id, concern_id, person_id);
alter table public.concern_link add constraint concern_link_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_link add constraint concern_link_part_check CHECK ((part = ANY (ARRAY['child'::text, 'family'::text, 'staff'::text])));
alter table public.concern_link add constraint concern_link_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX concern_link_of ON public.concern_link USING btree (agency_id, person_id, linked_at DESC);
alter table public.concern_link enable row level security;
create policy concern_link_made on public.concern_link as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_link_read on public.concern_link as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant insert, select on public.concern_link to lanyard_app;

create table public.concern_listed (
  agency_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  concern_id uuid not null
);
alter table public.concern_listed add constraint concern_listed_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_listed add constraint concern_listed_agency_id_concern_id_person_id_key UNIQUE (agency_id, concern_id, person_id);
alter table public.concern_listed add constraint concern_listed_pkey PRIMARY KEY (agency_id, person_id, at, concern_id);
alter table public.concern_listed enable row level security;
create policy concern_listed_read on public.concern_listed as permissive for select to public
  using (((agency_id = public.current_agency()) AND ((public.current_person() IS NULL) OR (person_id = public.current_person()))));
grant select on public.concern_listed to lanyard_app;

create table public.concern_piece (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  number integer not null,
  kind text not null,
  written_by uuid,
  written_at timestamp with time zone not null,
  for_reporter boolean not null,
  sealed bytea,
  draft_key uuid not null,
  entry_id uuid not null,
  corrects integer
);
alter table public.concern_piece add constraint concern_piece_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_piece add constraint concern_piece_agency_id_concern_id_number_key UNIQUE (agency_id, concern_id, number);
alter table public.concern_piece add constraint concern_piece_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern_piece add constraint concern_piece_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_piece add constraint concern_piece_check CHECK (((corrects >= 1) AND (corrects < number)));
alter table public.concern_piece add constraint concern_piece_corrects_check CHECK (((kind = 'correction'::text) = (corrects IS NOT NULL)));
alter table public.concern_piece add constraint concern_piece_kind_check CHECK ((kind ~ '^[a-z-]{2,30}$'::text));
alter table public.concern_piece add constraint concern_piece_number_check CHECK (((number >= 2) AND (number <= 100000)));
alter table public.concern_piece add constraint concern_piece_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_piece add constraint concern_piece_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 400000)));
CREATE TRIGGER a_comes_to_what_is_there BEFORE INSERT ON public.concern_piece FOR EACH ROW EXECUTE FUNCTION public.comes_to_what_is_there();
CREATE TRIGGER piece_in_turn BEFORE INSERT ON public.concern_piece FOR EACH ROW EXECUTE FUNCTION public.piece_is_in_turn();
alter table public.concern_piece enable row level security;
create policy concern_piece_made on public.concern_piece as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_piece_read on public.concern_piece as permissive for select to public
  using (((agency_id = public.current_agency()) AND (public.reads_concern(agency_id, concern_id) OR (for_reporter AND public.reported_concern(agency_id, concern_id)))));
grant insert, select on public.concern_piece to lanyard_app;

create table public.concern_reader (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid not null,
  why text not null,
  let_in_by uuid,
  since timestamp with time zone not null,
  key bytea,
  entry_id uuid not null
);
alter table public.concern_reader add constraint concern_reader_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_reader add constraint concern_reader_agency_id_concern_id_person_id_key UNIQUE (agency_id, concern_id, person_id);
alter table public.concern_reader add constraint concern_reader_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_reader add constraint concern_reader_key_check CHECK (((length(key) >= 100) AND (length(key) <= 20000)));
alter table public.concern_reader add constraint concern_reader_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_reader add constraint concern_reader_why_check CHECK ((why = ANY (ARRAY['added'::text, 'handed-over'::text, 'recovered'::text, 'broke-glass'::text, 'late'::text])));
CREATE TRIGGER reader_is_no_subject BEFORE INSERT ON public.concern_reader FOR EACH ROW EXECUTE FUNCTION public.nobody_reads_about_themselves();
CREATE TRIGGER reader_let_in BEFORE INSERT ON public.concern_reader FOR EACH ROW EXECUTE FUNCTION public.reader_is_let_in();
alter table public.concern_reader enable row level security;
create policy concern_reader_made on public.concern_reader as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_reader_read on public.concern_reader as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant insert, select on public.concern_reader to lanyard_app;

create table public.concern_step (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  step text not null,
  body text,
  taken_by uuid,
  taken_at timestamp with time zone not null,
  piece_id uuid,
  entry_id uuid not null,
  reason text,
  thing_id uuid,
  happened_at timestamp with time zone
);
alter table public.concern_step add constraint concern_step_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_step add constraint concern_step_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_step add constraint concern_step_agency_id_piece_id_fkey FOREIGN KEY (agency_id, piece_id) REFERENCES public.concern_piece(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_step add constraint concern_step_body_check CHECK ((body ~ '^[a-z0-9-]{2,30}$'::text));
alter table public.concern_step add constraint concern_step_is_after CHECK ((happened_at <= taken_at));
alter table public.concern_step add constraint concern_step_names_body CHECK (((body IS NOT NULL) OR (step <> ALL (ARRAY['referred'::text, 'consulted'::text]))));
alter table public.concern_step add constraint concern_step_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_step add constraint concern_step_reason_check CHECK ((reason ~ '^[a-z-]{2,30}$'::text));
alter table public.concern_step add constraint concern_step_says_ground CHECK (((reason IS NOT NULL) OR (step <> ALL (ARRAY['erase-asked'::text, 'erased'::text]))));
alter table public.concern_step add constraint concern_step_says_why CHECK (((piece_id IS NOT NULL) OR (step <> ALL (ARRAY['referred'::text, 'consulted'::text, 'not-referred'::text, 'close-asked'::text, 'closed'::text, 'reopened'::text, 'glass-broken'::text]))));
alter table public.concern_step add constraint concern_step_step_check CHECK ((step ~ '^[a-z-]{2,30}$'::text));
CREATE INDEX concern_step_erased ON public.concern_step USING btree (agency_id, taken_at) WHERE (step = 'erased'::text);
CREATE INDEX concern_step_of ON public.concern_step USING btree (agency_id, concern_id, taken_at);
CREATE TRIGGER closing_by_two BEFORE INSERT ON public.concern_step FOR EACH ROW EXECUTE FUNCTION public.closing_takes_two();
CREATE TRIGGER keeping_by_two BEFORE INSERT ON public.concern_step FOR EACH ROW EXECUTE FUNCTION public.keeping_takes_two();
alter table public.concern_step enable row level security;
create policy concern_step_made on public.concern_step as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_step_read on public.concern_step as permissive for select to public
  using (((agency_id = public.current_agency()) AND (public.reads_concern(agency_id, concern_id) OR public.reported_concern(agency_id, concern_id))));
grant insert, select on public.concern_step to lanyard_app;

create table public.concern_subject (
  agency_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  person_id uuid,
  named_by uuid not null,
  named_at timestamp with time zone not null,
  entry_id uuid not null,
  why text not null default 'named'::text,
  about text[]
);
alter table public.concern_subject add constraint concern_subject_about_check CHECK (((cardinality(about) >= 1) AND (cardinality(about) <= 9)));
alter table public.concern_subject add constraint concern_subject_agency_id_concern_id_fkey FOREIGN KEY (agency_id, concern_id) REFERENCES public.concern(agency_id, id);
alter table public.concern_subject add constraint concern_subject_agency_id_concern_id_person_id_key UNIQUE (agency_id, concern_id, person_id);
alter table public.concern_subject add constraint concern_subject_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_subject add constraint concern_subject_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_subject add constraint concern_subject_why_check CHECK ((why = ANY (ARRAY['named'::text, 'too-near'::text])));
CREATE TRIGGER subject_holds_concern BEFORE INSERT ON public.concern_subject FOR EACH ROW EXECUTE FUNCTION public.nobody_reads_about_themselves();
alter table public.concern_subject enable row level security;
create policy concern_subject_made on public.concern_subject as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_subject_read on public.concern_subject as permissive for select to public
  using (((agency_id = public.current_agency()) AND public.reads_concern(agency_id, concern_id)));
grant insert, select on public.concern_subject to lanyard_app;

create table public.concern_switch (
  agency_id uuid not null,
  id uuid not null,
  switched_by uuid not null,
  switched_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.concern_switch add constraint concern_switch_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_switch add constraint concern_switch_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.concern_switch add constraint concern_switch_pkey PRIMARY KEY (agency_id);
alter table public.concern_switch enable row level security;
create policy concern_switch_own on public.concern_switch as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.concern_switch to lanyard_app;

create table public.concern_transfer (
  agency_id uuid not null,
  id uuid not null,
  export_id uuid not null,
  to_agency uuid not null,
  to_name text not null,
  sent_by uuid not null,
  sent_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.concern_transfer add constraint concern_transfer_agency_id_draft_key_key UNIQUE (agency_id, draft_key);
alter table public.concern_transfer add constraint concern_transfer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_transfer add constraint concern_transfer_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.concern_export_made(agency_id, export_id);
alter table public.concern_transfer add constraint concern_transfer_pkey PRIMARY KEY (agency_id, id);
alter table public.concern_transfer add constraint concern_transfer_to_agency_fkey FOREIGN KEY (to_agency) REFERENCES public.agency(id);
alter table public.concern_transfer enable row level security;
create policy concern_transfer_made on public.concern_transfer as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (sent_by = public.current_person()) AND (EXISTS ( SELECT
   FROM public.concern_export e
  WHERE ((e.agency_id = concern_transfer.agency_id) AND (e.id = concern_transfer.export_id))))));
create policy concern_transfer_read on public.concern_transfer as permissive for select to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM public.concern_export e
  WHERE ((e.agency_id = concern_transfer.agency_id) AND (e.id = concern_transfer.export_id))))));
grant insert, select on public.concern_transfer to lanyard_app;

create table public.concern_transfer_answer (
  agency_id uuid not null,
  transfer_id uuid not null,
  answer text not null,
  by_name text not null,
  answered_at timestamp with time zone not null,
  why bytea,
  entry_id uuid not null
);
alter table public.concern_transfer_answer add constraint concern_transfer_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.concern_transfer_answer add constraint concern_transfer_answer_agency_id_transfer_id_fkey FOREIGN KEY (agency_id, transfer_id) REFERENCES public.concern_transfer(agency_id, id);
alter table public.concern_transfer_answer add constraint concern_transfer_answer_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text])));
alter table public.concern_transfer_answer add constraint concern_transfer_answer_check CHECK (((answer = 'refused'::text) = (why IS NOT NULL)));
alter table public.concern_transfer_answer add constraint concern_transfer_answer_pkey PRIMARY KEY (agency_id, transfer_id);
alter table public.concern_transfer_answer add constraint concern_transfer_answer_why_check CHECK (((length(why) >= 100) AND (length(why) <= 20000)));
CREATE TRIGGER transfer_arrived AFTER INSERT ON public.concern_transfer_answer FOR EACH ROW EXECUTE FUNCTION public.transfer_has_arrived();
alter table public.concern_transfer_answer enable row level security;
create policy concern_transfer_answer_made on public.concern_transfer_answer as permissive for insert to public
  with check (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
create policy concern_transfer_answer_read on public.concern_transfer_answer as permissive for select to public
  using (((agency_id = public.current_agency()) AND (EXISTS ( SELECT
   FROM public.concern_transfer t
  WHERE ((t.agency_id = concern_transfer_answer.agency_id) AND (t.id = concern_transfer_answer.transfer_id))))));
grant insert, select on public.concern_transfer_answer to lanyard_app;

create table public.concern_transfer_content (
  agency_id uuid not null,
  transfer_id uuid not null,
  readers uuid[] not null,
  answer_to text not null,
  entries integer not null,
  sealed bytea not null,
  within_reach uuid[]
);
alter table public.concern_transfer_content add constraint concern_transfer_content_agency_id_transfer_id_fkey FOREIGN KEY (agency_id, transfer_id) REFERENCES public.concern_transfer(agency_id, id);
alter table public.concern_transfer_content add constraint concern_transfer_content_answer_to_check CHECK ((answer_to ~ '^age1[a-z0-9]+$'::text));
alter table public.concern_transfer_content add constraint concern_transfer_content_entries_check CHECK ((entries > 0));
alter table public.concern_transfer_content add constraint concern_transfer_content_pkey PRIMARY KEY (agency_id, transfer_id);
alter table public.concern_transfer_content add constraint concern_transfer_content_readers_check CHECK (((cardinality(readers) >= 1) AND (cardinality(readers) <= 100)));
alter table public.concern_transfer_content add constraint concern_transfer_content_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 50000000)));
alter table public.concern_transfer_content add constraint concern_transfer_content_within_reach_check CHECK (((cardinality(within_reach) >= 1) AND (cardinality(within_reach) <= 300)));
alter table public.concern_transfer_content enable row level security;
create policy concern_transfer_content_made on public.concern_transfer_content as permissive for insert to public
  with check ((agency_id = public.current_agency()));
create policy concern_transfer_content_read on public.concern_transfer_content as permissive for select to public
  using (((agency_id = public.current_agency()) AND (public.current_person() IS NULL)));
grant insert, select on public.concern_transfer_content to lanyard_app;

create table public.conversation (
  agency_id uuid not null,
  id uuid not null,
  subject text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  entry_id uuid not null,
  ended_at timestamp with time zone
);
alter table public.conversation add constraint conversation_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.conversation add constraint conversation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.conversation add constraint conversation_agency_id_opened_by_fkey FOREIGN KEY (agency_id, opened_by) REFERENCES public.person(agency_id, id);
alter table public.conversation add constraint conversation_pkey PRIMARY KEY (agency_id, id);
alter table public.conversation add constraint conversation_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120)));
CREATE INDEX conversation_ended ON public.conversation USING btree (agency_id, ended_at) WHERE (ended_at IS NOT NULL);
CREATE TRIGGER conversation_listed AFTER INSERT ON public.conversation FOR EACH ROW EXECUTE FUNCTION public.conversation_is_listed();
alter table public.conversation enable row level security;
create policy conversation_own on public.conversation as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.conversation to lanyard_app;
grant update (entry_id) on public.conversation to lanyard_app;

create table public.conversation_end (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  ended_at timestamp with time zone not null,
  worker_id uuid not null,
  purpose text not null,
  entry_id uuid not null,
  why text not null default 'work'::text
);
alter table public.conversation_end add constraint conversation_end_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.conversation_end add constraint conversation_end_agency_id_conversation_id_key UNIQUE (agency_id, conversation_id);
alter table public.conversation_end add constraint conversation_end_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.conversation_end add constraint conversation_end_agency_id_worker_id_fkey FOREIGN KEY (agency_id, worker_id) REFERENCES public.person(agency_id, id);
alter table public.conversation_end add constraint conversation_end_pkey PRIMARY KEY (agency_id, id);
alter table public.conversation_end add constraint conversation_end_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200)));
alter table public.conversation_end add constraint conversation_end_why_check CHECK ((why = ANY (ARRAY['work'::text, 'family'::text])));
CREATE TRIGGER conversation_end_is_said AFTER INSERT ON public.conversation_end FOR EACH ROW EXECUTE FUNCTION public.conversation_ends();
alter table public.conversation_end enable row level security;
create policy conversation_end_own on public.conversation_end as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.conversation_end to lanyard_app;

create table public.conversation_newest (
  agency_id uuid not null,
  conversation_id uuid not null,
  newest uuid not null
);
alter table public.conversation_newest add constraint conversation_newest_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.conversation_newest add constraint conversation_newest_pkey PRIMARY KEY (agency_id, conversation_id);
CREATE INDEX conversation_by_newest ON public.conversation_newest USING btree (agency_id, newest);
alter table public.conversation_newest enable row level security;
create policy conversation_newest_own on public.conversation_newest as permissive for all to public
  using ((agency_id = public.current_agency()));
grant select on public.conversation_newest to lanyard_app;

create table public.cosignature (
  agency_id uuid not null,
  size bigint not null,
  witness text not null,
  line text not null
);
alter table public.cosignature add constraint cosignature_agency_id_size_fkey FOREIGN KEY (agency_id, size) REFERENCES public.checkpoint(agency_id, size);
alter table public.cosignature add constraint cosignature_pkey PRIMARY KEY (agency_id, size, witness);
alter table public.cosignature enable row level security;
create policy cosignature_own on public.cosignature as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.cosignature to lanyard_app;

create table public.danger_shown (
  agency_id uuid not null,
  id uuid not null,
  shown_at timestamp with time zone not null,
  to_whom text not null,
  entry_id uuid not null,
  times integer not null default 1
);
alter table public.danger_shown add constraint danger_shown_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.danger_shown add constraint danger_shown_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.danger_shown add constraint danger_shown_pkey PRIMARY KEY (agency_id, id);
alter table public.danger_shown add constraint danger_shown_times_check CHECK (((times >= 1) AND (times <= 100000000)));
alter table public.danger_shown add constraint danger_shown_to_whom_check CHECK ((to_whom = ANY (ARRAY['staff'::text, 'family'::text, 'anyone'::text])));
alter table public.danger_shown enable row level security;
create policy danger_shown_own on public.danger_shown as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.danger_shown to lanyard_app;

create table public.delivery (
  agency_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  channel text not null,
  state text not null,
  attempts integer not null,
  reference text,
  why text,
  made_at timestamp with time zone not null,
  handed_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.delivery add constraint delivery_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.delivery add constraint delivery_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.delivery add constraint delivery_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.delivery add constraint delivery_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id);
alter table public.delivery add constraint delivery_agency_id_message_id_person_id_channel_key UNIQUE (agency_id, message_id, person_id, channel);
alter table public.delivery add constraint delivery_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.delivery add constraint delivery_attempts_check CHECK ((attempts >= 0));
alter table public.delivery add constraint delivery_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'text'::text])));
alter table public.delivery add constraint delivery_pkey PRIMARY KEY (agency_id, id);
alter table public.delivery add constraint delivery_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 300)));
alter table public.delivery add constraint delivery_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'claimed'::text, 'handed-over'::text, 'unsure'::text, 'delivered'::text, 'failed'::text, 'returned'::text])));
alter table public.delivery add constraint delivery_why_check CHECK (((length(why) >= 1) AND (length(why) <= 60)));
CREATE INDEX delivery_claimed ON public.delivery USING btree (changed_at, agency_id) WHERE (state = 'claimed'::text);
CREATE INDEX delivery_in_conversation ON public.delivery USING btree (agency_id, conversation_id, person_id, id);
CREATE INDEX delivery_of_person ON public.delivery USING btree (agency_id, person_id, made_at DESC);
CREATE UNIQUE INDEX delivery_by_reference ON public.delivery USING btree (channel, reference) WHERE (reference IS NOT NULL);
CREATE TRIGGER delivery_agreed_when_claimed BEFORE UPDATE OF state ON public.delivery FOR EACH ROW WHEN (((new.state = 'claimed'::text) AND (old.state <> 'claimed'::text))) EXECUTE FUNCTION public.delivery_is_agreed();
CREATE TRIGGER delivery_agreed_when_made BEFORE INSERT ON public.delivery FOR EACH ROW WHEN ((new.state <> ALL (ARRAY['queued'::text, 'failed'::text]))) EXECUTE FUNCTION public.delivery_is_agreed();
CREATE TRIGGER delivery_goes_on BEFORE UPDATE ON public.delivery FOR EACH ROW EXECUTE FUNCTION public.delivery_goes_on();
alter table public.delivery enable row level security;
create policy delivery_own on public.delivery as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.delivery to lanyard_app;
grant update (attempts) on public.delivery to lanyard_app;
grant update (changed_at) on public.delivery to lanyard_app;
grant update (entry_id) on public.delivery to lanyard_app;
grant update (handed_at) on public.delivery to lanyard_app;
grant update (reference) on public.delivery to lanyard_app;
grant update (state) on public.delivery to lanyard_app;
grant update (why) on public.delivery to lanyard_app;

create table public.detail_opening (
  agency_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  for_all boolean not null,
  reason text not null,
  at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.detail_opening add constraint detail_opening_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.detail_opening add constraint detail_opening_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id);
alter table public.detail_opening add constraint detail_opening_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.detail_opening add constraint detail_opening_pkey PRIMARY KEY (agency_id, id);
alter table public.detail_opening add constraint detail_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
CREATE INDEX detail_opening_of ON public.detail_opening USING btree (agency_id, message_id);
CREATE TRIGGER detail_opening_may BEFORE INSERT ON public.detail_opening FOR EACH ROW EXECUTE FUNCTION public.detail_is_opened_by_a_manager();
alter table public.detail_opening enable row level security;
create policy detail_opening_own on public.detail_opening as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.detail_opening to lanyard_app;

create table public.duty (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  person_id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  opened_entry uuid not null,
  closed_entry uuid,
  next_at timestamp with time zone
);
alter table public.duty add constraint duty_agency_id_closed_entry_fkey FOREIGN KEY (agency_id, closed_entry) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.duty add constraint duty_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.duty add constraint duty_agency_id_opened_entry_fkey FOREIGN KEY (agency_id, opened_entry) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.duty add constraint duty_check CHECK (((closed_at IS NULL) = (closed_entry IS NULL)));
alter table public.duty add constraint duty_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX duty_next ON public.duty USING btree (agency_id, next_at) WHERE ((closed_at IS NULL) AND (next_at IS NOT NULL));
CREATE INDEX duty_open ON public.duty USING btree (agency_id, person_id, due_at) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX duty_once ON public.duty USING btree (agency_id, kind, person_id, about_id) WHERE (closed_at IS NULL);
CREATE TRIGGER duty_is_owed_here AFTER INSERT OR UPDATE OF person_id ON public.duty FOR EACH ROW EXECUTE FUNCTION public.duty_is_owed_by_somebody_here();
CREATE TRIGGER duty_of_no_subject BEFORE INSERT OR UPDATE OF person_id ON public.duty FOR EACH ROW WHEN ((new.about_kind = ANY (ARRAY['concern'::text, 'concern-action'::text]))) EXECUTE FUNCTION public.nobody_owes_about_themselves();
alter table public.duty enable row level security;
create policy duty_own on public.duty as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.duty to lanyard_app;

create table public.entry (
  agency_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  person_id uuid,
  about_id uuid,
  leaf text not null,
  salt bytea,
  content text
);
alter table public.entry add constraint entry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.entry add constraint entry_check CHECK (((salt IS NULL) = (content IS NULL)));
alter table public.entry add constraint entry_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX entry_by_about ON public.entry USING btree (agency_id, about_id, at);
CREATE INDEX entry_by_event ON public.entry USING btree (agency_id, event, at);
CREATE TRIGGER document_goes AFTER UPDATE OF content ON public.entry FOR EACH ROW WHEN (((new.event = 'concern.document-handed-in'::text) AND (old.content IS NOT NULL) AND (new.content IS NULL))) EXECUTE FUNCTION public.document_goes();
CREATE TRIGGER family_tie_entry_is_erased AFTER UPDATE OF content ON public.entry FOR EACH ROW WHEN (((new.event = 'family.untied'::text) AND (old.content IS NOT NULL) AND (new.content IS NULL))) EXECUTE FUNCTION public.family_tie_is_erased();
alter table public.entry enable row level security;
create policy entry_own on public.entry as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.entry to lanyard_app;

create table public.entry_pending (
  agency_id uuid not null,
  entry_id uuid not null
);
alter table public.entry_pending add constraint entry_pending_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id);
alter table public.entry_pending add constraint entry_pending_pkey PRIMARY KEY (agency_id, entry_id);
alter table public.entry_pending enable row level security;
create policy entry_pending_own on public.entry_pending as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select on public.entry_pending to lanyard_app;

create table public.entry_sequenced (
  agency_id uuid not null,
  "position" bigint not null,
  entry_id uuid not null,
  hash bytea not null
);
alter table public.entry_sequenced add constraint entry_sequenced_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id);
alter table public.entry_sequenced add constraint entry_sequenced_agency_id_entry_id_key UNIQUE (agency_id, entry_id);
alter table public.entry_sequenced add constraint entry_sequenced_hash_check CHECK ((length(hash) = 32));
alter table public.entry_sequenced add constraint entry_sequenced_pkey PRIMARY KEY (agency_id, "position");
alter table public.entry_sequenced add constraint entry_sequenced_position_check CHECK (("position" >= 0));
alter table public.entry_sequenced enable row level security;
create policy entry_sequenced_own on public.entry_sequenced as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.entry_sequenced to lanyard_app;

create table public.erasing_hold (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid,
  conversation_id uuid,
  reason text not null,
  review_on date not null,
  placed_by uuid not null,
  placed_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.erasing_hold add constraint erasing_hold_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.erasing_hold add constraint erasing_hold_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.erasing_hold add constraint erasing_hold_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.erasing_hold add constraint erasing_hold_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.erasing_hold add constraint erasing_hold_agency_id_placed_by_fkey FOREIGN KEY (agency_id, placed_by) REFERENCES public.person(agency_id, id);
alter table public.erasing_hold add constraint erasing_hold_check CHECK ((num_nonnulls(person_id, conversation_id) = 1));
alter table public.erasing_hold add constraint erasing_hold_check1 CHECK ((person_id IS DISTINCT FROM placed_by));
alter table public.erasing_hold add constraint erasing_hold_check2 CHECK ((review_on > ((placed_at AT TIME ZONE 'Europe/London'::text))::date));
alter table public.erasing_hold add constraint erasing_hold_check3 CHECK ((review_on <= (((placed_at AT TIME ZONE 'Europe/London'::text))::date + 366)));
alter table public.erasing_hold add constraint erasing_hold_pkey PRIMARY KEY (agency_id, id);
alter table public.erasing_hold add constraint erasing_hold_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
CREATE INDEX erasing_hold_of ON public.erasing_hold USING btree (agency_id, placed_at DESC, id DESC);
CREATE TRIGGER erasing_hold_alone BEFORE INSERT ON public.erasing_hold FOR EACH ROW EXECUTE FUNCTION public.hold_waits_for_erasing();
CREATE TRIGGER erasing_hold_may BEFORE INSERT ON public.erasing_hold FOR EACH ROW EXECUTE FUNCTION public.is_done_in_a_role('placed_by', 'designated-person senior-manager');
alter table public.erasing_hold enable row level security;
create policy erasing_hold_own on public.erasing_hold as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.erasing_hold to lanyard_app;

create table public.erasing_hold_step (
  agency_id uuid not null,
  id uuid not null,
  hold_id uuid not null,
  step text not null,
  reason text not null,
  review_on date,
  taken_by uuid not null,
  taken_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.erasing_hold_step add constraint erasing_hold_step_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.erasing_hold_step add constraint erasing_hold_step_agency_id_hold_id_fkey FOREIGN KEY (agency_id, hold_id) REFERENCES public.erasing_hold(agency_id, id);
alter table public.erasing_hold_step add constraint erasing_hold_step_agency_id_taken_by_fkey FOREIGN KEY (agency_id, taken_by) REFERENCES public.person(agency_id, id);
alter table public.erasing_hold_step add constraint erasing_hold_step_check CHECK (((step = 'stays'::text) = (review_on IS NOT NULL)));
alter table public.erasing_hold_step add constraint erasing_hold_step_check1 CHECK ((review_on > ((taken_at AT TIME ZONE 'Europe/London'::text))::date));
alter table public.erasing_hold_step add constraint erasing_hold_step_check2 CHECK ((review_on <= (((taken_at AT TIME ZONE 'Europe/London'::text))::date + 366)));
alter table public.erasing_hold_step add constraint erasing_hold_step_pkey PRIMARY KEY (agency_id, id);
alter table public.erasing_hold_step add constraint erasing_hold_step_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table public.erasing_hold_step add constraint erasing_hold_step_step_check CHECK ((step = ANY (ARRAY['stays'::text, 'lifted'::text])));
CREATE INDEX erasing_hold_step_of ON public.erasing_hold_step USING btree (agency_id, hold_id, taken_at DESC, id DESC);
CREATE UNIQUE INDEX erasing_hold_lifted_once ON public.erasing_hold_step USING btree (agency_id, hold_id) WHERE (step = 'lifted'::text);
CREATE TRIGGER erasing_hold_step_may BEFORE INSERT ON public.erasing_hold_step FOR EACH ROW EXECUTE FUNCTION public.is_done_in_a_role('taken_by', 'designated-person senior-manager');
alter table public.erasing_hold_step enable row level security;
create policy erasing_hold_step_own on public.erasing_hold_step as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.erasing_hold_step to lanyard_app;

create table public.erasure_batch (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  erased integer not null,
  failed uuid[] not null,
  done_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.erasure_batch add constraint erasure_batch_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.erasure_batch add constraint erasure_batch_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.erasure_batch add constraint erasure_batch_check CHECK (((erased > 0) <> (cardinality(failed) > 0)));
alter table public.erasure_batch add constraint erasure_batch_erased_check CHECK ((erased >= 0));
alter table public.erasure_batch add constraint erasure_batch_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)));
alter table public.erasure_batch add constraint erasure_batch_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX erasure_batch_by_time ON public.erasure_batch USING btree (agency_id, done_at DESC, id DESC);
alter table public.erasure_batch enable row level security;
create policy erasure_batch_own on public.erasure_batch as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.erasure_batch to lanyard_app;

create table public.export (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  reason text not null,
  entry_id uuid not null
);
alter table public.export add constraint export_agency_id_asked_by_fkey FOREIGN KEY (agency_id, asked_by) REFERENCES public.person(agency_id, id);
alter table public.export add constraint export_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.export add constraint export_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.export add constraint export_kind_check CHECK ((kind = ANY (ARRAY['conversation'::text, 'child'::text, 'parent'::text])));
alter table public.export add constraint export_pkey PRIMARY KEY (agency_id, id);
alter table public.export add constraint export_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
CREATE INDEX export_by_asker ON public.export USING btree (agency_id, asked_by, asked_at);
CREATE INDEX export_by_subject ON public.export USING btree (agency_id, subject_id, asked_at);
CREATE TRIGGER export_by_another BEFORE INSERT ON public.export FOR EACH ROW EXECUTE FUNCTION public.export_is_by_another();
CREATE TRIGGER whoever_acts_asks BEFORE INSERT ON public.export FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('asked_by');
alter table public.export enable row level security;
create policy export_own on public.export as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.export to lanyard_app;

create table public.export_file (
  agency_id uuid not null,
  export_id uuid not null,
  name text not null,
  content bytea not null
);
alter table public.export_file add constraint export_file_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.export(agency_id, id);
alter table public.export_file add constraint export_file_name_check CHECK ((name ~ '^(body|json|pdf-[0-9]{1,3})$'::text));
alter table public.export_file add constraint export_file_pkey PRIMARY KEY (agency_id, export_id, name);
CREATE TRIGGER export_file_of_one_that_is_there BEFORE INSERT ON public.export_file FOR EACH ROW EXECUTE FUNCTION public.gone_export_has_no_files();
alter table public.export_file enable row level security;
create policy export_file_own on public.export_file as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select on public.export_file to lanyard_app;

create table public.export_made (
  agency_id uuid not null,
  export_id uuid not null,
  size bigint not null,
  root text not null,
  entries integer not null,
  messages integer not null,
  replaced integer not null,
  body_sha256 text not null,
  made_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.export_made add constraint export_made_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.export_made add constraint export_made_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.export(agency_id, id);
alter table public.export_made add constraint export_made_body_sha256_check CHECK ((length(body_sha256) = 44));
alter table public.export_made add constraint export_made_entries_check CHECK ((entries >= 0));
alter table public.export_made add constraint export_made_messages_check CHECK ((messages >= 0));
alter table public.export_made add constraint export_made_pkey PRIMARY KEY (agency_id, export_id);
alter table public.export_made add constraint export_made_replaced_check CHECK ((replaced >= 0));
alter table public.export_made add constraint export_made_root_check CHECK ((length(root) = 44));
alter table public.export_made add constraint export_made_size_check CHECK ((size > 0));
alter table public.export_made enable row level security;
create policy export_made_own on public.export_made as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.export_made to lanyard_app;

create table public.export_progress (
  agency_id uuid not null,
  export_id uuid not null,
  state text not null,
  at timestamp with time zone not null,
  size bigint,
  entries integer,
  named jsonb,
  choices jsonb,
  expires_at timestamp with time zone
);
alter table public.export_progress add constraint export_progress_agency_id_export_id_fkey FOREIGN KEY (agency_id, export_id) REFERENCES public.export(agency_id, id);
alter table public.export_progress add constraint export_progress_pkey PRIMARY KEY (agency_id, export_id);
alter table public.export_progress add constraint export_progress_state_check CHECK ((state = ANY (ARRAY['looking'::text, 'choosing'::text, 'making'::text, 'ready'::text, 'gone'::text, 'failed'::text])));
CREATE TRIGGER export_stays_gone BEFORE UPDATE ON public.export_progress FOR EACH ROW EXECUTE FUNCTION public.gone_export_stays_gone();
alter table public.export_progress enable row level security;
create policy export_progress_own on public.export_progress as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select, update on public.export_progress to lanyard_app;

create table public.family_link (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  conversation_id uuid,
  token_hash bytea,
  code_hash bytea,
  code_expires_at timestamp with time zone,
  wrong_codes integer not null default 0,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table public.family_link add constraint family_link_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.family_link add constraint family_link_pkey PRIMARY KEY (agency_id, id);
CREATE UNIQUE INDEX family_link_by_token ON public.family_link USING btree (token_hash);
alter table public.family_link enable row level security;
create policy family_link_own on public.family_link as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.family_link to lanyard_app;

create table public.family_session (
  token_hash bytea not null,
  agency_id uuid not null,
  person_id uuid not null,
  link_id uuid not null,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
alter table public.family_session add constraint family_session_agency_id_link_id_fkey FOREIGN KEY (agency_id, link_id) REFERENCES public.family_link(agency_id, id);
alter table public.family_session add constraint family_session_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.family_session add constraint family_session_pkey PRIMARY KEY (token_hash);
alter table public.family_session enable row level security;
create policy family_session_own on public.family_session as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.family_session to lanyard_app;

create table public.family_tie (
  agency_id uuid not null,
  child_id uuid not null,
  parent_id uuid not null,
  relationship text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  entry_id uuid not null,
  why_ended text
);
alter table public.family_tie add constraint family_tie_agency_id_child_id_fkey FOREIGN KEY (agency_id, child_id) REFERENCES public.person(agency_id, id);
alter table public.family_tie add constraint family_tie_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.family_tie add constraint family_tie_agency_id_parent_id_fkey FOREIGN KEY (agency_id, parent_id) REFERENCES public.person(agency_id, id);
alter table public.family_tie add constraint family_tie_check CHECK (((why_ended IS NULL) OR (until IS NOT NULL)));
alter table public.family_tie add constraint family_tie_pkey PRIMARY KEY (agency_id, child_id, parent_id);
alter table public.family_tie add constraint family_tie_relationship_check CHECK (((length(relationship) >= 1) AND (length(relationship) <= 60)));
alter table public.family_tie add constraint family_tie_why_ended_check CHECK (((length(why_ended) >= 1) AND (length(why_ended) <= 1000)));
CREATE INDEX family_tie_by_parent ON public.family_tie USING btree (agency_id, parent_id);
CREATE CONSTRAINT TRIGGER family_tie_leaves_nobody AFTER UPDATE ON public.family_tie DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.until IS NOT NULL)) EXECUTE FUNCTION public.nobody_untied_stays();
CREATE TRIGGER family_tie_ends_in_turn BEFORE UPDATE OF until ON public.family_tie FOR EACH ROW WHEN (((old.until IS NULL) AND (new.until IS NOT NULL))) EXECUTE FUNCTION public.family_tie_ends();
alter table public.family_tie enable row level security;
create policy family_tie_own on public.family_tie as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.family_tie to lanyard_app;

create table public.handover (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  went jsonb not null,
  entry_id uuid not null
);
alter table public.handover add constraint handover_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.handover add constraint handover_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.handover add constraint handover_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.handover add constraint handover_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX handover_by_person ON public.handover USING btree (agency_id, person_id);
alter table public.handover enable row level security;
create policy handover_own on public.handover as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.handover to lanyard_app;

create table public.help_answer (
  agency_id uuid not null,
  id uuid not null,
  arrival_id uuid not null,
  why text not null,
  state text not null,
  attempts integer not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.help_answer add constraint help_answer_agency_id_arrival_id_fkey FOREIGN KEY (agency_id, arrival_id) REFERENCES public.arrival(agency_id, id);
alter table public.help_answer add constraint help_answer_agency_id_arrival_id_key UNIQUE (agency_id, arrival_id);
alter table public.help_answer add constraint help_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.help_answer add constraint help_answer_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.help_answer add constraint help_answer_attempts_check CHECK (((attempts >= 0) AND (attempts <= 100)));
alter table public.help_answer add constraint help_answer_pkey PRIMARY KEY (agency_id, id);
alter table public.help_answer add constraint help_answer_state_check CHECK ((state = ANY (ARRAY['claimed'::text, 'queued'::text, 'sent'::text, 'unsure'::text, 'not-sent'::text])));
alter table public.help_answer add constraint help_answer_why_check CHECK ((why = ANY (ARRAY['danger'::text, 'hours'::text])));
CREATE INDEX help_answer_newest ON public.help_answer USING btree (agency_id, made_at);
alter table public.help_answer enable row level security;
create policy help_answer_own on public.help_answer as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.help_answer to lanyard_app;
grant update (attempts) on public.help_answer to lanyard_app;
grant update (changed_at) on public.help_answer to lanyard_app;
grant update (entry_id) on public.help_answer to lanyard_app;
grant update (state) on public.help_answer to lanyard_app;

create table public.induction_pass (
  agency_id uuid not null,
  id uuid not null,
  walk_id uuid not null,
  person_id uuid not null,
  passed_at timestamp with time zone not null,
  valid_until date not null,
  tries jsonb not null,
  entry_id uuid not null
);
alter table public.induction_pass add constraint induction_pass_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.induction_pass add constraint induction_pass_agency_id_walk_id_key UNIQUE (agency_id, walk_id);
alter table public.induction_pass add constraint induction_pass_agency_id_walk_id_person_id_fkey FOREIGN KEY (agency_id, walk_id, person_id) REFERENCES public.induction_walk(agency_id, id, person_id);
alter table public.induction_pass add constraint induction_pass_check CHECK ((valid_until > ((passed_at AT TIME ZONE 'Europe/London'::text))::date));
alter table public.induction_pass add constraint induction_pass_pkey PRIMARY KEY (agency_id, id);
alter table public.induction_pass add constraint induction_pass_tries_check CHECK ((jsonb_typeof(tries) = 'object'::text));
CREATE INDEX induction_pass_newest ON public.induction_pass USING btree (agency_id, person_id, passed_at DESC);
alter table public.induction_pass enable row level security;
create policy induction_pass_own on public.induction_pass as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.induction_pass to lanyard_app;

create table public.induction_renewal (
  agency_id uuid not null,
  id uuid not null,
  months integer not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.induction_renewal add constraint induction_renewal_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.induction_renewal add constraint induction_renewal_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.induction_renewal add constraint induction_renewal_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.induction_renewal add constraint induction_renewal_months_check CHECK (((months >= 6) AND (months <= 24)));
alter table public.induction_renewal add constraint induction_renewal_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX induction_renewal_newest ON public.induction_renewal USING btree (agency_id, set_at DESC, id DESC);
alter table public.induction_renewal enable row level security;
create policy induction_renewal_own on public.induction_renewal as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.induction_renewal to lanyard_app;

create table public.induction_try (
  agency_id uuid not null,
  walk_id uuid not null,
  question text not null,
  tries integer not null,
  right_at timestamp with time zone
);
alter table public.induction_try add constraint induction_try_agency_id_walk_id_fkey FOREIGN KEY (agency_id, walk_id) REFERENCES public.induction_walk(agency_id, id);
alter table public.induction_try add constraint induction_try_pkey PRIMARY KEY (agency_id, walk_id, question);
alter table public.induction_try add constraint induction_try_question_check CHECK (((length(question) >= 1) AND (length(question) <= 100)));
alter table public.induction_try add constraint induction_try_tries_check CHECK ((tries > 0));
alter table public.induction_try enable row level security;
create policy induction_try_own on public.induction_try as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select, update on public.induction_try to lanyard_app;

create table public.induction_walk (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number integer not null,
  scenarios jsonb not null,
  begun_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.induction_walk add constraint induction_walk_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.induction_walk add constraint induction_walk_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.induction_walk add constraint induction_walk_agency_id_id_person_id_key UNIQUE (agency_id, id, person_id);
alter table public.induction_walk add constraint induction_walk_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.induction_walk add constraint induction_walk_agency_id_person_id_number_key UNIQUE (agency_id, person_id, number);
alter table public.induction_walk add constraint induction_walk_number_check CHECK ((number > 0));
alter table public.induction_walk add constraint induction_walk_pkey PRIMARY KEY (agency_id, id);
alter table public.induction_walk add constraint induction_walk_scenarios_check CHECK ((jsonb_typeof(scenarios) = 'array'::text));
CREATE TRIGGER induction_walk_is_here BEFORE INSERT ON public.induction_walk FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('person_id');
alter table public.induction_walk enable row level security;
create policy induction_walk_own on public.induction_walk as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.induction_walk to lanyard_app;

create table public.invitation (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone
);
alter table public.invitation add constraint invitation_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.invitation add constraint invitation_pkey PRIMARY KEY (agency_id, id);
CREATE UNIQUE INDEX invitation_by_token ON public.invitation USING btree (token_hash);
alter table public.invitation enable row level security;
create policy invitation_own on public.invitation as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.invitation to lanyard_app;

create table public.kept_form (
  agency_id uuid not null,
  person_id uuid not null,
  path text not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null,
  until timestamp with time zone not null
);
alter table public.kept_form add constraint kept_form_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.kept_form add constraint kept_form_path_check CHECK ((length(path) <= 500));
alter table public.kept_form add constraint kept_form_pkey PRIMARY KEY (agency_id, person_id, path);
alter table public.kept_form add constraint kept_form_sealed_check CHECK ((length(sealed) <= 200000));
alter table public.kept_form enable row level security;
create policy kept_form_own on public.kept_form as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select, update on public.kept_form to lanyard_app;

create table public.kept_key (
  agency_id uuid not null,
  key_id uuid not null,
  recovery_id uuid not null,
  sealed bytea not null,
  kept_at timestamp with time zone not null
);
alter table public.kept_key add constraint kept_key_agency_id_key_id_fkey FOREIGN KEY (agency_id, key_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.kept_key add constraint kept_key_agency_id_recovery_id_fkey FOREIGN KEY (agency_id, recovery_id) REFERENCES public.recovery_key(agency_id, id);
alter table public.kept_key add constraint kept_key_pkey PRIMARY KEY (agency_id, key_id, recovery_id);
alter table public.kept_key add constraint kept_key_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 20000)));
alter table public.kept_key enable row level security;
create policy kept_key_own on public.kept_key as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.kept_key to lanyard_app;

create table public.kept_words (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid,
  worker_id uuid,
  author_id uuid not null,
  body text,
  kept_at timestamp with time zone not null,
  why text not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.kept_words add constraint kept_words_agency_id_author_id_draft_key_conversation_id_key UNIQUE NULLS NOT DISTINCT (agency_id, author_id, draft_key, conversation_id);
alter table public.kept_words add constraint kept_words_agency_id_author_id_fkey FOREIGN KEY (agency_id, author_id) REFERENCES public.person(agency_id, id);
alter table public.kept_words add constraint kept_words_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.kept_words add constraint kept_words_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.kept_words add constraint kept_words_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.kept_words add constraint kept_words_agency_id_worker_id_fkey FOREIGN KEY (agency_id, worker_id) REFERENCES public.person(agency_id, id);
alter table public.kept_words add constraint kept_words_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
alter table public.kept_words add constraint kept_words_check CHECK ((num_nonnulls(conversation_id, worker_id) > 0));
alter table public.kept_words add constraint kept_words_pkey PRIMARY KEY (agency_id, id);
alter table public.kept_words add constraint kept_words_why_check CHECK ((why = ANY (ARRAY['work-ended'::text, 'not-agreed'::text, 'no-second-adult'::text])));
alter table public.kept_words enable row level security;
create policy kept_words_own on public.kept_words as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.kept_words to lanyard_app;

create table public.keyholder (
  agency_id uuid not null,
  recovery_id uuid not null,
  person_id uuid not null,
  key_id uuid not null
);
alter table public.keyholder add constraint keyholder_agency_id_key_id_fkey FOREIGN KEY (agency_id, key_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.keyholder add constraint keyholder_agency_id_recovery_id_fkey FOREIGN KEY (agency_id, recovery_id) REFERENCES public.recovery_key(agency_id, id);
alter table public.keyholder add constraint keyholder_pkey PRIMARY KEY (agency_id, recovery_id, person_id);
CREATE TRIGGER keyholder_is_of_its_person BEFORE INSERT ON public.keyholder FOR EACH ROW EXECUTE FUNCTION public.sealing_is_of_its_person();
alter table public.keyholder enable row level security;
create policy keyholder_own on public.keyholder as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.keyholder to lanyard_app;

create table public.keyholder_pair (
  agency_id uuid not null,
  recovery_id uuid not null,
  first_id uuid not null,
  second_id uuid not null,
  sealed bytea not null
);
alter table public.keyholder_pair add constraint keyholder_pair_agency_id_recovery_id_first_id_fkey FOREIGN KEY (agency_id, recovery_id, first_id) REFERENCES public.keyholder(agency_id, recovery_id, person_id);
alter table public.keyholder_pair add constraint keyholder_pair_agency_id_recovery_id_second_id_fkey FOREIGN KEY (agency_id, recovery_id, second_id) REFERENCES public.keyholder(agency_id, recovery_id, person_id);
alter table public.keyholder_pair add constraint keyholder_pair_check CHECK ((first_id <> second_id));
alter table public.keyholder_pair add constraint keyholder_pair_pkey PRIMARY KEY (agency_id, recovery_id, first_id, second_id);
alter table public.keyholder_pair add constraint keyholder_pair_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 2000)));
alter table public.keyholder_pair enable row level security;
create policy keyholder_pair_own on public.keyholder_pair as permissive for all to public
  using (((agency_id = public.current_agency()) AND (first_id = public.current_person())))
  with check ((agency_id = public.current_agency()));
grant insert, select on public.keyholder_pair to lanyard_app;

create table public.mail_stopped (
  one boolean not null default true,
  since timestamp with time zone not null,
  why text not null
);
alter table public.mail_stopped add constraint mail_stopped_one_check CHECK (one);
alter table public.mail_stopped add constraint mail_stopped_pkey PRIMARY KEY (one);
alter table public.mail_stopped add constraint mail_stopped_why_check CHECK ((why = ANY (ARRAY['unreachable'::text, 'refused'::text])));
grant delete, insert, select, update on public.mail_stopped to lanyard_app;

create table public.message (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text,
  sent_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null,
  number integer
);
alter table public.message add constraint message_agency_id_author_id_fkey FOREIGN KEY (agency_id, author_id) REFERENCES public.person(agency_id, id);
alter table public.message add constraint message_agency_id_conversation_id_author_id_draft_key_key UNIQUE (agency_id, conversation_id, author_id, draft_key);
alter table public.message add constraint message_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.message add constraint message_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.message add constraint message_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
alter table public.message add constraint message_number_check CHECK ((number > 0));
alter table public.message add constraint message_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX message_by_words ON public.message USING gin (public.words_of_day(agency_id, sent_at, body)) WITH (gin_pending_list_limit='256');
CREATE INDEX message_in_order ON public.message USING btree (agency_id, conversation_id, id);
CREATE UNIQUE INDEX message_by_number ON public.message USING btree (agency_id, conversation_id, number) WHERE (number IS NOT NULL);
CREATE TRIGGER message_does_not_wait BEFORE INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION public.message_waits_for_nobody();
CREATE TRIGGER message_first AFTER INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION public.message_comes_first();
CREATE TRIGGER message_number BEFORE INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION public.message_number_follows();
CREATE TRIGGER message_second_adult BEFORE INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION public.message_has_second_adult();
CREATE TRIGGER whole_goes_with_message AFTER UPDATE OF body ON public.message FOR EACH ROW WHEN (((old.body IS NOT NULL) AND (new.body IS NULL))) EXECUTE FUNCTION public.whole_goes_with_message();
alter table public.message enable row level security;
create policy message_own on public.message as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.message to lanyard_app;

create table public.message_look (
  agency_id uuid not null,
  id uuid not null,
  mark_id uuid not null,
  person_id uuid not null,
  did text,
  at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.message_look add constraint message_look_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.message_look add constraint message_look_agency_id_mark_id_fkey FOREIGN KEY (agency_id, mark_id) REFERENCES public.message_mark(agency_id, id);
alter table public.message_look add constraint message_look_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.message_look add constraint message_look_did_check CHECK (((length(did) >= 1) AND (length(did) <= 1000)));
alter table public.message_look add constraint message_look_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX message_look_of ON public.message_look USING btree (agency_id, mark_id, at);
CREATE TRIGGER whoever_acts_looks BEFORE INSERT ON public.message_look FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.message_look enable row level security;
create policy message_look_own on public.message_look as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.message_look to lanyard_app;

create table public.message_mark (
  agency_id uuid not null,
  id uuid not null,
  message_id uuid not null,
  kind text not null,
  found jsonb not null,
  reason text,
  marked_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.message_mark add constraint message_mark_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.message_mark add constraint message_mark_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.message_mark add constraint message_mark_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.message_mark add constraint message_mark_agency_id_message_id_kind_key UNIQUE (agency_id, message_id, kind);
alter table public.message_mark add constraint message_mark_check CHECK (((reason IS NULL) OR (kind = 'asked'::text)));
alter table public.message_mark add constraint message_mark_found_check CHECK (((jsonb_typeof(found) = 'array'::text) AND (length((found)::text) <= 20000)));
alter table public.message_mark add constraint message_mark_kind_check CHECK ((kind = ANY (ARRAY['asked'::text, 'danger'::text, 'look'::text, 'masked'::text])));
alter table public.message_mark add constraint message_mark_pkey PRIMARY KEY (agency_id, id);
alter table public.message_mark add constraint message_mark_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table public.message_mark enable row level security;
create policy message_mark_own on public.message_mark as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.message_mark to lanyard_app;

create table public.migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  ran_at timestamp with time zone not null default now()
);
alter table public.migration add constraint migration_pkey PRIMARY KEY (number);

create table public.note_check (
  agency_id uuid not null,
  id uuid not null,
  note text not null,
  note_hash bytea not null,
  person_id uuid not null,
  finding text not null,
  remark text not null,
  checked_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.note_check add constraint note_check_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.note_check add constraint note_check_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.note_check add constraint note_check_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.note_check add constraint note_check_check CHECK (((finding = 'holds'::text) OR (length(remark) > 0)));
alter table public.note_check add constraint note_check_finding_check CHECK ((finding = ANY (ARRAY['holds'::text, 'differs'::text])));
alter table public.note_check add constraint note_check_note_check CHECK (((length(note) >= 1) AND (length(note) <= 100)));
alter table public.note_check add constraint note_check_note_hash_check CHECK ((length(note_hash) = 32));
alter table public.note_check add constraint note_check_pkey PRIMARY KEY (agency_id, id);
alter table public.note_check add constraint note_check_remark_check CHECK ((length(remark) <= 1000));
CREATE INDEX note_check_newest ON public.note_check USING btree (agency_id, note, checked_at DESC);
alter table public.note_check enable row level security;
create policy note_check_own on public.note_check as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.note_check to lanyard_app;

create table public.notice (
  agency_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  reaches text not null,
  subject text not null,
  body text not null,
  recipients uuid[] not null,
  written_by uuid not null,
  second_id uuid,
  written_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.notice add constraint notice_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.notice add constraint notice_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.notice add constraint notice_agency_id_group_id_fkey FOREIGN KEY (agency_id, group_id) REFERENCES public.notice_group(agency_id, id);
alter table public.notice add constraint notice_agency_id_second_id_fkey FOREIGN KEY (agency_id, second_id) REFERENCES public.person(agency_id, id);
alter table public.notice add constraint notice_agency_id_written_by_draft_key_key UNIQUE (agency_id, written_by, draft_key);
alter table public.notice add constraint notice_agency_id_written_by_fkey FOREIGN KEY (agency_id, written_by) REFERENCES public.person(agency_id, id);
alter table public.notice add constraint notice_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
alter table public.notice add constraint notice_check CHECK ((second_id IS DISTINCT FROM written_by));
alter table public.notice add constraint notice_check1 CHECK (((reaches = 'parents'::text) OR (second_id IS NOT NULL)));
alter table public.notice add constraint notice_pkey PRIMARY KEY (agency_id, id);
alter table public.notice add constraint notice_reaches_check CHECK ((reaches = ANY (ARRAY['parents'::text, 'children'::text, 'both'::text])));
alter table public.notice add constraint notice_recipients_check CHECK (((cardinality(recipients) >= 1) AND (cardinality(recipients) <= 10000)));
alter table public.notice add constraint notice_subject_check CHECK (((length(subject) >= 1) AND (length(subject) <= 120)));
CREATE INDEX notice_of_group ON public.notice USING btree (agency_id, group_id, written_at DESC, id DESC);
CREATE TRIGGER notice_second_is_here BEFORE INSERT ON public.notice FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('second_id');
CREATE TRIGGER whoever_acts_writes_notice BEFORE INSERT ON public.notice FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('written_by');
alter table public.notice enable row level security;
create policy notice_own on public.notice as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.notice to lanyard_app;

create table public.notice_copy (
  agency_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  given_at timestamp with time zone,
  seen_at timestamp with time zone,
  conversation_id uuid,
  why_not text,
  claimed_at timestamp with time zone,
  handed_at timestamp with time zone
);
alter table public.notice_copy add constraint notice_copy_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.notice_copy add constraint notice_copy_agency_id_notice_id_fkey FOREIGN KEY (agency_id, notice_id) REFERENCES public.notice(agency_id, id);
alter table public.notice_copy add constraint notice_copy_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.notice_copy add constraint notice_copy_given_or_not CHECK (((given_at IS NULL) OR (why_not IS NULL)));
alter table public.notice_copy add constraint notice_copy_handed_when_claimed CHECK ((((claimed_at IS NULL) OR (given_at IS NOT NULL)) AND ((handed_at IS NULL) OR (claimed_at IS NOT NULL))));
alter table public.notice_copy add constraint notice_copy_pkey PRIMARY KEY (agency_id, notice_id, person_id);
alter table public.notice_copy add constraint notice_copy_why_not_check CHECK ((why_not = ANY (ARRAY['not-agreed'::text, 'left'::text])));
CREATE INDEX notice_copy_of_person ON public.notice_copy USING btree (agency_id, person_id, notice_id DESC);
CREATE INDEX notice_copy_to_give ON public.notice_copy USING btree (agency_id, notice_id, person_id) WHERE ((given_at IS NULL) AND (why_not IS NULL));
CREATE TRIGGER copy_is_of_its_notice BEFORE INSERT ON public.notice_copy FOR EACH ROW EXECUTE FUNCTION public.notice_copy_is_of_its_notice();
CREATE TRIGGER notice_copy_agreed BEFORE UPDATE ON public.notice_copy FOR EACH ROW WHEN ((((new.given_at IS NOT NULL) AND (old.given_at IS NULL)) OR ((new.claimed_at IS NOT NULL) AND (old.claimed_at IS NULL)))) EXECUTE FUNCTION public.notice_copy_is_agreed();
alter table public.notice_copy enable row level security;
create policy notice_copy_own on public.notice_copy as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.notice_copy to lanyard_app;
grant update (claimed_at) on public.notice_copy to lanyard_app;
grant update (conversation_id) on public.notice_copy to lanyard_app;
grant update (given_at) on public.notice_copy to lanyard_app;
grant update (handed_at) on public.notice_copy to lanyard_app;
grant update (seen_at) on public.notice_copy to lanyard_app;
grant update (why_not) on public.notice_copy to lanyard_app;

create table public.notice_group (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.notice_group add constraint notice_group_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.notice_group add constraint notice_group_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.notice_group add constraint notice_group_agency_id_made_by_fkey FOREIGN KEY (agency_id, made_by) REFERENCES public.person(agency_id, id);
alter table public.notice_group add constraint notice_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)));
alter table public.notice_group add constraint notice_group_pkey PRIMARY KEY (agency_id, id);
CREATE TRIGGER notice_group_holder_is_here BEFORE UPDATE OF made_by ON public.notice_group FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('made_by');
CREATE TRIGGER whoever_acts_makes_group BEFORE INSERT ON public.notice_group FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('made_by');
alter table public.notice_group enable row level security;
create policy notice_group_own on public.notice_group as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.notice_group to lanyard_app;
grant update (entry_id) on public.notice_group to lanyard_app;
grant update (made_by) on public.notice_group to lanyard_app;

create table public.notice_member (
  agency_id uuid not null,
  id uuid not null,
  group_id uuid not null,
  child_id uuid not null,
  added_at timestamp with time zone not null,
  until timestamp with time zone,
  entry_id uuid not null
);
alter table public.notice_member add constraint notice_member_agency_id_child_id_fkey FOREIGN KEY (agency_id, child_id) REFERENCES public.person(agency_id, id);
alter table public.notice_member add constraint notice_member_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.notice_member add constraint notice_member_agency_id_group_id_fkey FOREIGN KEY (agency_id, group_id) REFERENCES public.notice_group(agency_id, id);
alter table public.notice_member add constraint notice_member_pkey PRIMARY KEY (agency_id, id);
CREATE UNIQUE INDEX notice_member_once ON public.notice_member USING btree (agency_id, group_id, child_id) WHERE (until IS NULL);
alter table public.notice_member enable row level security;
create policy notice_member_own on public.notice_member as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.notice_member to lanyard_app;
grant update (entry_id) on public.notice_member to lanyard_app;
grant update (until) on public.notice_member to lanyard_app;

create table public.number_opening (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  reason text not null,
  entry_id uuid not null
);
alter table public.number_opening add constraint number_opening_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.number_opening add constraint number_opening_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.number_opening add constraint number_opening_agency_id_opened_by_fkey FOREIGN KEY (agency_id, opened_by) REFERENCES public.person(agency_id, id);
alter table public.number_opening add constraint number_opening_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.number_opening add constraint number_opening_pkey PRIMARY KEY (agency_id, id);
alter table public.number_opening add constraint number_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)));
CREATE INDEX number_opening_of ON public.number_opening USING btree (agency_id, person_id, opened_at DESC);
alter table public.number_opening enable row level security;
create policy number_opening_own on public.number_opening as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.number_opening to lanyard_app;

create table public.organisation_fact (
  agency_id uuid not null,
  id uuid not null,
  part text not null,
  person_id uuid,
  said jsonb not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.organisation_fact add constraint organisation_fact_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.organisation_fact add constraint organisation_fact_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.organisation_fact add constraint organisation_fact_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.organisation_fact add constraint organisation_fact_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.organisation_fact add constraint organisation_fact_check CHECK (((part = 'contact'::text) = (person_id IS NOT NULL)));
alter table public.organisation_fact add constraint organisation_fact_part_check CHECK ((part = ANY (ARRAY['contact'::text, 'lado'::text, 'police'::text, 'equipment'::text, 'colour'::text, 'logo'::text, 'hours'::text, 'outside'::text])));
alter table public.organisation_fact add constraint organisation_fact_pkey PRIMARY KEY (agency_id, id);
alter table public.organisation_fact add constraint organisation_fact_said_check CHECK (((jsonb_typeof(said) = 'object'::text) AND (length((said)::text) <= 4000)));
CREATE INDEX organisation_fact_newest ON public.organisation_fact USING btree (agency_id, part, person_id, set_at DESC, id DESC);
alter table public.organisation_fact enable row level security;
create policy organisation_fact_own on public.organisation_fact as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.organisation_fact to lanyard_app;

create table public.organisation_logo (
  agency_id uuid not null,
  id uuid not null,
  content bytea not null,
  hash bytea not null
);
alter table public.organisation_logo add constraint organisation_logo_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.organisation_logo add constraint organisation_logo_check CHECK ((hash = sha256(content)));
alter table public.organisation_logo add constraint organisation_logo_content_check CHECK (((length(content) >= 1) AND (length(content) <= 2000000)));
alter table public.organisation_logo add constraint organisation_logo_pkey PRIMARY KEY (agency_id, id);
alter table public.organisation_logo enable row level security;
create policy organisation_logo_own on public.organisation_logo as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.organisation_logo to lanyard_app;

create table public.own_decision (
  agency_id uuid not null,
  id uuid not null,
  act text not null,
  limit_row text not null,
  conditions jsonb not null,
  stands text not null,
  says text not null,
  because jsonb not null,
  begins_on date not null,
  until date not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.own_decision add constraint own_decision_act_check CHECK (((length(act) >= 1) AND (length(act) <= 60)));
alter table public.own_decision add constraint own_decision_act_check1 CHECK ((act <> 'report'::text));
alter table public.own_decision add constraint own_decision_agency_id_decided_by_fkey FOREIGN KEY (agency_id, decided_by) REFERENCES public.person(agency_id, id);
alter table public.own_decision add constraint own_decision_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.own_decision add constraint own_decision_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.own_decision add constraint own_decision_because_check CHECK (((jsonb_typeof(because) = 'array'::text) AND (jsonb_array_length(because) > 0)));
alter table public.own_decision add constraint own_decision_check CHECK ((limit_row ~~ (act || '/%'::text)));
alter table public.own_decision add constraint own_decision_check1 CHECK (((until >= begins_on) AND (until <= (begins_on + 366))));
alter table public.own_decision add constraint own_decision_check2 CHECK ((begins_on >= ((decided_at AT TIME ZONE 'Europe/London'::text))::date));
alter table public.own_decision add constraint own_decision_conditions_check CHECK ((jsonb_typeof(conditions) = 'object'::text));
alter table public.own_decision add constraint own_decision_pkey PRIMARY KEY (agency_id, id);
alter table public.own_decision add constraint own_decision_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)));
alter table public.own_decision add constraint own_decision_stands_check CHECK ((stands = ANY (ARRAY['poor'::text, 'safe'::text])));
CREATE TRIGGER own_decision_is_a_senior_managers BEFORE INSERT ON public.own_decision FOR EACH ROW EXECUTE FUNCTION public.is_decided_by_a_senior_manager();
alter table public.own_decision enable row level security;
create policy own_decision_own on public.own_decision as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.own_decision to lanyard_app;

create table public.own_decision_end (
  agency_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  at_once boolean not null,
  ended_by uuid not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.own_decision_end add constraint own_decision_end_agency_id_decision_id_at_once_key UNIQUE (agency_id, decision_id, at_once);
alter table public.own_decision_end add constraint own_decision_end_agency_id_decision_id_fkey FOREIGN KEY (agency_id, decision_id) REFERENCES public.own_decision(agency_id, id);
alter table public.own_decision_end add constraint own_decision_end_agency_id_ended_by_fkey FOREIGN KEY (agency_id, ended_by) REFERENCES public.person(agency_id, id);
alter table public.own_decision_end add constraint own_decision_end_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.own_decision_end add constraint own_decision_end_pkey PRIMARY KEY (agency_id, id);
alter table public.own_decision_end add constraint own_decision_end_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table public.own_decision_end enable row level security;
create policy own_decision_end_own on public.own_decision_end as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.own_decision_end to lanyard_app;

create table public.own_decision_holder (
  agency_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  person_id uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.own_decision_holder add constraint own_decision_holder_agency_id_decision_id_fkey FOREIGN KEY (agency_id, decision_id) REFERENCES public.own_decision(agency_id, id);
alter table public.own_decision_holder add constraint own_decision_holder_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.own_decision_holder add constraint own_decision_holder_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.own_decision_holder add constraint own_decision_holder_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX own_decision_holder_newest ON public.own_decision_holder USING btree (agency_id, decision_id, set_at DESC, id DESC);
CREATE TRIGGER own_decision_holder_is_here BEFORE INSERT ON public.own_decision_holder FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('person_id');
alter table public.own_decision_holder enable row level security;
create policy own_decision_holder_own on public.own_decision_holder as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.own_decision_holder to lanyard_app;

create table public.own_tightening (
  agency_id uuid not null,
  id uuid not null,
  act text not null,
  conditions jsonb not null,
  at_most text not null,
  needs jsonb not null,
  owed jsonb not null,
  says text not null,
  because jsonb not null,
  begins_on date not null,
  set_by uuid,
  policy_id uuid,
  policy_title text,
  policy_version integer,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.own_tightening add constraint own_tightening_act_check CHECK (((length(act) >= 1) AND (length(act) <= 60)));
alter table public.own_tightening add constraint own_tightening_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.own_tightening add constraint own_tightening_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.own_tightening add constraint own_tightening_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.own_tightening add constraint own_tightening_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.own_tightening add constraint own_tightening_at_most_check CHECK ((at_most = ANY (ARRAY['forbidden'::text, 'poor'::text, 'safe'::text, 'best'::text])));
alter table public.own_tightening add constraint own_tightening_because_check CHECK (((jsonb_typeof(because) = 'array'::text) AND (jsonb_array_length(because) > 0)));
alter table public.own_tightening add constraint own_tightening_check CHECK ((num_nonnulls(policy_id, policy_title, policy_version) = ANY (ARRAY[0, 3])));
alter table public.own_tightening add constraint own_tightening_check1 CHECK (((set_by IS NULL) = (policy_id IS NOT NULL)));
alter table public.own_tightening add constraint own_tightening_conditions_check CHECK ((jsonb_typeof(conditions) = 'object'::text));
alter table public.own_tightening add constraint own_tightening_needs_check CHECK ((jsonb_typeof(needs) = 'array'::text));
alter table public.own_tightening add constraint own_tightening_owed_check CHECK ((jsonb_typeof(owed) = 'array'::text));
alter table public.own_tightening add constraint own_tightening_pkey PRIMARY KEY (agency_id, id);
alter table public.own_tightening add constraint own_tightening_policy_title_check CHECK (((length(policy_title) >= 1) AND (length(policy_title) <= 300)));
alter table public.own_tightening add constraint own_tightening_policy_version_check CHECK ((policy_version > 0));
alter table public.own_tightening add constraint own_tightening_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)));
alter table public.own_tightening enable row level security;
create policy own_tightening_own on public.own_tightening as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.own_tightening to lanyard_app;

create table public.own_tightening_end (
  agency_id uuid not null,
  id uuid not null,
  tightening_id uuid not null,
  ended_by uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.own_tightening_end add constraint own_tightening_end_agency_id_ended_by_fkey FOREIGN KEY (agency_id, ended_by) REFERENCES public.person(agency_id, id);
alter table public.own_tightening_end add constraint own_tightening_end_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.own_tightening_end add constraint own_tightening_end_agency_id_tightening_id_fkey FOREIGN KEY (agency_id, tightening_id) REFERENCES public.own_tightening(agency_id, id);
alter table public.own_tightening_end add constraint own_tightening_end_agency_id_tightening_id_key UNIQUE (agency_id, tightening_id);
alter table public.own_tightening_end add constraint own_tightening_end_pkey PRIMARY KEY (agency_id, id);
alter table public.own_tightening_end add constraint own_tightening_end_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
alter table public.own_tightening_end enable row level security;
create policy own_tightening_end_own on public.own_tightening_end as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.own_tightening_end to lanyard_app;

create table public.participant (
  agency_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  part text not null,
  added_at timestamp with time zone not null,
  left_at timestamp with time zone,
  seen_at timestamp with time zone,
  notified_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.participant add constraint participant_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.participant add constraint participant_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.participant add constraint participant_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.participant add constraint participant_part_check CHECK ((part = ANY (ARRAY['worker'::text, 'second-adult'::text, 'parent'::text, 'child'::text])));
alter table public.participant add constraint participant_pkey PRIMARY KEY (agency_id, conversation_id, person_id, added_at);
CREATE INDEX participant_by_person ON public.participant USING btree (agency_id, person_id) WHERE (left_at IS NULL);
CREATE UNIQUE INDEX participant_now ON public.participant USING btree (agency_id, conversation_id, person_id) WHERE (left_at IS NULL);
CREATE TRIGGER participant_is_here BEFORE INSERT ON public.participant FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('person_id');
CREATE TRIGGER participant_is_still_theirs AFTER INSERT ON public.participant FOR EACH ROW EXECUTE FUNCTION public.parent_is_still_theirs();
CREATE TRIGGER participant_leaves_in_turn BEFORE UPDATE OF left_at ON public.participant FOR EACH ROW WHEN (((old.left_at IS NULL) AND (new.left_at IS NOT NULL))) EXECUTE FUNCTION public.leaves_conversation();
alter table public.participant enable row level security;
create policy participant_own on public.participant as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.participant to lanyard_app;
grant update (entry_id) on public.participant to lanyard_app;
grant update (left_at) on public.participant to lanyard_app;
grant update (notified_at) on public.participant to lanyard_app;
grant update (seen_at) on public.participant to lanyard_app;

create table public.people_import (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  file_name text,
  file_hash bytea not null,
  lines integer not null,
  invite boolean not null,
  people integer not null,
  uploaded_by uuid not null,
  uploaded_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  ended_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.people_import add constraint people_import_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.people_import add constraint people_import_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.people_import add constraint people_import_agency_id_uploaded_by_fkey FOREIGN KEY (agency_id, uploaded_by) REFERENCES public.person(agency_id, id);
alter table public.people_import add constraint people_import_file_hash_check CHECK ((length(file_hash) = 32));
alter table public.people_import add constraint people_import_file_name_check CHECK ((length(file_name) <= 200));
alter table public.people_import add constraint people_import_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'families'::text])));
alter table public.people_import add constraint people_import_lines_check CHECK (((lines >= 1) AND (lines <= 10000)));
alter table public.people_import add constraint people_import_people_check CHECK ((people >= 0));
alter table public.people_import add constraint people_import_pkey PRIMARY KEY (agency_id, id);
alter table public.people_import add constraint people_import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'confirmed'::text, 'refused'::text, 'done'::text, 'expired'::text])));
alter table public.people_import enable row level security;
create policy people_import_own on public.people_import as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.people_import to lanyard_app;
grant update (confirmed_at) on public.people_import to lanyard_app;
grant update (ended_at) on public.people_import to lanyard_app;
grant update (entry_id) on public.people_import to lanyard_app;
grant update (invite) on public.people_import to lanyard_app;
grant update (people) on public.people_import to lanyard_app;
grant update (state) on public.people_import to lanyard_app;

create table public.people_import_file (
  agency_id uuid not null,
  import_id uuid not null,
  content bytea not null
);
alter table public.people_import_file add constraint people_import_file_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES public.people_import(agency_id, id);
alter table public.people_import_file add constraint people_import_file_content_check CHECK (((length(content) >= 1) AND (length(content) <= 8388608)));
alter table public.people_import_file add constraint people_import_file_pkey PRIMARY KEY (agency_id, import_id);
CREATE TRIGGER import_file_hash BEFORE INSERT ON public.people_import_file FOR EACH ROW EXECUTE FUNCTION public.import_file_is_the_one_on_record();
alter table public.people_import_file enable row level security;
create policy people_import_file_own on public.people_import_file as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select on public.people_import_file to lanyard_app;

create table public.people_import_progress (
  agency_id uuid not null,
  import_id uuid not null,
  done integer not null,
  at timestamp with time zone not null
);
alter table public.people_import_progress add constraint people_import_progress_agency_id_import_id_fkey FOREIGN KEY (agency_id, import_id) REFERENCES public.people_import(agency_id, id);
alter table public.people_import_progress add constraint people_import_progress_pkey PRIMARY KEY (agency_id, import_id);
alter table public.people_import_progress enable row level security;
create policy people_import_progress_own on public.people_import_progress as permissive for all to public
  using ((agency_id = public.current_agency()));
grant delete, insert, select, update on public.people_import_progress to lanyard_app;

create table public.person (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  email text,
  phone text,
  born_on date,
  manager_id uuid,
  login_id text,
  joined_at timestamp with time zone not null,
  left_at timestamp with time zone,
  entry_id uuid not null,
  way text not null default 'web'::text
);
alter table public.person add constraint person_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.person add constraint person_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.person add constraint person_agency_id_manager_id_fkey FOREIGN KEY (agency_id, manager_id) REFERENCES public.person(agency_id, id);
alter table public.person add constraint person_check CHECK (((kind = 'staff'::text) OR ((login_id IS NULL) AND (manager_id IS NULL))));
alter table public.person add constraint person_email_check CHECK ((length(email) <= 254));
alter table public.person add constraint person_kind_check CHECK ((kind = ANY (ARRAY['staff'::text, 'child'::text, 'parent'::text])));
alter table public.person add constraint person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)));
alter table public.person add constraint person_phone_check CHECK ((length(phone) <= 40));
alter table public.person add constraint person_pkey PRIMARY KEY (agency_id, id);
alter table public.person add constraint person_way_check CHECK ((way = ANY (ARRAY['web'::text, 'email'::text, 'text'::text])));
alter table public.person add constraint person_way_of_families CHECK (((kind <> 'staff'::text) OR (way = 'web'::text)));
CREATE INDEX person_by_manager ON public.person USING btree (manager_id, agency_id);
CREATE INDEX person_by_number ON public.person USING btree (public.e164(phone)) WHERE ((left_at IS NULL) AND (kind <> 'staff'::text) AND (phone IS NOT NULL));
CREATE INDEX staff_by_email_anywhere ON public.person USING btree (lower(email)) WHERE ((kind = 'staff'::text) AND (left_at IS NULL));
CREATE INDEX staff_by_name ON public.person USING btree (agency_id, name, id) WHERE ((kind = 'staff'::text) AND (left_at IS NULL));
CREATE UNIQUE INDEX person_by_login ON public.person USING btree (login_id, agency_id) WHERE (login_id IS NOT NULL);
CREATE UNIQUE INDEX staff_by_email ON public.person USING btree (agency_id, lower(email)) WHERE ((kind = 'staff'::text) AND (left_at IS NULL));
CREATE CONSTRAINT TRIGGER leaves_no_decision_behind AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION public.no_decision_is_left_behind();
CREATE CONSTRAINT TRIGGER leaves_no_group_behind AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION public.no_group_is_left_behind();
CREATE CONSTRAINT TRIGGER leaves_no_poster_behind AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION public.no_poster_is_left_behind();
CREATE CONSTRAINT TRIGGER leaves_no_review_behind AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION public.no_review_is_left_behind();
CREATE CONSTRAINT TRIGGER leaves_nothing_behind AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.left_at IS NOT NULL)) EXECUTE FUNCTION public.nothing_is_left_behind();
CREATE CONSTRAINT TRIGGER leaves_nothing_sealed AFTER UPDATE OF left_at ON public.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.left_at IS NULL) AND (new.left_at IS NOT NULL))) EXECUTE FUNCTION public.nothing_is_left_sealed();
CREATE TRIGGER childs_number_is_agreed_when_changed BEFORE UPDATE OF phone ON public.person FOR EACH ROW WHEN (((new.kind = 'child'::text) AND (new.phone IS NOT NULL) AND (new.phone IS DISTINCT FROM old.phone))) EXECUTE FUNCTION public.childs_number_is_agreed();
CREATE TRIGGER childs_number_is_agreed_when_entered BEFORE INSERT ON public.person FOR EACH ROW WHEN (((new.kind = 'child'::text) AND (new.phone IS NOT NULL))) EXECUTE FUNCTION public.childs_number_is_agreed();
CREATE TRIGGER manager_is_here BEFORE INSERT OR UPDATE OF manager_id ON public.person FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('manager_id');
alter table public.person enable row level security;
create policy person_own on public.person as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.person to lanyard_app;

create table public.personal_link (
  agency_id uuid not null,
  id uuid not null,
  declared_by uuid not null,
  person_id uuid,
  described text,
  relation text not null,
  platform text,
  says text,
  declared_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.personal_link add constraint personal_link_agency_id_declared_by_draft_key_key UNIQUE (agency_id, declared_by, draft_key);
alter table public.personal_link add constraint personal_link_agency_id_declared_by_fkey FOREIGN KEY (agency_id, declared_by) REFERENCES public.person(agency_id, id);
alter table public.personal_link add constraint personal_link_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.personal_link add constraint personal_link_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.personal_link add constraint personal_link_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.personal_link add constraint personal_link_check CHECK ((num_nonnulls(person_id, described) = 1));
alter table public.personal_link add constraint personal_link_described_check CHECK (((length(described) >= 1) AND (length(described) <= 200)));
alter table public.personal_link add constraint personal_link_pkey PRIMARY KEY (agency_id, id);
alter table public.personal_link add constraint personal_link_platform_check CHECK (((length(platform) >= 1) AND (length(platform) <= 40)));
alter table public.personal_link add constraint personal_link_relation_check CHECK (((length(relation) >= 1) AND (length(relation) <= 40)));
alter table public.personal_link add constraint personal_link_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)));
CREATE TRIGGER whoever_acts_declares BEFORE INSERT ON public.personal_link FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('declared_by');
alter table public.personal_link enable row level security;
create policy personal_link_own on public.personal_link as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.personal_link to lanyard_app;

create table public.personal_link_decision (
  agency_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  decision text not null,
  limits text,
  ends_on date,
  review_on date not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.personal_link_decision add constraint personal_link_decision_agency_id_decided_by_fkey FOREIGN KEY (agency_id, decided_by) REFERENCES public.person(agency_id, id);
alter table public.personal_link_decision add constraint personal_link_decision_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.personal_link_decision add constraint personal_link_decision_agency_id_link_id_fkey FOREIGN KEY (agency_id, link_id) REFERENCES public.personal_link(agency_id, id);
alter table public.personal_link_decision add constraint personal_link_decision_check CHECK (((decision = 'within-limits'::text) = (limits IS NOT NULL)));
alter table public.personal_link_decision add constraint personal_link_decision_check1 CHECK (((decision = 'ends'::text) = (ends_on IS NOT NULL)));
alter table public.personal_link_decision add constraint personal_link_decision_check2 CHECK ((review_on > ((decided_at AT TIME ZONE 'Europe/London'::text))::date));
alter table public.personal_link_decision add constraint personal_link_decision_check3 CHECK ((review_on <= (((decided_at AT TIME ZONE 'Europe/London'::text))::date + 366)));
alter table public.personal_link_decision add constraint personal_link_decision_decision_check CHECK ((decision = ANY (ARRAY['no-contact'::text, 'within-limits'::text, 'ends'::text])));
alter table public.personal_link_decision add constraint personal_link_decision_limits_check CHECK (((length(limits) >= 1) AND (length(limits) <= 1000)));
alter table public.personal_link_decision add constraint personal_link_decision_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX personal_link_decision_newest ON public.personal_link_decision USING btree (agency_id, link_id, decided_at DESC, id DESC);
CREATE TRIGGER decision_is_anothers BEFORE INSERT ON public.personal_link_decision FOR EACH ROW EXECUTE FUNCTION public.is_decided_by_another();
CREATE TRIGGER whoever_acts_decides BEFORE INSERT ON public.personal_link_decision FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('decided_by');
alter table public.personal_link_decision enable row level security;
create policy personal_link_decision_own on public.personal_link_decision as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.personal_link_decision to lanyard_app;

create table public.personal_link_end (
  agency_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  ended_by uuid,
  because text not null,
  ended_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.personal_link_end add constraint personal_link_end_agency_id_ended_by_fkey FOREIGN KEY (agency_id, ended_by) REFERENCES public.person(agency_id, id);
alter table public.personal_link_end add constraint personal_link_end_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.personal_link_end add constraint personal_link_end_agency_id_link_id_fkey FOREIGN KEY (agency_id, link_id) REFERENCES public.personal_link(agency_id, id);
alter table public.personal_link_end add constraint personal_link_end_agency_id_link_id_key UNIQUE (agency_id, link_id);
alter table public.personal_link_end add constraint personal_link_end_because_check CHECK ((because = ANY (ARRAY['no-longer'::text, 'left'::text])));
alter table public.personal_link_end add constraint personal_link_end_check CHECK (((because = 'left'::text) = (ended_by IS NULL)));
alter table public.personal_link_end add constraint personal_link_end_pkey PRIMARY KEY (agency_id, id);
CREATE TRIGGER whoever_acts_ends BEFORE INSERT ON public.personal_link_end FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('ended_by');
alter table public.personal_link_end enable row level security;
create policy personal_link_end_own on public.personal_link_end as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.personal_link_end to lanyard_app;

create table public.phone_call (
  agency_id uuid not null,
  id uuid not null,
  logged_by uuid not null,
  logged_at timestamp with time zone not null,
  with_id uuid not null,
  way text not null,
  result text not null,
  began_at timestamp with time zone not null,
  minutes integer,
  about text not null,
  agreed text,
  phone text not null,
  own_reason text,
  second_id uuid,
  second_was text,
  corrects uuid,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.phone_call add constraint phone_call_about_check CHECK (((length(about) >= 1) AND (length(about) <= 200)));
alter table public.phone_call add constraint phone_call_agency_id_corrects_fkey FOREIGN KEY (agency_id, corrects) REFERENCES public.phone_call(agency_id, id);
alter table public.phone_call add constraint phone_call_agency_id_corrects_key UNIQUE (agency_id, corrects);
alter table public.phone_call add constraint phone_call_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.phone_call add constraint phone_call_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.phone_call add constraint phone_call_agency_id_logged_by_draft_key_key UNIQUE (agency_id, logged_by, draft_key);
alter table public.phone_call add constraint phone_call_agency_id_logged_by_fkey FOREIGN KEY (agency_id, logged_by) REFERENCES public.person(agency_id, id);
alter table public.phone_call add constraint phone_call_agency_id_second_id_fkey FOREIGN KEY (agency_id, second_id) REFERENCES public.person(agency_id, id);
alter table public.phone_call add constraint phone_call_agency_id_with_id_fkey FOREIGN KEY (agency_id, with_id) REFERENCES public.person(agency_id, id);
alter table public.phone_call add constraint phone_call_agreed_check CHECK (((length(agreed) >= 1) AND (length(agreed) <= 2000)));
alter table public.phone_call add constraint phone_call_check CHECK (((result = 'spoke'::text) = (minutes IS NOT NULL)));
alter table public.phone_call add constraint phone_call_check1 CHECK (((phone = 'own'::text) = (own_reason IS NOT NULL)));
alter table public.phone_call add constraint phone_call_check2 CHECK (((second_id IS NULL) = (second_was IS NULL)));
alter table public.phone_call add constraint phone_call_check3 CHECK (((second_id IS NULL) OR (second_id <> logged_by)));
alter table public.phone_call add constraint phone_call_check4 CHECK (((corrects IS NULL) OR (corrects <> id)));
alter table public.phone_call add constraint phone_call_minutes_check CHECK (((minutes >= 1) AND (minutes <= 600)));
alter table public.phone_call add constraint phone_call_own_reason_check CHECK (((length(own_reason) >= 1) AND (length(own_reason) <= 500)));
alter table public.phone_call add constraint phone_call_phone_check CHECK ((phone = ANY (ARRAY['work'::text, 'own'::text])));
alter table public.phone_call add constraint phone_call_pkey PRIMARY KEY (agency_id, id);
alter table public.phone_call add constraint phone_call_result_check CHECK ((result = ANY (ARRAY['spoke'::text, 'message'::text, 'missed'::text])));
alter table public.phone_call add constraint phone_call_second_was_check CHECK ((second_was = ANY (ARRAY['present'::text, 'told'::text])));
alter table public.phone_call add constraint phone_call_way_check CHECK ((way = ANY (ARRAY['out'::text, 'in'::text])));
CREATE INDEX phone_call_by_caller ON public.phone_call USING btree (agency_id, logged_by, began_at DESC, id DESC);
CREATE INDEX phone_call_by_family ON public.phone_call USING btree (agency_id, with_id, began_at DESC, id DESC);
CREATE INDEX phone_call_by_second ON public.phone_call USING btree (agency_id, second_id) WHERE (second_id IS NOT NULL);
CREATE TRIGGER call_second_adult BEFORE INSERT ON public.phone_call FOR EACH ROW EXECUTE FUNCTION public.call_with_child_has_second_adult();
alter table public.phone_call enable row level security;
create policy phone_call_own on public.phone_call as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.phone_call to lanyard_app;

create table public.phone_call_answer (
  agency_id uuid not null,
  call_id uuid not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  agreed boolean not null,
  says text,
  entry_id uuid not null
);
alter table public.phone_call_answer add constraint phone_call_answer_agency_id_answered_by_fkey FOREIGN KEY (agency_id, answered_by) REFERENCES public.person(agency_id, id);
alter table public.phone_call_answer add constraint phone_call_answer_agency_id_call_id_fkey FOREIGN KEY (agency_id, call_id) REFERENCES public.phone_call(agency_id, id);
alter table public.phone_call_answer add constraint phone_call_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.phone_call_answer add constraint phone_call_answer_pkey PRIMARY KEY (agency_id, call_id);
alter table public.phone_call_answer add constraint phone_call_answer_says_check CHECK (((length(says) >= 1) AND (length(says) <= 500)));
alter table public.phone_call_answer enable row level security;
create policy phone_call_answer_own on public.phone_call_answer as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.phone_call_answer to lanyard_app;

create table public.phone_call_mark (
  agency_id uuid not null,
  call_id uuid not null,
  not_agreed boolean not null,
  found jsonb not null,
  marked_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.phone_call_mark add constraint phone_call_mark_agency_id_call_id_fkey FOREIGN KEY (agency_id, call_id) REFERENCES public.phone_call(agency_id, id);
alter table public.phone_call_mark add constraint phone_call_mark_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.phone_call_mark add constraint phone_call_mark_check CHECK ((not_agreed OR (found <> '[]'::jsonb)));
alter table public.phone_call_mark add constraint phone_call_mark_found_check CHECK (((jsonb_typeof(found) = 'array'::text) AND (length((found)::text) <= 20000)));
alter table public.phone_call_mark add constraint phone_call_mark_pkey PRIMARY KEY (agency_id, call_id);
alter table public.phone_call_mark enable row level security;
create policy phone_call_mark_own on public.phone_call_mark as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.phone_call_mark to lanyard_app;

create table public.policy (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  entry_id uuid not null
);
alter table public.policy add constraint policy_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy add constraint policy_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.policy add constraint policy_kind_check CHECK ((kind = ANY (ARRAY['acceptable-use'::text, 'social-media'::text, 'data-protection'::text, 'information-governance'::text, 'code-of-conduct'::text, 'ict-security'::text, 'other'::text])));
alter table public.policy add constraint policy_pkey PRIMARY KEY (agency_id, id);
alter table public.policy add constraint policy_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)));
CREATE UNIQUE INDEX policy_one_of_kind ON public.policy USING btree (agency_id, kind) WHERE (kind <> 'other'::text);
alter table public.policy enable row level security;
create policy policy_own on public.policy as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy to lanyard_app;
grant update (entry_id) on public.policy to lanyard_app;
grant update (title) on public.policy to lanyard_app;

create table public.policy_approval (
  agency_id uuid not null,
  version_id uuid not null,
  policy_id uuid not null,
  draft_id uuid not null,
  written_by uuid not null,
  approved_by uuid not null,
  approved_at timestamp with time zone not null,
  effective_on date not null,
  made_of jsonb,
  entry_id uuid not null
);
alter table public.policy_approval add constraint policy_approval_agency_id_approved_by_fkey FOREIGN KEY (agency_id, approved_by) REFERENCES public.person(agency_id, id);
alter table public.policy_approval add constraint policy_approval_agency_id_draft_id_fkey FOREIGN KEY (agency_id, draft_id) REFERENCES public.policy_draft(agency_id, id);
alter table public.policy_approval add constraint policy_approval_agency_id_draft_id_key UNIQUE (agency_id, draft_id);
alter table public.policy_approval add constraint policy_approval_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_approval add constraint policy_approval_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.policy_approval add constraint policy_approval_agency_id_version_id_fkey FOREIGN KEY (agency_id, version_id) REFERENCES public.policy_version(agency_id, id);
alter table public.policy_approval add constraint policy_approval_agency_id_written_by_fkey FOREIGN KEY (agency_id, written_by) REFERENCES public.person(agency_id, id);
alter table public.policy_approval add constraint policy_approval_check CHECK ((approved_by <> written_by));
alter table public.policy_approval add constraint policy_approval_pkey PRIMARY KEY (agency_id, version_id);
CREATE TRIGGER approval_made_of BEFORE INSERT ON public.policy_approval FOR EACH ROW EXECUTE FUNCTION public.approval_is_made_of_what_was_read();
CREATE TRIGGER approval_of_draft BEFORE INSERT ON public.policy_approval FOR EACH ROW EXECUTE FUNCTION public.approval_is_of_its_draft();
alter table public.policy_approval enable row level security;
create policy policy_approval_own on public.policy_approval as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_approval to lanyard_app;

create table public.policy_draft (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  way text not null,
  begun_by uuid not null,
  begun_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.policy_draft add constraint policy_draft_agency_id_begun_by_fkey FOREIGN KEY (agency_id, begun_by) REFERENCES public.person(agency_id, id);
alter table public.policy_draft add constraint policy_draft_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_draft add constraint policy_draft_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.policy_draft add constraint policy_draft_pkey PRIMARY KEY (agency_id, id);
alter table public.policy_draft add constraint policy_draft_way_check CHECK ((way = ANY (ARRAY['clauses'::text, 'words'::text])));
CREATE INDEX policy_draft_newest ON public.policy_draft USING btree (agency_id, policy_id, begun_at DESC, id DESC);
CREATE TRIGGER one_open_draft BEFORE INSERT ON public.policy_draft FOR EACH ROW EXECUTE FUNCTION public.policy_has_one_open_draft();
alter table public.policy_draft enable row level security;
create policy policy_draft_own on public.policy_draft as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_draft to lanyard_app;

create table public.policy_draft_revision (
  agency_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  number integer not null,
  made_of jsonb not null,
  wrote boolean not null,
  saved_by uuid not null,
  saved_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.policy_draft_revision add constraint policy_draft_revision_agency_id_draft_id_fkey FOREIGN KEY (agency_id, draft_id) REFERENCES public.policy_draft(agency_id, id);
alter table public.policy_draft_revision add constraint policy_draft_revision_agency_id_draft_id_number_key UNIQUE (agency_id, draft_id, number);
alter table public.policy_draft_revision add constraint policy_draft_revision_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_draft_revision add constraint policy_draft_revision_agency_id_saved_by_fkey FOREIGN KEY (agency_id, saved_by) REFERENCES public.person(agency_id, id);
alter table public.policy_draft_revision add constraint policy_draft_revision_made_of_check CHECK ((length((made_of)::text) <= 1000000));
alter table public.policy_draft_revision add constraint policy_draft_revision_number_check CHECK ((number > 0));
alter table public.policy_draft_revision add constraint policy_draft_revision_pkey PRIMARY KEY (agency_id, id);
CREATE TRIGGER revision_of_open_draft BEFORE INSERT ON public.policy_draft_revision FOR EACH ROW EXECUTE FUNCTION public.draft_is_open_to_this();
CREATE TRIGGER revision_words BEFORE INSERT ON public.policy_draft_revision FOR EACH ROW EXECUTE FUNCTION public.revision_says_what_it_changed();
CREATE TRIGGER whoever_acts_saves BEFORE INSERT ON public.policy_draft_revision FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('saved_by');
alter table public.policy_draft_revision enable row level security;
create policy policy_draft_revision_own on public.policy_draft_revision as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_draft_revision to lanyard_app;

create table public.policy_draft_step (
  agency_id uuid not null,
  id uuid not null,
  draft_id uuid not null,
  number integer not null,
  step text not null,
  revision integer not null,
  person_id uuid,
  at timestamp with time zone not null,
  words text not null,
  asked_of uuid,
  sign_again boolean,
  effective_on date,
  review_on date,
  text text,
  seen jsonb,
  entry_id uuid not null
);
alter table public.policy_draft_step add constraint policy_draft_step_agency_id_asked_of_fkey FOREIGN KEY (agency_id, asked_of) REFERENCES public.person(agency_id, id);
alter table public.policy_draft_step add constraint policy_draft_step_agency_id_draft_id_number_key UNIQUE (agency_id, draft_id, number);
alter table public.policy_draft_step add constraint policy_draft_step_agency_id_draft_id_revision_fkey FOREIGN KEY (agency_id, draft_id, revision) REFERENCES public.policy_draft_revision(agency_id, draft_id, number);
alter table public.policy_draft_step add constraint policy_draft_step_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_draft_step add constraint policy_draft_step_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.policy_draft_step add constraint policy_draft_step_check CHECK (((person_id IS NOT NULL) OR (step = 'published'::text)));
alter table public.policy_draft_step add constraint policy_draft_step_check1 CHECK (((step <> 'sent-back'::text) OR (length(words) > 0)));
alter table public.policy_draft_step add constraint policy_draft_step_check2 CHECK (((step = ANY (ARRAY['asked'::text, 'approved'::text])) = ((effective_on IS NOT NULL) AND (sign_again IS NOT NULL))));
alter table public.policy_draft_step add constraint policy_draft_step_check3 CHECK (((step = 'approved'::text) = (text IS NOT NULL)));
alter table public.policy_draft_step add constraint policy_draft_step_number_check CHECK ((number > 0));
alter table public.policy_draft_step add constraint policy_draft_step_pkey PRIMARY KEY (agency_id, id);
alter table public.policy_draft_step add constraint policy_draft_step_step_check CHECK ((step = ANY (ARRAY['asked'::text, 'sent-back'::text, 'withdrawn'::text, 'approved'::text, 'published'::text, 'dropped'::text])));
alter table public.policy_draft_step add constraint policy_draft_step_text_check CHECK (((length(text) >= 1) AND (length(text) <= 200000)));
alter table public.policy_draft_step add constraint policy_draft_step_words_check CHECK ((length(words) <= 1000));
CREATE TRIGGER asked_of_is_here BEFORE INSERT ON public.policy_draft_step FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('asked_of');
CREATE TRIGGER second_person BEFORE INSERT ON public.policy_draft_step FOR EACH ROW EXECUTE FUNCTION public.approver_wrote_none_of_it();
CREATE TRIGGER step_of_newest_revision BEFORE INSERT ON public.policy_draft_step FOR EACH ROW EXECUTE FUNCTION public.step_is_of_newest_revision();
CREATE TRIGGER whoever_acts_steps BEFORE INSERT ON public.policy_draft_step FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.policy_draft_step enable row level security;
create policy policy_draft_step_own on public.policy_draft_step as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_draft_step to lanyard_app;

create table public.policy_owner (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  owner_id uuid not null,
  review_on date not null,
  reason text not null,
  remark text not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.policy_owner add constraint policy_owner_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_owner add constraint policy_owner_agency_id_owner_id_fkey FOREIGN KEY (agency_id, owner_id) REFERENCES public.person(agency_id, id);
alter table public.policy_owner add constraint policy_owner_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.policy_owner add constraint policy_owner_check CHECK (((reason <> 'reviewed'::text) OR (length(remark) > 0)));
alter table public.policy_owner add constraint policy_owner_pkey PRIMARY KEY (agency_id, id);
alter table public.policy_owner add constraint policy_owner_reason_check CHECK ((reason = ANY (ARRAY['set'::text, 'reviewed'::text, 'published'::text, 'handed-over'::text])));
alter table public.policy_owner add constraint policy_owner_remark_check CHECK ((length(remark) <= 1000));
CREATE INDEX policy_owner_newest ON public.policy_owner USING btree (agency_id, policy_id, set_at DESC, id DESC);
CREATE TRIGGER policy_owner_is_here BEFORE INSERT ON public.policy_owner FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('owner_id');
alter table public.policy_owner enable row level security;
create policy policy_owner_own on public.policy_owner as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_owner to lanyard_app;

create table public.policy_version (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  number integer not null,
  text text not null,
  text_hash bytea not null,
  change_note text not null,
  sign_again boolean not null,
  published_at timestamp with time zone not null,
  published_by uuid not null,
  entry_id uuid not null
);
alter table public.policy_version add constraint policy_version_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.policy_version add constraint policy_version_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.policy_version add constraint policy_version_agency_id_policy_id_number_key UNIQUE (agency_id, policy_id, number);
alter table public.policy_version add constraint policy_version_agency_id_published_by_fkey FOREIGN KEY (agency_id, published_by) REFERENCES public.person(agency_id, id);
alter table public.policy_version add constraint policy_version_change_note_check CHECK ((length(change_note) <= 1000));
alter table public.policy_version add constraint policy_version_check CHECK ((text_hash = sha256(convert_to(text, 'UTF8'::name))));
alter table public.policy_version add constraint policy_version_number_check CHECK ((number > 0));
alter table public.policy_version add constraint policy_version_pkey PRIMARY KEY (agency_id, id);
alter table public.policy_version add constraint policy_version_text_check CHECK (((length(text) >= 1) AND (length(text) <= 200000)));
CREATE CONSTRAINT TRIGGER version_approved AFTER INSERT ON public.policy_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.version_has_a_second_person();
alter table public.policy_version enable row level security;
create policy policy_version_own on public.policy_version as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.policy_version to lanyard_app;

create table public.poster_printing (
  agency_id uuid not null,
  id uuid not null,
  code text not null,
  poster text not null,
  size text not null,
  place text not null,
  words jsonb not null,
  words_hash text not null,
  printed_by uuid not null,
  printed_at timestamp with time zone not null,
  keeper_id uuid not null,
  superseded_at timestamp with time zone,
  superseded_by text,
  ended_at timestamp with time zone,
  ended_how text,
  replaced_by uuid,
  entry_id uuid not null
);
alter table public.poster_printing add constraint poster_printing_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.poster_printing add constraint poster_printing_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.poster_printing add constraint poster_printing_agency_id_keeper_id_fkey FOREIGN KEY (agency_id, keeper_id) REFERENCES public.person(agency_id, id);
alter table public.poster_printing add constraint poster_printing_agency_id_printed_by_fkey FOREIGN KEY (agency_id, printed_by) REFERENCES public.person(agency_id, id);
alter table public.poster_printing add constraint poster_printing_agency_id_replaced_by_fkey FOREIGN KEY (agency_id, replaced_by) REFERENCES public.poster_printing(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.poster_printing add constraint poster_printing_check CHECK (((superseded_at IS NULL) = (superseded_by IS NULL)));
alter table public.poster_printing add constraint poster_printing_check1 CHECK (((ended_at IS NULL) = (ended_how IS NULL)));
alter table public.poster_printing add constraint poster_printing_check2 CHECK (((replaced_by IS NOT NULL) = ((ended_how IS NOT NULL) AND (ended_how = 'replaced'::text))));
alter table public.poster_printing add constraint poster_printing_code_check CHECK ((code ~ '^[A-Za-z0-9_-]{22}$'::text));
alter table public.poster_printing add constraint poster_printing_code_key UNIQUE (code);
alter table public.poster_printing add constraint poster_printing_ended_how_check CHECK ((ended_how = ANY (ARRAY['taken-down'::text, 'replaced'::text])));
alter table public.poster_printing add constraint poster_printing_pkey PRIMARY KEY (agency_id, id);
alter table public.poster_printing add constraint poster_printing_place_check CHECK (((length(place) >= 1) AND (length(place) <= 120)));
alter table public.poster_printing add constraint poster_printing_poster_check CHECK (((length(poster) >= 1) AND (length(poster) <= 40)));
alter table public.poster_printing add constraint poster_printing_size_check CHECK ((size = ANY (ARRAY['a4'::text, 'a3'::text])));
alter table public.poster_printing add constraint poster_printing_superseded_by_check CHECK (((length(superseded_by) >= 1) AND (length(superseded_by) <= 200)));
alter table public.poster_printing add constraint poster_printing_words_hash_check CHECK ((length(words_hash) = 44));
CREATE INDEX poster_printing_by_time ON public.poster_printing USING btree (agency_id, printed_at DESC, id DESC);
CREATE INDEX poster_printing_hanging ON public.poster_printing USING btree (agency_id, keeper_id) WHERE (ended_at IS NULL);
CREATE TRIGGER poster_printing_keeper_is_here BEFORE INSERT OR UPDATE OF keeper_id ON public.poster_printing FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('keeper_id');
alter table public.poster_printing enable row level security;
create policy poster_printing_own on public.poster_printing as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.poster_printing to lanyard_app;
grant update (ended_at) on public.poster_printing to lanyard_app;
grant update (ended_how) on public.poster_printing to lanyard_app;
grant update (entry_id) on public.poster_printing to lanyard_app;
grant update (keeper_id) on public.poster_printing to lanyard_app;
grant update (replaced_by) on public.poster_printing to lanyard_app;
grant update (superseded_at) on public.poster_printing to lanyard_app;
grant update (superseded_by) on public.poster_printing to lanyard_app;

create table public.poster_wording (
  agency_id uuid not null,
  id uuid not null,
  poster text not null,
  wording jsonb not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.poster_wording add constraint poster_wording_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.poster_wording add constraint poster_wording_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.poster_wording add constraint poster_wording_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.poster_wording add constraint poster_wording_pkey PRIMARY KEY (agency_id, id);
alter table public.poster_wording add constraint poster_wording_poster_check CHECK (((length(poster) >= 1) AND (length(poster) <= 40)));
alter table public.poster_wording add constraint poster_wording_wording_check CHECK (((jsonb_typeof(wording) = 'object'::text) AND (length((wording)::text) <= 20000)));
CREATE INDEX poster_wording_newest ON public.poster_wording USING btree (agency_id, poster, set_at DESC, id DESC);
alter table public.poster_wording enable row level security;
create policy poster_wording_own on public.poster_wording as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.poster_wording to lanyard_app;

create table public.recovery (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  recovery_id uuid not null,
  lost_id uuid,
  new_id uuid,
  for_id uuid,
  holders uuid[],
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  first_by uuid,
  first_at timestamp with time zone,
  second_by uuid,
  second_at timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.recovery add constraint recovery_agency_id_asked_by_fkey FOREIGN KEY (agency_id, asked_by) REFERENCES public.person(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_ended_by_fkey FOREIGN KEY (agency_id, ended_by) REFERENCES public.person(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.recovery add constraint recovery_agency_id_first_by_fkey FOREIGN KEY (agency_id, first_by) REFERENCES public.person(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.recovery add constraint recovery_agency_id_for_id_fkey FOREIGN KEY (agency_id, for_id) REFERENCES public.person(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_lost_id_fkey FOREIGN KEY (agency_id, lost_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_new_id_fkey FOREIGN KEY (agency_id, new_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_recovery_id_fkey FOREIGN KEY (agency_id, recovery_id) REFERENCES public.recovery_key(agency_id, id);
alter table public.recovery add constraint recovery_agency_id_second_by_fkey FOREIGN KEY (agency_id, second_by) REFERENCES public.person(agency_id, id);
alter table public.recovery add constraint recovery_check CHECK ((((kind = 'key'::text) = (lost_id IS NOT NULL)) AND ((lost_id IS NULL) = (new_id IS NULL)) AND ((lost_id IS NULL) = (for_id IS NULL))));
alter table public.recovery add constraint recovery_check1 CHECK ((((kind = 'keyholders'::text) = (holders IS NOT NULL)) AND ((cardinality(holders) >= 3) AND (cardinality(holders) <= 5))));
alter table public.recovery add constraint recovery_check2 CHECK ((((first_by IS NULL) = (first_at IS NULL)) AND ((second_by IS NULL) = (second_at IS NULL)) AND ((ended_at IS NOT NULL) OR (ended_by IS NULL))));
alter table public.recovery add constraint recovery_check3 CHECK (((second_by IS NULL) OR (first_by IS NOT NULL)));
alter table public.recovery add constraint recovery_check4 CHECK (((ended_at IS NULL) OR (second_at IS NULL)));
alter table public.recovery add constraint recovery_check5 CHECK (((first_by <> second_by) AND (first_by <> for_id) AND (second_by <> for_id)));
alter table public.recovery add constraint recovery_kind_check CHECK ((kind = ANY (ARRAY['key'::text, 'keyholders'::text])));
alter table public.recovery add constraint recovery_pkey PRIMARY KEY (agency_id, id);
CREATE UNIQUE INDEX recovery_under_way ON public.recovery USING btree (agency_id, kind, for_id) NULLS NOT DISTINCT WHERE ((second_at IS NULL) AND (ended_at IS NULL));
CREATE TRIGGER recovery_by_keyholders BEFORE UPDATE ON public.recovery FOR EACH ROW EXECUTE FUNCTION public.recovery_is_by_keyholders();
CREATE TRIGGER recovery_halves_go AFTER UPDATE ON public.recovery FOR EACH ROW WHEN (((new.second_at IS NOT NULL) OR (new.ended_at IS NOT NULL))) EXECUTE FUNCTION public.recovery_halves_go();
CREATE TRIGGER whoever_acts_asks BEFORE INSERT ON public.recovery FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('asked_by');
alter table public.recovery enable row level security;
create policy recovery_own on public.recovery as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.recovery to lanyard_app;
grant update (ended_at) on public.recovery to lanyard_app;
grant update (ended_by) on public.recovery to lanyard_app;
grant update (entry_id) on public.recovery to lanyard_app;
grant update (first_at) on public.recovery to lanyard_app;
grant update (first_by) on public.recovery to lanyard_app;
grant update (second_at) on public.recovery to lanyard_app;
grant update (second_by) on public.recovery to lanyard_app;

create table public.recovery_half (
  agency_id uuid not null,
  recovery_id uuid not null,
  for_id uuid not null,
  sealed bytea not null
);
alter table public.recovery_half add constraint recovery_half_agency_id_recovery_id_fkey FOREIGN KEY (agency_id, recovery_id) REFERENCES public.recovery(agency_id, id);
alter table public.recovery_half add constraint recovery_half_pkey PRIMARY KEY (agency_id, recovery_id, for_id);
alter table public.recovery_half add constraint recovery_half_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 2000)));
alter table public.recovery_half enable row level security;
create policy recovery_half_own on public.recovery_half as permissive for all to public
  using (((agency_id = public.current_agency()) AND (for_id = public.current_person())))
  with check ((agency_id = public.current_agency()));
grant insert, select on public.recovery_half to lanyard_app;

create table public.recovery_key (
  agency_id uuid not null,
  id uuid not null,
  recipient text not null,
  previous_id uuid,
  previous_sealed bytea,
  made_by uuid not null,
  confirmed_by uuid,
  made_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.recovery_key add constraint recovery_key_agency_id_confirmed_by_fkey FOREIGN KEY (agency_id, confirmed_by) REFERENCES public.person(agency_id, id);
alter table public.recovery_key add constraint recovery_key_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.recovery_key add constraint recovery_key_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.recovery_key add constraint recovery_key_agency_id_made_by_fkey FOREIGN KEY (agency_id, made_by) REFERENCES public.person(agency_id, id);
alter table public.recovery_key add constraint recovery_key_agency_id_previous_id_fkey FOREIGN KEY (agency_id, previous_id) REFERENCES public.recovery_key(agency_id, id);
alter table public.recovery_key add constraint recovery_key_check CHECK ((confirmed_by <> made_by));
alter table public.recovery_key add constraint recovery_key_check1 CHECK ((((previous_id IS NULL) = (previous_sealed IS NULL)) AND ((previous_id IS NULL) = (confirmed_by IS NULL))));
alter table public.recovery_key add constraint recovery_key_pkey PRIMARY KEY (agency_id, id);
alter table public.recovery_key add constraint recovery_key_previous_sealed_check CHECK (((length(previous_sealed) >= 100) AND (length(previous_sealed) <= 200000)));
alter table public.recovery_key add constraint recovery_key_recipient_check CHECK ((recipient ~ '^age1[02-9ac-hj-np-z]{58}$'::text));
CREATE INDEX recovery_key_newest ON public.recovery_key USING btree (agency_id, made_at);
CREATE CONSTRAINT TRIGGER recovery_key_is_held AFTER INSERT ON public.recovery_key DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.recovery_key_has_its_holders();
CREATE TRIGGER former_pairs_go AFTER INSERT ON public.recovery_key FOR EACH ROW EXECUTE FUNCTION public.former_pairs_go();
alter table public.recovery_key enable row level security;
create policy recovery_key_own on public.recovery_key as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.recovery_key to lanyard_app;

create table public.reply_address (
  agency_id uuid not null,
  conversation_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null
);
alter table public.reply_address add constraint reply_address_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.reply_address add constraint reply_address_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.reply_address add constraint reply_address_pkey PRIMARY KEY (agency_id, conversation_id, person_id, token_hash);
alter table public.reply_address add constraint reply_address_token_hash_check CHECK ((length(token_hash) = 32));
CREATE UNIQUE INDEX reply_address_by_token ON public.reply_address USING btree (token_hash);
alter table public.reply_address enable row level security;
create policy reply_address_own on public.reply_address as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.reply_address to lanyard_app;

create table public.retention_rule (
  agency_id uuid not null,
  id uuid not null,
  kind text not null,
  months integer not null,
  says text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.retention_rule add constraint retention_rule_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.retention_rule add constraint retention_rule_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.retention_rule add constraint retention_rule_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.retention_rule add constraint retention_rule_pkey PRIMARY KEY (agency_id, id);
alter table public.retention_rule add constraint retention_rule_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)));
alter table public.retention_rule add constraint retention_rule_within CHECK (
CASE kind
    WHEN 'message'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'conversation'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'waiting-message'::text THEN ((months >= 3) AND (months <= 60))
    WHEN 'kept-words'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'worry'::text THEN ((months >= 84) AND (months <= 600))
    WHEN 'call'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'number-opening'::text THEN ((months >= 6) AND (months <= 60))
    WHEN 'approach'::text THEN ((months >= 84) AND (months <= 600))
    WHEN 'personal-link'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'notice'::text THEN ((months >= 6) AND (months <= 120))
    WHEN 'review'::text THEN ((months >= 12) AND (months <= 300))
    WHEN 'review-concern'::text THEN ((months >= 84) AND (months <= 600))
    WHEN 'arrival'::text THEN ((months >= 3) AND (months <= 36))
    WHEN 'concern-child'::text THEN ((months >= 84) AND (months <= 600))
    WHEN 'concern-adult'::text THEN ((months >= 120) AND (months <= 600))
    WHEN 'concern-low-level'::text THEN ((months >= 72) AND (months <= 600))
    ELSE false
END);
CREATE INDEX retention_rule_newest ON public.retention_rule USING btree (agency_id, kind, set_at DESC, id DESC);
CREATE TRIGGER retention_rule_may BEFORE INSERT ON public.retention_rule FOR EACH ROW EXECUTE FUNCTION public.is_done_in_a_role('set_by', 'administrator senior-manager');
alter table public.retention_rule enable row level security;
create policy retention_rule_own on public.retention_rule as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.retention_rule to lanyard_app;

create table public.review (
  agency_id uuid not null,
  id uuid not null,
  draw_id uuid not null,
  conversation_id uuid not null,
  worker_id uuid not null,
  reviewer_id uuid,
  opened_at timestamp with time zone not null,
  finding text,
  words text,
  found_at timestamp with time zone,
  taken_up_by uuid,
  taken_up_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.review add constraint review_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.review add constraint review_agency_id_draw_id_conversation_id_key UNIQUE (agency_id, draw_id, conversation_id);
alter table public.review add constraint review_agency_id_draw_id_fkey FOREIGN KEY (agency_id, draw_id) REFERENCES public.review_draw(agency_id, id);
alter table public.review add constraint review_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.review add constraint review_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.review add constraint review_agency_id_reviewer_id_fkey FOREIGN KEY (agency_id, reviewer_id) REFERENCES public.person(agency_id, id);
alter table public.review add constraint review_agency_id_taken_up_by_fkey FOREIGN KEY (agency_id, taken_up_by) REFERENCES public.person(agency_id, id);
alter table public.review add constraint review_agency_id_worker_id_fkey FOREIGN KEY (agency_id, worker_id) REFERENCES public.person(agency_id, id);
alter table public.review add constraint review_check CHECK (((finding IS NULL) = (found_at IS NULL)));
alter table public.review add constraint review_check1 CHECK (((finding IS NULL) OR (reviewer_id IS NOT NULL)));
alter table public.review add constraint review_check2 CHECK (((finding = 'good-practice'::text) OR (finding IS NULL) OR (words IS NOT NULL)));
alter table public.review add constraint review_check3 CHECK (((taken_up_by IS NULL) = (taken_up_at IS NULL)));
alter table public.review add constraint review_check4 CHECK (((taken_up_by IS NULL) OR (finding = 'concern'::text)));
alter table public.review add constraint review_finding_check CHECK ((finding = ANY (ARRAY['good-practice'::text, 'word-needed'::text, 'concern'::text])));
alter table public.review add constraint review_pkey PRIMARY KEY (agency_id, id);
alter table public.review add constraint review_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
CREATE INDEX review_by_draw ON public.review USING btree (agency_id, draw_id);
CREATE INDEX review_by_reviewer ON public.review USING btree (agency_id, reviewer_id) WHERE (finding IS NULL);
CREATE INDEX review_by_worker ON public.review USING btree (agency_id, worker_id, found_at DESC);
CREATE TRIGGER review_by_another BEFORE INSERT OR UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION public.review_is_by_another();
CREATE TRIGGER review_reviewer_is_here BEFORE INSERT OR UPDATE OF reviewer_id ON public.review FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('reviewer_id');
alter table public.review enable row level security;
create policy review_own on public.review as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.review to lanyard_app;
grant update (entry_id) on public.review to lanyard_app;
grant update (finding) on public.review to lanyard_app;
grant update (found_at) on public.review to lanyard_app;
grant update (reviewer_id) on public.review to lanyard_app;
grant update (taken_up_at) on public.review to lanyard_app;
grant update (taken_up_by) on public.review to lanyard_app;
grant update (words) on public.review to lanyard_app;

create table public.review_draw (
  agency_id uuid not null,
  id uuid not null,
  week date not null,
  size bigint not null,
  root text not null,
  percent integer not null,
  spoken integer not null,
  drawn_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.review_draw add constraint review_draw_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.review_draw add constraint review_draw_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.review_draw add constraint review_draw_agency_id_week_key UNIQUE (agency_id, week);
alter table public.review_draw add constraint review_draw_percent_check CHECK (((percent >= 5) AND (percent <= 100)));
alter table public.review_draw add constraint review_draw_pkey PRIMARY KEY (agency_id, id);
alter table public.review_draw add constraint review_draw_root_check CHECK ((length(root) = 44));
alter table public.review_draw add constraint review_draw_size_check CHECK ((size > 0));
alter table public.review_draw add constraint review_draw_spoken_check CHECK ((spoken >= 0));
alter table public.review_draw add constraint review_draw_week_check CHECK ((EXTRACT(isodow FROM week) = (1)::numeric));
alter table public.review_draw enable row level security;
create policy review_draw_own on public.review_draw as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.review_draw to lanyard_app;

create table public.review_share (
  agency_id uuid not null,
  id uuid not null,
  percent integer not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.review_share add constraint review_share_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.review_share add constraint review_share_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.review_share add constraint review_share_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.review_share add constraint review_share_percent_check CHECK (((percent >= 5) AND (percent <= 100)));
alter table public.review_share add constraint review_share_pkey PRIMARY KEY (agency_id, id);
alter table public.review_share enable row level security;
create policy review_share_own on public.review_share as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.review_share to lanyard_app;

create table public.role_grant (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  granted_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.role_grant add constraint role_grant_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.role_grant add constraint role_grant_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.role_grant add constraint role_grant_pkey PRIMARY KEY (agency_id, id);
alter table public.role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['worker'::text, 'volunteer'::text, 'manager'::text, 'senior-manager'::text, 'designated-person'::text, 'deputy-designated-person'::text, 'administrator'::text, 'board-member'::text])));
CREATE UNIQUE INDEX role_once ON public.role_grant USING btree (agency_id, person_id, role) WHERE (ended_at IS NULL);
CREATE TRIGGER role_ends_sittings AFTER UPDATE OF ended_at ON public.role_grant FOR EACH ROW WHEN ((new.ended_at IS NOT NULL)) EXECUTE FUNCTION public.sealing_sittings_end();
CREATE TRIGGER role_grant_is_here BEFORE INSERT ON public.role_grant FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('person_id');
alter table public.role_grant enable row level security;
create policy role_grant_own on public.role_grant as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.role_grant to lanyard_app;

create table public.sealing_key (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  recipient text not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  entry_id uuid not null
);
alter table public.sealing_key add constraint sealing_key_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.sealing_key add constraint sealing_key_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.sealing_key add constraint sealing_key_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.sealing_key add constraint sealing_key_agency_id_recipient_key UNIQUE (agency_id, recipient);
alter table public.sealing_key add constraint sealing_key_pkey PRIMARY KEY (agency_id, id);
alter table public.sealing_key add constraint sealing_key_recipient_check CHECK ((recipient ~ '^age1[02-9ac-hj-np-z]{58}$'::text));
CREATE UNIQUE INDEX sealing_key_in_force ON public.sealing_key USING btree (agency_id, person_id) WHERE (ended_at IS NULL);
CREATE TRIGGER key_ends_sittings AFTER UPDATE OF ended_at ON public.sealing_key FOR EACH ROW WHEN ((new.ended_at IS NOT NULL)) EXECUTE FUNCTION public.sealing_sittings_end();
CREATE TRIGGER whoever_acts_has_the_key BEFORE INSERT OR UPDATE ON public.sealing_key FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.sealing_key enable row level security;
create policy sealing_key_own on public.sealing_key as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.sealing_key to lanyard_app;
grant update (ended_at) on public.sealing_key to lanyard_app;
grant update (entry_id) on public.sealing_key to lanyard_app;

create table public.sealing_lock (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key_id uuid not null,
  kind text not null,
  locked bytea not null,
  credential bytea,
  salt bytea,
  name text,
  added_at timestamp with time zone not null
);
alter table public.sealing_lock add constraint sealing_lock_agency_id_key_id_fkey FOREIGN KEY (agency_id, key_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.sealing_lock add constraint sealing_lock_check CHECK ((((kind = 'passkey'::text) = (credential IS NOT NULL)) AND ((credential IS NULL) = (salt IS NULL)) AND ((credential IS NULL) = (name IS NULL))));
alter table public.sealing_lock add constraint sealing_lock_credential_check CHECK (((length(credential) >= 1) AND (length(credential) <= 1023)));
alter table public.sealing_lock add constraint sealing_lock_kind_check CHECK ((kind = ANY (ARRAY['words'::text, 'passkey'::text])));
alter table public.sealing_lock add constraint sealing_lock_locked_check CHECK (((length(locked) >= 100) AND (length(locked) <= 2000)));
alter table public.sealing_lock add constraint sealing_lock_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)));
alter table public.sealing_lock add constraint sealing_lock_pkey PRIMARY KEY (agency_id, id);
alter table public.sealing_lock add constraint sealing_lock_salt_check CHECK ((length(salt) = 32));
CREATE UNIQUE INDEX sealing_lock_of_words ON public.sealing_lock USING btree (agency_id, key_id) WHERE (kind = 'words'::text);
CREATE TRIGGER lock_is_of_its_person BEFORE INSERT ON public.sealing_lock FOR EACH ROW EXECUTE FUNCTION public.sealing_is_of_its_person();
CREATE TRIGGER whoever_acts_locks BEFORE INSERT ON public.sealing_lock FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.sealing_lock enable row level security;
create policy sealing_lock_own on public.sealing_lock as permissive for all to public
  using (((agency_id = public.current_agency()) AND (person_id = public.current_person())))
  with check ((agency_id = public.current_agency()));
grant delete, insert, select on public.sealing_lock to lanyard_app;

create table public.sealing_past (
  agency_id uuid not null,
  key_id uuid not null,
  past_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  at timestamp with time zone not null
);
alter table public.sealing_past add constraint sealing_past_agency_id_key_id_fkey FOREIGN KEY (agency_id, key_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.sealing_past add constraint sealing_past_agency_id_past_id_fkey FOREIGN KEY (agency_id, past_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.sealing_past add constraint sealing_past_check CHECK ((key_id <> past_id));
alter table public.sealing_past add constraint sealing_past_pkey PRIMARY KEY (agency_id, key_id, past_id);
alter table public.sealing_past add constraint sealing_past_sealed_check CHECK (((length(sealed) >= 100) AND (length(sealed) <= 20000)));
CREATE TRIGGER past_ends_sittings AFTER INSERT ON public.sealing_past FOR EACH ROW EXECUTE FUNCTION public.sealing_sittings_end();
CREATE TRIGGER past_is_of_its_person BEFORE INSERT ON public.sealing_past FOR EACH ROW EXECUTE FUNCTION public.sealing_is_of_its_person();
alter table public.sealing_past enable row level security;
create policy sealing_past_own on public.sealing_past as permissive for all to public
  using (((agency_id = public.current_agency()) AND (person_id = public.current_person())))
  with check ((agency_id = public.current_agency()));
grant insert, select on public.sealing_past to lanyard_app;

create table public.sealing_sitting (
  agency_id uuid not null,
  session_id text not null,
  person_id uuid not null,
  key_id uuid not null,
  sealed bytea not null,
  opened_at timestamp with time zone not null,
  used_at timestamp with time zone not null
);
alter table public.sealing_sitting add constraint sealing_sitting_agency_id_key_id_fkey FOREIGN KEY (agency_id, key_id) REFERENCES public.sealing_key(agency_id, id);
alter table public.sealing_sitting add constraint sealing_sitting_pkey PRIMARY KEY (agency_id, session_id);
alter table public.sealing_sitting add constraint sealing_sitting_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.session(id) ON DELETE CASCADE;
CREATE INDEX sealing_sitting_by_key ON public.sealing_sitting USING btree (agency_id, key_id);
CREATE INDEX sealing_sitting_by_session ON public.sealing_sitting USING btree (session_id);
CREATE TRIGGER sitting_is_of_its_person BEFORE INSERT OR UPDATE ON public.sealing_sitting FOR EACH ROW EXECUTE FUNCTION public.sealing_is_of_its_person();
CREATE TRIGGER whoever_acts_sits BEFORE INSERT OR UPDATE ON public.sealing_sitting FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.sealing_sitting enable row level security;
create policy sealing_sitting_own on public.sealing_sitting as permissive for all to public
  using (((agency_id = public.current_agency()) AND (person_id = public.current_person())))
  with check ((agency_id = public.current_agency()));
grant delete, insert, select on public.sealing_sitting to lanyard_app;
grant update (key_id) on public.sealing_sitting to lanyard_app;
grant update (opened_at) on public.sealing_sitting to lanyard_app;
grant update (sealed) on public.sealing_sitting to lanyard_app;
grant update (used_at) on public.sealing_sitting to lanyard_app;

create table public.signature (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  text_hash bytea not null,
  signed_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.signature add constraint signature_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.signature add constraint signature_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.signature add constraint signature_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.signature add constraint signature_agency_id_version_id_fkey FOREIGN KEY (agency_id, version_id) REFERENCES public.policy_version(agency_id, id);
alter table public.signature add constraint signature_agency_id_version_id_person_id_key UNIQUE (agency_id, version_id, person_id);
alter table public.signature add constraint signature_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX signature_by_person ON public.signature USING btree (agency_id, person_id);
CREATE CONSTRAINT TRIGGER signature_signer AFTER INSERT ON public.signature DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.signature_is_its_signers();
CREATE TRIGGER signature_text BEFORE INSERT ON public.signature FOR EACH ROW EXECUTE FUNCTION public.signature_is_of_its_version();
alter table public.signature enable row level security;
create policy signature_own on public.signature as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.signature to lanyard_app;

create table public.signing_sheet (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  text_hash bytea not null,
  persons uuid[] not null,
  signed_on date not null,
  kept_at text not null,
  explained text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  asked_id uuid not null,
  entry_id uuid not null
);
alter table public.signing_sheet add constraint signing_sheet_agency_id_asked_id_fkey FOREIGN KEY (agency_id, asked_id) REFERENCES public.person(agency_id, id);
alter table public.signing_sheet add constraint signing_sheet_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.signing_sheet add constraint signing_sheet_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.signing_sheet add constraint signing_sheet_agency_id_recorded_by_fkey FOREIGN KEY (agency_id, recorded_by) REFERENCES public.person(agency_id, id);
alter table public.signing_sheet add constraint signing_sheet_agency_id_version_id_fkey FOREIGN KEY (agency_id, version_id) REFERENCES public.policy_version(agency_id, id);
alter table public.signing_sheet add constraint signing_sheet_check CHECK ((recorded_by <> ALL (persons)));
alter table public.signing_sheet add constraint signing_sheet_check1 CHECK (((asked_id <> recorded_by) AND (asked_id <> ALL (persons))));
alter table public.signing_sheet add constraint signing_sheet_explained_check CHECK (((length(explained) >= 1) AND (length(explained) <= 1000)));
alter table public.signing_sheet add constraint signing_sheet_kept_at_check CHECK (((length(kept_at) >= 1) AND (length(kept_at) <= 300)));
alter table public.signing_sheet add constraint signing_sheet_persons_check CHECK (((cardinality(persons) >= 1) AND (cardinality(persons) <= 40)));
alter table public.signing_sheet add constraint signing_sheet_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX signing_sheet_of_policy ON public.signing_sheet USING btree (agency_id, policy_id, recorded_at DESC);
CREATE TRIGGER signing_sheet_asked_is_here BEFORE INSERT ON public.signing_sheet FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('asked_id');
CREATE TRIGGER signing_sheet_persons BEFORE INSERT ON public.signing_sheet FOR EACH ROW EXECUTE FUNCTION public.signing_sheet_is_of_staff();
CREATE TRIGGER signing_sheet_text BEFORE INSERT ON public.signing_sheet FOR EACH ROW EXECUTE FUNCTION public.signature_is_of_its_version();
CREATE TRIGGER whoever_acts_records BEFORE INSERT ON public.signing_sheet FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('recorded_by');
alter table public.signing_sheet enable row level security;
create policy signing_sheet_own on public.signing_sheet as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.signing_sheet to lanyard_app;

create table public.signing_sheet_answer (
  agency_id uuid not null,
  sheet_id uuid not null,
  answer text not null,
  words text not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  signatures uuid[] not null,
  entry_id uuid not null
);
alter table public.signing_sheet_answer add constraint signing_sheet_answer_agency_id_answered_by_fkey FOREIGN KEY (agency_id, answered_by) REFERENCES public.person(agency_id, id);
alter table public.signing_sheet_answer add constraint signing_sheet_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.signing_sheet_answer add constraint signing_sheet_answer_agency_id_sheet_id_fkey FOREIGN KEY (agency_id, sheet_id) REFERENCES public.signing_sheet(agency_id, id);
alter table public.signing_sheet_answer add constraint signing_sheet_answer_answer_check CHECK ((answer = ANY (ARRAY['confirmed'::text, 'refused'::text])));
alter table public.signing_sheet_answer add constraint signing_sheet_answer_check CHECK (((answer = 'confirmed'::text) OR ((length(words) > 0) AND (cardinality(signatures) = 0))));
alter table public.signing_sheet_answer add constraint signing_sheet_answer_pkey PRIMARY KEY (agency_id, sheet_id);
alter table public.signing_sheet_answer add constraint signing_sheet_answer_words_check CHECK ((length(words) <= 1000));
CREATE INDEX signing_sheet_answer_signatures ON public.signing_sheet_answer USING gin (signatures);
CREATE TRIGGER signing_sheet_second_person BEFORE INSERT ON public.signing_sheet_answer FOR EACH ROW EXECUTE FUNCTION public.signing_sheet_has_a_second_person();
CREATE TRIGGER whoever_acts_answers BEFORE INSERT ON public.signing_sheet_answer FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('answered_by');
alter table public.signing_sheet_answer enable row level security;
create policy signing_sheet_answer_own on public.signing_sheet_answer as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.signing_sheet_answer to lanyard_app;

create table public.spent (
  key text not null,
  until timestamp with time zone not null
);
alter table public.spent add constraint spent_pkey PRIMARY KEY (key);
grant delete, insert, select, update on public.spent to lanyard_app;

create table public.team (
  agency_id uuid not null,
  id uuid not null,
  name text not null,
  manager_id uuid,
  entry_id uuid not null
);
alter table public.team add constraint team_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.team add constraint team_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.team add constraint team_agency_id_manager_id_fkey FOREIGN KEY (agency_id, manager_id) REFERENCES public.person(agency_id, id);
alter table public.team add constraint team_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)));
alter table public.team add constraint team_pkey PRIMARY KEY (agency_id, id);
CREATE UNIQUE INDEX team_by_name ON public.team USING btree (agency_id, lower(name));
CREATE TRIGGER team_manager_is_here BEFORE INSERT OR UPDATE OF manager_id ON public.team FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('manager_id');
alter table public.team enable row level security;
create policy team_own on public.team as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.team to lanyard_app;

create table public.team_member (
  agency_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  entry_id uuid not null
);
alter table public.team_member add constraint team_member_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.team_member add constraint team_member_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.team_member add constraint team_member_agency_id_team_id_fkey FOREIGN KEY (agency_id, team_id) REFERENCES public.team(agency_id, id);
alter table public.team_member add constraint team_member_pkey PRIMARY KEY (agency_id, team_id, person_id, since);
CREATE UNIQUE INDEX team_member_now ON public.team_member USING btree (agency_id, team_id, person_id) WHERE (until IS NULL);
CREATE TRIGGER team_member_is_here BEFORE INSERT ON public.team_member FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('person_id');
alter table public.team_member enable row level security;
create policy team_member_own on public.team_member as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.team_member to lanyard_app;

create table public.text_trouble (
  agency_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  status integer not null,
  error text not null,
  entry_id uuid not null
);
alter table public.text_trouble add constraint text_trouble_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.text_trouble add constraint text_trouble_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.text_trouble add constraint text_trouble_error_check CHECK (((length(error) >= 1) AND (length(error) <= 200)));
alter table public.text_trouble add constraint text_trouble_pkey PRIMARY KEY (agency_id, id);
CREATE INDEX text_trouble_newest ON public.text_trouble USING btree (agency_id, at DESC);
alter table public.text_trouble enable row level security;
create policy text_trouble_own on public.text_trouble as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.text_trouble to lanyard_app;

create table public.text_wish (
  agency_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  number text not null,
  wish text not null,
  was_text boolean not null,
  at timestamp with time zone not null,
  external_id text not null,
  entry_id uuid not null
);
alter table public.text_wish add constraint text_wish_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.text_wish add constraint text_wish_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.text_wish add constraint text_wish_agency_id_person_id_external_id_key UNIQUE (agency_id, person_id, external_id);
alter table public.text_wish add constraint text_wish_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.text_wish add constraint text_wish_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 300)));
alter table public.text_wish add constraint text_wish_number_check CHECK ((number ~ '^\+[1-9][0-9]{7,14}$'::text));
alter table public.text_wish add constraint text_wish_pkey PRIMARY KEY (agency_id, id);
alter table public.text_wish add constraint text_wish_wish_check CHECK ((wish = ANY (ARRAY['stop'::text, 'start'::text])));
CREATE INDEX text_wish_newest ON public.text_wish USING btree (agency_id, number, at DESC, id DESC);
alter table public.text_wish enable row level security;
create policy text_wish_own on public.text_wish as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.text_wish to lanyard_app;

create table public.texts_stopped (
  one boolean not null default true,
  since timestamp with time zone not null,
  why text not null
);
alter table public.texts_stopped add constraint texts_stopped_one_check CHECK (one);
alter table public.texts_stopped add constraint texts_stopped_pkey PRIMARY KEY (one);
alter table public.texts_stopped add constraint texts_stopped_why_check CHECK ((why = ANY (ARRAY['unreachable'::text, 'refused'::text])));
grant delete, insert, select, update on public.texts_stopped to lanyard_app;

create table public.tile (
  agency_id uuid not null,
  level smallint not null,
  n bigint not null,
  hashes bytea not null,
  root bytea not null
);
alter table public.tile add constraint tile_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.tile add constraint tile_hashes_check CHECK ((length(hashes) = 8192));
alter table public.tile add constraint tile_pkey PRIMARY KEY (agency_id, level, n);
alter table public.tile add constraint tile_root_check CHECK ((length(root) = 32));
alter table public.tile enable row level security;
create policy tile_own on public.tile as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.tile to lanyard_app;

create table public.tuning (
  agency_id uuid not null,
  id uuid not null,
  what text not null,
  kind text,
  written_by text,
  value text not null,
  says text not null,
  until date,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.tuning add constraint tuning_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.tuning add constraint tuning_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.tuning add constraint tuning_agency_id_set_by_fkey FOREIGN KEY (agency_id, set_by) REFERENCES public.person(agency_id, id);
alter table public.tuning add constraint tuning_check CHECK (((what = 'name'::text) = (kind IS NULL)));
alter table public.tuning add constraint tuning_check1 CHECK (((what = ANY (ARRAY['stricter'::text, 'gentler'::text])) = (written_by IS NOT NULL)));
alter table public.tuning add constraint tuning_check2 CHECK (((what = 'gentler'::text) = (until IS NOT NULL)));
alter table public.tuning add constraint tuning_check3 CHECK (((what <> ALL (ARRAY['stricter'::text, 'gentler'::text])) OR (value = ANY (ARRAY['nothing'::text, 'asked'::text, 'held'::text, 'stopped'::text, 'look'::text]))));
alter table public.tuning add constraint tuning_check4 CHECK (((what <> 'phrase'::text) OR (length(value) <= 60)));
alter table public.tuning add constraint tuning_check5 CHECK (((until >= ((set_at AT TIME ZONE 'Europe/London'::text))::date) AND (until <= (((set_at AT TIME ZONE 'Europe/London'::text))::date + 366))));
alter table public.tuning add constraint tuning_check6 CHECK (((what <> 'gentler'::text) OR (written_by = 'worker'::text)));
alter table public.tuning add constraint tuning_check7 CHECK (((what <> 'gentler'::text) OR (kind <> ALL (ARRAY['own-details'::text, 'detail-asked'::text, 'risk-probing'::text, 'undermining'::text, 'sexual'::text, 'pressure'::text, 'insult'::text, 'threat'::text, 'danger'::text]))));
alter table public.tuning add constraint tuning_check8 CHECK (((what <> 'stricter'::text) OR (kind <> ALL (ARRAY['own-details'::text, 'danger'::text]))));
alter table public.tuning add constraint tuning_check9 CHECK (((kind <> 'danger'::text) OR (what = 'phrase'::text)));
alter table public.tuning add constraint tuning_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 40)));
alter table public.tuning add constraint tuning_pkey PRIMARY KEY (agency_id, id);
alter table public.tuning add constraint tuning_says_check CHECK (((length(says) >= 1) AND (length(says) <= 1000)));
alter table public.tuning add constraint tuning_value_check CHECK (((length(value) >= 1) AND (length(value) <= 200)));
alter table public.tuning add constraint tuning_what_check CHECK ((what = ANY (ARRAY['stricter'::text, 'gentler'::text, 'phrase'::text, 'name'::text])));
alter table public.tuning add constraint tuning_written_by_check CHECK ((written_by = ANY (ARRAY['worker'::text, 'family'::text])));
CREATE TRIGGER tuning_is_decided BEFORE INSERT ON public.tuning FOR EACH ROW EXECUTE FUNCTION public.is_tuned_by_who_may('set_by');
alter table public.tuning enable row level security;
create policy tuning_own on public.tuning as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.tuning to lanyard_app;

create table public.tuning_end (
  agency_id uuid not null,
  id uuid not null,
  tuning_id uuid not null,
  ended_by uuid not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.tuning_end add constraint tuning_end_agency_id_ended_by_fkey FOREIGN KEY (agency_id, ended_by) REFERENCES public.person(agency_id, id);
alter table public.tuning_end add constraint tuning_end_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.tuning_end add constraint tuning_end_agency_id_tuning_id_fkey FOREIGN KEY (agency_id, tuning_id) REFERENCES public.tuning(agency_id, id);
alter table public.tuning_end add constraint tuning_end_agency_id_tuning_id_key UNIQUE (agency_id, tuning_id);
alter table public.tuning_end add constraint tuning_end_pkey PRIMARY KEY (agency_id, id);
alter table public.tuning_end add constraint tuning_end_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)));
CREATE TRIGGER tuning_end_is_decided BEFORE INSERT ON public.tuning_end FOR EACH ROW EXECUTE FUNCTION public.is_tuned_by_who_may('ended_by');
alter table public.tuning_end enable row level security;
create policy tuning_end_own on public.tuning_end as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.tuning_end to lanyard_app;

create table public.understanding (
  agency_id uuid not null,
  id uuid not null,
  policy_id uuid not null,
  version_id uuid not null,
  text_hash bytea not null,
  person_id uuid not null,
  asked integer not null,
  tries integer not null,
  passed_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.understanding add constraint understanding_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.understanding add constraint understanding_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.understanding add constraint understanding_agency_id_policy_id_fkey FOREIGN KEY (agency_id, policy_id) REFERENCES public.policy(agency_id, id);
alter table public.understanding add constraint understanding_agency_id_version_id_fkey FOREIGN KEY (agency_id, version_id) REFERENCES public.policy_version(agency_id, id);
alter table public.understanding add constraint understanding_agency_id_version_id_person_id_key UNIQUE (agency_id, version_id, person_id);
alter table public.understanding add constraint understanding_asked_check CHECK (((asked >= 1) AND (asked <= 10)));
alter table public.understanding add constraint understanding_pkey PRIMARY KEY (agency_id, id);
alter table public.understanding add constraint understanding_tries_check CHECK (((tries >= 1) AND (tries <= 99)));
CREATE TRIGGER understanding_text BEFORE INSERT ON public.understanding FOR EACH ROW EXECUTE FUNCTION public.signature_is_of_its_version();
CREATE TRIGGER whoever_acts_understands BEFORE INSERT ON public.understanding FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
alter table public.understanding enable row level security;
create policy understanding_own on public.understanding as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.understanding to lanyard_app;

create table public.use_count (
  key text not null,
  window_start timestamp with time zone not null,
  uses integer not null
);
alter table public.use_count add constraint use_count_pkey PRIMARY KEY (key, window_start);
grant delete, insert, select, update on public.use_count to lanyard_app;

create table public.waiting_message (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  author_id uuid not null,
  body text,
  why text not null,
  goes_at timestamp with time zone,
  found jsonb not null,
  reason text,
  draft_key uuid not null,
  written_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.waiting_message add constraint waiting_message_agency_id_author_id_fkey FOREIGN KEY (agency_id, author_id) REFERENCES public.person(agency_id, id);
alter table public.waiting_message add constraint waiting_message_agency_id_conversation_id_author_id_draft_k_key UNIQUE (agency_id, conversation_id, author_id, draft_key);
alter table public.waiting_message add constraint waiting_message_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.waiting_message add constraint waiting_message_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.waiting_message add constraint waiting_message_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.waiting_message add constraint waiting_message_body_check CHECK (((length(body) >= 1) AND (length(body) <= 4000)));
alter table public.waiting_message add constraint waiting_message_check CHECK (((why = 'hours'::text) = (goes_at IS NOT NULL)));
alter table public.waiting_message add constraint waiting_message_found_check CHECK (((jsonb_typeof(found) = 'array'::text) AND (length((found)::text) <= 20000)));
alter table public.waiting_message add constraint waiting_message_pkey PRIMARY KEY (agency_id, id);
alter table public.waiting_message add constraint waiting_message_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
alter table public.waiting_message add constraint waiting_message_why_check CHECK ((why = ANY (ARRAY['held'::text, 'hours'::text])));
CREATE TRIGGER waiting_begins AFTER INSERT ON public.waiting_message FOR EACH ROW EXECUTE FUNCTION public.waits_from_now();
CREATE TRIGGER whoever_acts_writes BEFORE INSERT ON public.waiting_message FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('author_id');
alter table public.waiting_message enable row level security;
create policy waiting_message_own on public.waiting_message as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.waiting_message to lanyard_app;

create table public.waiting_now (
  agency_id uuid not null,
  waiting_id uuid not null
);
alter table public.waiting_now add constraint waiting_now_agency_id_waiting_id_fkey FOREIGN KEY (agency_id, waiting_id) REFERENCES public.waiting_message(agency_id, id);
alter table public.waiting_now add constraint waiting_now_pkey PRIMARY KEY (agency_id, waiting_id);
alter table public.waiting_now enable row level security;
create policy waiting_now_own on public.waiting_now as permissive for all to public
  using ((agency_id = public.current_agency()));
grant select on public.waiting_now to lanyard_app;

create table public.waiting_step (
  agency_id uuid not null,
  id uuid not null,
  waiting_id uuid not null,
  step text not null,
  person_id uuid,
  word text,
  goes_at timestamp with time zone,
  message_id uuid,
  at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.waiting_step add constraint waiting_step_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.waiting_step add constraint waiting_step_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.waiting_step add constraint waiting_step_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.waiting_step add constraint waiting_step_agency_id_waiting_id_fkey FOREIGN KEY (agency_id, waiting_id) REFERENCES public.waiting_message(agency_id, id);
alter table public.waiting_step add constraint waiting_step_check CHECK (((step = ANY (ARRAY['sent'::text, 'not-sent'::text])) = (person_id IS NULL)));
alter table public.waiting_step add constraint waiting_step_check1 CHECK (((step = 'let-go'::text) = (goes_at IS NOT NULL)));
alter table public.waiting_step add constraint waiting_step_check2 CHECK (((step = 'sent'::text) = (message_id IS NOT NULL)));
alter table public.waiting_step add constraint waiting_step_check3 CHECK (((step <> ALL (ARRAY['asked'::text, 'sent-back'::text, 'not-sent'::text])) OR (word IS NOT NULL)));
alter table public.waiting_step add constraint waiting_step_pkey PRIMARY KEY (agency_id, id);
alter table public.waiting_step add constraint waiting_step_step_check CHECK ((step = ANY (ARRAY['asked'::text, 'let-go'::text, 'sent-back'::text, 'withdrawn'::text, 'sent'::text, 'not-sent'::text])));
alter table public.waiting_step add constraint waiting_step_word_check CHECK (((length(word) >= 1) AND (length(word) <= 500)));
CREATE INDEX waiting_step_of ON public.waiting_step USING btree (agency_id, waiting_id, at);
CREATE UNIQUE INDEX waiting_step_asked_once ON public.waiting_step USING btree (agency_id, waiting_id) WHERE (step = 'asked'::text);
CREATE UNIQUE INDEX waiting_step_ends_once ON public.waiting_step USING btree (agency_id, waiting_id) WHERE (step = ANY (ARRAY['sent-back'::text, 'withdrawn'::text, 'sent'::text, 'not-sent'::text]));
CREATE TRIGGER waiting_ends AFTER INSERT ON public.waiting_step FOR EACH ROW WHEN ((new.step = ANY (ARRAY['sent-back'::text, 'withdrawn'::text, 'sent'::text, 'not-sent'::text]))) EXECUTE FUNCTION public.waits_no_more();
CREATE TRIGGER waiting_step_may BEFORE INSERT ON public.waiting_step FOR EACH ROW EXECUTE FUNCTION public.waiting_step_may_be_taken();
alter table public.waiting_step enable row level security;
create policy waiting_step_own on public.waiting_step as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.waiting_step to lanyard_app;

create table public.words_opening (
  agency_id uuid not null,
  id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  person_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.words_opening add constraint words_opening_about_kind_check CHECK ((about_kind = ANY (ARRAY['kept-words'::text, 'arrival'::text])));
alter table public.words_opening add constraint words_opening_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.words_opening add constraint words_opening_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.words_opening add constraint words_opening_agency_id_person_id_fkey FOREIGN KEY (agency_id, person_id) REFERENCES public.person(agency_id, id);
alter table public.words_opening add constraint words_opening_pkey PRIMARY KEY (agency_id, id);
alter table public.words_opening add constraint words_opening_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)));
CREATE INDEX words_opening_of ON public.words_opening USING btree (agency_id, about_id, person_id);
CREATE TRIGGER whoever_acts_opens BEFORE INSERT ON public.words_opening FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('person_id');
CREATE TRIGGER words_opening_may BEFORE INSERT ON public.words_opening FOR EACH ROW EXECUTE FUNCTION public.words_are_opened_by_a_manager();
alter table public.words_opening enable row level security;
create policy words_opening_own on public.words_opening as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.words_opening to lanyard_app;

create table public.work_link (
  agency_id uuid not null,
  id uuid not null,
  staff_id uuid not null,
  child_id uuid not null,
  purpose text not null,
  since timestamp with time zone not null,
  until timestamp with time zone,
  entry_id uuid not null
);
alter table public.work_link add constraint work_link_agency_id_child_id_fkey FOREIGN KEY (agency_id, child_id) REFERENCES public.person(agency_id, id);
alter table public.work_link add constraint work_link_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.work_link add constraint work_link_agency_id_staff_id_fkey FOREIGN KEY (agency_id, staff_id) REFERENCES public.person(agency_id, id);
alter table public.work_link add constraint work_link_pkey PRIMARY KEY (agency_id, id);
alter table public.work_link add constraint work_link_purpose_check CHECK (((length(purpose) >= 1) AND (length(purpose) <= 200)));
CREATE INDEX work_link_by_child ON public.work_link USING btree (agency_id, child_id);
CREATE INDEX work_link_by_staff ON public.work_link USING btree (agency_id, staff_id);
CREATE TRIGGER work_link_child_is_here BEFORE INSERT ON public.work_link FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('child_id');
CREATE TRIGGER work_link_staff_is_here BEFORE INSERT ON public.work_link FOR EACH ROW EXECUTE FUNCTION public.is_given_to_somebody_here('staff_id');
alter table public.work_link enable row level security;
create policy work_link_own on public.work_link as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select, update on public.work_link to lanyard_app;

create table public.worry (
  agency_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  message_id uuid not null,
  raised_by uuid not null,
  words text,
  told uuid[] not null,
  raised_at timestamp with time zone not null,
  draft_key uuid not null,
  entry_id uuid not null
);
alter table public.worry add constraint worry_agency_id_conversation_id_fkey FOREIGN KEY (agency_id, conversation_id) REFERENCES public.conversation(agency_id, id);
alter table public.worry add constraint worry_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.worry add constraint worry_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES public.agency(id);
alter table public.worry add constraint worry_agency_id_message_id_fkey FOREIGN KEY (agency_id, message_id) REFERENCES public.message(agency_id, id);
alter table public.worry add constraint worry_agency_id_raised_by_draft_key_key UNIQUE (agency_id, raised_by, draft_key);
alter table public.worry add constraint worry_agency_id_raised_by_fkey FOREIGN KEY (agency_id, raised_by) REFERENCES public.person(agency_id, id);
alter table public.worry add constraint worry_pkey PRIMARY KEY (agency_id, id);
alter table public.worry add constraint worry_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
CREATE INDEX worry_by_time ON public.worry USING btree (agency_id, raised_at DESC, id DESC);
CREATE TRIGGER whoever_acts_worries BEFORE INSERT ON public.worry FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('raised_by');
CREATE TRIGGER worry_is_about_another BEFORE INSERT ON public.worry FOR EACH ROW EXECUTE FUNCTION public.worry_is_not_its_authors();
alter table public.worry enable row level security;
create policy worry_own on public.worry as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.worry to lanyard_app;

create table public.worry_answer (
  agency_id uuid not null,
  id uuid not null,
  worry_id uuid not null,
  answered_by uuid not null,
  words text not null,
  answered_at timestamp with time zone not null,
  entry_id uuid not null
);
alter table public.worry_answer add constraint worry_answer_agency_id_answered_by_fkey FOREIGN KEY (agency_id, answered_by) REFERENCES public.person(agency_id, id);
alter table public.worry_answer add constraint worry_answer_agency_id_entry_id_fkey FOREIGN KEY (agency_id, entry_id) REFERENCES public.entry(agency_id, id) DEFERRABLE INITIALLY DEFERRED;
alter table public.worry_answer add constraint worry_answer_agency_id_worry_id_fkey FOREIGN KEY (agency_id, worry_id) REFERENCES public.worry(agency_id, id);
alter table public.worry_answer add constraint worry_answer_pkey PRIMARY KEY (agency_id, id);
alter table public.worry_answer add constraint worry_answer_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)));
CREATE INDEX worry_answer_of ON public.worry_answer USING btree (agency_id, worry_id);
CREATE TRIGGER whoever_acts_looks BEFORE INSERT ON public.worry_answer FOR EACH ROW EXECUTE FUNCTION public.is_done_by_whoever_acts('answered_by');
CREATE TRIGGER worry_answer_is_anothers BEFORE INSERT ON public.worry_answer FOR EACH ROW EXECUTE FUNCTION public.worry_is_not_answered_by_its_author();
alter table public.worry_answer enable row level security;
create policy worry_answer_own on public.worry_answer as permissive for all to public
  using ((agency_id = public.current_agency()));
grant insert, select on public.worry_answer to lanyard_app;
