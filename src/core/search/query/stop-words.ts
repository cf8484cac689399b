// Lists the question words that say nothing about what is sought, in all languages.

import { fromAllPacks } from '../../languages/packs.ts'

export const isStopWord = (folded: string) => stopWords.has(folded)

const stopWords = new Set(fromAllPacks('stopWords').flatMap(list => list.split(/\s+/).filter(Boolean)))
