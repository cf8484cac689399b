// Compares the numbers in two statements on the same subject.

/** Whether both count in the same unit but share no number in it: 3 million and 2 million. */
export function contradict(a: string, b: string): boolean {
  const [quantities, others] = [quantitiesIn(a), quantitiesIn(b)]
  return [...quantities].some(([unit, numbers]) => {
    const otherNumbers = others.get(unit)
    return otherNumbers !== undefined && ![...numbers].some(number => otherNumbers.has(number))
  })
}

/** The numbers by unit. Dates, years and the number of an anniversary are not quantities. */
function quantitiesIn(text: string): Map<string, Set<string>> {
  const numbersByUnit = new Map<string, Set<string>>()
  for (const [, number = '', unit = ''] of text.toLowerCase().matchAll(quantityPattern)) {
    const key = unitNames[unit] ?? unit
    numbersByUnit.set(
      key,
      (numbersByUnit.get(key) ?? new Set()).add(numberWords[number] ?? number.replace(/,(?=\d{3})/g, '')),
    )
  }
  return numbersByUnit
}

const numberWords: Record<string, string> = Object.fromEntries(
  ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word, index) => [
    word,
    String(index + 1),
  ]),
)
const unitNames: Record<string, string> = {
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
const quantityPattern = new RegExp(
  `(\\d+(?:[.,]\\d+)*|${Object.keys(numberWords).join('|')})[\\s-]+(million|billion|thousand|years?|months?|days?|per cent|percent|triệu|nghìn|ngàn|năm|លាន)(?![\\p{L}\\p{M}])(?!\\s+\\d)`,
  'gu',
)
