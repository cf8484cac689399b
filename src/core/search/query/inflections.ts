// Makes other forms of a word by rule: English inflections and ordinals, and Vietnamese words without leftover Telex keys.

/** Possible words with the same stem, without the word itself. */
export function inflections(word: string): string[] {
  const ordinal = /^(\d+)(st|nd|rd|th)?$/.exec(word)
  if (ordinal) return ordinal[2] ? [ordinal[1] as string] : ordinalEndings.map(ending => word + ending)
  if (!/^[a-z]{3,}$/.test(word)) return []
  const made = new Set<string>()
  for (const stem of stemsOf(word)) for (const form of formsOf(stem)) made.add(form)
  for (const other of irregularForms.get(word) ?? []) made.add(other)
  made.delete(word)
  return [...made]
}

/** English verbs and nouns whose forms no rule makes, each line the forms of one word. */
const irregularForms = new Map<string, string[]>()
for (const line of `begin began begun,break broke broken,bring brought,build built,buy bought,catch caught,choose chose chosen,
  come came,deal dealt,die died dying,draw drew drawn,drive drove driven,fall fell fallen,fight fought,flee fled,fly flew flown,
  forbid forbade forbidden,forget forgot forgotten,give gave given,go went gone,grow grew grown,hold held,keep kept,know knew known,
  lead led,leave left,lie lay lain lying,lose lost,make made,meet met,overthrow overthrew overthrown,overcome overcame,pay paid,
  ride rode ridden,rise rose risen,run ran,say said,see saw seen,seek sought,sell sold,send sent,shoot shot,sing sang sung,
  sink sank sunk,sleep slept,speak spoke spoken,spend spent,stand stood,steal stole stolen,strike struck,swear swore sworn,
  swim swam swum,take took taken,teach taught,tell told,think thought,throw threw thrown,undertake undertook undertaken,
  wear wore worn,win won,withdraw withdrew withdrawn,write wrote written,arise arose arisen,become became,bear bore borne,
  withhold withheld,understand understood,child children,man men,woman women,person people,foot feet,wife wives,life lives,
  bite bit bitten,blow blew blown,creep crept,dig dug,feed fed,feel felt,forgive forgave forgiven,freeze froze frozen,
  hear heard,hide hid hidden,lay laid,lend lent,light lit,mean meant,shake shook shaken,slay slew slain,sneak snuck,sweep swept,
  swing swung,tear tore torn,wake woke woken,weep wept,half halves,crisis crises,leaf leaves,knife knives,mouse mice,analysis analyses`.split(
  ',',
)) {
  const forms = line.trim().split(/\s+/)
  for (const form of forms) irregularForms.set(form, [...(irregularForms.get(form) ?? []), ...forms])
}

const ordinalEndings = ['st', 'nd', 'rd', 'th']

function stemsOf(word: string): string[] {
  const stems = [word]
  for (const [ending, replacement] of stemRules) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length) + replacement
    if (stem.length < 3 || !/[aeiouy]/.test(stem)) continue
    stems.push(stem)
    // "stopped" comes from "stop".
    if (replacement === '' && /([bdgklmnprt])\1$/.test(stem)) stems.push(stem.slice(0, -1))
  }
  return stems
}

/** An ending, and what stems may have in its place. */
export const stemRules: readonly [ending: string, replacement: string][] = [
  ['ies', 'y'],
  ['ied', 'y'],
  ['es', ''],
  ['s', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['ed', 'e'],
]

const endings = ['', 's', 'es', 'ed', 'd', 'ing']

function formsOf(stem: string): string[] {
  const forms = endings.map(ending => stem + ending)
  if (stem.endsWith('e')) forms.push(`${stem.slice(0, -1)}ing`)
  if (stem.endsWith('y')) forms.push(`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`)
  const last = stem.at(-1) ?? ''
  if (/[aeiou][bdgklmnprt]$/.test(stem)) forms.push(`${stem}${last}ed`, `${stem}${last}ing`)
  return forms
}

/** The word without its Telex keys (https://en.wikipedia.org/wiki/Telex_(input_method)), or undefined if it has none. */
export function withoutTelex(word: string): string | undefined {
  if (!/^[a-z]{2,9}$/.test(word)) return undefined
  const bare = word
    .replace(/dd/g, 'd')
    .replace(/([aeo])\1/g, '$1')
    .replace(/([uoa])w/g, '$1')
    .replace(/^w|w/g, 'u')
    // The tone key comes after the vowels or at the end.
    .replace(/([aeiouy](?:ng?h?|ch?|[mpt])?)[sfrxj]$/, '$1')
    .replace(/([aeiouy])[sfrxj]((?:[aeiouy]|ng?h?|ch?|[mpt])+)$/, '$1$2')
  return bare !== word && bare.length > 0 ? bare : undefined
}

/** The combining marks that Telex keys write, in order of the alphabet; "đ" stands for its own. */
export function marksOfTelex(word: string): string {
  const marks = new Set<string>()
  if (word.includes('dd')) marks.add('đ')
  if (/([aeo])\1/.test(word)) marks.add(CIRCUMFLEX)
  if (word.includes('aw')) marks.add(BREVE)
  if (/[uo]w|(?<![auo])w/.test(word)) marks.add(HORN)
  const tone = /[aeiouyw](?:ng?h?|ch?|[mpt])?([sfrxj])(?:[aeiouy]|ng?h?|ch?|[mpt])*$/.exec(word)?.[1]
  if (tone) marks.add(toneMarks[tone] as string)
  return [...marks].sort().join('')
}

/** The combining marks of a Vietnamese word as written, in the same order. */
export const marksOf = (form: string): string =>
  [...new Set(form.normalize('NFD').match(/[\u0300-\u036fđ]/g))].sort().join('')

const CIRCUMFLEX = '\u0302'
const BREVE = '\u0306'
const HORN = '\u031b'
const toneMarks: Record<string, string> = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }
