// Holds what the commands that answer say, in Vietnamese.

import { capital } from '../../text/capital.ts'
import { nameOfLanguage } from '../names.ts'
import type { PartialPhrases } from '../pack.ts'
import { asking } from './answers.ts'
import { posting } from './posting.ts'

export const commands: PartialPhrases['commands'] = {
  start: {
    does: 'Xem giới thiệu và cách bắt đầu',
    hello: (name: string) =>
      `Đây là một kho lưu trữ biết trả lời: ${name}. Mỗi câu trả lời đều ghi rõ ai nói, ở đâu và khi nào.`,
    ways: {
      terminal:
        'Bạn hãy hỏi bằng một lệnh. Trong cuộc trò chuyện riêng, bạn cũng có thể nhắn thẳng điều muốn tìm.',
      private:
        'Bạn có thể nhắn thẳng điều muốn tìm, hoặc dùng một lệnh. Muốn bot đăng bài về một ngày kỷ niệm ở đây hằng năm, hãy dùng /subscribe.',
      group:
        'Bạn hãy dùng một lệnh, hoặc bắt đầu tin nhắn bằng @tên của bot. Quản trị viên có thể dùng /subscribe để bot đăng bài về một ngày kỷ niệm ở đây hằng năm.',
      channel:
        'Bạn hãy dùng một lệnh. Muốn bot đăng bài về một ngày kỷ niệm trong kênh này hằng năm, hãy dùng /subscribe.',
      server:
        'Bạn hãy gõ / rồi chọn một lệnh. Quản trị viên có thể dùng /subscribe để bot đăng bài về một ngày kỷ niệm trong một kênh hằng năm.',
      guest:
        'Bạn hãy gõ / rồi chọn một lệnh. Trong máy chủ có bot này, quản trị viên có thể dùng /subscribe để bot đăng bài về một ngày kỷ niệm trong một kênh hằng năm.',
    },
    options: { said: 'Lời nói bên cạnh câu hỏi' },
    replies: {
      hello: 'Chào bạn! Đây là kho lưu trữ biết trả lời câu hỏi.',
      thanks: 'Không có gì.',
      sorrow: 'Cảm ơn bạn đã tưởng nhớ những người đã khuất.',
      loss: 'Xin chia buồn với bạn và gia đình. Khi nào muốn, bạn có thể hỏi các bài báo viết gì về thời kỳ đó.',
      unclear: 'Chưa rõ bạn nói đến câu trả lời nào: bạn hãy hỏi trọn câu.',
      'no-more': 'Câu trả lời đó đã hết.',
      unchanged: 'Vâng, không có gì thay đổi.',
    },
    threeWays:
      'Bạn có thể hỏi như nói chuyện, xem ngày này năm xưa, hoặc đăng ký nhận bài vào các ngày kỷ niệm.',
    subscribe: 'Đăng ký',
    onthisday: 'Ngày này năm xưa',
    summary: 'Tóm tắt',
    upcoming: 'Các ngày sắp tới',
    help: 'Tất cả các lệnh',
  },
  help: {
    does: 'Xem tất cả các lệnh',
    options: { command: 'Lệnh cần giải thích' },
    example: (line: string) => `Ví dụ: ${line}`,
    title: 'Các lệnh',
    examples: 'Phần đứng sau mỗi lệnh là ví dụ. Nếu bỏ trống, bot sẽ hỏi lại hoặc cho xem những gì đang có.',
    search: {
      terminal: 'Trong cuộc trò chuyện riêng, bạn có thể hỏi thẳng hoặc nhắn vài từ để tìm.',
      private: 'Bạn có thể hỏi thẳng hoặc nhắn vài từ để tìm.',
      group: 'Muốn hỏi hoặc tìm, bạn hãy bắt đầu tin nhắn bằng @tên của bot.',
      channel: 'Ở đây bot chỉ đọc các lệnh.',
      server: 'Khi nhắn tin trực tiếp cho bot, bạn có thể hỏi thẳng hoặc nhắn vài từ để tìm.',
      guest: 'Khi nhắn tin trực tiếp cho bot, bạn có thể hỏi thẳng hoặc nhắn vài từ để tìm.',
    },
  },
  summary: {
    does: 'Tóm tắt ý chính của một bài báo, hoặc của nhiều bài về một chủ đề, kèm người nói',
    options: {
      article: 'Một bài báo (mã, tiêu đề, báo, năm), hoặc từ khóa của một chủ đề',
      about: 'Một chủ đề, trong mọi bài báo',
      length: 'Độ dài của bản tóm tắt',
    },
    lengths: { short: 'Ngắn hơn', medium: 'Dài hơn', long: 'Tất cả ý chính' },
    ask: 'Bạn muốn tóm tắt bài báo nào?',
    longest: 'Dài nhất',
    excerpt: 'Chưa có ai soạn ý chính cho bài này. Dưới đây là các câu của chính bài, theo thứ tự trong bài.',
    sentence: (number: number) => `câu ${number}`,
    sentenceOfDigest: (number: number) => `câu ${number} trong bản tóm lược của kho lưu trữ`,
    differing: (names: string) => `Các nguồn nói khác nhau về: ${names}`,
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
    noConfirmation: 'Nhiều bài cùng nói một điều không có nghĩa là điều ấy đã được xác nhận.',
    topic: (words: string) => `Mọi bài về “${words}”`,
  },
  search: {
    does: 'Tìm đoạn văn theo từ khóa, gõ gần đúng cũng được',
    options: { words: 'Từ khóa cần tìm', page: 'Trang kết quả' },
    ask: 'Bạn muốn tìm gì? Hãy gõ /search và vài từ khóa, ví dụ:',
    write: 'Nhập từ khóa',
    found: (words: string, count: number) => `${count} bài báo về “${words}”`,
    corrected: (pairs: string) => `Không tìm thấy đúng như bạn gõ; dưới đây là kết quả với ${pairs}.`,
    instead: (typed: string, used: string) => `“${used}” thay cho “${typed}”`,
    asTyped: (words: string) => `Chỉ tìm đúng như đã gõ: ${words}`,
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
        `Không có bài báo nào khớp với “${typed}”. Ở đây có bài của các năm ${years}.`,
      noneFrom: (typed: string, publishers: string) =>
        `Không có bài báo nào của “${typed}”.${publishers && ` Ở đây có bài của ${publishers}.`}`,
      second: (typed: string) => `Đã bỏ qua “${typed}”: mỗi lần chỉ dùng được một điều kiện như vậy.`,
      alone: (typed: string) => `“${typed}” chỉ loại bớt bài. Hãy nhập thêm từ khóa cần tìm.`,
    },
    indexed: (articles: number, of: number) =>
      articles < of
        ? `Đang lập chỉ mục tìm kiếm: ${articles} trên ${of} bài báo. Phần đã có thì tìm được.`
        : `Chỉ mục tìm kiếm đã xong: ${of} bài báo.`,
    building: (percent: number) => `Chỉ mục còn đang được lập: mới tìm trong ${percent}% số bài báo.`,
    nothing: (words: string) => `Không tìm thấy kết quả nào với “${words}”.`,
    noArticle: (words: string) => `Không bài báo nào nhắc đến “${words}”; từ bên ngoài kho lưu trữ:`,
    near: 'Bạn có thể thử các từ khóa sau:',
    read: (title: string) => `Đọc: ${title}`,
    figures: (subject: string) => `Số liệu: ${subject}`,
  },
  ask: asking,
  article: {
    does: 'Đọc một bài báo theo từng trang',
    options: { name: 'Một bài báo: mã, tiêu đề, báo, năm hoặc từ khóa', page: 'Trang cần đọc' },
    ask: 'Bạn muốn đọc bài báo nào?',
    digest: 'Bản tóm lược do kho lưu trữ biên soạn, không phải nguyên văn của báo.',
    whyInferred: 'Vì sao suy ra ngày này',
    translated:
      'Kho lưu trữ tự dịch từ bản tóm lược tiếng Anh do mình biên soạn; lời trích dẫn cũng là lời dịch, không phải nguyên văn.',
    untranslated: (which: string) => `Chưa có bản dịch: đây là bản ${which}.`,
    summary: 'Ý chính',
  },
  facts: {
    does: 'Đối chiếu số liệu và lời khẳng định, kèm đối tượng được tính và người nêu',
    options: { subject: 'Vấn đề cần xem số liệu' },
    ask: 'Bạn muốn xem số liệu nào?',
    which: (typed: string) => `Với “${typed}”, bạn muốn xem số liệu nào?`,
    none: (typed: string) => `Kho lưu trữ không có số liệu về “${typed}”. Ở đây có:`,
    apart: 'Các con số này tính những việc khác nhau: số giống nhau chưa chắc là cùng một sự kiện.',
    noFigures: 'Không có bài báo nào trong kho lưu trữ này nêu số liệu về điều này.',
    nothingCompared: 'Kho lưu trữ này không có số liệu để đối chiếu.',
    single: 'Chỉ có một bài báo trong kho lưu trữ này nêu điều này.',
    others: 'Số liệu khác',
  },
  who: {
    does: 'Tra một người, tổ chức hay địa danh: cách viết, chức vụ theo thời điểm và các bài nhắc đến',
    options: { name: 'Tên cần tra, viết theo cách nào cũng được' },
    ask: 'Bạn muốn tra tên nào? Ví dụ:',
    which: (typed: string) => `Với “${typed}”, bạn muốn nói đến tên nào?`,
    none: (typed: string) => `Kho lưu trữ không có tên “${typed}”.`,
    also: (spellings: string) => `Cũng được viết là: ${spellings}`,
    searched: (spellings: string) => `Cũng tìm được bằng: ${spellings}`,
    roles: 'Chức vụ, như các bài báo nêu vào thời điểm của bài',
    role: (role: string, year: string) => `${role} (theo bài báo ${year})`,
    author: (publisher: string) => `tác giả của ${publisher}`,
    writing: (paper: string) => `tác giả trên ${paper}`,
    said: 'Phát biểu',
    notOn: (name: string, words: string) =>
      `Ở đây ${name} không có phát biểu nào về “${words}”. Các phát biểu khác:`,
    mentioned: 'Được nhắc đến trong',
    nowhere: 'Không có bài báo nào trong kho lưu trữ này.',
    search: (name: string) => `Tìm: ${name}`,
  },
  timeline: {
    does: 'Xem các sự kiện có ngày tháng trong các bài báo, ghi đúng như bài nêu',
    options: {
      from: 'Một năm, hoặc năm đầu, ví dụ 1950',
      to: 'Năm cuối, ví dụ 1960',
      as: 'Dạng chữ hay dạng hình ảnh',
    },
    title: 'Dòng thời gian',
    nearest: 'Những thời điểm gần nhất có trong kho lưu trữ:',
    span: (from: string, to: string) => `từ ${from} đến ${to}`,
    derived: (when: string) => `${when} (suy ra)`,
    how: (how: string) => `Thời điểm được suy ra: ${how}`,
    none: 'Các bài báo không nêu gì về thời gian này.',
    turned: (span: string) => `Đã đổi lại thứ tự: ${span}.`,
    onwards: (when: string) => `Từ ${when} trở đi`,
    all: 'Toàn bộ dòng thời gian',
    published: (publisher: string, title: string) => `${publisher} đăng “${title}”.`,
    picture: 'Dạng hình ảnh',
    text: 'Dạng chữ',
    notDrawn: 'Không vẽ được hình. Sau đây là dạng chữ.',
    noPictures: 'Ở đây không có hình. Sau đây là dạng chữ.',
    unread: (typed: string) =>
      `“${typed}” không phải là năm hay ngày hợp lệ. Hãy nhập 1950, tháng 5 năm 1950 hoặc 3 tháng 5 năm 1950.`,
  },
  onthisday: {
    does: 'Xem kho lưu trữ có gì về một ngày trong năm; nếu không nêu ngày thì là hôm nay',
    options: { date: 'hôm nay, ngày mai, 3 tháng 5, 05-03 (tháng-ngày) hoặc 3/5 (ngày/tháng)' },
    read: (day: string) => `Hiểu là ${day} (ngày trước, tháng sau).`,
    rather: (day: string) => `Không, ${day}`,
    unread: (typed: string) =>
      `“${typed}” không phải là ngày hợp lệ. Hãy nhập 3 tháng 5, 05-03 (tháng-ngày) hoặc 3/5 (ngày/tháng).`,
    published: (when: string) => `Đăng vào ngày này: ${when}`,
    none: (day: string) => `Kho lưu trữ không có gì về ${day}.`,
    noneWithin: (days: string) => `Kho lưu trữ không có gì về ${days}.`,
    noSuchDay: (month: string, days: number) =>
      days === 29 ? `${capital(month)} có nhiều nhất 29 ngày.` : `${capital(month)} có ${days} ngày.`,
    next: (name: string, when: string) => `Ngày kế tiếp có trong kho lưu trữ: ${name}, ${when}.`,
  },
  upcoming: {
    does: 'Xem các ngày kỷ niệm sắp tới',
    title: 'Các ngày kỷ niệm sắp tới',
    line: (when: string, days: string, years: number) => `${capital(when)}, ${days}: kỷ niệm ${years} năm`,
    theDay: (when: string, days: string) => `${capital(when)}, ${days}: chính ngày ấy`,
    subscribed: 'có đăng trong cuộc trò chuyện này',
    none: 'Kho lưu trữ không có ngày kỷ niệm nào.',
  },
  ...posting,
  privacy: {
    does: 'Xem những gì được lưu về cuộc trò chuyện này',
    title: 'Những gì được lưu về cuộc trò chuyện này',
    kept: 'Để đăng ở đây đúng giờ và chỉ một lần, bot lưu:',
    items: [
      'mã số của cuộc trò chuyện, của chủ đề hoặc kênh nơi bot đăng, cùng tên chủ đề',
      'các ngày kỷ niệm đã đăng ký, cùng giờ, múi giờ, thời gian cho phép đăng trễ và ngôn ngữ',
      'mã số của người đã đăng ký, để báo cho họ nếu việc đăng bị dừng',
      'bài nào đã được đăng, khi nào, và kết quả của từng bài, trong 400 ngày',
      'lệnh gắn với một nút bấm, nếu lệnh dài quá mức nút chứa được, trong 400 ngày',
      'tin nhắn nào của bot là câu hỏi chờ trả lời, trong 400 ngày',
      'câu hỏi mà bot vừa đặt ra và người được hỏi, cho đến tin nhắn kế tiếp, tối đa 3 ngày',
    ],
    notKept:
      'Bot không lưu tin nhắn, không lưu tên hay hồ sơ của ai, và không tiết lộ với ai những điều được hỏi.',
    export: 'Tải tất cả trong một tệp',
    forget: 'Xóa tất cả dữ liệu',
  },
  export: {
    does: 'Tải mọi dữ liệu được lưu về cuộc trò chuyện này trong một tệp',
    options: {
      here: 'Có đăng ở đây cho mọi người cùng xem không',
      scope: 'Chỉ nơi này hay toàn bộ cuộc trò chuyện',
    },
    here: (of: string) => `Đây là mọi dữ liệu được lưu về ${of}.`,
    sentAlone: 'Tệp đã được gửi cho riêng bạn trong cuộc trò chuyện riêng.',
    notAlone:
      'Tệp này chỉ dành cho bạn, nhưng bot chưa có cuộc trò chuyện riêng với bạn. Bạn hãy mở cuộc trò chuyện riêng rồi gửi lại lệnh ở đây, hoặc cho đăng tệp ở đây, nơi ai cũng xem được.',
    openPrivate: 'Mở cuộc trò chuyện riêng',
    postHere: 'Đăng ở đây',
    nothing: (of: string) => `Không có dữ liệu nào được lưu về ${of}.`,
  },
  forget: {
    does: 'Xóa mọi dữ liệu được lưu về cuộc trò chuyện này',
    options: { sure: 'Bạn có chắc chắn không', scope: 'Chỉ nơi này hay toàn bộ cuộc trò chuyện' },
    ask: (what: string) => `Thao tác này sẽ xóa dữ liệu được lưu về cuộc trò chuyện này: ${what}.`,
    whole: (of: string, what: string) =>
      `Thao tác này sẽ xóa mọi dữ liệu về toàn bộ ${of}: ${what}. Bạn có chắc chắn không?`,
    inPlaces: {
      server: (count: number) => `trong ${count} kênh`,
      group: (count: number) => `trong ${count} chủ đề`,
    },
    kept: {
      subscriptions: (count: number) => `${count} lượt đăng ký`,
      ended: (count: number) => `${count} lượt đăng ký đã ngừng`,
      posts: (count: number) => `dữ liệu về ${count} bài đăng`,
      language: 'ngôn ngữ',
      postOptions: 'vai trò và việc phát bài',
      buttons: 'ý nghĩa của các nút',
    },
    yes: 'Xóa tất cả',
    stored: (of: string, what: string) => `Đang lưu về ${of}: ${what}.`,
    which: 'Bạn muốn xóa phần nào?',
    really: 'Bạn muốn xóa không?',
    endsPosts: 'Các bài đăng sẽ ngừng. Không thể hoàn tác.',
    forGood: 'Không thể hoàn tác.',
    forgetScope: (of: string) => `Xóa dữ liệu của ${of}`,
    done: (of: string) => `Đã xóa mọi dữ liệu được lưu về ${of}.`,
  },
  sources: {
    does: 'Xem báo nào đăng bài nào, và những điều kho lưu trữ này không khẳng định',
    title: 'Các nguồn',
    articles: 'Các bài báo',
    cautions: 'Những điều kho lưu trữ này không khẳng định',
    all: 'Tất cả các nguồn',
    archive: 'Thêm về kho lưu trữ',
    copyAt: 'bản sao: ',
    titleNote: (how: string) => `Tiêu đề: ${how}`,
    dateNote: (how: string) => `Ngày được suy ra: ${how}`,
    roles:
      'Chức vụ của một người là chức vụ mà bài báo nêu vào thời điểm của bài. Mỗi lời khẳng định là của người hay tờ báo đưa ra lời đó.',
  },
}
