//! Why a command stopped: what, where, what now.

use crate::exchange::{PackageError, SchemaVersion, WriteError};
use crate::keys::KeyError;
use crate::keys::escrow::RecoveryError;
use std::io;
use std::path::PathBuf;

/// Why a command stopped.
#[derive(Debug)]
pub(super) enum Failure {
    /// A file or folder that cannot be read.
    Read(PathBuf, io::Error),
    /// A folder without packages.
    NoPackages(PathBuf),
    /// A file that was refused.
    Refused(PathBuf, PackageError),
    /// A file that cannot be opened or believed, or a key that cannot be used.
    Key(PathBuf, KeyError),
    /// A file that is sealed already.
    Sealed(PathBuf),
    /// A file that is there and is not written over.
    Exists(PathBuf),
    /// A file or folder that cannot be written.
    Write(PathBuf, io::Error),
    /// A file that is no package and is not written over.
    Foreign(PathBuf),
    /// Data of a newer version, which would lose something if it were written again.
    Newer(PathBuf, SchemaVersion),
    /// The packages could not be put into one.
    Package(WriteError),
    /// Standard output.
    Print(io::Error),
    /// An indicator that there is not.
    NoIndicator(String),
    /// A ledger that there is not.
    NoLedger(String),
    /// An area of which there is nothing in the files.
    NoArea(String),
    /// A record or field that there is not.
    NoRecord(String),
    /// A recovery that does not go on.
    Recovery(PathBuf, RecoveryError),
    /// The clock of this machine.
    Clock,
}

impl Failure {
    /// The exit code of the program.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Self::NoIndicator(_) | Self::NoRecord(_) | Self::NoLedger(_) => 2,
            Self::Read(..)
            | Self::NoPackages(_)
            | Self::Refused(..)
            | Self::Key(..)
            | Self::Sealed(_)
            | Self::Recovery(..)
            | Self::NoArea(_) => 3,
            Self::Write(..)
            | Self::Exists(_)
            | Self::Foreign(_)
            | Self::Newer(..)
            | Self::Package(_)
            | Self::Print(_)
            | Self::Clock => 4,
        }
    }

    /// What went wrong, where, and what to do, in both languages.
    pub(super) fn report(&self) -> String {
        match self {
            Self::Read(path, error) => three(
                &format!("{}: {error}", path.display()),
                "读不到文件，请检查路径和权限。",
                "The file cannot be read; check its path and permissions.",
            ),
            Self::NoPackages(path) => three(
                &path.display().to_string(),
                "文件夹里没有 .json 数据包。",
                "The folder holds no .json package.",
            ),
            Self::Key(path, error) => {
                let label = error.label();
                three(
                    &format!("{}: {}: {error}", path.display(), error.code()),
                    label.zh,
                    label.en,
                )
            }
            Self::Sealed(path) => three(
                &path.display().to_string(),
                "文件已经加封过，不再加封。要换收件人，请先拆封。",
                "The file is sealed already. To seal it to others, open it first.",
            ),
            Self::Exists(path) => three(
                &path.display().to_string(),
                "文件已经存在，不会覆盖；什么也没有写。请换一个文件夹。",
                "That file is there and is not written over; nothing was written. Choose another folder.",
            ),
            Self::Refused(path, error) => {
                let label = error.label();
                three(
                    &format!("{}: {}: {error}", path.display(), error.code()),
                    label.zh,
                    label.en,
                )
            }
            Self::Write(path, error) => three(
                &format!("{}: {error}", path.display()),
                "写不了文件，什么也没有改动。请检查磁盘空间和权限。",
                "The file cannot be written; nothing was changed. Check space and permissions.",
            ),
            Self::Foreign(path) => three(
                &path.display().to_string(),
                "这个文件不是数据包，不会覆盖。请换一个文件名。",
                "That file is no package and is not written over. Choose another name.",
            ),
            Self::Newer(path, schema) => three(
                &format!("{}: schema {schema}", path.display()),
                "数据由更新的版本生成，本版本重写会丢失内容。请先更新本程序。",
                "A newer version made that data; writing it here would lose some. Update this program first.",
            ),
            Self::Package(error) => three(&error.to_string(), "合并失败。", "The packages cannot be merged."),
            Self::Print(error) => three(&error.to_string(), "无法输出。", "The result cannot be printed."),
            Self::NoIndicator(id) => three(
                id,
                "没有这个指标。`hhq score` 会列出全部指标。",
                "There is no such indicator. `hhq score` lists them all.",
            ),
            Self::NoRecord(record) => three(
                record,
                "没有这条记录或栏目。记录写作 种类/编号，如 household/h17。",
                "There is no such record or field. A record is written kind/id, such as household/h17.",
            ),
            Self::Recovery(path, error) => {
                let label = error.label();
                three(&format!("{}: {error}", path.display()), label.zh, label.en)
            }
            Self::Clock => three(
                "the clock stands before 1970",
                "本机时钟不对，请先校准。",
                "This machine's clock is wrong; set it first.",
            ),
            Self::NoLedger(id) => three(
                id,
                "没有这个台账。不带 --ledger 会列出全部台账。",
                "There is no such ledger. Without --ledger they are all listed.",
            ),
            Self::NoArea(area) => three(
                area,
                "这些文件里没有这个地区的数据。",
                "The files hold nothing of that area.",
            ),
        }
    }
}

fn three(what: &str, zh: &str, en: &str) -> String {
    format!("hhq: {what}\n     {zh}\n     {en}")
}
