import { from, inTopic, published, since, undated } from './note.ts'

/** Keeping equipment and services secure, and pages that everybody can read. */
export const security = inTopic(
  { topic: 'security', keeps: 'practice', where: 'United Kingdom' },
  {
    'filtering-standards': {
      title: 'Standards for filtering and monitoring',
      effect: 'adds',
      beside: ['WEB-GOOD-1', 'WEB-BEST-1', 'WEB-AWARE-2'],
      text: 'Since March 2023 the Department for Education has had standards, and the schools guidance builds on them: named people answer for it, it is looked at once a year at least, and what is harmful is blocked without blocking too much.',
      keeps: 'statutory',
      where: 'England',
      sources: [
        from('UK Safer Internet Centre', 'B', published('2023')),
        from('ecp-safeguarding blog', 'B', published('2024-05')),
      ],
    },
    'cyber-essentials': {
      title: 'Cyber Essentials: five controls',
      effect: 'adds',
      beside: ['EXP-ICTSECURITY', 'GEN-APP-2', 'SUM-APP-2'],
      text: 'Firewalls, secure settings, control of who gets in, protection from malicious software, and security updates. In assessments opened from 27 April 2026, a cloud service that offers a second step at sign-in and does not have it turned on fails the whole.',
      sources: [
        from('foxtechnologies.co.uk, on requirements version 3.3', 'B', since('2026-04-27')),
        from('pentestcyber.co.uk', 'B', published('2026-04')),
      ],
    },
    psn: {
      title: 'The Public Services Network is the past',
      effect: 'adds',
      beside: ['EXP-ICTSECURITY'],
      text: 'The government tells public bodies to leave the Public Services Network for modern networks over the internet. Lanyard does not need it.',
      sources: [
        from('gov.uk, Future Networks for Government', 'A', published('2022')),
        from('gov.uk, Moving to modern network solutions', 'A', published('2023')),
      ],
    },
    'accessibility-public': {
      title: 'Public bodies: pages that everybody can read',
      effect: 'adds',
      beside: ['META-ADAPT', 'META-POSTERS'],
      text: 'The accessibility regulations of 2018 hold public bodies to WCAG 2.2 at level AA since October 2024, and to an accessibility statement. They cover what a body buys or licenses. The Government Digital Service looks, and the Equality and Human Rights Commission enforces.',
      notVerified: 'The government’s own page that says so: only others’ accounts were found.',
      sources: [
        from('Imperial College and mekyn.uk', 'B', published('2024')),
        from('accessibility.blog.gov.uk, on how the standard is set', 'B', published('2022-12-09')),
      ],
    },
    'accessibility-all': {
      title: 'Everybody else: the Equality Act',
      effect: 'adds',
      beside: ['META-ADAPT', 'META-POSTERS'],
      text: 'Most charities, and schools in part, are outside those regulations. The Equality Act 2010 (sections 20 and 29) binds everybody who provides a service, and looks ahead: do not wait to be asked. The practical way to show it is to meet WCAG 2.2 AA.',
      where: 'England and Wales',
      sources: [
        from('Scope, for businesses', 'B', published('2026')),
        from(
          'An open collection of legal notes, accessibility, as of 5 August 2026',
          'C',
          published('2026-08-05'),
        ),
      ],
    },
    'design-system': {
      title: 'A design system is not enough by itself',
      effect: 'adds',
      beside: ['META-ADAPT'],
      text: 'GOV.UK’s own Design System, which Lanyard’s screens follow, says that using it does not make a service accessible. Tools find about three in ten of the faults; people find the rest. Away from GOV.UK its typeface, crown, header and footer are left out, as they are here. Its Service Standard has 14 points worth holding any service to: simple, usable by all, secure, reliable, open, and plain about what success is.',
      sources: [
        from('GOV.UK Design System, accessibility strategy', 'A', undated),
        from('Defra design standards, put away in April 2026', 'B', published('2026')),
        from('GOV.UK Service Standard', 'A', undated),
      ],
    },
  },
)
