/**
 * The marks before points, in Typst, one shape for each kind and told apart without colour; and the badge that hangs from
 * the strap. Part of poster.typ.ts, which says what `own`, `stop`, `ink`, `u`, `wide` and `say` are.
 */
export const marks = `
// A mark as high as a capital to the line it stands in, and larger to the eye.
#let marked(size, of, it) = box(width: size, height: of * capital, place(dy: (of * capital - size) / 2, box(width: size, height: size, it)))
#let icon(kind, size, of) = marked(size, of, {
  let pen = size * 0.13
  if kind == "do-not" {
    place(dx: pen / 2, dy: pen / 2, circle(radius: size / 2 - pen / 2, stroke: pen + stop, fill: white))
    place(line(start: (size * 0.18, size * 0.18), end: (size * 0.82, size * 0.82), stroke: pen + stop))
  } else if kind == "poor" {
    place(polygon(fill: white, stroke: (paint: ink, thickness: pen * 0.8, join: "round"), (size * 0.5, size * 0.07), (size * 0.96, size * 0.92), (size * 0.04, size * 0.92)))
    place(line(start: (size * 0.5, size * 0.38), end: (size * 0.5, size * 0.62), stroke: (paint: ink, thickness: pen * 0.9, cap: "round")))
    place(dx: size * 0.44, dy: size * 0.7, circle(radius: size * 0.06, fill: ink))
  } else if kind in ("best", "good", "do", "safe") {
    let full = kind != "safe"
    place(rect(width: size, height: size, radius: size * 0.2, fill: if full { own } else { white }, stroke: if full { none } else { pen * 0.9 + own }))
    place(curve(
      stroke: (paint: if full { white } else { own }, thickness: pen * 1.15, cap: "round", join: "round"),
      curve.move((size * 0.25, size * 0.53)), curve.line((size * 0.43, size * 0.71)), curve.line((size * 0.77, size * 0.31)),
    ))
  } else {
    place(dx: size * 0.28, dy: size * 0.28, circle(radius: size * 0.22, fill: own))
  }
})

// The badge that hangs from the strap, with whose poster it is.
#let badge(size) = {
  let logo-height = 17mm * u
  let clip-wide = 13mm * u
  let named = {
    set text(size: size, weight: "bold")
    set par(leading: 0.4em)
    say(data.organisation)
  }
  let inside = pad(x: 5mm * u, top: 6mm * u, bottom: 4mm * u, {
    if data.logo {
      let room = wide - 10mm * u - 60mm * u
      let picture = image("/logo.png", alt: data.logo-words, height: logo-height, fit: "contain")
      let shown = if measure(picture).width > 55mm * u { image("/logo.png", alt: data.logo-words, width: 55mm * u, fit: "contain") } else { picture }
      let text-wide = calc.min(measure(named).width, wide - 10mm * u - measure(shown).width - 4mm * u)
      grid(columns: (auto, text-wide), column-gutter: 4mm * u, align: horizon, shown, named)
    } else {
      block(width: calc.min(measure(named).width, wide - 10mm * u), named)
    }
  })
  let across = measure(inside).width
  box({
    block(stroke: 0.9mm * u + own, radius: (top: 1.2mm * u, bottom: 4mm * u), fill: white, inside)
    place(top + center, dy: -3mm * u, rect(width: clip-wide, height: 6.4mm * u, radius: 1.6mm * u, fill: rgb("#8d979f"), stroke: 0.7mm * u + rgb("#4a545b")))
  })
}
`
