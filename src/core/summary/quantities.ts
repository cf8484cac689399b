// Whether two statements on the same thing give different numbers for it.

/** Both count in the same unit, and no number of the one stands in the other: 3 million and 2 million. */
export function contradict(a: string, b: string): boolean {
  const [one, other] = [quantitiesIn(a), quantitiesIn(b)]
  return [...one].some(([unit, numbers]) => {
    const against = other.get(unit)
    return against !== undefined && ![...numbers].some(number => against.has(number))
  })
}

/** Numbers by what they are counted in. Dates, years and the number of an anniversary count nothing. */
function quantitiesIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [, number = '', unit = ''] of text.toLowerCase().matchAll(quantity)) {
    const key = units[unit] ?? unit
    found.set(key, (found.get(key) ?? new Set()).add(words[number] ?? number.replace(/,(?=\d{3})/g, '')))
  }
  return found
}

const words: Record<string, string> = Object.fromEntries(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index) => [
    word,
    String(index + 1),
  ]),
)
const units: Record<string, string> = {
  years: 'year',
  months: 'month',
  days: 'day',
  triệu: 'million',
  nghìn: 'thousand',
  ngàn: 'thousand',
  năm: 'year',
  tháng: 'month',
  ngày: 'day',
  លាន: 'million',
}
const quantity = new RegExp(
  `(\\d+(?:[.,]\\d+)*|${Object.keys(words).join('|')})[\\s-]+(million|billion|thousand|years?|months?|days?|per cent|percent|triệu|nghìn|ngàn|năm|លាន)(?![\\p{L}\\p{M}])(?!\\s+\\d)`,
  'gu',
)
