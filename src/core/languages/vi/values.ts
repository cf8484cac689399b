// Names the options and their values in Vietnamese, where people pick one from a list.

import type { OptionNames, PartialPhrases } from '../pack.ts'

export const optionNames: OptionNames = {
  about: 'chủ-đề',
  anniversary: 'ngày-kỷ-niệm',
  article: 'bài-báo',
  as: 'dạng',
  channel: 'kênh',
  command: 'lệnh',
  date: 'ngày',
  from: 'từ-năm',
  grace: 'đăng-trễ',
  language: 'ngôn-ngữ',
  length: 'độ-dài',
  name: 'tên',
  publish: 'phát-bài',
  question: 'câu-hỏi',
  role: 'vai-trò',
  subject: 'vấn-đề',
  time: 'giờ',
  to: 'đến-năm',
  words: 'từ-khóa',
  zone: 'múi-giờ',
}

export const choiceNames: PartialPhrases['choiceNames'] = {
  short: 'ngắn',
  medium: 'vừa',
  long: 'dài',
  text: 'dạng chữ',
  picture: 'dạng hình ảnh',
  skip: 'không đăng trễ',
  'same-day': 'cho đến nửa đêm',
  1: 'tối đa 1 ngày',
  3: 'tối đa 3 ngày',
  7: 'tối đa 7 ngày',
  'february-28': 'ngày 28 tháng 2',
  'march-1': 'ngày 1 tháng 3',
  on: 'có',
  off: 'không',
  yes: 'có',
  no: 'không',
}
