// What the commands that set and explain the posts say, in Vietnamese.
import type { LeapDay } from '../../calendar/recurrence.ts'
import type { Grace } from '../../delivery/subscription.ts'
import type { Words } from '../../message/build.ts'
import type { Inline } from '../../message/message.ts'
import type { GoneReason } from '../../ports.ts'
import type { Phrases } from '../phrases.ts'

export const posting: Pick<
  Phrases['commands'],
  'subscribe' | 'unsubscribe' | 'settings' | 'language' | 'preview' | 'why'
> = {
  subscribe: {
    does: 'Đăng một ngày kỷ niệm trong cuộc trò chuyện này hằng năm',
    options: {
      anniversary: 'Ngày kỷ niệm nào',
      time: 'Giờ địa phương, ví dụ 07:00',
      zone: 'Múi giờ, ví dụ Europe/Paris',
    },
    done: (name: string) => `Đã đăng ký: ${name}`,
    already: (name: string) => `Vốn đã như vậy: ${name}`,
    again: (name: string) => `Đã thay đổi cho cuộc trò chuyện này: ${name}`,
    next: (moment: Inline): Words => ['Lần đăng tới: ', moment],
    zoneIs: (zone: string) =>
      `Giờ tính theo ${zone}. Nếu muốn múi giờ khác, hãy viết sau giờ: /subscribe 07:00 Europe/Paris`,
    badTime: (typed: string) => `“${typed}” không phải là giờ đọc được. Hãy viết dạng 07:00.`,
    badZone: (typed: string) => `“${typed}” không phải là múi giờ được biết. Hãy viết dạng Europe/Paris.`,
    whichZone: (typed: string) => `Với “${typed}”, bạn muốn nói đến múi giờ nào?`,
    whichOne: 'Ngày kỷ niệm nào?',
    whichAnniversary: (typed: string) => `Với “${typed}”, bạn muốn nói đến điều gì?`,
    preview: 'Xem bài đăng tới',
    settings: 'Cài đặt',
  },
  unsubscribe: {
    does: 'Ngừng đăng một ngày kỷ niệm trong cuộc trò chuyện này',
    options: { anniversary: 'Ngày kỷ niệm nào' },
    done: (name: string) => `Ở đây sẽ không đăng nữa: ${name}`,
    none: 'Cuộc trò chuyện này chưa đăng ký gì.',
    which: 'Bạn muốn ngừng ngày nào?',
    notThat: 'Cuộc trò chuyện này chưa đăng ký ngày đó.',
    back: 'Đăng ký lại',
  },
  settings: {
    does: 'Cuộc trò chuyện này đã đăng ký những gì',
    options: {
      anniversary: 'Ngày kỷ niệm nào',
      time: 'Giờ địa phương, ví dụ 07:00',
      zone: 'Múi giờ, ví dụ Europe/Paris',
      grace: 'Bài đăng được muộn đến đâu: skip (không), same-day (trong ngày) hoặc số ngày',
      leapday: 'Năm thường thì ngày 29 tháng 2 rơi vào ngày nào',
      language: 'Trả lời cuộc trò chuyện này bằng ngôn ngữ nào',
      posts: 'Có đăng ở đây hay không',
      ask: 'Thay đổi cài đặt nào',
    },
    title: 'Cài đặt của cuộc trò chuyện này',
    language: (name: string) => `Ngôn ngữ: ${name}`,
    change: (name: string) => `Thay đổi: ${name}`,
    changeHour: (hour: string) => `Giờ: ${hour}`,
    changeZone: (zone: string) => `Múi giờ: ${zone}`,
    back: 'Quay lại',
    askHour: (line: string) => `Đăng lúc mấy giờ? Nếu muốn giờ khác, hãy viết: ${line}`,
    askZone:
      'Theo múi giờ nào? Với nơi khác, hãy viết tên thành phố, tên nước hoặc độ lệch giờ: /settings France, /settings +7',
    writeHour: 'Viết giờ',
    writeZone: 'Viết tên nơi',
    askGrace: 'Nếu một bài không thể đăng đúng giờ, bài được phép muộn đến đâu?',
    askLeapDay: 'Năm thường thì ngày 29 tháng 2 tính vào ngày nào?',
    none: 'Cuộc trò chuyện này chưa đăng ký gì.',
    hour: (hour: string, zone: string) => `Hằng năm lúc ${hour}, ${zone}`,
    next: (moment: Inline): Words => ['Lần đăng tới: ', moment],
    grace: (grace: Grace) => {
      switch (grace.type) {
        case 'skip':
          return 'Bài không đăng được đúng giờ thì bỏ qua'
        case 'same-day':
          return 'Bài bị muộn vẫn được đăng cho đến nửa đêm'
        case 'days':
          return `Bài bị muộn vẫn được đăng trong tối đa ${grace.days} ngày`
        default:
          return grace satisfies never
      }
    },
    paused: (reason: GoneReason) => {
      const why = {
        blocked: 'bot đã bị chặn',
        kicked: 'bot đã bị đưa ra khỏi nhóm',
        deleted: 'không tìm thấy cuộc trò chuyện',
        forbidden: 'bot không được phép đăng ở đây',
      }
      return `Tạm ngừng, vì ${why[reason]}`
    },
    changeGrace: (grace: Grace): string => {
      switch (grace.type) {
        case 'skip':
          return 'Bài muộn: không đăng'
        case 'same-day':
          return 'Bài muộn: cho đến nửa đêm'
        case 'days':
          return `Bài muộn: tối đa ${grace.days} ngày`
        default:
          return grace satisfies never
      }
    },
    changeLeapDay: (day: LeapDay) =>
      day === 'march-1'
        ? 'Ngày 29 tháng 2 trong năm thường: ngày 1 tháng 3'
        : 'Ngày 29 tháng 2 trong năm thường: ngày 28 tháng 2',
    stop: (name: string) => `Ngừng: ${name}`,
    start: (name: string) => `Đăng ký: ${name}`,
  },
  language: {
    does: 'Trả lời cuộc trò chuyện này bằng ngôn ngữ nào',
    options: { language: 'Ngôn ngữ' },
    is: (name: string) => `Ngôn ngữ của cuộc trò chuyện này: ${name}. Bạn muốn dùng ngôn ngữ nào?`,
    done: (name: string) => `Từ nay ngôn ngữ của cuộc trò chuyện này là: ${name}.`,
  },
  preview: {
    does: 'Bài đăng tới sẽ đúng như thế nào, và khi nào',
    options: { anniversary: 'Ngày kỷ niệm nào' },
    next: (moment: Inline): Words => ['Đây là bài đăng tới ở đây, vào lúc ', moment, ':'],
    would: (moment: Inline): Words => [
      'Cuộc trò chuyện này chưa đăng ký ngày này. Nếu đã đăng ký, bài sau đây sẽ được đăng lúc ',
      moment,
      ':',
    ],
  },
  why: {
    does: 'Ở đây có bài đăng không, khi nào, và những bài gần đây ra sao',
    options: { resend: 'Một bài có thể chưa đến nơi, để gửi lại' },
    comes: (moment: Inline): Words => ['Có. Bài đăng tới ở đây vào lúc ', moment, '.'],
    notSubscribed: 'Không. Cuộc trò chuyện này chưa đăng ký gì.',
    notNow: 'Hiện thì không.',
    conditions: 'Tùy vào những điều này',
    subscribed: 'Cuộc trò chuyện này đã đăng ký.',
    active: 'Việc đăng không bị tạm ngừng.',
    mayPost: 'Bot được phép đăng ở đây.',
    mayNotPost: 'Bot không được phép đăng ở đây.',
    unasked: 'Bot có được phép đăng ở đây hay không thì đến lúc đăng mới biết.',
    hour: (hour: string, zone: string) => `Giờ đăng là ${hour} theo ${zone}.`,
    last: 'Những bài đăng gần đây',
    noneYet: 'Cho đến nay chưa có.',
    noSuch: 'Ở đây không có bài đăng như vậy.',
    states: {
      pending: 'đang chờ gửi',
      leased: 'sắp được gửi',
      sending: 'đang gửi',
      sent: 'đã gửi',
      unknown: 'đã gửi nhưng không có hồi đáp: có thể đã đến hoặc chưa, và không tự gửi lại',
      failed: 'gửi không được',
      expired: 'không gửi kịp',
      skipped: 'đã bỏ qua',
    },
    resend: (when: string) => `Gửi lại: ${when}`,
    resending: (when: string) => `Bài đăng của ${when} đang được gửi lại.`,
    notResent: 'Không thể gửi lại bài đăng đó: bài đã đến hoặc đang trên đường.',
  },
}
