// Lists how people ask in Vietnamese, in the north and the south.

import type { QuestionWords } from '../question-words.ts'
import { looseSynonyms, synonyms } from './synonyms.ts'

const said =
  '[nói|phát biểu|phán|bảo|bày tỏ|tuyên bố|cho biết|nhận định|khẳng định|viết|nghĩ|nhấn mạnh|chia sẻ|hứa|kể|trả lời|gọi|đăng|đưa tin|đề cập]'

/** That something took place is no part of what is sought when the question is where or when. */
const held = '[[được|đã|] [tổ chức|diễn ra|xảy ra]|]'

export const questions: QuestionWords = {
  asking: {
    when: `${held} [từ|vào|đến|tới|kể từ|ngay từ|là|] [khi nào|bao giờ|lúc nào|hồi nào|chừng nào|khi mô|lúc mô|hồi mô|chừng mô|bữa nào|bữa mô|thuở nào|thời điểm nào|thời gian nào|dịp nào|ngày tháng nào],
      ${held} [từ|vào|đến|trong|ở|hồi|là|] [năm|ngày|tháng|thế kỷ|thập kỷ|thập niên|giai đoạn|thời kỳ|thời|mùa|hôm|tuần|đời|triều đại] [nào|mấy|bao nhiêu],
      [từ|vào|] [thế kỷ thứ|thập niên] [mấy|bao nhiêu], [lúc|] mấy giờ, cách đây [bao lâu|mấy năm|bao nhiêu năm], bao lâu rồi, ^thời điểm, ^ngày tháng,
      là ngày [nào|mấy|bao nhiêu|gì], ${held} [vào|] ngày tháng năm nào`,
    who: `ai, là ai, ^[những|các|] [nước|quốc gia|phe|bên|đảng|nhóm] nào, [do|bởi|của|cho|với|cùng|từ|bị|được|về|những|còn|theo|vì] ai, ai là, ai đã, ai bị, ai được, ai đang, ai từng, ai sẽ, ^ai,
      ai$, [là|do|bởi|của|] [người|nhân vật|kẻ|vị|ông|bà|đứa|thằng|tay|gã|cha|mụ] [nào|mô], [đang|từng|đã|] [giữ|làm|có|đảm nhiệm|nắm|] [chức vụ|chức|chức danh|chức gì|vai trò|nghề|cương vị] [gì|nào],
      [có|] [học hàm|học vị|bằng cấp|chức tước|hàm] [gì|nào], [đang|từng|] [làm việc|công tác|làm] [[ở|tại|cho|trong|] [cơ quan|nơi|chỗ|trường|viện|tổ chức|đơn vị|ngành] [nào|gì]|ở đâu], làm [to|lớn|cao] [cỡ nào|đến đâu|tới đâu|đến mức nào], [là|] [ông|bà|người] [gì|thế nào|như thế nào], ai là người [đã|], ai với ai, ai vậy, ai thế`,
    'who said': `ai [đã|là người|] [nói|cho rằng|tuyên bố|phát biểu|khẳng định|cho biết|nhận định|viết|nhấn mạnh|bảo|gọi] [rằng|là|],
      theo [lời|] ai, [lời|câu|câu nói|phát biểu|lời nói] [của|] ai, do ai nói, [người|nhân vật|vị] nào [đã|] [nói|tuyên bố|phát biểu|cho rằng|khẳng định] [rằng|là|]`,
    'how many': `[tổng cộng|tất cả|cả thảy|] [có|là|khoảng|với|hết|đến|tới|gồm|] [bao nhiêu|bao nhiu|bnhieu], [có tất cả|tổng cộng|có|là|gồm|] mấy, có mấy, [có|hết|tốn|mất|được|cỡ|chừng] nhiêu, [bao lăm|nhiêu] [người|lính|nhà|mạng|tiền|dân|nạn nhân|năm|tuổi|lần|ngày|nước|quân|phần trăm], [bao nhiêu|mấy] phần trăm, mấy [người|lần|nước|tỉnh|triệu|nghìn|ngàn|trăm|phần|bài|cuộc|chiếc],
      [nhiều|đông] [bao nhiêu|cỡ nào|đến mức nào|chừng nào], [cỡ|đến mức|chừng] nào, bao xa, chiếm [bao nhiêu|mấy] phần trăm`,
    'how long': `[trong|mất|suốt|được|đã|hết|là|tổng cộng|] [bao lâu|bao nhiêu lâu|bao nhiêu thời gian], [trong|mất|suốt|được|hết|là|tổng cộng|kéo dài|] [bao nhiêu|mấy|bao|nhiêu] [năm|tháng|ngày|tuần|giờ|phút|thế kỷ|thập kỷ] [trời|ròng|],
      [được|] [bao lâu|[bao nhiêu|mấy] [năm|tháng|ngày]] [rồi|] [thì|mới] [bị|] [sụp|sụp đổ|đổ|tan|tan rã|hết|mất|kết thúc|chấm dứt|lật đổ|xong|dứt|tàn],
      [trong|] [thời gian|khoảng thời gian] bao lâu, [trong|] thời hạn bao lâu`,
    where: `${held} [ở|tại|từ|đến|tới|vào|về|nằm ở|đi|] [đâu|chỗ nào|nơi mô|xứ nào|chốn nào|khúc nào|đoạn nào|khu nào|bến nào|đảo nào|nơi nào|nơi đâu|địa điểm nào|vùng nào|khu vực nào|địa phương nào],
      [ở|tại|từ|đến|tới|vào|thuộc|] [tỉnh|thành phố|huyện|xã|làng|quận|vùng|thị trấn|thị xã|bang|châu lục] nào,
      [ở|tại|đi|về|đến|từ] mô$, [ở|tại|từ|thuộc|] [tỉnh|huyện|xã|làng|vùng|miền] mô, [ở|tại|từ|đến|tới|thuộc] [nước|quốc gia|đất nước|châu] nào`,
    why: `tại sao [lại|mà|], vì sao [lại|mà|], sao lại [không|chưa|chẳng|] [được|bị|] [coi|xem|tính|], sao [không|chưa|chẳng] [được|bị|] [coi|xem|tính], do đâu [mà|], vì đâu [mà|], cớ sao, ^sao [lại|mà|không|], nhờ đâu, [để|] làm chi, để làm gì,
      [vì|với|do|bởi|] [lý do|lí do|nguyên nhân|nguyên do|mục đích] [gì|nào|vì sao|tại sao], [vì|do|tại|bởi] [cái|điều|chuyện|] gì [mà|], [lý do|lí do|nguyên nhân] [là|] [gì|vì sao|tại sao], tại làm sao, làm sao mà, mắc gì, mắc chi, mắc mớ gì, hà cớ gì, [vì|do] [cớ|lẽ|cớ sự] [gì|chi|nào] [mà|], [bởi|tại] đâu [mà|], [xuất phát|bắt nguồn] từ đâu [mà|], ^răng [mà|lại|], răng lại, ^sao [cái|hồi|mấy|các|người|họ|nó|ông|bà],
      [lý do|lí do|nguyên nhân|nguyên do|điều|chuyện|cái] [gì|chi|mô|nào] [đã|] [khiến|khiến cho|làm cho|buộc|thúc đẩy|dẫn đến|dẫn tới], nhờ [đâu|ai|gì],
      ^[lý do|lí do|nguyên nhân|nguyên do] [của|vì sao|tại sao|khiến|mà|dẫn đến|dẫn tới|nào|gì|]`,
    happened: `[có|đã có|đã|] [chuyện|việc|điều|sự kiện|sự việc|biến cố|cái|những|] gì [đã|] [xảy ra|diễn ra|xẩy ra|xãy ra|xẫy ra|sảy ra], [sự kiện|biến cố|sự việc] nào [đã|] [xảy ra|diễn ra],
      [đã|] [xảy ra|diễn ra|xãy ra|sảy ra|xẩy ra|xẫy ra|sẩy ra] [chuyện|việc|điều|sự kiện|sự việc|biến cố|những|cái|] [gì|nào], có [những|] [chuyện|sự kiện|điều|việc|tin|biến cố|cái|] [gì|nào] [đặc biệt|mới|hay|đáng nhớ|đáng chú ý|vậy|thế|không|],
      [chuyện|việc|sự kiện] gì, ^[hãy|] [kể|nói] [thêm|] [cho [tôi|mình|em] [nghe|biết|] [thêm|]|] về, ^cho [tôi|mình|em] biết [thêm|] về, ^[các|những] sự kiện [trong|vào|của|], ^còn, ^thế còn, [thì|] sao$`,
    said: `[đã|có|] ${said} [những|] [gì|điều gì|cái gì|sao|thế nào|như thế nào|ra sao|chi|câu gì] [về|với|trong|tại|], [quan điểm|ý kiến|lập trường|thái độ] của … [về|] [là gì|thế nào|ra sao|như thế nào],
      [đã|] ${said} về [những|] [gì|cái gì|điều gì|vấn đề gì|chuyện gì|ai|việc gì|chủ đề gì],
      [đã|] ${said} về … [thế nào|ra sao|như thế nào|là gì],
      [bài|bài báo|bài viết|tin|báo|tờ] … [có|] nội dung [là|] [gì|ra sao|thế nào|như thế nào],
      [câu nói|lời nói|lời phát biểu|lời nhận xét] [nổi tiếng|] [của|] … [[được|hay|thường|] [nhắc|nhắc lại|nhắc tới|dẫn lại|trích|trích lại|trích dẫn|kể lại]|] là [gì|câu gì|câu nào|lời gì|sao], có [quan điểm|ý kiến|lập trường] [gì|thế nào|ra sao|nào] [về|]`,
    whether: `có phải [là|] … không$, có phải [là|], phải không$, đúng không$, có … không$, hay không$, [đã|] chưa$, đã … chưa$, có đúng [là|], có thật [là|], phải chăng,
      [có|] không$, khong$, có … [hông|hôn|hem]$, hông$, hay chưa$, [thiệt|thật] [không|hông|hả|chăng|à]$, có thiệt [là|], là … hay [là|], hay [là|], phải ko$, có … ko$, ko$, đúng ko$, chứ$, liệu`,
    next: `^sắp [có|đến|tới], ^[ngày|] lễ [kế|kế tiếp|tới] [là|] [lễ gì|gì|ngày nào|khi nào|bữa nào], [sắp tới|tiếp theo|kế tiếp|sắp đến|tới đây] [là|có|sẽ có|] [những|] [… nào|gì|ngày gì|ngày nào|khi nào|lễ gì|kỷ niệm gì|sự kiện gì|sự kiện nào|bao giờ|lễ nào|ngày lễ nào|ngày lễ gì],
      [ngày|] [lễ|kỷ niệm|lễ kỷ niệm|sự kiện|dịp|tưởng niệm] [nào|gì|] [sắp tới|tiếp theo|kế tiếp|sắp đến|tới|gần nhất|sớm nhất] [là|] [gì|ngày nào|khi nào|bao giờ|vào ngày nào|vào khi nào|lúc nào|ngày gì|],
      [khi nào|bao giờ|ngày nào|hôm nào] … [tiếp theo|kế tiếp|sắp tới], ngày [tiếp theo|kế tiếp|sắp tới], [còn|] [bao lâu|bao nhiêu ngày|mấy ngày|mấy bữa|bao nhiêu bữa] nữa [mới|] [đến|tới|là đến|là tới|thì đến|thì tới|], còn [bao lâu|bao nhiêu ngày|mấy ngày] [đến|tới|là đến|là tới|thì đến|],
      [có|] gì [sắp tới|tiếp theo], [khi nào|bao giờ] [đến|tới] [ngày|lễ]`,
    today: '^[vào|] ngày này năm xưa, ^ngày này trong lịch sử, ^hôm nay trong lịch sử',
    what: `[là|] viết tắt [của|] [cái|] gì, [những|trong|] mấy [lĩnh vực|mặt|loại|điều|thứ|bài|nước|phe|bên|báo|tờ|ngày|nơi|chỗ|lý do] nào, gì, nào, gi$, nao$, [cái|điều|chuyện|việc] chi, là [cái|] chi$, [bằng|] cách mô, chi rứa$, [là|] [cái|điều|những|] gì, là gì, cái gì, điều gì, những gì, cái nào, [như|] thế nào, ra sao, làm sao, bằng cách nào, [có|] nghĩa [là|] gì,
      [loại|kiểu|dạng|hình thức] [gì|nào], [tên|] là gì, tên gì, gọi là gì, là [tổ chức|nước|loại|báo|tờ báo|tờ|cơ quan|nơi|chỗ|địa điểm|sự kiện|ngày|đảng|nhóm|phong trào|hội|hãng|đài|chuyện|vụ|chương trình|lực lượng] [gì|nào],
      [bài|bài báo|bài viết|báo|tờ báo|tờ] [gì|nào] [có|] [nói|viết|nhắc|đề cập|đưa tin|kể] [đến|tới|về|], để chỉ [cái|] gì, với [cái|] gì, bằng gì, về [cái|vấn đề|] gì, vấn đề gì,
      [ở|từ|theo|về|qua|] [phía|hướng|ngả|mạn|mặt|cửa khẩu|đường|ngõ] nào, [loại|kiểu|hình thức|chế độ|mặt trận|cơ quan|hãng|nguồn] nào,
      [nước|quốc gia|đất nước|tổ chức|công ty|đội|ai hay|phe|bên|nhóm|đảng] nào, ^[hãy|] [giải thích|mô tả|giới thiệu|trình bày|tóm tắt] [về|], ^thông tin [gì|] về, ^[hãy|] [kể|nêu] tên,
      biết [gì|những gì] về, có [thông tin|tin|bài|] gì về, có [bài|tin|thông tin] nào về, ^[hãy|] tìm [hiểu|] [về|], ^[gợi ý|đặt|viết|mua|soạn|nấu] [giùm|dùm|giúp|hộ|cho] [mình|em|tôi|tui|tớ|con|cháu|anh|chị], ^[chỉ|bày|dạy|mách|hướng dẫn] [giùm|dùm|giúp|cho|] [mình|em|tôi|tui|tớ|con|cháu|anh|chị] [cách|], như nào, ra làm sao`,
  },
  topics: {
    'how many': `^[tổng|] số [người|lượng|nạn nhân|quân|lính|dân|lần|binh sĩ|thương vong|tiền], ^con số [người|], ^[tỷ lệ|tỉ lệ] [người|]`,
    why: 'lý do, lí do, nguyên nhân, nguyên do',
    today:
      'kỷ niệm, kỷ, kỉ, niệm, ngày lễ, lễ, ngày, đặc biệt, đặc, biệt, dịp, sự kiện, sự, kiện, gì, lịch sử, tưởng niệm, tin, mới',
  },
  around: `đồng chí, nói chung, nói thiệt, nói thật, thiệt ra, thật ra, thực ra, cho hỏi [xíu|chút|tí|ngu], hỏi [xíu|chút|tí|ngu|thiệt], tiện thể, nhân tiện, mọi người, [mấy|các] [bác|bạn|anh|chị|cụ|cô chú] [ơi|], anh em [ơi|], giùm [cái|với|], dùm [cái|với|], hộ [cái|với], coi nào, xem nào, nói nghe coi,
    kể nghe coi, nghe [nói|đâu|bảo|đồn] [là|], rứa [hè|hỉ|], hè, hỉ, vậy cà, xin, làm ơn, vui lòng, [xin|] cho [tôi|mình|em|anh|chị|tui|tớ|con|cháu] [xin|] [hỏi|biết], [xin|] cho [hỏi|biết], xin hỏi, xin [hãy|] cho biết, hãy cho [tôi|mình|] biết, hãy cho biết, hãy, hỏi,
    [bạn|ad|bot|anh|chị|em|ai|có ai|các bạn|mọi người] [có|] biết [là|], [bạn|bot|] có thể [cho [tôi|mình|em] biết|nói|kể], có biết, tôi [muốn|cần] [biết|hỏi|tìm hiểu], mình [muốn|cần] [biết|hỏi|tìm hiểu], em [muốn|cần] [biết|hỏi],
    nói cho [tôi|mình|em] [biết|nghe], kể cho [tôi|mình|em] [nghe|biết], thế thì, vậy thì, thế, vậy, ơi, ạ, nhé, nhỉ, hả, nha, dạ, thưa, à, bot ơi, cảm ơn [bạn|], cám ơn, chào [bạn|], xin chào, vậy ạ, thế ạ, vậy nhỉ, vậy hả, thế nhỉ, [vậy|thế|đó|] [ad|bạn|bot|mọi người|cả nhà|shop|các bác|bác] [ơi|ạ|nhỉ|], vậy [ta|trời|cà], đấy, z, zậy, zị, dậy, dzậy, á, nè, hen, nghen, hén, ha,
    [ấy|đó|vậy|thế|á|dậy|zậy|z|] [nhỉ|nhở|mn|mng|mọi người|bà con|các bạn|bạn ơi|bot|ad|cô|chú|bác|z|ta|hả bot], dạ thưa, [dạ|] cho [con|cháu|tui|tớ|bác|chú|cô] hỏi [là|], [con|cháu|tui|tớ|bác|chú] [muốn|cần] [biết|hỏi], giúp [tôi|mình|em|con|cháu|tui|tớ] [với|],
    hay sao, [mà|] [sao|] mỗi [nơi|người|bên|báo|chỗ] [nói|viết|bảo|] một [kiểu|đằng|khác|phách], [mà|] sao [các báo|người ta] [nói|viết] khác nhau [thế|vậy|], mà, không biết, rốt cuộc, theo bạn, với`,
  idle: `không bao giờ, chưa bao giờ, chẳng bao giờ, hơn bao giờ hết, bất [cứ|kỳ|kể|luận|chấp] [ai|gì|nào|đâu|khi nào|lúc nào|điều gì|giá nào|nơi đâu|nơi nào], không ai, chẳng ai, ai cũng, gì cũng, nào cũng, đâu cũng, mấy chục, mấy [bài|tờ|nguồn|trang|người|ông|bà|nước|con|số|cái|chuyện|điều|thứ|vụ|lời|câu|tin] [báo|viết|tin|số|chữ|] [này|đó|kia|ấy|trên|đây], mấy [năm|ngày|hôm|tháng] [nay|qua|rồi],
    không [có|] gì, nào đó, gì đó, ai đó, đâu đó, khi nào cũng, lúc nào cũng, hay nhất, bạn là ai, mày là ai, bạn làm được gì, bạn có thể làm gì, bạn làm gì, dù sao, bao nhiêu cũng, thế nào cũng, không sao, vì sao sáng`,
  shortForms: `bn bao nhiêu, bnh bao nhiêu, bh bao giờ, ng người, ngta người ta, ko không, k không, kh không, hok không, đc được, dc được, j gì,
    gj gì, ntn như thế nào, vs với, vn việt nam, cpc campuchia, cam campuchia, ls lịch sử, ns nói, bít biết, bik biết, wa qua, wá quá,
    nc nước, qđ quân đội, bđ bộ đội, tq trung quốc, đg đang, tg thời gian, dg đang, hqua hôm qua, hnay hôm nay`,
  yearWords: 'năm nam',
  thousands: 'nghìn ngàn ngan nghin k',
  publishing: 'bài báo viết đăng tải xuất bản phát hành công bố',
  archive:
    'kho lưu_trữ bài_báo tờ_báo báo báo_chí nguồn nguồn_tin nguồn_gốc trang_mạng bot tác_giả nhà_báo thư_viện tư_liệu tòa_soạn nhà_nước lấy_từ lấy_ở thông_tin tin_này',
  trust: `tin_cậy đáng_tin tin_tưởng tin_được tin_nổi nên_tin có_tin đáng_ngờ cẩn_thận thận_trọng cảnh_giác dè_chừng nghi_ngờ độc_lập khách_quan trung_lập
    thiên_vị thiên_lệch một_chiều tuyên_truyền xác_nhận kiểm_chứng xác_minh chính_xác trung_thực nhân_chứng chứng_cứ bằng_chứng báo_nhà
    công_bằng giống_nhau nói_giống như_nhau sự_thật`,
  meaning: 'nghĩa có_nghĩa dịch viết_tắt tức',
  backward: '[hôm|ngày|năm|lúc|hồi|khi|tháng] [ấy|đó], ở đó, nó, [ông|bà|anh|chị|cô|người] ấy',
  beforeDoers: 'bị do bởi dưới thời độ',
  befalling: 'chết tử hy thiệt chet hy thiet',
  judging: `đúng, đúng đắn, sai, sai lầm, thật, có thật, sự thật, chính xác, bịa, bịa đặt, xạo, phóng đại, thổi phồng, nói quá, chính đáng, chính nghĩa, phi nghĩa, hợp pháp, phi pháp, bất hợp pháp, hợp lý, vô lý,
    công bằng, cần thiết, nên làm, tốt, xấu, quá [lâu|nhiều|ít|sớm|muộn|cao|thấp|đáng], đúng hay sai, tốt hay xấu, thật hay giả, tuyên truyền, thiên vị, đáng tin, tin được, tin cậy, khách quan`,
  light: `khoảng đã đang sẽ được bị có là của và ở trong vào với cho các những một này đó người cuộc việc sự cái con chiếc thì mà nên
    ra lên từ đến về khi nhất số tên gọi làm do bởi theo như đây kia ấy họ ông bà tại trên dưới lại còn cũng rồi nữa
    rằng để bằng tổng nào vị điều bao nhiêu gì lượng loại kiểu thuộc gồm không hay vẫn sang qua phải thể từng bên
    thế vậy thời hồi lúc vụ dịp buổi luôn à cứ vừa mới mấy chục mình ta tôi chúng hết
    hôm bữa bên phía chừng nhỉ nhở mn hông hổng ơi ạ nhé nha đấy chứ bọn tụi hắn nó ổng bả cụ cô chú bác đâu chuyện đúng nhằm chỗ
    ngươi người ta bảo nghe nhớ bạn kỳ câu xưa tay ngài vầy ni tê rứa mô chi bển zậy hoài lận xíu giùm dùm hỉ nớ hả ha hen nghen tui tao mày ừ ờ thôi hẳn`,
  life: 'chết tuổi',
  or: 'hay hoặc',
  present: 'hiện_nay hiện_giờ hiện_tại bây_giờ ngày_nay đương_nhiệm giờ',
  // Classes for any archive of history and news. Where one syllable would be many other words without its accents, only
  synonyms,
  looseSynonyms,
}
