//! Rules that hold between the records of one area (DOMAIN B14). They never keep anybody from saving: they say what to
//! look at.

mod household;
mod person;
mod reference;

use super::{Id, Kind, Label, Records};

/// How bad it is when a rule does not hold.
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

macro_rules! rules {
    ($($(#[$doc:meta])* $rule:ident = $id:literal $severity:ident $zh:literal $en:literal;)+) => {
        /// A rule of consistency; those with a `V-` are numbered as in DOMAIN B14.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = $zh] $(#[$doc])* $rule,)+
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$rule),+];

            /// The stable code, for programs.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)+ }
            }

            /// How bad it is when it does not hold.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$rule => Severity::$severity,)+ }
            }

            /// What does not hold, for people.
            pub const fn label(self) -> Label {
                match self { $(Self::$rule => Label::new($zh, $en),)+ }
            }
        }
    };
}

rules! {
    IdentityForm = "V-ID-1" Warn "证件号码位数不对" "The identity number does not have the right length";
    IdentityCheck = "V-ID-2" Warn "证件号码校验不通过" "The identity number fails its check";
    DisabilityCard = "V-ID-3" Warn "残疾人证号码有误" "The disability card number is wrong";
    IdentityTwice = "V-ID-4" Warn "同一证件号码登记了不止一人" "One identity number is registered for more than one person";
    IdentityFacts = "V-ID-5" Warn "证件号码与性别或出生日期不符" "The identity number does not agree with sex or date of birth";
    HeadCount = "V-HH-1" Error "每户应当有且只有一名户主" "A household has exactly one head";
    OneSpouse = "V-HH-2" Warn "户主有不止一名配偶" "The head has more than one spouse";
    EmptyHousehold = "V-HH-5" Error "户内没有家庭成员" "The household has no member";
    TwoHouseholds = "two_households" Error "同一人同时属于两户" "One person belongs to two households at once";
    DanglingReference = "dangling_reference" Warn "指向不存在的记录" "Points to a record that is not there";
    OutsideVillage = "outside_village" Warn "记录写明的村与所在的村不符" "The record names another village than the one it is kept in";
}

/// A rule that does not hold for a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// The kind of the record.
    pub kind: Kind,
    /// The record.
    pub id: Id,
    /// The field; empty when it is the record as a whole.
    pub field: &'static str,
    /// The rule.
    pub rule: Rule,
    /// What was met: a count, another record. Never an identity number.
    pub detail: String,
}

impl Breach {
    fn new(
        rule: Rule,
        kind: Kind,
        id: impl Into<Id>,
        field: &'static str,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            id: id.into(),
            field,
            rule,
            detail: detail.into(),
        }
    }
}

/// What does not hold among the records of one area, in the order of kinds and records.
pub fn breaches(area: super::DivisionCode, records: &Records) -> Vec<Breach> {
    let mut found = Vec::new();
    household::check(records, &mut found);
    person::check(records, &mut found);
    reference::check(area, records, &mut found);
    found.sort();
    found
}
