// Lists the Vietnamese words that point from one sentence to another.

import type { CoreferenceWords } from '../pack.ts'

export const coreference: CoreferenceWords = {
  subjectPronoun:
    /(?<![\p{L}])(?:ông|bà|anh|chị|cô)(?: ấy| này|)(?=\s+(?:cũng |đã |đang |sẽ |còn |nói|cho|khẳng|nhấn|nhận|chia|kể|bày|là|và|được|bị))/iu,
  // Before a name it is a title: "ông Hà".
  pronoun: /(?<!\p{L})(?:[Ôô]ng|[Bb]à)(?: ấy| này)?(?!\p{L})(?!\s+\p{Lu})/u,
  dependentOpening:
    /^["“]?(?:Họ|Nó|Đó|Đây|Điều (?:này|đó)|Việc (?:này|đó)|Tuy nhiên|Ngoài ra|Trong khi đó|Theo đó|Vì vậy|Do đó)(?!\p{L})/u,
  sayingVerb:
    /(?<!\p{L})(?:nói|cho biết|cho hay|khẳng định|nhấn mạnh|chia sẻ|phát biểu|viết|hỏi|dẫn lời)(?!\p{L})/u,
  titles: ['Ông', 'Bà'],
  offices: ['Thủ tướng', 'Chủ tịch', 'Bộ trưởng', 'Tổng thống'],
}
