// Lists the Khmer words that point from one sentence to another.

import type { CoreferenceWords } from '../pack.ts'

export const coreference: CoreferenceWords = {
  subjectPronoun: /គាត់|នាង/u,
  // Not "the world", which ends in the same word.
  pronoun: /(?:(?<!ពិភព)លោក(?!\s|ស្រី)|(?<=របស់)លោក|គាត់)/,
  dependentOpening: /^(?:ពួកគេ|វា|នេះ|នោះ|ដូច្នេះ)/u,
  sayingVerb: /ថា/u,
  titles: ['លោកស្រី', 'លោក', 'សម្តេច'],
}
