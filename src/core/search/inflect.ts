// Other forms of an English word, made by rule; Vietnamese and Khmer words have none.

const endings = ['', 's', 'es', 'ed', 'd', 'ing']

/** Words of the same stem that may exist, the word itself not among them. */
export function inflections(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return []
  const made = new Set<string>()
  for (const stem of stemsOf(word)) for (const form of formsOf(stem)) made.add(form)
  made.delete(word)
  return [...made]
}

function stemsOf(word: string): string[] {
  const stems = [word]
  for (const [ending, put] of rules) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length) + put
    if (stem.length < 3 || !/[aeiouy]/.test(stem)) continue
    stems.push(stem)
    // "stopped" is of "stop".
    if (put === '' && /([bdgklmnprt])\1$/.test(stem)) stems.push(stem.slice(0, -1))
  }
  return stems
}

const rules: [ending: string, put: string][] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['es', ''],
  ['s', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
]

function formsOf(stem: string): string[] {
  const forms = endings.map(ending => stem + ending)
  if (stem.endsWith('e')) forms.push(`${stem.slice(0, -1)}ing`)
  if (stem.endsWith('y')) forms.push(`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`)
  const last = stem.at(-1) ?? ''
  if (/[aeiou][bdgklmnprt]$/.test(stem)) forms.push(`${stem}${last}ed`, `${stem}${last}ing`)
  return forms
}
