//! Processes that no record holds: what they run through, and the rule that shows it.

use crate::model::{Kind, Label};

/// A process that is computed.
#[derive(Debug)]
pub struct Computed {
    /// What runs through it.
    pub of: Kind,
    /// Its states in the order of the way.
    pub states: &'static [Label],
    /// The rule that shows it, for people.
    pub rule: Label,
}

/// P-03 (plan line 96): the six clarities, each by the records and confirmed by the worker (CLR-1 to 6).
pub(super) static ALL_CLEAR: Computed = Computed {
    of: Kind::Household,
    states: &[Label::new("未清", "Not clear"), Label::new("已清", "Clear")],
    rule: Label::new(
        "六清都由资料判断为清，并经村里确认",
        "All six are clear by the records and confirmed by the village",
    ),
};

/// P-05 (plan line 50): of whom wants work, what skills, what post, and whether the person works.
pub(super) static MATCHING: Computed = Computed {
    of: Kind::Person,
    states: &[
        Label::new("无就业意愿", "No wish for work"),
        Label::new("有意愿", "Wants work"),
        Label::new("有技能", "Has a trade"),
        Label::new("有对口岗位", "A post is on offer"),
        Label::new("已就业", "Works"),
    ],
    rule: Label::new(
        "人员年度里的意愿和技能，与在招的用工需求比对，再看有没有在岗的就业记录",
        "Wish and trades of the person’s year against the job demands that are open, and employment that runs",
    ),
};

/// P-10 (plan line 63): entitled, applied, granted, adjusted, ended.
pub(super) static ALLOWANCE: Computed = Computed {
    of: Kind::Household,
    states: &[
        Label::new("不符合", "Not entitled"),
        Label::new("符合条件", "Entitled"),
        Label::new("已申请", "Applied"),
        Label::new("已享受", "Granted"),
        Label::new("已调整", "Adjusted"),
        Label::new("已停发", "Ended"),
    ],
    rule: Label::new(
        "户年度里是否符合低保条件、申请日期，和救助补贴里的低保金起止月份、金额",
        "Entitlement and day of application of the household’s year, and months and amounts of its allowance",
    ),
};

/// P-13 (plan line 104): households with somebody able to work are helped to develop, the others are protected.
pub(super) static CLASS: Computed = Computed {
    of: Kind::Household,
    states: &[
        Label::new("开发式", "Development"),
        Label::new("保障性", "Protective"),
    ],
    rule: Label::new(
        "成员中有普通、技能或弱劳动力的为开发式，都没有的为保障性",
        "Development where a member is ordinary, skilled or weak labour, protective where none is",
    ),
};

/// P-14 (plan lines 31, 100): measures, helpers and visits go on after the exit.
pub(super) static KEPT: Computed = Computed {
    of: Kind::Household,
    states: &[Label::new("未落实", "Not kept"), Label::new("已落实", "Kept")],
    rule: Label::new(
        "脱贫户本年有帮扶措施、有在任帮扶干部、本季度有人走访",
        "An exited household has a measure this year, a helper, and a visit this quarter",
    ),
};
