//! Words of the passphrase: the locked screen, the settings, the first run, recovery by the county.

use super::{Language, texts};
use crate::keys::passphrase::{SHORTEST, Weakness};

texts! {
    locked_title "已上锁" "Locked";
    locked_sentence "本机资料已用口令加密。输入口令后继续，内容原样都在。"
        "The register on this device is encrypted. Enter the passphrase to go on; everything is as it was.";
    locked_whose(area: &str) "本机负责：{area}" "This device is for {area}";
    passphrase "口令" "Passphrase";
    old_passphrase "现在的口令" "Present passphrase";
    new_passphrase "新口令" "New passphrase";
    repeat "再输一次" "Once more";
    show "显示" "Show";
    hide "隐藏" "Hide";
    unlock "解锁" "Unlock";
    unlocking "正在核对口令…" "Checking the passphrase…";
    missing "请输入口令" "Enter the passphrase";
    wrong "口令不对。请看清大小写和输入法，再试一次。" "The passphrase is wrong. Look at the case and the input method, and try again.";
    wait(seconds: usize) "刚才口令不对，{seconds}秒后可以再试。" "The passphrase was wrong; try again in {seconds} second." | "The passphrase was wrong; try again in {seconds} seconds.";
    hint(shortest: usize) "至少{shortest}个字。用一句自己记得住、别人猜不到的话，例如几个不相干的词。"
        "At least {shortest} characters. Take a sentence that you remember and nobody guesses, such as some words that have nothing to do with each other.";
    too_short(shortest: usize) "太短：至少要{shortest}个字" "Too short: {shortest} characters at least";
    too_long "太长：不要超过1000个字节" "Too long: no more than 1000 bytes";
    pattern "太容易猜：不要用同一个字重复，也不要用连号" "Too easy to guess: not one character over and over, and no run of numbers";
    digits_only "只有数字，容易被猜到（生日、电话）。最好再加几个字。" "Digits alone are easily guessed (birthdays, telephones). Better add some words.";
    differ "两次输入的不一样" "The two are not the same";
    first_run_title "设一个口令，资料加密保存（建议）" "Set a passphrase and keep the register encrypted (recommended)";
    first_run_demanded "设一个口令：单文件版的资料必须加密保存" "Set a passphrase: the single file keeps real records encrypted only";
    first_run_why "设备丢了，别人也看不到户里的姓名、电话和证件号。每次打开要输一次。"
        "Whoever finds the device reads no names, telephones or numbers. It is asked for at every opening.";
    first_run_later "先不设口令；以后可以在设置里启用" "No passphrase for now; it can be set later in the settings";
    not_recoverable "注意：本机还没有收到县里的密钥卡，现在忘记口令就找不回资料。请记牢口令、按时导出备份，并尽快导入县密钥卡。"
        "Mind: this device has no key card of the county yet, so a forgotten passphrase cannot be recovered. Remember it, export backups, and take in the county's key card soon.";
    recoverable "县里的密钥卡已收到：忘记口令可以由县里找回，资料不会丢。"
        "The county's key card is here: a forgotten passphrase can be recovered by the county, and nothing is lost.";
    needed_title "请先设口令" "Set a passphrase first";
    needed_sentence "单文件版和本机其他网页文件共用一个存储，真实资料必须加密后才能继续使用。已有资料会原样加密，不会丢失。"
        "The single file shares its store with other page files on this device, so real records must be encrypted before you go on. What is there is encrypted as it is; nothing is lost.";
    encrypt "启用口令" "Set the passphrase";
    encrypting "正在加密本机资料，请不要关闭窗口…" "Encrypting the register; keep this window open…";
    settings_title "口令与上锁" "Passphrase and lock";
    status_on "本机资料已用口令加密保存。" "The register on this device is encrypted under a passphrase.";
    status_off "本机资料没有加密：拿到这台设备的人都能看。建议启用口令。" "The register is not encrypted: whoever has the device can read it. Set a passphrase.";
    turn_on "启用口令" "Set a passphrase";
    turn_off "停用口令" "Give the passphrase up";
    turn_off_explained "停用后资料以明文保存，拿到设备的人都能看。" "Without it the register is kept in plain, for whoever has the device.";
    turned_on "已启用：资料已加密。" "Done: the register is encrypted.";
    turned_off "已停用：资料以明文保存。" "Done: the register is kept in plain.";
    change "更改口令" "Change the passphrase";
    changed "口令已更改。" "The passphrase was changed.";
    lock_now "现在上锁" "Lock now";
    auto_lock "多久不操作就自动上锁" "Lock by itself without input for";
    minutes(n: u32) "{n}分钟" "{n} minute" | "{n} minutes";
    seconds(n: u32) "{n}秒" "{n} second" | "{n} seconds";
    soon(n: usize) "长时间没有操作，{n}秒后上锁。正在填的内容请先保存。" "No input for long: locking in {n} second. Save what you are typing." | "No input for long: locking in {n} seconds. Save what you are typing.";
    stay "继续使用" "Stay";
    only_writer "另一个窗口正在编辑，请在那个窗口里设置口令。" "Another window is editing; set the passphrase there.";
    forgotten "忘记口令" "Forgot the passphrase";
    forgotten_back "返回输入口令" "Back to the passphrase";
    forgotten_sentence "由县里的密钥找回：资料一条不少，最后设一个新口令。" "The county's key brings it back: nothing is lost, and you set a new passphrase.";
    forgotten_step_1 "第1步：导出找回申请，交给县扶贫办。里面只有地区和设备代号，没有户和人的资料。"
        "Step 1: export the request and give it to the county office. It names the area and the device, and nobody.";
    forgotten_step_2(words: &str) "打电话给县里核对这一串：{words}" "Telephone the county and compare: {words}";
    forgotten_step_3 "第2步：选县里发回的回复文件。" "Step 2: choose the reply that the county sent back.";
    forgotten_step_4 "第3步：设一个新口令。" "Step 3: set a new passphrase.";
    request "导出找回申请" "Export the request";
    request_again "重新导出申请（以前的申请作废）" "Export another request (the one before is void)";
    request_written(name: &str) "已导出 {name}" "Exported {name}";
    reply_good "回复无误，请设新口令。" "The reply is right. Set a new passphrase.";
    no_escrow_title "这台设备的口令找不回来" "The passphrase of this device cannot be recovered";
    no_escrow "加密时本机没有县里的密钥卡，谁也打不开。可以清空本机，再从最近导出的数据包恢复。"
        "There was no key card of the county here, so nobody can open it. You can clear this device and restore the last exported package.";
    clear "清空本机，重新开始" "Clear this device and begin anew";
    clear_question "清空本机的资料？" "Clear the register on this device?";
    clear_explained "本机上加密的资料会永远删除。没有导出过的内容找不回来。" "The encrypted register is removed for good. What was never exported is lost.";
    clear_now "永远删除" "Remove for good";
    keep "不清空" "Keep it";
    recover "用新口令打开" "Open with the new passphrase";
    county_title "找回口令" "Recover a passphrase";
    county_explained "村、乡镇忘记口令时，把它们的找回申请选到这里。先打电话核对是谁，再导出回复。"
        "When a village or township has forgotten its passphrase, choose its request here. Telephone first, then export the reply.";
    county_who(area: &str, device: &str) "{area}的设备 {device} 申请找回口令。" "The device {device} of {area} asks to recover its passphrase.";
    county_when(when: &str) "申请时间：{when}" "Asked on {when}";
    county_words(words: &str) "请打电话核对，对方屏幕上应当是：{words}" "Telephone: their screen must show {words}";
    county_answer "已核对，导出回复" "Compared; export the reply";
    county_done(name: &str) "已导出 {name}，请只交给这台设备的使用人。" "Exported {name}; give it to the user of that device only.";
    county_drop "不回复" "Don't reply";
    other_device(device: &str) "这份回复是给另一台设备（{device}）的，本机没有改动。" "This reply is for another device ({device}); nothing was changed.";
    other_request "这份回复是给另一次申请的，本机没有改动。请用最近一次申请的回复，或重新申请。"
        "This reply is for another request; nothing was changed. Take the reply to the last request, or ask anew.";
    names_another(asked: &str, sealed: &str) "申请写的是{asked}，里面封存的却是{sealed}的密钥，没有回复。请打电话查明。"
        "The request says {asked}, and the key in it is that of {sealed}; there is no reply. Telephone and find out.";
    not_this_device "回复里的密钥打不开本机的资料，没有改动。请重新申请。" "The key in the reply does not open this device's register; nothing was changed. Ask anew.";
    header_unreadable "本机口令的记录已损坏，或由更新的版本写成，没有改动。请换用新版本；仍不行，请从导出的数据包恢复。"
        "The record of the passphrase is damaged or was written by a newer version; nothing was changed. Use the newer version, or restore an exported package.";
    demanded "单文件版的真实资料必须加密，不能停用口令。" "The single file keeps real records encrypted; the passphrase cannot be given up.";
    no_chance "系统没有给出随机数，没有加密。请重新打开本页再试。" "The system gives no random numbers; nothing was encrypted. Load this page again.";
    data_damaged "本机加密的一处资料被改动或损坏，没有读取。请先导出数据包，再做自查。"
        "A piece of the encrypted register was altered or damaged and is not read. Export a package, then run the self-check.";
}

/// What is weak about a new passphrase.
pub fn weakness(weakness: Weakness, language: Language) -> String {
    let t = Texts(language);
    match weakness {
        Weakness::TooShort => t.too_short(SHORTEST),
        Weakness::TooLong => t.too_long().into(),
        Weakness::Pattern => t.pattern().into(),
        Weakness::DigitsOnly => t.digits_only().into(),
    }
}
