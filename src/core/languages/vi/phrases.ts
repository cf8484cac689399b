// Holds everything the bot says, in Vietnamese.

import type { Temporal } from 'temporal-polyfill'
import { moment, type Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import { capital } from '../../text/capital.ts'
import type { PartialPhrases } from '../pack.ts'
import { commands } from './commands.ts'
import { choiceNames } from './values.ts'
import { date, ordinal, time } from './words.ts'

export const vi: PartialPhrases = {
  date,
  ordinal,
  digits: (n: number) => String(n),
  stop: '.',
  day: (month: number, day: number) => `ngày ${day} tháng ${month}`,
  month: (month: number) => `tháng ${month}`,
  inferredDate: (when: string) => `${when} (suy ra)`,
  dateInferred: (when: string) => `${when} (ngày suy ra)`,
  unreviewedDate: (when: string) => `${when}, chưa duyệt`,
  linkToCopy: (source: string) => `${source}, bản sao`,
  moment: (local: Temporal.ZonedDateTime): Inline => {
    const utc = local.withTimeZone('UTC')
    const utcDay = utc.toPlainDate().equals(local.toPlainDate()) ? '' : ` ${date(utc)}`
    const there = `${time(local)} ${date(local)}`
    if (local.timeZoneId === 'UTC') return moment(local.epochMilliseconds, `${there} UTC`)
    const inZone = `${there} (${local.timeZoneId})`
    return moment(local.epochMilliseconds, `${inZone} · ${time(utc)}${utcDay} UTC`, inZone)
  },
  inDays: (days: number) => (days === 0 ? 'hôm nay' : days === 1 ? 'ngày mai' : `còn ${days} ngày nữa`),

  colon: ': ',
  claim: (speaker: string, words: string) => `${speaker}: ${words}`,
  noSpeaker: 'không nêu người nói',
  retelling: (name: string) => `thuật lại ${name}`,
  as: (whose: string, via: string) => `${whose}, theo ${via}`,
  reportedBy: (via: string) => `theo ${via}`,
  described: (name: string, what: string) => `${name} (${what})`,
  writingIn: (name: string, paper: string) => `${name}, viết trên ${paper}`,
  withRole: (name: string, role: string) =>
    /^(?:cựu|nguyên)\s/i.test(role)
      ? `${name} (${role}, theo cách nêu khi đó)`
      : `${name} (khi đó là ${role})`,

  post: {
    untranslated: 'Một số phần chưa được dịch và còn bằng tiếng Anh.',
    anniversary: (when: string, years: number) => `${capital(when)} · kỷ niệm ${years} năm`,
    theDay: (when: string) => `${capital(when)} · chính ngày ấy`,
    late: (due: Inline): Words => ['Bài này được đăng trễ: lẽ ra phải đăng lúc ', due, '.'],
    account: 'Các bài báo viết gì',
    outside: 'Nguồn bên ngoài kho lưu trữ',
    note: 'Mỗi dòng đều ghi rõ là lời của ai. Kho lưu trữ chỉ thuật lại, không phán xét.',
    disputed:
      'Mỗi dòng đều ghi rõ là lời của ai. Ý nghĩa của ngày này được nhìn nhận khác nhau; kho lưu trữ chỉ thuật lại, không phán xét.',
    whole: 'Xem toàn bộ',
    articles: 'Các bài báo',
    sources: 'Về các nguồn',
  },

  picture: {
    card: (words: string) => `Thẻ có dòng chữ: ${words}`,
    timeline: (span: string) =>
      `Dòng thời gian dạng hình vẽ, ${span}. Các sự kiện này cũng có ở dạng chữ, kèm người nói và nguồn.`,
    legend: { day: 'ngày', month: 'tháng', year: 'năm', span: 'khoảng thời gian', derived: 'suy ra' },
    note: 'Ngày tháng được ghi đúng như các bài báo nêu. Mỗi dòng đều ghi rõ là lời của ai.',
  },

  about:
    'Kho lưu trữ trả lời trong trò chuyện và nhớ các ngày kỷ niệm. Mỗi câu trả lời đều ghi rõ ai nói, ở đâu, khi nào.',
  commands,
  choiceNames,

  several: (words: string) => `Có nhiều bài báo khớp với “${words}”. Bạn muốn bài nào?`,
  nearestArticle: (words: string) => `Không có bài báo nào tên là “${words}”. Gần nhất là:`,
  takenFor: (name: string, words: string) => `Hiểu “${words}” là ${name}.`,
  noArticle: (words: string) => `Không có bài báo nào khớp với “${words}”.`,
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
    option: 'Kênh cần áp dụng; nếu bỏ trống thì là kênh này',
    lacks: (permission: string, channel: string) =>
      `Bot không thể đăng trong ${channel}: ở đó bot thiếu quyền “${permission}”. Khi đã có quyền, hãy đăng ký lại.`,
    notMember: 'Bot chỉ đăng được khi là thành viên của máy chủ: bạn hãy thêm bot vào máy chủ trước.',
    none: 'Ở đây không có nơi như vậy.',
    topicNamed: (name: string) => `chủ đề “${name}”`,
    topicNumbered: (id: string) => `chủ đề ${id}`,
    mentions: (role: string, where?: string) =>
      `Bài đăng ${where ? `trong ${where}` : 'ở đây'} nhắc đến ${role}.`,
    mentionsNobody: (where?: string) =>
      `Bài đăng ${where ? `trong ${where}` : 'ở đây'} không nhắc đến vai trò nào.`,
    mentionsNoRole: 'Vai trò cần nhắc đến trong bài đăng không còn nữa.',
    published: (where?: string) =>
      `Bài đăng ${where ? `trong ${where}` : 'ở đây'} được phát tới các máy chủ theo dõi.`,
    notPublished: (where?: string) =>
      `Bài đăng ${where ? `trong ${where}` : 'ở đây'} không được phát tới máy chủ khác.`,
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
    mayNotShow: 'Bạn không có quyền nhắn ở đây nên không thể cho mọi người xem.',
    pleaseWait: 'Vẫn còn quá nhiều yêu cầu cùng lúc. Vui lòng đợi một chút.',
  },
  share: 'Chia sẻ',
  copySource: 'Sao chép dòng nguồn',
  readOn: 'Đọc tiếp',
  openBot: 'Hỏi kho lưu trữ',
  forgottenButton: 'Nút này đã quá cũ, không còn dùng được. Bạn vẫn có thể dùng lệnh.',
  answerInThis: 'Trả lời bằng tiếng Việt',
  writeAnswer: 'Nhập câu trả lời',
  next: 'Trang sau',
  previous: 'Trang trước',
  lastPage: 'Đây là trang cuối.',
  firstPage: 'Đây là trang đầu.',
  onlyWords: 'Bot chỉ đọc được văn bản. Bạn hãy gõ điều muốn tìm, hoặc một lệnh như /help.',
  unknownCommand: (name: string) => `Không có lệnh /${name}.`,
  noSuchChoice: (typed: string, last: string) =>
    `Không có lựa chọn ${typed}; số cuối cùng là ${last}. Muốn tìm con số này, hãy gõ /search ${typed}.`,
  noChoices: (typed: string) => `Ở đây không có gì để chọn. Muốn tìm con số này, hãy gõ /search ${typed}.`,
  didYouMean: 'Có phải bạn muốn dùng một trong các lệnh này?',
  notAnOption: (command: string, option: string) => `Lệnh /${command} không có tùy chọn “${option}”.`,
  leftOut: (words: string, command: string) =>
    `Đã bỏ qua “${words}”: lệnh /${command} không cần chữ nào phía sau.`,
  notANumber: (option: string, typed: string) =>
    `“${typed}” không phải là số hợp lệ cho “${option}”: hãy nhập 1, 2, 3…`,
  notOneOf: (option: string, typed: string, values: string) =>
    `“${typed}” không dùng được cho “${option}”: hãy chọn một trong ${values}.`,
  pausedNotice: (why: string) => `${why}. Không có gì bị mất: khi khắc phục xong, bot sẽ đăng tiếp.`,
  missingPermission: (permission: string) => `Ở đó bot thiếu quyền “${permission}”.`,
  topicDeletedNotice: (name: string) =>
    `Chủ đề nhận bài đăng về “${name}” đã bị xóa. Muốn nhận ở chủ đề khác, hãy gửi /subscribe trong chủ đề đó.`,
  unknownNotice: (name: string, when: string) =>
    `Bài đăng ngày ${when} về “${name}” đã được gửi nhưng không có phản hồi. Có thể bài đã đến hoặc chưa, và bot sẽ không tự gửi lại.`,
  refusedNotice: (name: string, when: string, error: string) =>
    `Bài đăng ngày ${when} về “${name}” bị từ chối và chưa được đăng: ${error}`,
  adminsOnly: 'Chỉ quản trị viên của cuộc trò chuyện này mới làm được điều này.',
  adminsHidden:
    'Bot không xem được ai là quản trị viên ở đây. Bạn hãy cấp quyền quản trị viên cho bot rồi thử lại, hoặc nhờ một quản trị viên ẩn danh gõ lệnh.',
  anonymousAdmin:
    'Nếu bạn là quản trị viên ẩn danh, hãy gõ lệnh: khi bạn bấm nút, bot không nhận ra điều đó.',
  tooMany: (seconds: number) =>
    `Vừa có nhiều yêu cầu cùng lúc. Vui lòng thử lại sau ${seconds} giây; trong lúc đó bot tạm không trả lời.`,
  notAnswered: 'Bot đã phải chờ nên chưa trả lời hết các câu hỏi ở đây. Vui lòng hỏi lại.',
  broken: 'Xin lỗi, đã có lỗi xảy ra và lỗi đã được ghi nhận. Bạn vẫn dùng được các lệnh khác.',
}
