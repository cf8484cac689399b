// Holds everything the bot says, in Vietnamese.

import type { Temporal } from 'temporal-polyfill'
import { moment, type Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import type { PartialPhrases } from '../pack.ts'
import { commands } from './commands.ts'
import { choiceNames } from './values.ts'
import { capital, date, ordinal, time } from './words.ts'

export const vi: PartialPhrases = {
  date,
  ordinal,
  digits: (n: number) => String(n),
  stop: '.',
  day: (month: number, day: number) => `ngày ${day} tháng ${month}`,
  inferredDate: (when: string) => `${when} (suy ra)`,
  unreviewedDate: (when: string) => `${when}, chưa duyệt`,
  moment: (local: Temporal.ZonedDateTime): Inline => {
    const utc = local.withTimeZone('UTC')
    const utcDay = utc.toPlainDate().equals(local.toPlainDate()) ? '' : ` ${date(utc)}`
    const there = `${time(local)} ${date(local)}`
    if (local.timeZoneId === 'UTC') return moment(local.epochMilliseconds, `${there} UTC`)
    const inZone = `${there} (${local.timeZoneId})`
    return moment(local.epochMilliseconds, `${inZone} · ${time(utc)}${utcDay} UTC`, inZone)
  },
  inDays: (days: number) => (days === 0 ? 'hôm nay' : days === 1 ? 'ngày mai' : `còn ${days} ngày nữa`),

  claim: (speaker: string, words: string) => `${speaker}: ${words}`,
  noSpeaker: 'không nêu người nói',
  retelling: (name: string) => `thuật lại ${name}`,
  as: (whose: string, via: string) => `${whose}, theo ${via}`,
  described: (name: string, what: string) => `${name} (${what})`,
  writingIn: (name: string, paper: string) => `${name}, viết trên ${paper}`,
  withRole: (name: string, role: string) =>
    /^(?:cựu|nguyên)\s/i.test(role)
      ? `${name} (${role}, theo cách nêu khi đó)`
      : `${name} (khi đó là ${role})`,

  post: {
    untranslated: 'Một số phần chưa được dịch và còn bằng tiếng Anh.',
    anniversary: (when: string, years: number) => `${capital(when)} · kỷ niệm ${ordinal(years)}`,
    theDay: (when: string) => `${capital(when)} · chính ngày ấy`,
    late: (due: Inline): Words => ['Bài đăng này bị muộn: lẽ ra phải đăng lúc ', due, '.'],
    account: 'Các bài báo nói gì',
    outside: 'Từ ngoài kho lưu trữ này',
    note: 'Mỗi dòng nói rõ đó là lời của ai. Kho lưu trữ thuật lại và không phán xét.',
    disputed:
      'Mỗi dòng nói rõ đó là lời của ai. Ý nghĩa của ngày này được ghi nhớ khác nhau; kho lưu trữ thuật lại và không phán xét.',
    articles: 'Các bài báo',
    sources: 'Về các nguồn',
  },

  picture: {
    card: (words: string) => `Thẻ có dòng chữ: ${words}`,
    timeline: (span: string) =>
      `Dòng thời gian dạng hình vẽ, ${span}. Các sự kiện này cũng có ở dạng chữ, kèm người nói và nguồn.`,
    legend: { day: 'ngày', month: 'tháng', year: 'năm', span: 'khoảng thời gian', derived: 'suy ra' },
    note: 'Ngày tháng chính xác đúng như các bài báo nêu. Mỗi dòng nói rõ đó là lời của ai.',
  },

  about:
    'Kho lưu trữ trả lời trong trò chuyện và nhớ các ngày của mình. Mỗi câu trả lời nói rõ ai nói, ở đâu, khi nào.',
  commands,
  choiceNames,

  several: (words: string) => `Có nhiều bài báo hợp với “${words}”. Bạn muốn bài nào?`,
  nearestArticle: (words: string) => `Không có bài báo nào tên là “${words}”. Gần nhất là:`,
  noArticle: (words: string) => `Không có bài báo nào hợp với “${words}”.`,
  page: (page: number, pages: number) => `Trang ${page}/${pages}`,
  entries: (first: number, last: number, of: number) => `${first}–${last} trong ${of} mục`,
  searchArchive: 'Tìm trong kho lưu trữ',
  scope: {
    chat: 'cuộc trò chuyện này',
    channel: 'kênh này',
    server: 'máy chủ này',
    topic: 'chủ đề này',
    group: 'nhóm này',
    only: (of: string) => `Chỉ ${of}`,
    all: (of: string) => `Toàn bộ ${of}`,
  },
  place: {
    option: 'Kênh để đăng; nếu bỏ trống thì là kênh này',
    lacks: (permission: string, channel: string) =>
      `Bot không thể đăng trong ${channel}: ở đó bot thiếu quyền “${permission}”. Khi đã có quyền, hãy đăng ký lại.`,
    notMember: 'Muốn đăng bài thì bot phải là thành viên của máy chủ: trước hết hãy thêm bot vào.',
    none: 'Ở đây không có nơi như vậy.',
    topicNamed: (name: string) => `chủ đề “${name}”`,
    topicNumbered: (id: string) => `chủ đề ${id}`,
    mentions: (role: string) => `Mỗi bài đăng nhắc đến ${role}.`,
    mentionsNoRole: 'Vai trò cần nhắc đến trong bài đăng không còn nữa.',
    published: 'Mỗi bài đăng được phát tới các máy chủ theo dõi.',
    noSuchRole: 'Ở đây không có vai trò như vậy, nên bài đăng sẽ không nhắc đến.',
    notEverybody: 'Bài đăng không bao giờ nhắc đến tất cả mọi người: hãy chọn vai trò khác.',
    roleNotAllowed: (role: string, permission: string) =>
      `Bot không được nhắc đến ${role}: hãy cho phép mọi người nhắc đến vai trò này, hoặc cho bot quyền “${permission}”, rồi chọn lại.`,
    cannotPublish: (where?: string) =>
      `Bài đăng ${where ? `trong ${where}` : 'ở đây'} không phát được tới máy chủ khác: chỉ kênh thông báo mới phát được.`,
  },
  discord: {
    notPublished: (post: string) =>
      `Bài ${post} đã được đăng, nhưng chưa được phát tới các máy chủ theo dõi: mỗi giờ chỉ được phát mười bài, và bot phải có quyền gửi ở đó. Bot sẽ thử lại trong một ngày.`,
    showToAll: 'Cho mọi người xem',
    mayNotShow: 'Bạn không được viết ở đây nên không thể cho mọi người xem.',
    pleaseWait: 'Vẫn còn quá nhiều câu hỏi trong một lúc. Xin đợi một chút.',
  },
  share: 'Chia sẻ',
  copySource: 'Sao chép dòng nguồn',
  readOn: 'Đọc tiếp',
  openBot: 'Hỏi kho lưu trữ',
  forgottenButton: 'Nút này đã quá cũ nên không hiểu được nữa. Lệnh vẫn dùng được.',
  answerInThis: 'Trả lời bằng tiếng Việt',
  writeAnswer: 'Viết câu trả lời',
  next: 'Trang sau',
  previous: 'Trang trước',
  onlyWords: 'Tôi chỉ đọc được chữ. Hãy viết điều bạn muốn tìm, hoặc một lệnh như /help.',
  unknownCommand: (name: string) => `Không có lệnh /${name}.`,
  noSuchChoice: (typed: string, last: string) =>
    `Không có lựa chọn ${typed}; số cuối cùng là ${last}. Muốn tìm con số ấy, hãy viết /search ${typed}.`,
  noChoices: (typed: string) => `Ở đây không có gì để chọn. Muốn tìm con số ấy, hãy viết /search ${typed}.`,
  didYouMean: 'Có phải bạn muốn dùng một trong các lệnh này?',
  notAnOption: (command: string, option: string) => `Lệnh /${command} không có tùy chọn “${option}”.`,
  notANumber: (option: string, typed: string) =>
    `“${typed}” không phải là một số cho “${option}”: hãy viết 1, 2, 3 ...`,
  notOneOf: (option: string, typed: string, values: string) =>
    `“${typed}” không dùng được cho “${option}”: hãy chọn một trong ${values}.`,
  pausedNotice: (why: string) => `${why}. Không có gì bị quên: khi sửa xong, các bài đăng sẽ tiếp tục.`,
  missingPermission: (permission: string) => `Ở đó bot thiếu quyền “${permission}”.`,
  topicDeletedNotice: (name: string) =>
    `Chủ đề nhận bài đăng về “${name}” đã bị xóa. Muốn nhận ở chủ đề khác, hãy gửi /subscribe trong chủ đề đó.`,
  unknownNotice: (name: string, when: string) =>
    `Bài đăng ngày ${when} về “${name}” đã được gửi nhưng không có hồi đáp. Có thể bài đã đến hoặc chưa, và bot sẽ không tự gửi lại.`,
  refusedNotice: (name: string, when: string, error: string) =>
    `Bài đăng ngày ${when} về “${name}” bị từ chối và chưa được đăng: ${error}`,
  adminsOnly: 'Chỉ quản trị viên của cuộc trò chuyện này mới làm được điều này.',
  adminsHidden:
    'Tôi không thấy được ai là quản trị viên ở đây. Hãy cho tôi làm quản trị viên rồi thử lại, hoặc nhờ một quản trị viên ẩn danh gõ lệnh.',
  anonymousAdmin:
    'Nếu bạn là quản trị viên ẩn danh, hãy gõ lệnh: khi bạn bấm nút, tôi không nhận ra điều đó.',
  tooMany: (seconds: number) =>
    `Có quá nhiều câu hỏi trong một lúc. Xin hỏi lại sau ${seconds} giây; cho đến lúc đó tôi sẽ im lặng.`,
  notAnswered: 'Tôi đã phải chờ nên chưa trả lời hết những gì được hỏi ở đây. Xin hãy hỏi lại.',
  broken: 'Đã có lỗi xảy ra ở đây và lỗi đã được ghi lại. Các lệnh khác vẫn hoạt động.',
}
