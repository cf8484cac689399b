// Names the values of options in Khmer, where people pick one from a list.

import type { PartialPhrases } from '../pack.ts'

export const choiceNames: PartialPhrases['choiceNames'] = {
  short: 'ខ្លី',
  medium: 'មធ្យម',
  long: 'វែង',
  text: 'ជាអក្សរ',
  picture: 'ជារូបភាព',
  skip: 'មិនឱ្យយឺត',
  'same-day': 'រហូតដល់ពាក់កណ្តាលអធ្រាត្រ',
  1: 'មិនលើស ១ ថ្ងៃ',
  3: 'មិនលើស ៣ ថ្ងៃ',
  7: 'មិនលើស ៧ ថ្ងៃ',
  'february-28': 'ថ្ងៃទី២៨ ខែកុម្ភៈ',
  'march-1': 'ថ្ងៃទី១ ខែមីនា',
  on: 'បើក',
  off: 'បិទ',
  yes: 'បាទ/ចាស',
  no: 'ទេ',
}
