//! What went wrong, where, and what to do now: one sentence for every code of every closed error.

use super::{Language, household, lock, processes, texts};
use crate::exchange::PackageError;
use crate::keys::KeyError;
use crate::keys::at_rest::RestError;
use crate::keys::escrow::RecoveryError;
use crate::platform::files::FileError;
use crate::workspace::{CommandError, StorageError, UndoBlocked};

texts! {
    read_only "另一个窗口正在编辑，本窗口没有写入。请在那个窗口里继续，或先关掉它。"
        "Another window is editing, so this one wrote nothing. Continue in that window, or close it first.";
    not_ready "资料还没有打开，没有写入。请重新加载本页后再试。"
        "The register is not open yet, so nothing was written. Load this page again and try once more.";
    unreadable(detail: &str) "本机保存的一个地区的数据读不出来（{detail}），没有写入。请不要清除浏览器数据，先从最近一次导出的数据包恢复，并报告县扶贫办。"
        "The data of an area on this device cannot be read ({detail}); nothing was written. Don't clear the browser's data: import the last exported package first, and tell the county office.";
    helper_lost "读取数据包的后台程序意外停止，什么都没有写入。请重新选择文件；仍不行，请分几次导入。"
        "A helper that was reading the packages has stopped; nothing was written. Choose the files again, and in smaller groups if it happens again.";
    part_lost "程序的这一部分没有取到，什么都没有写入。请检查网络后重试；别的窗口更新过版本的，请重新加载本页。"
        "This part of the program could not be fetched; nothing was written. Check the network and try again; if another window has updated, load this page again.";
    locked "资料用口令加密着，没有口令读不出来，什么都没有写入。请先在能打开它的版本里输入口令。"
        "The data are encrypted and cannot be read without the passphrase; nothing was written. Enter it in a version that opens them.";
    no_such_record "这条记录已经不在了，没有写入。请回到列表重新选择。"
        "The record is not there any more, so nothing was written. Go back to the list and choose again.";
    losses "这次导入会删去或清空很多记录，还没有人确认，什么都没有写入。请看清名单，确认后再导入。"
        "This import would remove or blank many records and nobody has agreed; nothing was written. Look at the names, agree, then import.";
    already_closed "这个时段已经封过账，封账的数不再改动。" "That period was closed before; what is closed is not changed.";
    undone_already "这次导入已经撤销过了，没有再改动。" "This import has been undone already; nothing was changed.";
    undo_too_old "这次导入太早，之前的数据已不再保留，不能撤销，没有改动。需要时请从备份恢复。"
        "This import is too long ago: what was there before is kept no longer, so it cannot be undone; nothing was changed. Restore a backup instead.";
    undo_after(n: u32) "同一地区后来又导入过（第{n}次），请先撤销那一次；现在没有改动。"
        "A later import, no. {n}, brought more to the same areas: undo that one first. Nothing was changed.";
    package_not_written(detail: &str) "数据包没有写成（{detail}），没有导出任何文件。请重试；仍不行，请报告县扶贫办。"
        "The package could not be written ({detail}); no file was exported. Try again, and tell the county office if it fails again.";
    storage_full "本机磁盘已满，刚才的内容没有保存。请先清理磁盘空间，再重新填写这一处。"
        "This device's disk is full; the last change was not saved. Free some space, then enter it again.";
    storage_blocked "另一个窗口正占用旧版本的数据库，没有打开。请关掉其他窗口，再重新加载本页。"
        "Another window holds an older form of the database. Close the other windows, then load this page again.";
    storage_outdated "另一个窗口正在用旧版本填写，本窗口先不升级数据，也没有写入。请在那个窗口填完并关掉它，本窗口会自动打开。"
        "Another window is still working with the older version, so this one has not brought the data up to date and wrote nothing. Finish there and close it: this window then opens by itself.";
    storage_newer "本机数据由更新的版本写成，这个旧版本不能动它，也没有改动它。请换用新版本打开；要带走数据，也请用新版本导出明细包。"
        "A newer version wrote this device's data, and this older one must not touch it; nothing was changed. Open it with the newer version, and export a detail package there to take the data along.";
    storage_closed "数据库被关闭（浏览器清理了空间，或另一个窗口更新了版本），最后一处可能没有保存。请重新加载本页并检查最后一处。"
        "The database was closed (the browser cleared space, or another window updated). The last change may be missing: load this page again and check it.";
    storage_unavailable(detail: &str) "浏览器不允许在本机保存数据（{detail}），没有写入。请退出无痕模式，或换用 Chrome、Edge、火狐打开。"
        "The browser does not let this page keep data ({detail}); nothing was written. Leave private mode, or use Chrome, Edge or Firefox.";
    storage_failed(detail: &str) "本机数据库出错（{detail}），没有写入。请重新加载本页后再试；仍不行，请先导出数据包。"
        "The database on this device failed ({detail}); nothing was written. Load this page again and try; if it fails again, export a package first.";
    file_too_large(megabytes: i64) "文件有 {megabytes} MB，不像是数据包，没有读取。请选择本程序导出的 .json 文件。"
        "The file has {megabytes} MB, which is too much for a package; it was not read. Choose a .json file that this app exported.";
    file_unreadable(detail: &str) "文件读不出来（{detail}）。请检查 U 盘是否拔出，把文件复制到本机后再选一次。"
        "The file cannot be read ({detail}). Check whether the stick was pulled, copy the file to this device and choose it again.";
    file_no_download "浏览器没有保存文件，数据包没有交出去。请允许本页下载文件后再导出一次。"
        "The browser took no download, so no package left this device. Allow this page to download files, then export again.";
    at_line(line: usize, column: usize) "位置：第 {line} 行第 {column} 列" "Where: line {line}, column {column}";
    at_end(bytes: usize) "位置：文件在第 {bytes} 字节处中断" "Where: the file ends after {bytes} bytes";
    at_path(path: &str) "位置：{path}" "Where: {path}";
    schema_is(version: &str) "数据包版本 {version}，本程序读 1.x" "The package has version {version}; this app reads 1.x";
    nothing_taken "这个文件没有写入任何内容。" "Nothing of this file was taken in.";
}

/// The sentence for a command that was not carried out.
pub fn command(error: &CommandError, language: Language) -> String {
    let t = Texts(language);
    match error {
        CommandError::ReadOnly => t.read_only().into(),
        CommandError::NotReady => t.not_ready().into(),
        CommandError::Storage(error) => storage(error, language),
        CommandError::Locked => t.locked().into(),
        CommandError::Unreadable(detail) => t.unreadable(detail),
        CommandError::NoSuchRecord => t.no_such_record().into(),
        CommandError::NotASplit => household::Texts(language).split_needed().into(),
        CommandError::Refused(refusal) => {
            let t = processes::Texts(language);
            t.refused(&processes::refusal(refusal, t))
        }
        CommandError::HelperLost => t.helper_lost().into(),
        CommandError::Losses => t.losses().into(),
        CommandError::AlreadyClosed => t.already_closed().into(),
        CommandError::NotUndoable(why) => undo_blocked(*why, language),
        CommandError::Part(_) => t.part_lost().into(),
        CommandError::Key(error) => key(error, language),
        CommandError::Package(detail) => t.package_not_written(detail),
        CommandError::Wait(left) => lock::Texts(language).wait(left.div_ceil(1000) as usize),
        CommandError::Rest(error) => rest(*error, language),
        CommandError::Weak(weakness) => lock::weakness(*weakness, language),
        CommandError::PassphraseDemanded => lock::Texts(language).demanded().into(),
        CommandError::Recovery(error) => recovery(error, language),
    }
}

/// The sentence for what was encrypted on this device and is not opened.
pub fn rest(error: RestError, language: Language) -> String {
    let t = lock::Texts(language);
    let words = match error {
        RestError::WrongPassphrase => t.wrong(),
        RestError::BadHeader | RestError::UnknownSuite(_) => t.header_unreadable(),
        RestError::NoChance => t.no_chance(),
        RestError::Damaged => t.data_damaged(),
    };
    words.into()
}

/// The sentence for a recovery that does not go on.
pub fn recovery(error: &RecoveryError, language: Language) -> String {
    let t = lock::Texts(language);
    match error {
        RecoveryError::Key(error) => key(error, language),
        RecoveryError::Rest(RestError::Damaged) => t.not_this_device().into(),
        RecoveryError::Rest(error) => rest(*error, language),
        RecoveryError::NamesAnother { asked, sealed } => t.names_another(asked, sealed),
        RecoveryError::OtherDevice(device) => t.other_device(device),
        RecoveryError::OtherRequest => t.other_request().into(),
        RecoveryError::NoEscrow => t.no_escrow().into(),
    }
}

/// Why an import cannot be undone, and what to do.
pub fn undo_blocked(why: UndoBlocked, language: Language) -> String {
    let t = Texts(language);
    match why {
        UndoBlocked::Undone => t.undone_already().into(),
        UndoBlocked::TooOld => t.undo_too_old().into(),
        UndoBlocked::After(later) => t.undo_after(later),
    }
}

/// The sentence for a store that fails.
pub fn storage(error: &StorageError, language: Language) -> String {
    let t = Texts(language);
    match error {
        StorageError::Full => t.storage_full().into(),
        StorageError::Blocked => t.storage_blocked().into(),
        StorageError::Outdated => t.storage_outdated().into(),
        StorageError::NewerVersion => t.storage_newer().into(),
        StorageError::Closed => t.storage_closed().into(),
        StorageError::Unavailable(detail) => t.storage_unavailable(detail),
        StorageError::Sealed(error) => rest(*error, language),
        StorageError::Failed(detail) => t.storage_failed(detail),
    }
}

/// The sentence for a file that cannot be read or handed out.
pub fn file(error: &FileError, language: Language) -> String {
    let t = Texts(language);
    match error {
        FileError::TooLarge { bytes } => t.file_too_large(i64::try_from(bytes >> 20).unwrap_or(i64::MAX)),
        FileError::Unreadable(detail) => t.file_unreadable(detail),
        FileError::NoDownload => t.file_no_download().into(),
    }
}

/// The sentence for a refused package: what it is and what to do now.
pub fn package(error: &PackageError, language: Language) -> String {
    language.pick(error.label()).to_owned()
}

/// The sentence for a file that cannot be opened or believed, or a key that cannot be used.
pub fn key(error: &KeyError, language: Language) -> String {
    language.pick(error.label()).to_owned()
}

/// Where in a file that is refused; none when it is the file as a whole.
pub fn key_place(error: &KeyError, language: Language) -> Option<String> {
    match error {
        KeyError::Document(error) => package_place(error, language),
        _ => None,
    }
}

/// Where in a refused package, for whoever has to mend it; none when it is the file as a whole.
pub fn package_place(error: &PackageError, language: Language) -> Option<String> {
    let t = Texts(language);
    match error {
        PackageError::NotJson { line, column, .. } => Some(t.at_line(*line, *column)),
        PackageError::TooDeep { line } => Some(t.at_line(*line, 1)),
        PackageError::Truncated { bytes } => Some(t.at_end(*bytes)),
        PackageError::NewerMajor(version) => Some(t.schema_is(&version.to_string())),
        other => Some(other.path())
            .filter(|path| !path.is_empty())
            .map(|path| t.at_path(&path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::processes::Refusal;
    use std::collections::BTreeSet;

    fn commands() -> Vec<CommandError> {
        let stores = [
            StorageError::Full,
            StorageError::Blocked,
            StorageError::Outdated,
            StorageError::NewerVersion,
            StorageError::Closed,
            StorageError::Unavailable("SecurityError".into()),
            StorageError::Failed("UnknownError".into()),
        ];
        let own = [
            CommandError::ReadOnly,
            CommandError::NotReady,
            CommandError::Unreadable("bad tag".into()),
            CommandError::NoSuchRecord,
            CommandError::NotASplit,
            CommandError::Locked,
            CommandError::Refused(Refusal::InFuture),
            CommandError::HelperLost,
            CommandError::Package("no area".into()),
        ];
        own.into_iter()
            .chain(stores.into_iter().map(CommandError::Storage))
            .collect()
    }

    #[test]
    fn every_error_has_its_own_sentence_in_both_languages() {
        for language in Language::ALL {
            let sentences: BTreeSet<String> =
                commands().iter().map(|error| command(error, language)).collect();
            assert_eq!(sentences.len(), commands().len(), "{language:?}");
        }
    }

    #[test]
    fn a_sentence_says_what_to_do_after_what_happened() {
        for error in commands() {
            let sentence = command(&error, Language::Zh);
            assert!(sentence.contains('请'), "{}: {sentence}", error.code());
            assert!(
                command(&error, Language::En).matches(['.', ':']).count() >= 2,
                "{}",
                error.code()
            );
        }
    }

    #[test]
    fn a_refused_package_says_where() {
        let cut = PackageError::Truncated { bytes: 2_048 };
        assert_eq!(
            package_place(&cut, Language::En).as_deref(),
            Some("Where: the file ends after 2,048 bytes")
        );
        assert_eq!(package_place(&PackageError::NotAPackage, Language::Zh), None);
        let altered = PackageError::ChecksumMismatch;
        assert_eq!(
            package_place(&altered, Language::Zh).as_deref(),
            Some("位置：checksum")
        );
    }
}
