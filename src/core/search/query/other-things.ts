// Tells a sentence on things of which the archive has nothing: "I want to rent a flat near the airport".

import { needsDictionary } from '../../text/words.ts'
import type { SearchIndex } from '../index/search-index.ts'
import { hasSurfaceForm, knownWord } from '../index/segment.ts'
import { isLightForm } from '../question/asking-words.ts'
import { inflections } from './inflections.ts'
import type { Query, QueryWord } from './query.ts'
import { isSentence } from './query-terms.ts'
import { isStopWord } from './stop-words.ts'

/** Key words are none, however few the archive has; nor is a sentence with filters or quotation marks. */
export function isOnOtherThings(query: Query, { segment, concepts }: SearchIndex): boolean {
  const { text, words, filters, phrases, excludedWords } = query
  const isPlain = Object.keys(filters).length + phrases.length + excludedWords.length === 0
  if (!isPlain || needsDictionary(text) || !isSentence(query)) return false
  const isKnown = ({ word, form }: QueryWord) =>
    concepts.isNameWord(word) ||
    (hasSurfaceForm(segment, form) &&
      [word, ...inflections(word)].some(each => knownWord(segment, each) >= 0))
  const sought = words.filter(
    ({ word, form, isAsking }) => !isAsking && !isStopWord(word) && !isLightForm(form),
  )
  return sought.filter(word => !isKnown(word)).length > MAX_UNKNOWN_SHARE * sought.length
}

/** As many may be slips, or said by the way. */
const MAX_UNKNOWN_SHARE = 0.4
