// Puts compiled programs together. It knows the few forms of import and export that the compiler writes of our own files.
const imported = /^import \{ (?<names>[\w, ]+) \} from '\.\/(?<from>[\w-]+\.js)';$/gm
const passedOn = /^export \{ (?<names>[\w, ]+?),? \} from '\.\/(?<from>[\w-]+\.js)';$/gm
const exported = /^export (?<made>(?:const|(?:async )?function) (?:\{ )?(?<all>\w+(?:, \w+)*))/gm
const nameOf = file => `$${file.replace(/\.js$/, '').replaceAll('-', '_')}`

/**
 * A program and all it imports beside it as one: each file in a function of its own, after those that it imports. Throws
 * where a file has an import or export of another form than these.
 */
export function inOneFile(entry, read) {
  const [done, under] = [new Map(), new Set()]
  const put = file => {
    if (done.has(file)) return
    if (under.has(file)) throw new Error(`${file} imports itself by way of others`)
    under.add(file)
    const code = read(file).replace(/^\/\/# sourceMappingURL=.*$/m, '')
    const [uses, names] = [[...code.matchAll(imported), ...code.matchAll(passedOn)], []]
    for (const { groups } of uses) put(groups.from)
    const body = code
      .replace(imported, (_, all, from) => `const { ${all} } = ${nameOf(from)};`)
      .replace(passedOn, (_, all, from) => {
        names.push(...all.split(', ').map(name => `${name}: ${nameOf(from)}.${name}`))
        return ''
      })
      .replace(exported, (_, made, all) => {
        names.push(...all.split(', '))
        return made
      })
    const strange = /^(?:import|export)\b.*/m.exec(body)
    if (strange) throw new Error(`${file} has “${strange[0]}”, which cannot be put in one file`)
    const waits = /\bawait\b/.test(body)
    const wrapped = `(${waits ? 'async ' : ''}() => {\n${body}\nreturn { ${names.join(', ')} };\n})()`
    done.set(file, { names, code: `const ${nameOf(file)} = ${waits ? 'await ' : ''}${wrapped};\n` })
  }
  put(entry)
  const all = [...done.values()].map(({ code }) => code).join('')
  const given = done.get(entry).names.map(name => name.split(':')[0])
  return `${all}export const { ${given.join(', ')} } = ${nameOf(entry)};\n`
}
