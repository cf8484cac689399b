// Holds what the commands about posts and settings say, in Vietnamese.

import type { Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import { capital } from '../../text/capital.ts'
import type { PartialPhrases } from '../pack.ts'

export const posting: PartialPhrases['commands'] = {
  subscribe: {
    does: 'Đăng bài về một ngày kỷ niệm trong cuộc trò chuyện này hằng năm',
    options: {
      anniversary: 'Ngày kỷ niệm',
      time: 'Giờ địa phương, ví dụ 07:00',
      zone: 'Múi giờ, ví dụ Europe/Paris',
      role: 'Vai trò được nhắc đến cùng bài đăng; nếu bỏ trống thì không có',
      publish: 'Phát bài đăng tới các máy chủ theo dõi, trong kênh thông báo',
    },
    done: (name: string, where?: string) => `Đã đăng ký${where ? ` trong ${where}` : ''}: ${name}`,
    already: (name: string, where?: string) =>
      `Đã đăng ký từ trước${where ? ` trong ${where}` : ''}: ${name}`,
    again: (name: string, where?: string) => `Đã thay đổi cho ${where || 'cuộc trò chuyện này'}: ${name}`,
    next: (moment: Inline): Words => ['Lần đăng kế tiếp: ', moment],
    zoneIs: (zone: string, line: string) => `Giờ tính theo ${zone}. Nếu muốn múi giờ khác, hãy nhập: ${line}`,
    whichTime: (typed: string) => `Với “${typed}”, bạn muốn nói đến mấy giờ?`,
    badTime: (typed: string) => `“${typed}” không phải là giờ hợp lệ. Hãy nhập theo dạng 07:00.`,
    badZone: (typed: string) => `“${typed}” không phải là múi giờ hợp lệ. Hãy nhập theo dạng Europe/Paris.`,
    whichZone: (typed: string) => `Với “${typed}”, bạn muốn nói đến múi giờ nào?`,
    whichOne: 'Bạn muốn đăng ký ngày kỷ niệm nào?',
    whichAnniversary: (typed: string) => `Với “${typed}”, bạn muốn nói đến điều gì?`,
    noAnniversary: (typed: string) => `Không có ngày kỷ niệm nào tên là “${typed}”. Ở đây có:`,
    preview: 'Xem bài kế tiếp',
    settings: 'Cài đặt',
  },
  unsubscribe: {
    does: 'Ngừng đăng bài về một ngày kỷ niệm trong cuộc trò chuyện này',
    options: { anniversary: 'Ngày kỷ niệm' },
    done: (name: string, where?: string) =>
      `${where ? `Trong ${where}` : 'Ở đây'} sẽ không đăng nữa: ${name}`,
    none: (where?: string) => `${where ? `Trong ${where}` : 'Cuộc trò chuyện này'} chưa đăng ký gì.`,
    which: 'Bạn muốn ngừng ngày nào?',
    notThat: (where?: string) => `${where ? `Trong ${where}` : 'Cuộc trò chuyện này'} chưa đăng ký ngày đó.`,
    back: 'Đăng ký lại',
  },
  settings: {
    does: 'Xem và thay đổi những gì được đăng ở đây, và giờ đăng',
    options: {
      anniversary: 'Ngày kỷ niệm',
      time: 'Giờ địa phương, ví dụ 07:00',
      zone: 'Múi giờ, ví dụ Europe/Paris',
      grace: 'Bài được đăng trễ tối đa bao lâu',
      leapday: 'Năm không nhuận thì ngày 29 tháng 2 tính vào ngày nào',
      language: 'Ngôn ngữ trả lời trong cuộc trò chuyện này',
      posts: 'Có đăng ở đây hay không',
      role: 'Vai trò được nhắc đến cùng mỗi bài đăng',
      publish: 'Phát mỗi bài đăng tới các máy chủ theo dõi, trong kênh thông báo',
      ask: 'Cài đặt cần thay đổi',
      to: 'Nơi chuyển đến',
      view: 'Xem đăng ký của nơi nào',
    },
    title: (where?: string) => `Cài đặt của ${where || 'cuộc trò chuyện này'}`,
    where: (where: string) => `Đăng trong ${where}`,
    everywhere: { server: 'Toàn bộ máy chủ này', group: 'Toàn bộ nhóm này' },
    noneAnywhere: 'Chưa có nơi nào ở đây đăng ký gì.',
    openPlace: 'Kênh khác',
    move: 'Chuyển sang kênh khác',
    moveHere: 'Chuyển về đây',
    moved: (name: string, from: string, to: string) => `Đã chuyển từ ${from} sang ${to}: ${name}`,
    goalHasIt: (name: string, where: string) =>
      `${capital(where)} đã có đăng ký này, nên không chuyển gì: ${name}`,
    movesLater: (name: string) =>
      `Một bài của đăng ký này đang được gửi, nên chưa chuyển. Hãy thử lại sau ít phút: ${name}`,
    keepsOwn: (where: string) =>
      `${capital(where)} còn có bài đăng khác, nên vai trò và việc phát bài của nơi đó cũng áp dụng cho đăng ký này.`,
    chooseRole: 'Nhắc đến một vai trò',
    noRole: 'Không nhắc đến vai trò nào',
    publish: 'Phát mỗi bài đăng',
    dontPublish: 'Không phát bài đăng',
    language: (name: string) => `Ngôn ngữ: ${name}`,
    change: (name: string) => `Thay đổi: ${name}`,
    changeHour: (hour: string) => `Giờ: ${hour}`,
    changeZone: (zone: string) => `Múi giờ: ${zone}`,
    back: 'Quay lại',
    changed: 'Đã thay đổi.',
    changedTo: (what: string, where?: string) => `Đã thay đổi${where ? ` cho ${where}` : ''}: ${what}`,
    unchanged: (what: string, where?: string) => `${where ? `Trong ${where} đã` : 'Đã'} là như vậy: ${what}`,
    was: (value: string, before: string) => `${value} (trước là ${before})`,
    subscriptions: (count: number) => `${count} lượt đăng ký`,
    whichSubscription: 'Bạn muốn thay đổi đăng ký nào?',
    allOfThem: 'Tất cả',
    nothingChanged: (where?: string, name?: string) =>
      `Không có gì thay đổi: ${where ? `trong ${where}` : 'cuộc trò chuyện này'} chưa đăng ký ${name ? `“${name}”` : 'gì'}.`,
    askHour: (line: string) => `Đăng lúc mấy giờ? Nếu muốn giờ khác, hãy nhập: ${line}`,
    askZone: (place: string, offset: string) =>
      `Theo múi giờ nào? Với nơi khác, hãy nhập tên thành phố, tên nước hoặc độ lệch giờ: ${place}, ${offset}`,
    writeHour: 'Nhập giờ',
    writeZone: 'Nhập tên nơi',
    askGrace: 'Nếu không đăng được đúng giờ, bài được phép trễ tối đa bao lâu?',
    askLeapDay: 'Năm không nhuận thì ngày 29 tháng 2 tính vào ngày nào?',
    hour: (hour: string, zone: string) => `Hằng năm lúc ${hour}, ${zone}`,
    next: (moment: Inline): Words => ['Lần đăng kế tiếp: ', moment],
    grace: {
      skip: 'Bài không đăng được đúng giờ thì bỏ qua',
      'same-day': 'Bài trễ vẫn được đăng cho đến nửa đêm',
      days: (days: number) => `Bài trễ vẫn được đăng trong tối đa ${days} ngày`,
    },
    paused: (why: string) => `Tạm ngừng, vì ${why}`,
    pauseReasons: {
      blocked: 'bot đã bị chặn',
      kicked: 'bot đã bị đưa ra khỏi nhóm',
      deleted: 'không tìm thấy cuộc trò chuyện',
      'topic-deleted': 'chủ đề đã bị xóa',
      forbidden: 'bot không được phép đăng bài',
    },
    changeGrace: {
      skip: 'Bài trễ: không đăng',
      'same-day': 'Bài trễ: cho đến nửa đêm',
      days: (days: number) => `Bài trễ: tối đa ${days} ngày`,
    },
    changeLeapDay: {
      'february-28': 'Ngày 29 tháng 2 trong năm không nhuận: ngày 28 tháng 2',
      'march-1': 'Ngày 29 tháng 2 trong năm không nhuận: ngày 1 tháng 3',
    },
    stop: (name: string) => `Ngừng: ${name}`,
    start: (name: string) => `Đăng ký: ${name}`,
  },
  language: {
    does: 'Chọn ngôn ngữ trả lời trong cuộc trò chuyện này',
    options: {
      language: 'Ngôn ngữ',
      scope: 'Chỉ nơi này hay toàn bộ cuộc trò chuyện',
      before: 'Ngôn ngữ trước đó của cuộc trò chuyện',
    },
    is: (name: string, of: string) => `Ngôn ngữ của ${of}: ${name}. Bạn muốn dùng ngôn ngữ nào?`,
    done: (name: string, of: string) => `Từ nay ngôn ngữ của ${of} là: ${name}.`,
    rest: (name: string, of: string) => `Ngôn ngữ của ${of}: ${name}.`,
    own: 'Theo ngôn ngữ của từng người',
    ownAgain: (of: string, posts: string) =>
      `Từ nay trong ${of}, mỗi người lại được trả lời bằng ngôn ngữ ứng dụng của mình. Bài đăng dùng ${posts}.`,
    same: (as: string) => `Giống ${as}`,
    sameAgain: (name: string, place: string, chat: string) =>
      `Từ nay ${place} lại dùng ngôn ngữ của ${chat}: ${name}.`,
  },
  preview: {
    does: 'Xem trước đúng bài kế tiếp, kèm giờ đăng',
    options: { anniversary: 'Ngày kỷ niệm' },
    next: (moment: Inline, where?: string): Words => [
      `Đây là bài kế tiếp sẽ được đăng ${where ? `trong ${where}` : 'ở đây'} lúc `,
      moment,
      ':',
    ],
    would: (moment: Inline, where?: string): Words => [
      `${where ? `Trong ${where}` : 'Cuộc trò chuyện này'} chưa đăng ký ngày này. Nếu đã đăng ký, bài sau đây sẽ được đăng lúc `,
      moment,
      ':',
    ],
  },
  why: {
    does: 'Xem ở đây sắp có bài đăng không, khi nào, và các bài gần đây ra sao',
    options: {
      anniversary: 'Ngày kỷ niệm',
      resend: 'Một bài có thể chưa đến nơi, để gửi lại',
    },
    comes: (moment: Inline, where?: string): Words => [
      `Có. Bài kế tiếp sẽ được đăng ${where ? `trong ${where}` : 'ở đây'} lúc `,
      moment,
      '.',
    ],
    notSubscribed: (where?: string, name?: string) =>
      `Không. ${where ? `Trong ${where}` : 'Cuộc trò chuyện này'} chưa đăng ký ${name ? `“${name}”` : 'gì'}.`,
    notNow: 'Hiện thì không.',
    conditions: 'Các điều kiện',
    subscribed: (where?: string) =>
      where ? `Trong ${where} đã có đăng ký.` : 'Cuộc trò chuyện này đã đăng ký.',
    active: 'Việc đăng không bị tạm ngừng.',
    mayPost: (where?: string) => `Bot được phép đăng ${where ? `trong ${where}` : 'ở đây'}.`,
    mayNotPost: (where?: string) => `Bot không được phép đăng ${where ? `trong ${where}` : 'ở đây'}.`,
    lacks: (permission: string, place: string) =>
      `Bot không được phép đăng trong ${place}: thiếu quyền “${permission}”.`,
    refusals: {
      deleted: (where?: string) => `${capital(where || 'nơi này')} không còn tồn tại.`,
      locked: () => 'Chủ đề đã bị khóa.',
      'takes-no-posts': (where?: string) => `Không ai có thể đăng ${where ? `trong ${where}` : 'ở đây'}.`,
    },
    unanswered: (platform: string, where?: string) =>
      `${platform} hiện không trả lời, nên bot chưa biết có được phép đăng ${where ? `trong ${where}` : 'ở đây'} hay không. Các bài đăng được giữ lại cho đến khi ${platform} trả lời.`,
    unasked: (where?: string) =>
      `Bot có được phép đăng ${where ? `trong ${where}` : 'ở đây'} hay không thì đến lúc đăng mới biết.`,
    hour: (hour: string, zone: string) => `Giờ đăng là ${hour} theo ${zone}.`,
    last: 'Những bài đăng gần đây',
    noneYet: 'Cho đến nay chưa có.',
    noSuch: 'Ở đây không có bài đăng như vậy.',
    states: {
      pending: 'đang chờ gửi',
      leased: 'sắp được gửi',
      sending: 'đang gửi',
      sent: 'đã gửi',
      unknown: 'đã gửi nhưng không có phản hồi: có thể đã đến hoặc chưa, và không tự gửi lại',
      failed: 'gửi không thành công',
      expired: 'không gửi kịp',
      skipped: 'đã bỏ qua',
    },
    resend: (when: string) => `Gửi lại: ${when}`,
    resending: (when: string) => `Bài đăng của ${when} đang được gửi lại.`,
    notResent: 'Không thể gửi lại bài đăng đó: bài đã đến hoặc đang trên đường.',
  },
}
