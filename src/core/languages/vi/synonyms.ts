// Lists the Vietnamese words, northern and southern, formal and spoken, that mean the same to people who ask.

/**
 * For any archive of history, news and knowledge. A word of one syllable counts only with its accents, and is listed only if it is
 * mostly a word of its own. In order: rule, war, death, movement, words, places, people, numbers, trade, law, culture, qualities.
 */
export const looseSynonyms = `
lãnh đạo, cầm đầu, người đứng đầu, thủ lĩnh, đứng đầu, nhà lãnh đạo, trùm, trùm sò, sếp, ông trùm, lãnh tụ, chỉ huy, đầu sỏ, cầm trịch, làm chủ, dẫn dắt, chủ mưu
nhà độc tài, độc tài, bạo chúa; vua, quốc vương, nhà vua, hoàng đế; hoàng hậu, nữ hoàng
cầm quyền, nắm quyền, cai trị, thống trị, trị vì, nắm chính quyền, lên nắm quyền, lên cầm quyền, lên ngôi, lên làm, lên nắm, giành chính quyền, cướp chính quyền, làm vua làm chúa, cai quản, điều hành
mất quyền, mất chính quyền, mất ngôi, bị lật đổ, bị hạ bệ, bị phế truất
lật đổ, đánh đổ, hạ bệ, đánh đuổi, đuổi, tống cổ, đuổi cổ, đạp đổ, quét sạch, đánh bật, đánh tan, dẹp, dẹp bỏ, xóa sổ, xoá sổ, tiêu diệt, dẹp tan, phế truất, truất phế, loại bỏ, đá đít, tống khứ
sụp đổ, lật đổ, kết thúc, chấm dứt, thất thủ, tan rã, bị đánh bại, thất bại, diệt vong, sập, toi đời, tiêu tùng, tiêu đời, thua chạy, bị đuổi, cáo chung, tàn đời, bị dẹp
chính phủ, nhà nước, nhà cầm quyền, chính quyền; quốc hội, nghị viện; đại sứ, phái viên; nghị sĩ, đại biểu quốc hội, dân biểu
bầu cử, bỏ phiếu, tổng tuyển cử; giữ chức, ngồi ghế, giữ ghế, nắm ghế, nắm chức, làm chức, đảm nhiệm, đảm nhận, đảm đương, giữ vai trò, đảm trách; đảo chính, đảo chánh, binh biến; từ chức, thôi chức, rời ghế; bổ nhiệm, chỉ định, cử làm
cách mạng, khởi nghĩa, nổi dậy, nổi loạn; biểu tình, xuống đường, tuần hành; quân nổi dậy, du kích, kháng chiến, phiến quân, nghĩa quân
thiết lập quan hệ, đặt quan hệ, lập quan hệ, có quan hệ, bang giao, kết thân, chính thức quan hệ
đại sứ quán, sứ quán, quan hệ ngoại giao, ngoại giao chính thức; quan hệ, mối quan hệ, bang giao, giao hảo, tình nghĩa, mối giao hảo, chơi thân, giao thiệp
hữu nghị, tình bạn, thân thiện, anh em, thân thiết, bạn bè, gắn bó, thân nhau, tình cảm
độc lập, tự chủ, chủ quyền; biên giới, biên cương, bờ cõi, đường biên, cửa khẩu; cải cách, đổi mới; cấm, nghiêm cấm, cấm đoán; dân chủ, tự do dân chủ
xâm lược, xâm lăng, xâm chiếm, tấn công, đánh chiếm, cướp nước, chiếm đóng, đô hộ, cưỡng chiếm, thôn tính
xâm phạm, đánh phá, quấy phá, tấn công, tràn sang, quấy rối, phá phách, cướp phá, đột kích, quậy phá, kéo sang, tập kích, bị đánh, đánh, pháo kích, giặc giã
vượt qua, đi qua, vượt, băng qua, vượt biên giới, vượt biên, trốn sang, trốn qua, chạy sang, chạy qua, bỏ sang, bỏ qua, lén qua, lẻn qua, lội qua, bước qua, bỏ trốn qua, bỏ trốn sang, qua đất
chạy trốn, trốn thoát, tháo chạy, bỏ chạy, thoát khỏi, bỏ trốn, trốn, tẩu thoát, trốn chạy, đào tẩu, thoát thân, đào thoát, lánh nạn, chạy thoát, chuồn, chạy nạn, trốn đi, trốn sang, trốn qua, ra đi, rời
can thiệp, đưa quân, đem quân, tiến quân, kéo quân, điều quân, cử quân, xuất quân, động binh, dấy binh, khởi binh, phát binh, xuất binh, cất quân, cất binh, hưng binh, ra tay, mang quân, gửi quân, đưa lính, đem lính, cho quân, phái quân, ra quân, đổ quân, dẫn quân, đưa bộ đội
tiến vào, đánh vào, kéo vào, tràn vào, tiến sang, đánh sang, kéo sang, đánh qua, tiến qua, kéo qua, vào đất, tiến quân, tràn qua, qua đánh, sang đánh, đổ bộ
rút quân, rút lui, rút về, rút khỏi, rút hết, rút toàn bộ, rút, rút đi, rút ra, rời khỏi, rời đi, về nước, hồi hương, rút hẳn, rút sạch, kéo về, kéo quân về, lui quân, hồi quân, triệt thoái, về hết, về nhà, thu quân, trở về nước, quay về, rút lính, đưa quân về, cho về, rút chạy
quân đội, bộ đội, quân lính, binh sĩ, binh lính, quân tình nguyện, lực lượng vũ trang, chiến sĩ, lính, quân, lính tráng, người lính, quân nhân, lính mình, bộ đội mình, bộ đội ta, quân mình, quân ta, anh em bộ đội, đạo quân, lực lượng
cựu chiến binh, lính cũ, cựu binh; vũ khí, súng, súng đạn, khí giới, súng ống; ném bom, dội bom, thả bom, oanh tạc, không kích; bắn, xả súng, nổ súng
chiến tranh, cuộc chiến, xung đột, chiến sự, đánh nhau, giao tranh, chinh chiến, đánh trận, trận mạc, chiến đấu, oánh nhau, choảng nhau
chiến đấu, đánh, đánh giặc, giao tranh, chống lại, tác chiến, đánh trận, kháng chiến, cầm súng
bảo vệ, phòng vệ, tự vệ, phòng thủ, giữ nước, giữ gìn, giữ đất, canh giữ, che chở
chiến thắng, thắng lợi, giành thắng lợi, đánh bại, thắng, thắng trận, giành chiến thắng, đại thắng, ăn mừng thắng lợi, thắng cuộc
thua, thất bại, bại trận, thua trận, đại bại, bị đánh bại, chiến bại; đầu hàng, hàng phục, ra hàng, quy hàng; hòa bình, hoà bình, đình chiến, ngừng bắn, ngưng bắn, yên ổn
kẻ thù, quân thù, địch, giặc, quân địch; đồng minh, liên minh, phe ta; anh hùng, người hùng
tị nạn, tỵ nạn, lánh nạn, chạy giặc, chạy loạn, sơ tán, tản cư; bắt được, bắt sống, tóm được, chiếm được
giúp đỡ, hỗ trợ, ủng hộ, viện trợ, trợ giúp, giúp sức, cứu trợ, chi viện, giúp, đỡ đần, chung tay, phụ giúp, tiếp tay, giúp một tay, trợ lực, phụ, giúp cho, tiếp sức, sát cánh
cứu, cứu giúp, cứu vớt, cứu sống, giải cứu, giải thoát, cứu mạng, cứu thoát, thoát nạn, thoát chết; giải phóng, giải thoát, được tự do, trả tự do, thoát ách
chết, thiệt mạng, tử vong, bị giết, bị sát hại, nạn nhân, bỏ mạng, mất mạng, số người chết, thương vong, bị tàn sát, cái chết, bị hại, thiệt mệnh, người chết, chết oan, bỏ xác, vong mạng, toi mạng, đi đời, qua đời, chết chóc
qua đời, từ trần, tạ thế, chết, trút hơi thở cuối cùng, ra đi, quy tiên, nằm xuống
hy sinh, hi sinh, tử trận, ngã xuống, bỏ mình, đổ máu, đổ xương máu, xả thân, nằm lại, bỏ mạng, tổn thất, hiến dâng, mất mát
giết, giết chết, sát hại, tàn sát, thảm sát, giết hại, hành quyết, giết người, hạ sát, thủ tiêu, xử tử, chém giết, sát nhân, tàn hại, giết dân
diệt chủng, tàn sát, thảm sát, họa diệt chủng, nạn diệt chủng, giết dân; tra tấn, hành hạ, đánh đập, nhục hình; chôn cất, mai táng, an táng, chôn
nạn đói, chết đói, đói kém, đói, đói khát, đói khổ, thiếu ăn, thiếu đói; bệnh tật, bệnh, dịch bệnh, ốm đau, đau ốm, bịnh; dịch, đại dịch, dịch bệnh
chịu đựng, chịu khổ, khổ, khổ sở, đau khổ, cực khổ, gánh chịu, sống dưới, cam chịu, lầm than, cơ cực, trải qua, chịu cảnh, khốn khổ, khổ cực, đau thương, hứng chịu, đọa đày
sống sót, thoát chết, sống còn, còn sống, sống nổi, thoát nạn; bị thương, thương tích, thương binh, trúng thương
bắt giữ, giam giữ, bỏ tù, cầm tù, bắt giam, bắt bớ, tống giam, bị bắt, bắt; nhà tù, trại giam, ngục, tù ngục, nhà giam; tù nhân, phạm nhân, tù binh
bắt đầu, khởi đầu, mở đầu, mở màn, bùng nổ, khởi sự, khởi điểm, khởi phát, nổ ra, khơi mào, mới bắt đầu, bắt đầu từ, lúc đầu, khởi xướng
kết thúc, chấm dứt, hoàn thành, ngừng, ngưng, dừng, xong, dứt điểm, hết, kết liễu, bế mạc, đến hồi kết
thành lập, lập nên, ra đời, sáng lập, thiết lập, lập ra, dựng nên, được lập, dựng lên, thành lập ra, khai sinh, lập, gây dựng, hình thành, tạo lập, dựng ra, ra mắt, khai trương
xây dựng, xây cất, kiến thiết, xây, dựng, cất, thi công, xây lên, đắp; phá hủy, tàn phá, hủy diệt, phá hoại, phá huỷ, huỷ diệt, đập phá, san bằng, phá sạch, phá nát, tan hoang
tái thiết, xây dựng lại, hồi sinh, gây dựng lại, khôi phục, phục hồi, làm lại, dựng lại, vực dậy, làm lại từ đầu, xây lại, phục hưng, hồi phục, đứng dậy
hai bàn tay trắng, tay trắng, con số không, từ đầu, trắng tay; đổ nát, hoang tàn, tan hoang, tiêu điều, tan nát, điêu tàn, kiệt quệ, xơ xác
kéo dài, tiếp tục, tiếp diễn, còn tiếp; hoãn, trì hoãn, dời lại, hoãn lại; ở lại, lưu lại, nán lại, đóng quân, đồn trú; chuyển, di dời, dời
thăm, đến thăm, viếng thăm, sang thăm, công du, ghé thăm, thăm viếng, qua thăm, tới thăm, đi thăm, thăm hỏi; du lịch, du khách, khách du lịch, tham quan
chuyến đi, hành trình, cuộc hành trình, chuyến, đường đi, lên đường; gặp, gặp gỡ, hội kiến, gặp mặt, hội đàm, họp, tiếp kiến, giáp mặt, hội nghị
tham dự, tới dự, đến dự, dự, khách dự, khách mời, có mặt, góp mặt, hiện diện, tham gia, dự lễ, đi dự, đến xem; tham gia, góp sức, góp phần, gia nhập, nhập cuộc
đưa, cho, tặng, trao, biếu, tặng cho, trao cho, đưa cho, tặng quà, mời, dâng, cấp, phát, cung cấp, hiến tặng; nhận, được nhận, nhận được, lãnh, thu được
quà, quà tặng, món quà, tặng phẩm; gửi, gởi, gửi đi, phái, cử; tìm, tìm kiếm, kiếm, lùng, truy tìm; tìm thấy, phát hiện, tìm ra, thấy được
giấu, che giấu, giấu giếm, giấu kín; vay, mượn, cho vay; mang, đem, mang theo, đem theo, chở, vận chuyển; mở cửa, khai mạc, khánh thành, khai trương
nói, phát biểu, cho biết, tuyên bố, khẳng định, nhấn mạnh, cho rằng, nhận định, bảo, kể, trả lời, bày tỏ, thổ lộ, cho hay, nêu, nêu rõ, nhắc, phán, nhắn
lời nói, phát biểu, câu nói, tuyên bố, lời; bài phát biểu, bài diễn văn, bài nói chuyện; hứa, cam kết, hứa hẹn, thề; đồng ý, chấp thuận, tán thành, nhất trí, ưng thuận
gọi là, coi là, xem là, được gọi là, gọi, mệnh danh, đặt tên, tên là; nhìn nhận, đánh giá, nhận định, coi là, xem là, gọi là, cho rằng, coi, xem, nhìn, nghĩ, quan niệm, cho là
từ chối, khước từ, bác bỏ, không chịu, phủ nhận; thừa nhận, thú nhận, thú tội, công nhận, nhìn nhận; xin lỗi, tạ lỗi, nhận lỗi; khen, khen ngợi, ca ngợi, ngợi ca, tán dương, đề cao, ca tụng, tôn vinh, tâng bốc, vinh danh, nêu bật, ghi nhận
lên án, chỉ trích, phản đối, phê phán, tố cáo, chê, chê trách, phê bình, chửi, trách, bài bác; cáo buộc, buộc tội, bị buộc, lên án, tố cáo, tố, đổ tội, đổ thừa, đổ lỗi, quy tội
biết ơn, cảm ơn, cám ơn, tri ân, lòng biết ơn, cảm tạ, mang ơn, nhớ ơn, chịu ơn, hàm ơn, đền ơn, ơn nghĩa, ơn, đội ơn, cảm kích, tỏ lòng biết ơn
kêu gọi, lời kêu gọi, kêu cứu, cầu cứu, nhờ, nhờ vả, yêu cầu, đề nghị, xin giúp, nhờ giúp, cầu viện, năn nỉ, xin; mời, lời mời, mời gọi; khuyên, lời khuyên, khuyên nhủ; cảnh báo, cảnh cáo, răn đe
giải thích, lý giải, cắt nghĩa, phân trần; tranh cãi, tranh luận, cãi nhau, bất đồng, gây tranh cãi, trái ngược, khác nhau, mâu thuẫn, cãi cọ
bàn, thảo luận, bàn bạc, trao đổi, thương lượng, đàm phán, thương thuyết; nghĩa là, ý nghĩa, có nghĩa, dịch là, dịch ra, tức là; biểu tượng, tượng trưng, biểu trưng
tin, tin tưởng, tin cậy, đáng tin, tin được, tin tưởng được, xác thực, khả tín; thiên vị, một chiều, phiến diện, tuyên truyền, thiên lệch; nghi ngờ, hoài nghi, nghi, ngờ vực, không tin, bác bỏ
bằng chứng, chứng cứ, chứng minh, dẫn chứng, chứng tỏ, bằng cớ; sự thật, thật, thực, đúng, chính xác, có thật; nói dối, bịa, bịa đặt, sai sự thật, giả, xạo, nói xạo, phóng đại, nói quá, thổi phồng
bí mật, kín, âm thầm, lén lút, lén; nhớ, ghi nhớ, nhớ lại, hồi tưởng, ký ức; quên, lãng quên, quên lãng, bỏ quên; học, học tập, học hành, học hỏi, du học; dạy, giảng dạy, dạy học, đào tạo
kỷ niệm, kỉ niệm, tưởng niệm, tưởng nhớ, lễ kỷ niệm, lễ kỉ niệm, ăn mừng, làm lễ, mừng, cúng giỗ, giỗ, nhớ ơn, chào mừng, tổ chức lễ, lễ mừng, mít tinh, ngày lễ, chúc mừng
lễ hội, ngày lễ, hội hè, tết; nghi lễ, buổi lễ, lễ, lễ lạt, nghi thức, lễ nghi; sự kiện, biến cố, vụ việc, sự việc; diễu hành, duyệt binh, diễu binh
nguyên nhân, lý do, lí do, nguyên do, nguyên cớ, cớ, duyên cớ, căn nguyên; dẫn đến, dẫn tới, gây ra, làm cho, khiến, khiến cho, đưa đến, đưa tới; kết quả, hậu quả, hệ quả, hệ lụy
mục đích, mục tiêu, ý đồ, ý định, nhằm; muốn, mong muốn, mong, ước muốn, khao khát, ham muốn; quyết định, quyết, quyết tâm; chọn, lựa chọn, chọn lựa, lựa; cố gắng, nỗ lực, ráng, gắng sức, cố
ký kết, hiệp định, hiệp ước, thỏa thuận, ký, kí, giao ước, thoả thuận, giao kèo, hợp đồng; nhiệm vụ, nghĩa vụ, trách nhiệm, sứ mệnh, sứ mạng, phận sự; kế hoạch, dự án, dự tính, chương trình
hợp tác, cộng tác, làm ăn, phối hợp, bắt tay, liên kết, làm việc chung, chung tay, sát cánh, làm chung; đoàn kết, thống nhất, gắn bó, đồng lòng, chung sức, sát cánh, kề vai
ngăn, ngăn chặn, ngăn cản, cản trở, chặn, cản; cho phép, được phép; chống, chống đối, phản kháng, phản đối, chống lại, đối lập, phe đối lập, chống phá; chia rẽ, chia cắt, phân chia
đe dọa, dọa, hăm dọa, đe doạ, uy hiếp, mối đe dọa, nguy hiểm; gây chiến, gây sự, khiêu khích, kiếm chuyện, gây hấn
khu vực, vùng, địa phương, miền, khu; nơi, chỗ, địa điểm, địa danh, khúc, điểm, vị trí, nơi chốn; nước, quốc gia, đất nước, xứ, xứ sở; quê hương, quê, quê quán, quê nhà, nơi sinh, sinh quán
thủ đô, thủ phủ; thành phố, đô thị, phố thị; làng, thôn, ấp, bản làng, xóm, phum sóc; lãnh thổ, đất đai, bờ cõi; nước ngoài, ngoại quốc, hải ngoại; người nước ngoài, người ngoại quốc, ngoại kiều
láng giềng, hàng xóm, kế bên, sát vách, nước bạn, lân bang, giáp ranh; nằm ở, tọa lạc, thuộc, toạ lạc; tượng đài, đài tưởng niệm, đài, bia tưởng niệm; chùa, đền, miếu; nhà thờ, giáo đường
trường, trường học, học viện; bệnh viện, nhà thương, trạm xá; sân vận động, sân bóng; cửa hàng, tiệm, quán, cửa tiệm; đường, con đường, đường sá; sân bay, phi trường; cảng, bến cảng; rừng, rừng rậm, rừng núi
miền bắc, phía bắc, bắc bộ; miền nam, phía nam, nam bộ; tây nam, phía tây nam, hướng tây nam; đông nam, phía đông nam; biển, đại dương; nhà, nhà cửa, căn nhà; tòa nhà, công trình, toà nhà
người dân, dân, nhân dân, dân chúng, bà con, đồng bào, người địa phương, thường dân, dân thường, dân làng, dân lành, dân đen, cư dân, dân tình, dân bản xứ, dân tại chỗ
dân số, số dân, nhân khẩu, dân cư, tổng dân; sắc tộc, dân tộc thiểu số, dân tộc, tộc người; trẻ em, trẻ con, thiếu nhi, thanh thiếu niên, con nít, trẻ nhỏ, đứa trẻ, em bé, trẻ thơ; giới trẻ, thanh niên, người trẻ, lớp trẻ
đàn ông, nam giới, đàn ông con trai; phụ nữ, đàn bà, nữ giới; người già, người cao tuổi, cụ già, ông bà già; vợ, phu nhân, bà xã; chồng, phu quân, ông xã; bà con, họ hàng, người thân, thân nhân
kết hôn, lấy vợ, lấy chồng, hôn nhân, cưới, thành hôn, lập gia đình; sinh ra, chào đời, nơi sinh, ngày sinh, sanh, ra đời, đẻ, sanh ra; bạn, bạn bè, bè bạn, bằng hữu
chuyên gia, cố vấn, nhà chuyên môn; nhà nghiên cứu, học giả, nhà sử học, giới nghiên cứu, nhà khoa học, sử gia, giáo sư; giáo viên, thầy giáo, cô giáo, thầy cô; sinh viên, học sinh, học trò, học viên
phóng viên, nhà báo, tác giả, ký giả, người viết, cây bút; bác sĩ, y sĩ, thầy thuốc; luật sư, trạng sư; công an, cảnh sát; công nhân, thợ, người lao động, lao động; việc làm, nghề nghiệp, nghề, công việc
tội phạm, thủ phạm, hung thủ, tội nhân; gián điệp, điệp viên, tình báo; khán giả, người xem; ca sĩ, người hát; diễn viên, nghệ sĩ, tài tử; cầu thủ, vận động viên, tuyển thủ; huấn luyện viên, thầy
cựu, nguyên, trước đây; cổ, xưa, cổ xưa, ngày xưa; mới, gần đây, vừa qua; hàng năm, hằng năm, mỗi năm, thường niên; thập kỷ, thập niên, mười năm, 10 năm; thế kỷ, thế kỉ, trăm năm
số lượng, con số, tổng số, tổng cộng, số; ước tính, phỏng đoán, ước lượng, ước đoán, ước chừng, phỏng chừng, đoán, áng chừng; khoảng, chừng, tầm, cỡ, độ, xấp xỉ, gần, ngót
thấp nhất, ít nhất, nhỏ nhất, tối thiểu, thấp; cao nhất, nhiều nhất, lớn nhất, tối đa, cao; khảo sát, điều tra, thăm dò, hỏi từng nhà, tới từng nhà, thống kê, điều tra dân số
phần trăm, tỷ lệ, tỉ lệ, tỷ trọng, %; một phần tư, 25%, 25 phần trăm, một phần 4; một nửa, phân nửa, 50 phần trăm, nửa; một phần ba, một phần 3; hai, 2; bốn, 4; sáu, 6; bảy, 7, bẩy; tám, 8; mười, 10
tăng lên, gia tăng, tăng trưởng, tăng, đi lên; giảm xuống, suy giảm, sụt giảm, giảm, giảm sút; lớn, to, to lớn, khổng lồ, vĩ đại, bự, lớn lao; nhỏ, bé, nhỏ bé, tí hon; phần, một phần, bộ phận; nhóm, băng, băng nhóm, bè lũ, bè đảng, tập đoàn
lâu, lâu dài, dài; nghìn, ngàn; triệu người, triệu dân, triệu mạng; tổ chức, hội, đoàn thể, hiệp hội; đảng, chính đảng, đảng phái
thương mại, buôn bán, giao thương, mậu dịch, mua bán, làm ăn, kinh doanh; mua, sắm, tậu, mua sắm; bán, bán hàng, bày bán; giá, giá cả, giá tiền, chi phí, tốn kém; hàng hóa, sản phẩm, hàng hoá, hàng
công ty, doanh nghiệp, hãng, xí nghiệp; nhà máy, xưởng, xí nghiệp; sản xuất, chế tạo, làm ra; đầu tư, bỏ vốn, rót vốn, nhà đầu tư; thuế, thuế má; thu nhập, doanh thu; nợ, nợ nần, mắc nợ; tiền, tiền bạc, kinh phí, vốn, tài chính
nông nghiệp, trồng trọt, làm nông, ruộng đồng, nhà nông; nông dân, dân cày, người nông dân; nghèo, nghèo khó, nghèo khổ, túng thiếu, nghèo nàn; giàu, giàu có, giàu sang; thất nghiệp, không việc làm; rẻ, rẻ tiền; đắt, mắc, đắt đỏ
xe hơi, ô tô, xe ô tô; tàu, thuyền, ghe, tàu thủy; máy bay, phi cơ; xe lửa, tàu hỏa, tàu hoả; xe máy, mô tô; sử dụng, dùng, xài; cần, cần thiết, đòi hỏi
tai nạn, đụng xe; thảm họa, thảm hoạ, thiên tai, tai họa, đại họa; lũ lụt, lụt, ngập lụt, lũ; động đất, địa chấn; bão, giông bão, bão tố; nổ, vụ nổ, phát nổ; cháy, hỏa hoạn, hoả hoạn, cháy nhà; thời tiết, khí hậu
phán quyết, bản án, tuyên án, kết án, kết tội, xử án, lãnh án, bị tù, xử, ra tòa, xét xử, đem ra xử, luận tội, tuyên phạt; tòa án, tòa, toà án, toà, phiên tòa, phiên toà, quan tòa
luật, pháp luật, luật pháp, đạo luật; hợp pháp, đúng luật, chính danh, chính đáng; bất hợp pháp, trái phép, phạm pháp; tội ác, tội lỗi, tội trạng, tội; trừng phạt, hình phạt, phạt; vô tội, trắng án; trộm, ăn trộm, ăn cắp, cướp
công nhận, thừa nhận, nhìn nhận; điều tra, truy xét; công lý, lẽ phải; quyền, quyền lợi; bình đẳng, ngang hàng
bài báo, bài viết, bài, tin bài; báo, tờ báo, nhật báo, báo chí, nhà báo; tin tức, thông tin, bản tin; hình, ảnh, tấm hình, bức ảnh, hình ảnh, tấm ảnh, bức hình; phim, bộ phim, điện ảnh; tivi, truyền hình, ti vi; sách, cuốn sách, quyển sách
bài hát, ca khúc, bản nhạc; giải thưởng, huy chương, giải, cúp; trận đấu, trận bóng; thi đấu, cuộc thi, giải đấu; đội, đội bóng, đội tuyển; văn hóa, văn hoá, truyền thống, phong tục, tập quán; lịch sử, quá khứ, sử sách; ngôn ngữ, tiếng nói
món ăn, thức ăn, đồ ăn, ẩm thực; nước uống, đồ uống, thức uống, nước giải khát; quần áo, trang phục, áo quần; múa, nhảy múa, vũ điệu; bóng đá, đá banh, đá bóng, túc cầu
phát minh, sáng chế; thí nghiệm, thử nghiệm; thuốc, dược phẩm, thuốc men; chữa, chữa trị, điều trị, chữa bệnh; ô nhiễm, nhiễm bẩn; thành công, thành tựu, đạt được
lĩnh vực, mảng, ngành, phương diện, khoản, địa hạt; vấn đề, chuyện, đề tài, chủ đề; khó khăn, khó, gian khổ, gian nan, vất vả, trắc trở; cách, cách thức, phương pháp, biện pháp; tình hình, tình trạng, tình cảnh, hoàn cảnh, điều kiện
quan trọng, chủ yếu, trọng yếu, then chốt, cốt yếu; nổi tiếng, danh tiếng, trứ danh, có tiếng, lừng danh; mạnh, hùng mạnh, mạnh mẽ, đủ mạnh, vững, vững mạnh, cứng cáp; yếu, yếu kém, yếu ớt; an toàn, an ninh, yên ổn
nhanh, mau, lẹ, nhanh chóng, mau chóng; chậm, chậm chạp, lề mề; sợ, lo sợ, sợ hãi, e sợ, khiếp sợ; giận, tức giận, phẫn nộ, tức; vui, vui mừng, hạnh phúc, phấn khởi, mừng; buồn, đau buồn, tang tóc, tang thương, thương tiếc
tự hào, hãnh diện; ghét, căm ghét, căm thù, thù hận, oán, hận thù, oán hận; tàn ác, dã man, tàn bạo, độc ác, ác độc, man rợ, ác ôn; dũng cảm, gan dạ, can đảm, anh dũng; khác, khác nhau, khác biệt; giống, giống nhau, tương tự, như nhau
chung, cùng nhau, cùng chung; tự nguyện, tình nguyện, thiện nguyện; trung thành, chung thủy, thủy chung; bạo lực, vũ lực; mất tích, biến mất, lạc mất; gần gũi, thân cận, gần
`

/** Those that texts write as well. */
export const synonyms = `
chết, thiệt mạng, tử vong, bị giết, bị sát hại, nạn nhân, bỏ mạng, mất mạng, số người chết, thương vong, bị tàn sát, cái chết
qua đời, từ trần, tạ thế, chết, trút hơi thở cuối cùng
hy sinh, hi sinh, tử trận, ngã xuống, bỏ mình, đổ máu
giết, giết chết, sát hại, tàn sát, thảm sát, giết hại, hành quyết
rút quân, rút lui, rút về, rút khỏi, rút hết, rút toàn bộ, rút, rút đi, rút ra, rời khỏi, rời đi, về nước, hồi hương
sụp đổ, lật đổ, kết thúc, chấm dứt, thất thủ, tan rã, bị đánh bại, thất bại, diệt vong
bắt đầu, khởi đầu, mở đầu, mở màn, bùng nổ, khởi sự
kết thúc, chấm dứt, hoàn thành, ngừng
giúp đỡ, hỗ trợ, ủng hộ, viện trợ, trợ giúp, giúp sức, cứu trợ, chi viện, giúp
quân đội, bộ đội, quân lính, binh sĩ, binh lính, quân tình nguyện, lực lượng vũ trang, chiến sĩ, lính
thành lập, lập nên, ra đời, sáng lập, thiết lập, lập ra, dựng nên, được lập, dựng lên, thành lập ra, khai sinh
thiết lập quan hệ, đặt quan hệ, lập quan hệ, có quan hệ
nói, phát biểu, cho biết, tuyên bố, khẳng định, nhấn mạnh, cho rằng, nhận định
xâm lược, xâm lăng, xâm chiếm, tấn công, đánh chiếm
xâm phạm, đánh phá, quấy phá, tấn công, tràn sang
vượt qua, đi qua, vượt, băng qua, vượt biên giới
can thiệp, đưa quân, đem quân, tiến quân, kéo quân
cầm quyền, nắm quyền, cai trị, thống trị, trị vì, nắm chính quyền
lãnh đạo, cầm đầu, người đứng đầu, thủ lĩnh, đứng đầu, nhà lãnh đạo
xây dựng, xây cất, kiến thiết, xây
phá hủy, tàn phá, hủy diệt, phá hoại, phá huỷ
một phần tư, 25%, 25 phần trăm, một phần 4
một nửa, phân nửa, 50 phần trăm
chạy trốn, trốn thoát, tháo chạy, bỏ chạy, thoát khỏi
bị thương, thương tích, thương binh
phán quyết, bản án, tuyên án, kết án, kết tội, xử án
biết ơn, cảm ơn, cám ơn, tri ân, lòng biết ơn, cảm tạ
lên án, chỉ trích, phản đối, phê phán, tố cáo
bắt giữ, giam giữ, bỏ tù, cầm tù, bắt giam
ký kết, hiệp định, hiệp ước, thỏa thuận
quan hệ, mối quan hệ, bang giao
kỷ niệm, kỉ niệm, tưởng niệm, tưởng nhớ, lễ kỷ niệm, lễ kỉ niệm
chuyên gia, cố vấn, nhà chuyên môn
chiến tranh, cuộc chiến, xung đột, chiến sự
chiến thắng, thắng lợi, giành thắng lợi, đánh bại
trẻ em, trẻ con, thiếu nhi, thanh thiếu niên
nguyên nhân, lý do, lí do, nguyên do, nguyên cớ
kết hôn, lấy vợ, lấy chồng, hôn nhân, cưới
sinh ra, chào đời, nơi sinh
quan trọng, chủ yếu, trọng yếu
tăng lên, gia tăng, tăng trưởng
giảm xuống, suy giảm, sụt giảm
công ty, doanh nghiệp, hãng
nổi tiếng, danh tiếng, trứ danh
bảo vệ, phòng vệ, tự vệ, phòng thủ
sử dụng, dùng
tham dự, tới dự, đến dự, dự, khách dự, khách mời, có mặt
nhìn nhận, đánh giá, nhận định, coi là, xem là, gọi là, cho rằng
phóng viên, nhà báo, tác giả, ký giả
thủ đô, thủ phủ
cáo buộc, buộc tội, bị buộc, lên án, tố cáo
khu vực, vùng, địa phương
`
