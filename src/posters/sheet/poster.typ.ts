import { marks } from './marks.typ.ts'

/**
 * The Typst source of every poster. Lengths are of an A4 page and grow with the paper by `u`; what the largest size is
 * that fits is tried here, where the letters are. Nothing of anybody's text is in it: `data` is src/posters/sheet/lay-out.ts.
 */
export const posterSource = String.raw`
#let u = if data.size == "a3" { calc.sqrt(2) } else { 1 }
#let own = rgb(data.colour)
#let ink = rgb("#0b0c0c")
#let stop = rgb("#a8182d")
// How high a capital of the typeface is: what a line of words begins with.
#let capital = 0.668
#let paper-width = 210mm * u
#let paper-height = 297mm * u
#let side = 15mm * u
#let wide = paper-width - 2 * side
#let least = data.least * 1pt

#let strap-height = 10mm * u
#let weave(height) = box(width: paper-width, height: height, clip: true, fill: own, {
  let step = 3.2mm * u
  for n in range(-5, calc.ceil(paper-width / step) + 5) {
    place(dx: n * step, line(start: (0pt, height), end: (height, 0pt), stroke: 0.7mm * u + white.transparentize(82%)))
    place(dx: n * step, line(start: (0pt, 0pt), end: (height, height), stroke: 0.7mm * u + black.transparentize(82%)))
  }
})

#set page(
  width: paper-width,
  height: paper-height,
  margin: (x: side, top: strap-height, bottom: 0pt),
  background: {
    place(top, weave(strap-height))
  },
)
#set text(fill: ink, hyphenate: false, dir: if data.rtl { rtl } else { ltr })
#set par(leading: 0.44em, spacing: 0.62em, linebreaks: "optimized")
#set text(costs: (runt: 1000%))
// An address is not broken in two.
#show regex("(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/[A-Za-z0-9/-]*)?"): it => box(it)
#show heading: it => it.body

// One text as it was written, running its own way.
#let say(one, ..how) = text(dir: if one.rtl { rtl } else { ltr }, ..how, one.t)
// A block of words in lines of much the same length, no wider than it may be.
#let even(most, it) = {
  let high = measure(block(width: most, it)).height
  let (low, width) = (most * 0.35, most)
  while width - low > 3pt {
    let middle = (low + width) / 2
    if measure(block(width: middle, it)).height <= high { width = middle } else { low = middle }
  }
  block(width: width, spacing: 0pt, it)
}
// "Do not" stands out wherever a point begins with it.
#let point(one) = {
  let found = if one.rtl { none } else { one.t.match(regex("^(Do not|Never|Only) ")) }
  if found == none { say(one) } else {
    strong(found.text.trim())
    [ ]
    say((t: one.t.slice(found.end), rtl: false))
  }
}

${marks}
// The largest size, from most to least, at which what is made fits; none when even the least does not.
#let largest(make, most, fits) = {
  if fits(make(most)) { return most }
  if not fits(make(least)) { return none }
  let (low, high) = (least, most)
  while high - low > 0.4pt {
    let middle = (low + high) / 2
    if fits(make(middle)) { low = middle } else { high = middle }
  }
  low
}
// Whether the longest word there is stands in a line of this size.
#let words-fit(size) = data.longest.all(one => measure(text(size: size, weight: "bold", one.t)).width <= wide / one.columns - 2.1 * size)
#let height-of(it) = measure(block(width: wide, it)).height

#let headline(size) = {
  let words = {
    set text(size: size, weight: "bold")
    set par(leading: 0.36em, linebreaks: "simple")
    say(data.title)
  }
  heading(level: 1, block(width: wide, even(wide, words)))
}
#let widest-word = data.title.t.split(regex("\s")).fold("", (longest, word) => if word.clusters().len() > longest.clusters().len() { word } else { longest })

// 999, white on ink, from edge to edge of the paper.
// 999, white on ink, from edge to edge of the paper.
#let emergency(size, beside: none) = {
  let number = text(size: 66pt * u, data.emergency.number)
  set text(fill: white, weight: "bold", dir: ltr, size: size)
  set align(left)
  set par(leading: 0.42em)
  block(width: paper-width, fill: ink, inset: (x: side, y: 5mm * u), if beside == none {
    grid(columns: (1fr, auto), align: horizon, column-gutter: 5mm * u, data.emergency.words, number)
  } else {
    let words = even(wide * 0.5, {
      set text(size: size, weight: "bold")
      set par(leading: 0.42em, linebreaks: "simple")
      data.emergency.words
    })
    grid(columns: (1fr, auto), align: (left + horizon, right + horizon), column-gutter: 5mm * u,
      { words; v(size * 0.62, weak: true); number },
      beside,
    )
  })
}
// The largest at which the words stand in one line beside the number.
#let in-one-line(most) = largest(
  size => text(size: size, weight: "bold", data.emergency.words), most,
  it => measure(it).width <= wide - measure(text(size: 66pt * u, weight: "bold", data.emergency.number)).width - 6mm * u,
)

// The code, on white whatever is behind it, and what it is for.
#let code(size, dark) = {
  let across = 33mm * u
  set text(size: size, weight: "bold", fill: if dark { white } else { ink })
  set par(leading: 0.42em)
  grid(columns: (auto, across), align: (right + bottom, right), column-gutter: 4mm * u,
    block(width: 44mm * u, align(right, for one in data.code-caption { par(one) })),
    box(fill: white, radius: 1.5mm * u, stroke: if dark { none } else { 0.6mm * u + own }, image("/code.svg", alt: data.code-words, width: across)),
  )
}

#let label(group, size) = {
  let dark = group.kind == "do-not"
  block(below: size * 0.42, heading(level: 2, box(
    fill: if dark { stop } else if group.kind == "poor" { white } else { own },
    stroke: if group.kind == "poor" { 0.7mm * u + ink } else { none },
    radius: 1.2mm * u,
    inset: (x: size * 0.42, y: size * 0.26),
    say(group.label, size: calc.max(least, size * 0.92), weight: "bold", fill: if group.kind == "poor" { ink } else { white }),
  )))
}

#let contact(one, size) = block(breakable: false, {
  par(leading: 0.42em, {
    say(one.who, weight: "bold", fill: own)
    if one.lines.len() > 0 { linebreak() }
    one.lines.map(each => if each.t.contains(regex("\\d{3}")) { strong(say(each)) } else { say(each) }).join(linebreak())
  })
})

#let part(group, size) = {
  set text(size: size)
  set list(marker: icon(group.kind, size * 1.06, size), body-indent: size * 0.5, spacing: size * 0.68, tight: false)
  set enum(
    numbering: n => marked(size * 1.5, size, {
      place(circle(radius: size * 0.75, fill: own))
      place(center + horizon, text(fill: white, weight: "bold", size: calc.max(least, size * 0.95), str(n)))
    }),
    body-indent: size * 0.5, spacing: size * 0.8, tight: false, number-align: top,
  )
  if group.label != none { label(group, size) }
  if group.kind == "tell" {
    grid(columns: (1fr,) * group.columns, column-gutter: 7mm * u, row-gutter: size * 0.75, ..group.contacts.map(one => contact(one, size)))
  } else if group.kind == "steps" {
    enum(..group.points.map(point))
  } else if group.kind == "words" {
    set text(size: size * 1.25, weight: "bold", fill: own)
    for one in group.points { par(point(one)) }
  } else {
    list(..group.points.map(point))
  }
}

#let body(size) = {
  for (n, group) in data.groups.enumerate() {
    if n > 0 { v(size * 0.85, weak: true) }
    part(group, size)
  }
}
#let body-spread(size) = {
  for (n, group) in data.groups.enumerate() {
    if n > 0 { v(1fr) }
    part(group, size)
  }
  v(if data.groups.len() == 1 { 1fr } else { 0.2fr })
}

#let foot(size) = {
  set par(leading: 0.42em, spacing: 0.62em)
  set text(size: size)
  for one in data.foot { par(point(one)) }
}

#context {
  let refuse() = panic("does-not-fit")
  let name-size = largest(badge, 22pt * u, it => measure(it).height <= 34mm * u)
  if name-size == none { refuse() }
  let title-size = largest(headline, 62pt * u, it => height-of(it) <= 46mm * u)
  if title-size == none { refuse() }
  while title-size > least and measure(text(size: title-size, weight: "bold", widest-word)).width > wide { title-size -= 0.5pt * u }

  let mark = badge(name-size)
  let eyebrow = if data.eyebrow == none { [] } else {
    set text(size: 20pt * u, weight: "bold", fill: own)
    set par(leading: 0.42em)
    say(data.eyebrow)
  }
  let beside = wide - measure(mark).width - 8mm * u
  let across = beside > 50mm * u
  let head = {
    if across {
      grid(columns: (auto, 1fr), column-gutter: 8mm * u, align: (left + top, right + horizon), mark, pad(top: 5mm * u, eyebrow))
      v(8mm * u, weak: true)
    } else {
      mark
      v(6mm * u, weak: true)
      eyebrow
      v(3mm * u, weak: true)
    }
    headline(title-size)
  }
  let first = data.emergency.first
  let small = calc.max(least, 19pt * u)
  let strip = if first { emergency(in-one-line(30pt * u)) } else { emergency(24pt * u, beside: code(small, true)) }
  let tail = if first {
    grid(columns: (1fr, auto), column-gutter: 6mm * u, align: (left + horizon, right), foot(calc.max(least, 20pt * u)), code(small, false))
  } else { foot(calc.max(least, 20pt * u)) }
  let strip-height = measure(strip).height
  let gap = 7mm * u
  let tail-gap = 6mm * u
  let under = if first { 10mm * u } else { strip-height + tail-gap }
  let room = paper-height - strap-height - height-of(head) - height-of(tail) - under - 2 * gap - if first { strip-height + gap } else { 0pt }
  let size = largest(size => (size, body(size)), data.most * 1pt, ((size, it)) => words-fit(size) and height-of(it) <= room)
  if size == none { refuse() }
  block(width: wide, spacing: 0pt, head)
  v(gap)
  if first {
    block(spacing: 0pt, move(dx: -side, strip))
    v(gap)
  }
  block(width: wide, height: room, spacing: 0pt, body-spread(size))
  v(gap)
  block(width: wide, spacing: 0pt, tail)
  if not first { place(bottom + left, dx: -side, strip) }
}
`
