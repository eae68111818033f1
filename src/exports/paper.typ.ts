import { paperFrame } from '../kit/documents/index.ts'

/** The Typst source of an export to be read by a person. All that it shows is `data`, which paper.ts lays out. */
export const exportSource = String.raw`
${paperFrame({
  margin: { top: 30, bottom: 27, x: 27 },
  left: 'data.running',
  right: 'data.confidential',
})}
#let lines(piece) = text(dir: side(piece.dir), piece.text.split("\n").map(line => [#line]).join(linebreak()))

#set text(10.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.62em, spacing: 1.05em, justify: false)
#set list(marker: ([•],), indent: 0.2em, body-indent: 0.75em)
#show heading.where(level: 1): it => block(below: 0.8em, { set par(leading: 0.42em); text(23pt, it.body) })
#show heading.where(level: 2): it => block(above: 2em, below: 0.9em, sticky: true, text(14.5pt, it.body))
#show heading.where(level: 3): it => block(above: 1.8em, below: 0.9em, sticky: true, {
  text(11pt, fill: quiet, it.body)
})

#block(width: 100%, above: 0pt, below: 18pt, {
  line(length: 34mm, stroke: 3.4pt + ink)
  v(2pt)
  block(below: 1.1em, par(text(11pt, weight: "bold", fill: quiet, said(data.organisation))))
  heading(level: 1, said(data.title))
  par(text(fill: quiet, data.part))
  v(0.3em)
  line(length: 100%, stroke: hair)
})

#for fact in data.facts {
  block(below: 0.9em, par({ strong(fact.words + ": "); said(fact.value) }))
}

#if data.people.len() > 0 {
  heading(level: 2, "Who else is in it")
  list(..data.people.map(one => { strong(said(one.name)); [: ]; one.words }))
}
#if data.left.len() > 0 {
  heading(level: 2, "What is not in it")
  list(..data.left)
}
#if data.check.len() > 0 {
  heading(level: 2, "How to check it")
  for one in data.check { par(one) }
}

#heading(level: 2, "What happened")
#for day in data.days {
  heading(level: 3, day.day)
  for item in day.items {
    if item.message {
      block(breakable: true, above: 1em, below: 1em, inset: (left: 9pt, y: 1pt), stroke: (left: 2.4pt + rgb("#8ea0ad")), {
        par(spacing: 0.5em, { strong(said(item.who)); text(fill: quiet, [, ] + item.time) })
        for one in item.parts { par(spacing: 0.6em, lines(one.value)) }
        if item.note != none { par(spacing: 0.6em, text(9pt, fill: quiet, item.note)) }
        if item.code != "" { par(text(8pt, fill: quiet, item.code)) }
      })
    } else {
      block(above: 0.75em, below: 0.75em, {
        set par(spacing: 0.5em)
        par({ text(fill: quiet, item.time + "  "); [#item.what, ]; said(item.who) })
        for one in item.parts { block(inset: (left: 9pt), above: 0.5em, below: 0.5em, par({ text(fill: quiet, one.words + ": "); lines(one.value) })) }
        if item.note != none { block(inset: (left: 9pt), above: 0.5em, below: 0.5em, par(text(9pt, fill: quiet, item.note))) }
        if item.code != "" { par(text(8pt, fill: quiet, item.code)) }
      })
    }
  }
}
`
