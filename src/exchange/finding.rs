//! What a check has to say about a file that can be read.

use crate::model::Label;
use crate::model::consistency::{Breach, Rule, Severity};

macro_rules! finding_codes {
    ($($(#[$doc:meta])* $variant:ident = $id:literal $severity:ident $zh:literal $en:literal;)+) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum FindingCode {
            $(#[doc = $zh] $(#[$doc])* $variant,)+
            /// The file was refused; the detail says why.
            Refused(&'static str, Label),
            /// A rule of consistency does not hold.
            Rule(Rule),
        }

        impl FindingCode {

            /// The stable code, for programs.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ Self::Refused(code, _) => code, Self::Rule(rule) => rule.id() }
            }

            /// How bad it is.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ Self::Refused(..) => Severity::Error, Self::Rule(rule) => rule.severity() }
            }

            /// The sentence for people.
            pub const fn label(self) -> Label {
                match self { $(Self::$variant => Label::new($zh, $en),)+ Self::Refused(_, label) => label, Self::Rule(rule) => rule.label() }
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
    Quarantined = "quarantined" Warn "这一条变更读不懂，已另存，其余照常导入" "A change cannot be read; it is set aside and the others are taken in";
    Signed = "signed" Info "签名有效，密钥已知" "Signed, and whose key it is is known";
    SignedByStranger = "signed_by_stranger" Info "签名有效，不知道是谁的密钥" "Signed with a key that is not known here";
    SignedElsewhere = "signed_elsewhere" Warn "签名的不是该地区或其上级的密钥" "Signed with a key that is neither the area's nor that of an office above it";
    NotSigned = "not_signed" Warn "没有签名，而该地区有密钥卡" "Not signed, though there is a key card of its area";
    SuiteUnknown = "signature_suite_unknown" Warn "签名所用的算法不认识，没有核对" "Signed with algorithms that are not known here; not checked";
    Conflict = "conflict" Warn "同一字段有不同的值，待人核实" "The field has several values; a person has to settle it";
}

impl FindingCode {
    /// The code of that id, among those that reading a file can give.
    pub fn of_reading(id: &str) -> Option<Self> {
        [Self::NewerMinor, Self::UnknownKind, Self::Quarantined]
            .into_iter()
            .find(|code| code.id() == id)
    }
}

/// One thing found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// A refusal as a finding, for a list over several files.
    pub fn refused(error: &super::PackageError) -> Self {
        Self::new(
            FindingCode::Refused(error.code(), error.label()),
            error.path(),
            error.to_string(),
        )
    }

    /// A rule that does not hold.
    pub fn breach(breach: &Breach) -> Self {
        let mut path = format!("records.{}[{}]", breach.kind.def().id, breach.id);
        if !breach.field.is_empty() {
            path = format!("{path}.{}", breach.field);
        }
        Self::new(FindingCode::Rule(breach.rule), path, &*breach.detail)
    }

    /// What and what to do now in both languages, with the detail.
    pub fn message(&self) -> String {
        let Label { zh, en } = self.code.label();
        let detail = match &*self.detail {
            "" => String::new(),
            detail => format!(": {detail}"),
        };
        match self.code {
            FindingCode::Rule(rule) => {
                let now = rule.advice();
                format!("{zh}。{} / {en}. {}{detail}", now.zh, now.en)
            }
            _ => format!("{zh} / {en}{detail}"),
        }
    }
}
