// Holds the Vietnamese words that people say to a bot: commands in words, greetings, yes and no.

import type { TalkWords } from '../talk-words.ts'

export const talk: TalkWords = {
  commands: {
    help: [
      ...['trợ giúp', 'giúp', 'giúp tôi', 'giúp đỡ', 'hướng dẫn', 'các lệnh', 'lệnh', 'tất cả các lệnh'],
      ...['cách dùng'],
    ],
    start: ['bắt đầu', 'bắt đầu lại'],
    onthisday: ['hôm nay', 'ngày này', 'ngày này năm xưa', 'ngày này trong lịch sử'],
    upcoming: [
      ...['sắp tới', 'các ngày sắp tới', 'ngày sắp tới', 'các ngày kỷ niệm', 'ngày kỷ niệm', 'kỷ niệm'],
      ...['lịch'],
      ...['tiếp theo', 'kế tiếp', 'sắp tới có gì'],
    ],
    subscribe: ['đăng ký', 'đăng kí', 'theo dõi'],
    unsubscribe: [
      ...['hủy đăng ký', 'huỷ đăng ký', 'hủy đăng kí', 'huỷ đăng kí', 'bỏ đăng ký', 'ngừng đăng ký', 'dừng'],
      ...['dừng lại', 'ngừng', 'ngừng lại', 'ngừng đăng', 'thôi đăng', 'đừng đăng nữa'],
    ],
    settings: ['cài đặt', 'thiết lập', 'tùy chọn', 'tuỳ chọn'],
    language: ['ngôn ngữ', 'đổi ngôn ngữ', 'chọn ngôn ngữ'],
    sources: ['nguồn', 'các nguồn', 'nguồn tin', 'các nguồn tin'],
    timeline: ['dòng thời gian', 'niên biểu', 'mốc thời gian', 'các mốc thời gian'],
    summary: ['tóm tắt', 'ý chính', 'các ý chính'],
    search: ['tìm', 'tìm kiếm', 'tra cứu'],
    article: ['bài báo', 'các bài báo', 'bài viết', 'các bài viết', 'đọc bài', 'đọc bài báo'],
    facts: ['số liệu', 'con số', 'các con số'],
    who: ['nhân vật', 'các nhân vật'],
    preview: ['xem trước'],
    privacy: ['quyền riêng tư', 'riêng tư'],
    export: ['xuất dữ liệu', 'dữ liệu của tôi', 'tải dữ liệu'],
    forget: ['xóa dữ liệu', 'xoá dữ liệu', 'xóa hết', 'xoá hết', 'quên tôi đi', 'xóa tất cả', 'xoá tất cả'],
  },
  replies: {
    next: ['tiếp', 'tiếp theo', 'tiếp tục', 'trang sau', 'trang tiếp', 'trang tiếp theo', 'kế tiếp', 'sau'],
    previous: ['quay lại', 'trở lại', 'trước', 'trang trước', 'lùi', 'lùi lại', 'về trước'],
    more: [
      ...['thêm', 'xem thêm', 'thêm nữa', 'nữa', 'nữa đi', 'còn gì nữa', 'còn nữa không', 'còn gì nữa không'],
      ...['đọc thêm', 'đọc tiếp', 'kể thêm', 'nói thêm', 'nhiều hơn'],
    ],
    yes: [
      ...['có', 'vâng', 'dạ', 'ừ', 'đồng ý', 'đúng', 'đúng vậy', 'được', 'chắc chắn', 'chắc', 'phải'],
      ...['làm đi', 'xóa đi'],
    ],
    no: [
      ...['không', 'thôi', 'hủy', 'huỷ', 'bỏ qua', 'không cần', 'không cần nữa', 'dừng', 'dừng lại'],
      ...['để sau'],
      ...['không đồng ý', 'đừng', 'thôi không cần', 'không có'],
    ],
    source: [
      ...['nguồn', 'nguồn nào', 'nguồn đâu', 'nguồn ở đâu', 'nguồn là gì', 'theo nguồn nào', 'ai nói'],
      ...['ai nói thế'],
      ...['ai nói vậy', 'ai nói điều đó', 'ai nói điều này', 'ai đã nói', 'ai đã nói điều đó', 'ai bảo thế'],
      ...['lời của ai', 'đây là lời của ai', 'đó là lời của ai', 'theo ai', 'ai viết', 'ai viết thế'],
      ...['báo nào nói'],
      ...['báo nào', 'lấy từ đâu', 'ở đâu ra', 'dẫn nguồn', 'cho xin nguồn', 'cho tôi nguồn', 'sao bạn biết'],
    ],
    doubt: [
      ...['thật không', 'thật à', 'thật sao', 'thật thế à', 'có thật không', 'thế à', 'vậy à'],
      ...['chắc không', 'chắc chứ'],
      ...['có chắc không', 'bạn có chắc không', 'gì', 'gì cơ', 'cái gì', 'cái gì cơ', 'gì vậy', 'gì thế'],
      ...['hả', 'sao cơ'],
      ...['ai', 'ai cơ', 'ai vậy', 'ai thế', 'ý bạn là gì', 'nghĩa là sao', 'bạn nói gì', 'hỏi gì'],
    ],
  },
  smallTalk: {
    hello: [
      ...['chào', 'xin chào', 'chào bạn', 'chào bot', 'chào anh', 'chào chị', 'chào em', 'chào các bạn'],
      ...['chào cả nhà'],
      ...['chào buổi sáng', 'chào buổi trưa', 'chào buổi chiều', 'chào buổi tối', 'tạm biệt', 'hẹn gặp lại'],
      ...['bạn khỏe không', 'bạn khoẻ không', 'có khỏe không', 'khỏe không', 'alo', 'a lô', 'chúc ngủ ngon'],
    ],
    thanks: [
      ...['cảm ơn', 'cám ơn', 'cảm ơn bạn', 'cám ơn bạn', 'xin cảm ơn', 'xin cám ơn', 'cảm ơn nhiều'],
      ...['tuyệt'],
      ...['cám ơn nhiều', 'tuyệt vời', 'hay quá', 'hay lắm', 'tốt', 'tốt lắm', 'tốt quá', 'hiểu rồi'],
      ...['tôi hiểu rồi'],
      ...['ok', 'được rồi', 'vâng', 'dạ', 'ừ', 'à ra thế', 'ra vậy', 'xin lỗi', 'thú vị', 'thú vị quá'],
      ...['hay'],
    ],
    purpose: [
      ...['bạn là ai', 'mày là ai', 'ai đấy', 'đây là gì', 'bạn làm được gì', 'bạn làm được những gì'],
      ...['bạn biết gì'],
      ...['bạn có thể làm gì', 'bạn biết những gì', 'tôi có thể hỏi gì', 'hỏi gì được', 'bot làm được gì'],
      ...['bot là gì'],
      ...['tôi hỏi gì được', 'bot này làm gì', 'bạn tên gì', 'bạn tên là gì', 'bạn có phải người không'],
      ...['giới thiệu'],
      ...['bạn là bot à', 'bạn giúp được gì', 'bạn có thể giúp gì', 'bạn có thể giúp gì cho tôi'],
      ...['daybook là gì'],
    ],
  },
  sorrow: [
    ...['yên nghỉ', 'an nghỉ', 'chia buồn', 'thương tiếc', 'vô cùng thương tiếc', 'siêu thoát', 'kính viếng'],
    ...['thắp một nén hương', 'thắp nén hương', 'nén tâm hương', 'xin tưởng nhớ', 'đau lòng quá'],
    ...['xót xa quá'],
  ],
  loss: {
    self: ['tôi', 'tui', 'chúng tôi', 'của mình', 'của em', 'của con', 'của cháu', 'nhà mình', 'nhà em'],
    kin: [
      ...['gia đình', 'người nhà', 'người thân', 'họ hàng', 'ông nội', 'ông ngoại', 'ông tôi', 'bà nội'],
      ...['bà ngoại'],
      ...['bà tôi', 'cha', 'bố', 'ba tôi', 'ba mẹ', 'bố mẹ', 'cha mẹ', 'mẹ', 'má tôi', 'anh trai'],
      ...['chị gái', 'em trai'],
      ...['em gái', 'anh tôi', 'chị tôi', 'em tôi', 'chồng', 'vợ', 'con trai', 'con gái', 'chú tôi'],
      ...['bác tôi', 'cậu tôi'],
      ...['dì tôi', 'cô tôi', 'bạn tôi', 'đồng đội', 'cả nhà', 'anh em'],
    ],
    death: [
      ...['chết', 'mất', 'bị giết', 'giết hại', 'giết', 'qua đời', 'hy sinh', 'hi sinh', 'thiệt mạng'],
      ...['tử trận'],
      ...['bị sát hại', 'mất tích', 'không trở về', 'không về', 'ngã xuống'],
    ],
  },
  inLanguage: [
    ...['bằng …', 'bằng tiếng …', 'tiếng …', 'sang …', 'sang tiếng …', 'dịch sang …', 'dịch sang tiếng …'],
    ...['dịch ra …'],
    ...['dịch ra tiếng …', 'trả lời bằng …', 'trả lời bằng tiếng …', 'nói bằng …', 'nói bằng tiếng …'],
    ...['nói …'],
    ...['nói tiếng …', 'còn bằng …', 'còn bằng tiếng …', 'viết bằng …', 'viết bằng tiếng …'],
  ],
  around: [
    ...['làm ơn', 'xin', 'vui lòng', 'hãy', 'ơi', 'ạ', 'nhé', 'nha', 'nhỉ', 'đi', 'với', 'giùm', 'giúp'],
    ...['hộ', 'cho tôi'],
    ...['cho mình', 'cho em', 'cho', 'tôi', 'mình', 'bạn', 'bạn ơi', 'bot', 'bot ơi', 'xem', 'mở', 'cho xem'],
    ...['cho tôi xem', 'tôi muốn', 'tôi muốn xem', 'mình muốn', 'tôi cần', 'nhiều', 'rất nhiều', 'quá'],
    ...['lắm'],
    ...['thế', 'vậy', 'thì', 'à', 'nhiều lắm', 'các bạn', 'ad', 'được không', 'được chứ', 'không', 'lại'],
    ...['câu này'],
  ],
}
