//! What a check has to say about a file that can be read.

use crate::model::Label;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Somebody should look at it.
    Warn,
    /// Must be put right.
    Error,
}

impl Severity {
    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warn => "warn",
            Self::Error => "error",
        }
    }
}

macro_rules! finding_codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $severity:ident $zh:literal $en:literal;)+) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FindingCode {
            $(#[doc = $zh] $(#[$doc])* $variant,)+
        }

        impl FindingCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, for programs.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// The sentence for people.
            pub const fn label(self) -> Label {
                match self { $(Self::$variant => Label::new($zh, $en),)+ }
            }
        }
    };
}

finding_codes! {
    NewerMinor = "newer_minor" Info "数据包由较新的版本生成，不认识的内容原样保留" "A newer version made the package; what is not known is kept as it is";
    UnknownKind = "unknown_kind" Info "不认识的记录类型，原样保留" "A kind of record that is not known; it is kept as it is";
    UnknownField = "unknown_field" Info "不认识的字段，原样保留" "A field that is not known; it is kept as it is";
    UnknownCode = "unknown_code" Info "不认识的代码值，原样保留" "A code that is not known; it is kept as it is";
    MisfitValue = "misfit_value" Warn "值与字段类型不符，按未知处理" "The value does not fit its field and counts as unknown";
    Repeated = "sequence_repeated" Info "这个数据包已经收过" "This package was received before";
    Older = "sequence_older" Info "已经收过更新的数据包" "A later package was received before";
    Gap = "sequence_gap" Warn "中间缺少数据包" "Packages in between are missing";
    OtherDevice = "other_device" Info "来自另一台设备" "It comes from another device than before";
    BrokenChain = "broken_chain" Warn "与上一个数据包接不上" "It does not follow the package received before";
    Conflict = "conflict" Warn "同一字段有不同的值，待人核实" "The field has several values; a person has to settle it";
    DanglingReference = "dangling_reference" Warn "指向不存在的记录" "Points to a record that is not there";
    OutsideVillage = "outside_village" Warn "记录的村与所在数据不符" "The record names another village than the one it is kept in";
    IdentityForm = "V-ID-1" Warn "证件号码位数不对" "The identity number does not have the right length";
    IdentityCheck = "V-ID-2" Warn "证件号码校验不通过" "The identity number fails its check";
    DisabilityCard = "V-ID-3" Warn "残疾人证号码有误" "The disability card number is wrong";
    IdentityTwice = "V-ID-4" Warn "同一证件号码出现两次" "The same identity number occurs twice";
    IdentityFacts = "V-ID-5" Warn "证件号码与性别或出生日期不符" "The identity number does not agree with sex or date of birth";
    HeadCount = "V-HH-1" Error "每户应当有且只有一名户主" "A household has exactly one head";
    EmptyHousehold = "V-HH-5" Error "户内没有家庭成员" "The household has no member";
    TwoHouseholds = "two_households" Error "同一人同时属于两户" "The person belongs to two households at once";
}

/// One thing found in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Where in the file, such as `records.person[p1].id_number`.
    pub path: String,
    /// What.
    pub code: FindingCode,
    /// The value or the names concerned; may be empty.
    pub detail: String,
}

impl Finding {
    /// A finding.
    pub fn new(code: FindingCode, path: impl Into<String>, detail: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            code,
            detail: detail.into(),
        }
    }

    /// The sentence in both languages, with the detail.
    pub fn message(&self) -> String {
        let Label { zh, en } = self.code.label();
        match &*self.detail {
            "" => format!("{zh} / {en}"),
            detail => format!("{zh} / {en}: {detail}"),
        }
    }
}
