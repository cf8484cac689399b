// Lists the English words that point from one sentence to another.

import type { CoreferenceWords } from '../pack.ts'

export const coreference: CoreferenceWords = {
  subjectPronoun: /\b(?:he|she)\b(?!['’])/iu,
  pronoun: /\b(?:he|she|his|him|her)\b(?!['’])/i,
  possessive: { pronoun: /^(?:his|her)$/i, genitive: name => `${name}'s` },
  dependentOpening:
    /^["“‘(]?(?:(?:And|But|So|Also|Then|However|Meanwhile|Moreover|Therefore|Thus|Instead|Still|Yet|In addition|As a result),? )?(?:They|Their|It|Its|This|That|These|Those|Such|His|Her|Both|Along with (?:this|that)|One of them|Another|The same|The latter|The former|The other)\b/u,
  sayingVerb:
    /\b(?:said|says?|told|adds?|added|wrote|stressed|noted|asked|replied|explained|recalled|affirmed|believes?|speaks? of|holds that)\b/u,
  titles: ['Samdech', 'Techo', 'Mr', 'Mrs', 'Ms', 'Dr'],
  offices: [
    ...['Vice', 'Deputy', 'Prime', 'Foreign', 'State', 'First', 'General', 'Party', 'Associate', 'National'],
    ...['Civil', 'Former', 'President', 'Minister', 'PM', 'Secretary', 'Chairman', 'Chairwoman', 'Professor'],
    ...['Ambassador', 'Spokesman', 'Spokeswoman', 'Governor', 'King', 'Queen', 'Prince', 'Assembly'],
    ...['Service', 'Cambodian', 'Vietnamese'],
  ],
}
