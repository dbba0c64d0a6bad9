//! Words of the page of keys, and of signatures and seals on the hand-over page.

use super::texts;

texts! {
    title "密钥与印章" "Keys and seals";
    sentence(cards: usize, open: usize) "本机收下了{cards}张别处的密钥卡，其中{open}张还没有核对。"
        "This device holds {cards} key cards of others; {open} of them have not been compared.";
    sentence_none "还没有收下别处的密钥卡：导出的文件不能加封，来的文件认不出是谁签的。"
        "No key card of others is here: exports cannot be sealed, and whose signature a file has cannot be told.";
    own_title "我的密钥卡" "My key card";
    own_explained "把密钥卡交给上级和下级：他们才认得出本机的签名，才能把文件加封给本机。卡上没有秘密；私钥不离开本机。"
        "Give the card to the offices above and below: then they know this device's signature and can seal files to it. The card holds no secret; the private key stays here.";
    own_reader "本窗口只读，不能生成密钥。" "This window is read only and makes no keys.";
    working "正在取密钥" "Fetching the keys";
    write_card "写出密钥卡" "Write my card";
    card_written(name: &str) "已写出 {name}，请交给对方，并在电话里核对下面十二个字。"
        "{name} is written. Give it to them and compare the twelve characters by telephone.";
    fingerprint "指纹（十二个字）" "Fingerprint (twelve characters)";
    qr_of(area: &str) "{area}密钥指纹的二维码" "QR code of the fingerprint of {area}";
    qr_explained "用手机相机扫，看到同样的十二个字。" "A telephone's camera shows the same twelve characters.";
    office_title "本单位还有别的电脑" "This office has other computers";
    office_explained "同一单位的几台电脑用同一把密钥：在这里写出私钥文件（用口令加封），到另一台电脑上收下。口令另外当面告诉，不要写在文件旁边。"
        "Several computers of one office share one key: write the private key file here, sealed with a passphrase, and take it in on the other. Tell the passphrase in person, never beside the file.";
    passphrase "口令" "Passphrase";
    passphrase_short(n: usize) "口令至少{n}个字符。" "A passphrase has at least {n} characters.";
    office_write "写出私钥文件" "Write the private key file";
    office_written(name: &str) "已写出 {name}。用完请删掉。" "{name} is written. Delete it after use.";
    office_take "收下私钥文件" "Take a private key file in";
    office_take_explained "先填口令，再选文件。收下后本机改用那把密钥；加封给旧密钥的文件仍能打开。"
        "Fill in the passphrase, then choose the file. This device then uses that key; what was sealed to the old one still opens.";
    office_taken "已收下，本机改用这把密钥。" "Taken in; this device uses that key now.";
    ring_title "别处的密钥卡" "Key cards of others";
    ring_explained "密钥卡像数据包一样，在“交接”页收进来。核对：打电话给对方，请他念他屏幕上的十二个字，和这里逐字比。"
        "Cards come in on the hand-over page like any file. To compare: telephone them and have them read the twelve characters on their screen.";
    ring_none "还没有。请上级把密钥卡交给你。" "None yet. Ask the office above for its card.";
    ring_none_of_county "还没有。请各乡镇把密钥卡交上来。" "None yet. Ask the townships for their cards.";
    to_hand_over "去交接页" "Hand over";
    compared "已核对" "Compared";
    not_compared "没有核对" "Not compared";
    replaced "已换下" "Replaced";
    show "看指纹，核对" "See the fingerprint, compare";
    confirm "我已在电话里逐字核对" "I have compared it by telephone";
    remove "不再收这张卡" "Take this card out";
    remove_sure "确定取出" "Yes, take it out";
    keep "留着" "Keep it";
    card_is(area: &str, name: &str) "密钥卡：{area}，{name}" "Key card: {area}, {name}";
    card_known "这张卡已经在本机。" "This card is here already.";
    card_other_key(area: &str) "注意：本机已有{area}的另一把密钥。可能是对方换了电脑，也可能是有人冒充。没有电话核对之前，不要换。"
        "Careful: another key of {area} is here already. They may have a new computer, or somebody may pretend to be them. Do not replace it before you have telephoned.";
    take_compared "已电话核对，收下" "Compared by telephone: take it in";
    take_later "先收下，以后核对" "Take it in, compare later";
    take_replacing "已电话核对，换成这张" "Compared by telephone: replace the old one";
    take_beside "已电话核对，两张都留（另有一台设备）" "Compared by telephone: keep both (another device)";
    taken "已收下。" "Taken in.";
    signed_known(name: &str, area: &str) "由{area}{name}签名，密钥已核对。" "Signed by {name} of {area}, whose key was compared.";
    signed_uncompared(name: &str, area: &str) "由{area}{name}签名；他的密钥卡还没有电话核对。"
        "Signed by {name} of {area}, whose key card has not been compared by telephone.";
    signed_replaced(name: &str, area: &str) "由{area}{name}的旧密钥签名，这把密钥已经换下。"
        "Signed with an old key of {name} of {area}, which was replaced.";
    signed_elsewhere(name: &str, area: &str) "签名的是{area}{name}，不是这个文件所说的地区或它的上级。"
        "Signed by {name} of {area}, which is neither the area of this file nor above it.";
    signed_own "由本机（本单位）签名。" "Signed by this device or its office.";
    signed_stranger "签名有效，但本机没有这把密钥的卡，不知道是谁签的。"
        "The signature is sound, but no card of that key is here: whose it is is not known.";
    signed_stranger_expected "签名有效，但不是本机所收密钥卡的那把密钥。请电话核对。"
        "The signature is sound, but it is not by the key whose card is here. Telephone them.";
    signed_nobody "没有签名。" "Not signed.";
    signed_nobody_expected "没有签名，而本机有该地区的密钥卡。请电话问明。"
        "Not signed, though a key card of that area is here. Telephone them.";
    signed_later "签名所用的算法本版本不认识，没有核对。" "Signed with algorithms that this version does not know; not checked.";
    receipt_not_signed "这份回执没有用该单位的密钥签名，不算数。请向该单位重新要一份；若他们换了密钥，请先核对新的密钥卡。"
        "This receipt is not signed with that office's key and does not count. Ask for another; if they have a new key, compare their new card first.";
    seal_title "加封" "Seal";
    seal_to(area: &str) "加封给{area}" "Seal to {area}";
    seal_explained "加封后只有勾选的单位（和本机）打得开，路上被人拿到也看不了。换了设备的备份，要靠上级打开；自己留底请不加封，存在安全的地方。"
        "Only the offices that are ticked, and this device, can open a sealed file. A sealed backup needs the office above to be opened on a new device; keep your own copy unsealed, in a safe place.";
    seal_none "还没有上级的密钥卡，导出的文件不加封。" "No card of an office above is here; exports are not sealed.";
    seal_how "怎么加封" "How to seal";
    seal_receipts "有对方密钥卡的，加封给对方" "Seal to those whose card is here";
    file_signed_by(who: &str) "{who}签名" "signed by {who}";
}
