// Holds what answers to plain questions say, in Khmer.

import type { PartialPhrases } from '../pack.ts'

export const asking: NonNullable<PartialPhrases['commands']>['ask'] = {
  does: 'សួរសំណួរ ហើយមើលថាបណ្ណសារនិយាយដូចម្តេច',
  options: { question: 'សំណួររបស់អ្នក' },
  ask: 'តើអ្នកចង់ដឹងអ្វី? សូមសរសេរ /ask និងសំណួររបស់អ្នក ឧទាហរណ៍៖',
  write: 'សរសេរសំណួរ',
  whoIs: (name: string) => `${name} ជានរណា?`,
  happened: (date: string) => `តើមានអ្វីកើតឡើងនៅ${date}?`,
  silent: 'បណ្ណសារមិនបាននិយាយអំពីរឿងនេះទេ។',
  readAs: (pairs: string) => `អានជា ${pairs}។`,
  nothingOn: (words: string) => `បណ្ណសារគ្មានអ្វីអំពី «${words}» ទេ។`,
  nearestIs: 'អ្វីដែលជិតបំផុតក្នុងបណ្ណសារ៖',
  differing: 'អំពីបញ្ហាជិតបំផុត ប្រភពនានានិយាយខុសគ្នា៖',
  passages: 'កថាខណ្ឌផ្សេងទៀត',
  nearest: 'កថាខណ្ឌជិតបំផុត',
  compare: 'ប្រៀបធៀប',
  all: 'ការលើកឡើងទាំងអស់',
}
