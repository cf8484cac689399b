// Holds what the commands that answer say, in Vietnamese.

import { nameOfLanguage } from '../names.ts'
import type { PartialPhrases } from '../pack.ts'
import { posting } from './posting.ts'
import { capital, ordinal } from './words.ts'

export const commands: PartialPhrases['commands'] = {
  start: {
    does: 'Đây là gì và bắt đầu từ đâu',
    hello: (name: string) =>
      `Đây là một kho lưu trữ biết trả lời: ${name}. Mỗi câu trả lời nói rõ ai đã nói, ở đâu và khi nào.`,
    ways: {
      terminal: 'Hãy hỏi bằng một lệnh. Trong cuộc trò chuyện riêng cũng có thể cứ viết điều bạn muốn tìm.',
      private:
        'Cứ viết điều bạn muốn tìm, hoặc dùng một lệnh. Muốn bot đăng một ngày kỷ niệm ở đây hằng năm, hãy dùng /subscribe.',
      group:
        'Hãy dùng một lệnh, hoặc bắt đầu tin nhắn bằng tên của bot. Quản trị viên có thể dùng /subscribe để bot đăng một ngày kỷ niệm ở đây hằng năm.',
      channel:
        'Hãy dùng một lệnh. Muốn bot đăng một ngày kỷ niệm trong kênh này hằng năm, hãy dùng /subscribe.',
      server:
        'Hãy gõ / rồi chọn một lệnh. Quản trị viên có thể dùng /subscribe để bot đăng một ngày kỷ niệm trong một kênh hằng năm.',
    },
    onthisday: 'Ngày này năm xưa',
    summary: 'Tóm tắt',
    upcoming: 'Các ngày sắp tới',
    help: 'Tất cả các lệnh',
  },
  help: {
    does: 'Tất cả các lệnh',
    options: { command: 'Một lệnh, cùng những gì có thể viết sau lệnh đó' },
    example: (line: string) => `Ví dụ: ${line}`,
    title: 'Các lệnh',
    examples: 'Phần đứng sau lệnh là ví dụ. Nếu không viết gì, lệnh sẽ hỏi hoặc cho xem những gì đang có.',
    search: {
      terminal: 'Trong cuộc trò chuyện riêng, những chữ không kèm lệnh sẽ được tìm kiếm.',
      private: 'Những chữ không kèm lệnh sẽ được tìm kiếm.',
      group: 'Tin nhắn bắt đầu bằng tên của bot sẽ được tìm kiếm.',
      channel: 'Ở đây bot chỉ đọc các lệnh.',
      server: 'Trong tin nhắn trực tiếp gửi bot, những chữ không kèm lệnh sẽ được tìm kiếm.',
    },
  },
  summary: {
    does: 'Các ý chính của một bài báo, hoặc của nhiều bài về một chủ đề, mỗi ý kèm người nói',
    options: {
      article: 'Một bài báo (mã, tựa đề, báo, năm), hoặc vài chữ của một chủ đề',
      about: 'Một chủ đề, trong mọi bài báo',
      length: 'Dài ngắn thế nào',
    },
    lengths: { short: 'Ngắn hơn', medium: 'Dài hơn', long: 'Tất cả ý chính' },
    ask: 'Bạn muốn tóm tắt bài báo nào?',
    longest: 'Dài nhất',
    excerpt: 'Chưa ai viết các ý chính cho bài này. Đây là những câu của chính bài, theo thứ tự trong bài.',
    sentence: (number: number) => `câu ${number}`,
    sentenceOfDigest: (number: number) => `câu ${number} trong bản tóm lược của kho lưu trữ`,
    brackets: '[Tên trong ngoặc vuông] được thêm vào.',
    verbatim: 'Nguyên văn của báo.',
    unreviewed: 'Bài này được nhập vào và chưa ai duyệt lại.',
    read: 'Đọc bài',
    about: (words: string, count: number) => `“${words}” trong ${count} bài báo`,
    kinds: {
      alike: 'Trong nhiều bài báo',
      different: 'Chỗ các bài báo khác nhau',
      single: 'Trong một bài báo',
    },
    noConfirmation: 'Nhiều bài cùng nói một điều không xác nhận điều ấy.',
    topic: (words: string) => `Mọi bài về “${words}”`,
  },
  search: {
    does: 'Tìm các đoạn bằng vài chữ, viết gần đúng cũng được',
    options: { words: 'Điều cần tìm', page: 'Trang kết quả nào' },
    ask: 'Bạn muốn tìm gì? Hãy viết /search và vài chữ, ví dụ:',
    write: 'Viết vài chữ',
    found: (words: string, count: number) => `${count} bài báo cho “${words}”`,
    corrected: (pairs: string) => `Không tìm thấy đúng như đã viết; đây là kết quả cho ${pairs}.`,
    instead: (typed: string, used: string) => `“${used}” thay cho “${typed}”`,
    asTyped: (words: string) => `Chỉ đúng như đã viết: ${words}`,
    only: (what: string) => `Chỉ ${what}.`,
    from: (publisher: string) => `của ${publisher}`,
    year: (year: number) => `năm ${year}`,
    inLanguage: (language: string) => `bằng ${nameOfLanguage(language, 'vi').replace('Tiếng', 'tiếng')}`,
    without: (words: string) => `không có ${words}`,
    unread: {
      language: (typed: string, known: string) =>
        `“${typed}” không phải là ngôn ngữ của kho lưu trữ này. Ở đây có ${known}.`,
      year: (typed: string, years: string) =>
        `“${typed}” không phải là năm. Ở đây có bài của các năm ${years}.`,
      noneOf: (typed: string, years: string) =>
        `Không có bài báo nào hợp với “${typed}”. Ở đây có bài của các năm ${years}.`,
      noneFrom: (typed: string, publishers: string) =>
        `Không có bài báo nào của “${typed}”. Ở đây có bài của ${publishers}.`,
      second: (typed: string) => `Đã bỏ qua “${typed}”: mỗi lần chỉ dùng được một điều kiện như vậy.`,
      alone: (typed: string) => `“${typed}” chỉ loại bớt bài. Hãy viết thêm điều cần tìm.`,
    },
    indexed: (articles: number, of: number) =>
      articles < of
        ? `Đang lập chỉ mục tìm kiếm: ${articles} trên ${of} bài báo. Phần đã có thì tìm được.`
        : `Chỉ mục tìm kiếm đã xong: ${of} bài báo.`,
    building: (percent: number) => `Chỉ mục còn đang được lập: mới tìm trong ${percent} % số bài báo.`,
    nothing: (words: string) => `Không tìm thấy gì cho “${words}”.`,
    near: 'Những chữ khác bạn có thể tra:',
    rather: 'Kho lưu trữ nói về những điều này, ví dụ:',
    read: (title: string) => `Đọc: ${title}`,
    figures: (subject: string) => `Số liệu: ${subject}`,
  },
  article: {
    does: 'Đọc một bài báo, từng trang một',
    options: { name: 'Một bài báo: mã, tựa đề, nơi đăng, năm hoặc vài chữ', page: 'Trang nào' },
    ask: 'Bạn muốn đọc bài báo nào?',
    digest: 'Bản tóm lược của chính kho lưu trữ, không phải văn bản của nơi đăng bài.',
    inferred: (how: string) => `Ngày được suy ra: ${how}`,
    translated:
      'Bản dịch của chính kho lưu trữ từ bản tóm lược tiếng Anh của mình; lời trích dẫn cũng được dịch.',
    untranslated: (which: string) => `Chưa có bản dịch: đây là bản ${which}.`,
    summary: 'Ý chính',
  },
  facts: {
    does: 'Các số liệu và lời khẳng định đặt cạnh nhau, mỗi điều kèm điều nó đếm và người nêu',
    options: { subject: 'Số liệu về điều gì' },
    ask: 'Bạn muốn xem số liệu nào?',
    which: (typed: string) => `Với “${typed}”, bạn muốn nói đến số liệu nào?`,
    none: (typed: string) => `Không có số liệu cho “${typed}”. Có số liệu về:`,
    apart: 'Những số này đếm những điều khác nhau: cùng một con số không nhất thiết là cùng một sự kiện.',
    noFigures: 'Không có bài báo nào trong kho lưu trữ này nêu số liệu về điều này.',
    nothingCompared: 'Kho lưu trữ này không đặt số liệu nào cạnh nhau.',
    single: 'Chỉ có một bài báo trong kho lưu trữ này nêu điều này.',
    others: 'Số liệu khác',
  },
  who: {
    does: 'Một người, tổ chức hay địa danh: cách viết, chức vụ theo thời điểm và nơi được nhắc đến',
    options: { name: 'Một cái tên, viết cách nào cũng được' },
    ask: 'Bạn muốn hỏi về ai? Ví dụ:',
    which: (typed: string) => `Với “${typed}”, bạn muốn nói đến ai?`,
    none: (typed: string) => `Kho lưu trữ không biết ai tên là “${typed}”. Nó biết, ví dụ:`,
    also: (spellings: string) => `Cũng được viết là: ${spellings}`,
    roles: 'Chức vụ, như các bài báo nêu vào thời điểm của bài',
    role: (role: string, year: string) => `${role} (theo bài báo ${year})`,
    author: (publisher: string) => `tác giả của ${publisher}`,
    writing: (paper: string) => `tác giả trên ${paper}`,
    mentioned: 'Được nhắc đến trong',
    nowhere: 'Không có bài báo nào trong kho lưu trữ này.',
    search: (name: string) => `Tìm: ${name}`,
  },
  timeline: {
    does: 'Các sự kiện có ngày tháng trong các bài báo, chính xác đúng như bài nêu',
    options: {
      from: 'Một năm, hoặc năm đầu, ví dụ 1950',
      to: 'Năm cuối, ví dụ 1960',
      as: 'Dạng chữ hay dạng hình ảnh',
    },
    title: 'Dòng thời gian',
    span: (from: string, to: string) => `từ ${from} đến ${to}`,
    derived: (when: string) => `${when} (suy ra)`,
    how: (how: string) => `Ngày được suy ra: ${how}`,
    none: 'Các bài báo không kể gì về thời gian ấy.',
    turned: (span: string) => `Đã đổi lại thứ tự: ${span}.`,
    onwards: (when: string) => `Từ ${when} trở đi`,
    all: 'Toàn bộ dòng thời gian',
    published: (publisher: string, title: string) => `${publisher} đăng “${title}”.`,
    picture: 'Dạng hình ảnh',
    text: 'Dạng chữ',
    notDrawn: 'Không vẽ được hình. Sau đây là dạng chữ.',
    noPictures: 'Ở đây không có hình. Sau đây là dạng chữ.',
    unread: (typed: string) =>
      `“${typed}” không phải là năm hay ngày đọc được. Hãy viết 1950, tháng 5 năm 1950 hoặc 3 tháng 5 năm 1950.`,
  },
  onthisday: {
    does: 'Kho lưu trữ có gì về một ngày trong năm; không nêu ngày thì là hôm nay',
    options: { date: 'hôm nay, ngày mai, 3 tháng 5, 05-03 (tháng-ngày) hoặc 3/5 (ngày/tháng)' },
    read: (day: string) => `Đọc là ${day}: ngày đứng trước, rồi đến tháng.`,
    rather: (day: string) => `Không, ${day}`,
    unread: (typed: string) =>
      `“${typed}” không phải là ngày đọc được. Hãy viết 3 tháng 5, 05-03 (tháng-ngày) hoặc 3/5 (ngày/tháng).`,
    published: (when: string) => `Đăng vào ngày này: ${when}`,
    none: (day: string) => `Kho lưu trữ không có gì về ${day}.`,
    next: (name: string, when: string) => `Ngày gần nhất mà kho lưu trữ biết: ${name}, ${when}.`,
  },
  upcoming: {
    does: 'Các ngày kỷ niệm sắp tới',
    title: 'Các ngày kỷ niệm sắp tới',
    line: (when: string, days: string, years: number) =>
      `${capital(when)}, ${days}: kỷ niệm ${ordinal(years)}`,
    subscribed: 'có đăng trong cuộc trò chuyện này',
    none: 'Kho lưu trữ không biết ngày kỷ niệm nào.',
  },
  ...posting,
  privacy: {
    does: 'Những gì được lưu về cuộc trò chuyện này',
    title: 'Những gì được lưu về cuộc trò chuyện này',
    kept: 'Để đăng ở đây đúng giờ và chỉ một lần, bot lưu:',
    items: [
      'mã số của cuộc trò chuyện, của chủ đề hoặc kênh nơi bot đăng, cùng tên chủ đề',
      'các ngày kỷ niệm đã đăng ký, cùng giờ, múi giờ, độ trễ và ngôn ngữ',
      'mã số của người đã đăng ký, để báo cho họ nếu việc đăng bị dừng',
      'bài nào đã được đăng, khi nào, và kết quả của từng bài, trong 400 ngày',
      'điều một nút gọi, khi nó dài hơn chỗ của nút, trong 400 ngày',
      'tin nhắn nào của bot là câu hỏi chờ trả lời, trong 400 ngày',
    ],
    notKept:
      'Bot không lưu tin nhắn, không lưu tên hay hồ sơ của ai, và không nói với ai về những điều được hỏi.',
    export: 'Tất cả trong một tệp',
    forget: 'Quên tất cả',
  },
  export: {
    does: 'Mọi thứ được lưu về cuộc trò chuyện này, trong một tệp',
    options: {
      here: 'Có đăng ở đây cho mọi người xem không',
      scope: 'Chỉ nơi này hay toàn bộ cuộc trò chuyện',
    },
    here: (of: string) => `Đây là mọi thứ được lưu về ${of}.`,
    sentAlone: 'Tệp đã được gửi riêng cho bạn, trong cuộc trò chuyện riêng.',
    notAlone:
      'Tệp này chỉ dành cho bạn, nhưng bot chưa có cuộc trò chuyện riêng với bạn. Hãy mở một cuộc rồi hỏi lại ở đây, hoặc cho đăng ở đây, nơi ai cũng thấy.',
    openPrivate: 'Mở cuộc trò chuyện riêng',
    postHere: 'Đăng ở đây',
    nothing: (of: string) => `Không có gì được lưu về ${of}.`,
  },
  forget: {
    does: 'Xóa mọi thứ được lưu về cuộc trò chuyện này',
    options: { sure: 'Bạn có chắc không', scope: 'Chỉ nơi này hay toàn bộ cuộc trò chuyện' },
    ask: (subscriptions: number, deliveries: number) =>
      `Việc này xóa ${subscriptions} đăng ký và ghi chép về ${deliveries} bài đăng, và chấm dứt mọi bài đăng ở đây. Không thể hoàn lại.`,
    yes: 'Xóa tất cả',
    stored: (of: string, subscriptions: number, deliveries: number) =>
      `Được lưu về ${of}: ${subscriptions} đăng ký và ghi chép về ${deliveries} bài đăng.`,
    askScope: 'Xóa phần nào? Các bài đăng của phần đó sẽ chấm dứt, và không thể hoàn lại.',
    forgetScope: (of: string) => `Quên ${of}`,
    done: (of: string) => `Mọi thứ từng được lưu về ${of} đã được xóa.`,
  },
  sources: {
    does: 'Ai đăng bài nào, và kho lưu trữ này không khẳng định điều gì',
    title: 'Các nguồn',
    articles: 'Các bài báo',
    cautions: 'Những điều kho lưu trữ này không khẳng định',
    titleNote: (how: string) => `Tựa đề: ${how}`,
    dateNote: (how: string) => `Ngày được suy ra: ${how}`,
    roles:
      'Chức vụ của một người là chức vụ mà bài báo nêu, vào thời điểm của bài. Mỗi lời khẳng định gắn với người hay tờ báo đưa ra nó.',
  },
}
