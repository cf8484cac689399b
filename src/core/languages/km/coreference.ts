// Lists the Khmer words that point from one sentence to another.

import type { CoreferenceWords } from '../pack.ts'

export const coreference: CoreferenceWords = {
  subjectPronoun: /គាត់|នាង/u,
  // Not "the world", which ends in the same word, and not a title before a name or the beginning of a longer title.
  pronoun: /(?:(?<!ពិភព)លោក(?!\s|ស្រី)|សម្តេច(?!\s|តេជោ|អគ្គ|ព្រះ)|(?<=របស់)(?:លោក|សម្តេច(?!តេជោ|អគ្គ|ព្រះ))|គាត់)/,
  dependentOpening: /^(?:ពួកគេ|វា|នេះ|នោះ|ដូច្នេះ)/u,
  sayingVerb: /ថា/u,
  titles: [
    ...['លោកស្រី', 'លោក', 'ឯកឧត្តម'],
    ...['សម្តេច', 'សម្តេចតេជោ', 'សម្តេចអគ្គមហាសេនាបតីតេជោ', 'សម្តេចអគ្គមហាពញាចក្រី'],
  ],
}
