// Holds what answers to plain questions say, in Vietnamese.

import type { PartialPhrases } from '../pack.ts'

export const asking: NonNullable<PartialPhrases['commands']>['ask'] = {
  does: 'Đặt câu hỏi và xem kho lưu trữ nói gì',
  options: { question: 'Câu hỏi của bạn' },
  ask: 'Bạn muốn biết điều gì? Hãy gõ /ask và câu hỏi, ví dụ:',
  write: 'Nhập câu hỏi',
  whoIs: (name: string) => `${name} là ai?`,
  happened: (date: string) => `Chuyện gì đã xảy ra ${date}?`,
  silent: 'Kho lưu trữ không nói đến điều này.',
  readAs: (pairs: string) => `Đọc là ${pairs}.`,
  nothingOn: (words: string) => `Ở đây không có gì về “${words}”.`,
  nearestIs: 'Điều gần nhất trong kho:',
  differing: 'Về vấn đề gần nhất, các nguồn nói khác nhau:',
  passages: 'Các đoạn khác',
  nearest: 'Các đoạn gần nhất',
  compare: 'Đối chiếu',
  all: 'Mọi ý kiến về việc này',
}
