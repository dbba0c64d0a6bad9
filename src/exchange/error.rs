//! Why a file is refused. Nothing of a refused file is taken in.

use super::SchemaVersion;
use crate::model::Label;

/// Why a file is no package that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackageError {
    /// The bytes are not JSON.
    #[error("not JSON at line {line}, column {column}: {detail}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column in bytes, from 1.
        column: usize,
        /// What the reader met.
        detail: String,
    },
    /// The file ends in the middle, or is empty.
    #[error("the file ends too early, after {bytes} bytes")]
    Truncated {
        /// How many bytes there are.
        bytes: usize,
    },
    /// JSON, but of something else.
    #[error("the file is JSON but no package: `format` is not \"huhuqing.package\"")]
    NotAPackage,
    /// Written by a version that this one cannot understand.
    #[error("the package has schema {0}, this program reads schema 1")]
    NewerMajor(SchemaVersion),
    /// The contents are not those that were sealed.
    #[error("the checksum does not match the contents")]
    ChecksumMismatch,
    /// The records are not what the changes give.
    #[error("{kind} {id}, field {field}: the records do not follow from the changes")]
    FoldMismatch {
        /// The kind of the first record that differs.
        kind: String,
        /// Its identifier.
        id: String,
        /// The field; empty when the whole record is missing or too many.
        field: String,
    },
    /// A member of the head that is missing or has the wrong shape.
    #[error("{path}: {detail}")]
    BadMember {
        /// Where in the file.
        path: String,
        /// What is wrong.
        detail: String,
    },
    /// A change that has the wrong shape.
    #[error("{path}: {detail}")]
    BadChange {
        /// Where in the file, such as `changes[12].stamp`.
        path: String,
        /// What is wrong.
        detail: String,
    },
    /// The scope is no area, or its level is not that of its code.
    #[error("the scope is no area: {0}")]
    BadScope(String),
    /// A change or a tally of an area that is not within the scope.
    #[error("{path}: area {area} does not lie within the scope {scope}")]
    AreaOutsideScope {
        /// Where in the file.
        path: String,
        /// The area.
        area: String,
        /// The scope.
        scope: String,
    },
    /// A delta whose base is not held here.
    #[error("the package builds on changes of {area} up to {newest} that are not here")]
    BaseMissing {
        /// The area.
        area: String,
        /// The stamp of the newest change that the reader should hold.
        newest: String,
    },
    /// More bytes than any county has.
    #[error("the file has {bytes} bytes; packages have at most {limit}")]
    TooLarge {
        /// How many bytes there are.
        bytes: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// Values within values within values.
    #[error("the JSON is nested too deeply at line {line}")]
    TooDeep {
        /// Line, from 1.
        line: usize,
    },
    /// A profile that this version does not know.
    #[error("the profile \"{0}\" is not known to this program")]
    ProfileUnknown(String),
}

impl PackageError {
    /// The stable code, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not_json",
            Self::Truncated { .. } => "truncated",
            Self::NotAPackage => "not_a_package",
            Self::NewerMajor(_) => "newer_major",
            Self::ChecksumMismatch => "checksum_mismatch",
            Self::FoldMismatch { .. } => "fold_mismatch",
            Self::BadMember { .. } => "bad_member",
            Self::BadChange { .. } => "bad_change",
            Self::BadScope(_) => "bad_scope",
            Self::AreaOutsideScope { .. } => "area_outside_scope",
            Self::BaseMissing { .. } => "base_missing",
            Self::TooLarge { .. } => "too_large",
            Self::TooDeep { .. } => "too_deep",
            Self::ProfileUnknown(_) => "profile_unknown",
        }
    }

    /// Where in the file; empty when it is the file as a whole.
    pub fn path(&self) -> String {
        match self {
            Self::BadMember { path, .. }
            | Self::BadChange { path, .. }
            | Self::AreaOutsideScope { path, .. } => path.clone(),
            Self::FoldMismatch { kind, id, field } if field.is_empty() => format!("records.{kind}[{id}]"),
            Self::FoldMismatch { kind, id, field } => format!("records.{kind}[{id}].{field}"),
            Self::BadScope(_) => "scope".into(),
            Self::BaseMissing { .. } => "base".into(),
            Self::ProfileUnknown(_) => "profile".into(),
            Self::NewerMajor(_) => "schema".into(),
            Self::ChecksumMismatch => "checksum".into(),
            _ => String::new(),
        }
    }

    /// What happened and what to do, for people.
    pub fn label(&self) -> Label {
        match self {
            Self::NotJson { .. } => Label::new(
                "这不是数据包文件（不是 JSON）。请选择本程序导出的 .json 文件。",
                "This is no package (not JSON). Choose a .json file that this program exported.",
            ),
            Self::Truncated { .. } => Label::new(
                "文件不完整，传送中断了。请让对方重新发送。",
                "The file is incomplete; it was cut off on its way. Ask for it again.",
            ),
            Self::NotAPackage => Label::new(
                "这是别的程序的文件，不是户户清数据包。",
                "This file belongs to another program; it is no Huhuqing package.",
            ),
            Self::NewerMajor(_) => Label::new(
                "数据包由更新的版本生成。请先更新本程序，再导入。",
                "A newer version made this package. Update this program first, then import it.",
            ),
            Self::ChecksumMismatch => Label::new(
                "数据包内容被改动或损坏，校验不符。请让对方重新导出。",
                "The package was altered or damaged: its checksum does not match. Ask for a new export.",
            ),
            Self::FoldMismatch { .. } => Label::new(
                "数据包里的记录与变更不一致。请让对方用本程序重新导出。",
                "The records in the package do not follow from its changes. Ask for a new export from this program.",
            ),
            Self::BadMember { .. } | Self::BadChange { .. } => Label::new(
                "数据包里有一处写法不对，无法读取。请让对方重新导出。",
                "One part of the package is malformed and cannot be read. Ask for a new export.",
            ),
            Self::BadScope(_) => Label::new(
                "数据包没有写明是哪个地区。请让对方重新导出。",
                "The package does not say which area it is of. Ask for a new export.",
            ),
            Self::AreaOutsideScope { .. } => Label::new(
                "数据包里有其他地区的数据。请让对方只导出本地区。",
                "The package holds data of an area outside its own. Ask for an export of that area only.",
            ),
            Self::BaseMissing { .. } => Label::new(
                "这是增量包，本机没有它所接续的数据。请让对方改导完整的明细包。",
                "This package has only what is new since data that this device does not hold. Ask for a full detail package.",
            ),
            Self::TooLarge { .. } => Label::new(
                "文件太大，不像是数据包。",
                "The file is too large to be a package.",
            ),
            Self::TooDeep { .. } => Label::new(
                "文件结构异常，已拒绝读取。",
                "The file is nested abnormally and was refused.",
            ),
            Self::ProfileUnknown(_) => Label::new(
                "不认识这种数据包。请先更新本程序，再导入。",
                "This kind of package is not known. Update this program first, then import it.",
            ),
        }
    }
}
