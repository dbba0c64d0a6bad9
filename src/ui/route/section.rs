//! The sections of a household's page.

/// A section of a household's page, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// 概况.
    Overview,
    /// 基本信息: the register's own fields.
    Register,
    /// 成员.
    Members,
    /// 本年情况.
    Year,
    /// 收入.
    Income,
    /// 保障.
    Assurances,
    /// 六清.
    Clarities,
    /// 帮扶措施.
    Measures,
    /// 帮扶人.
    Helpers,
    /// 走访.
    Visits,
    /// 更多记录: every other record of the household and its members.
    Records,
    /// 修改记录.
    History,
}

impl Section {
    /// Every section in reading order.
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Register,
        Self::Members,
        Self::Year,
        Self::Income,
        Self::Assurances,
        Self::Clarities,
        Self::Measures,
        Self::Helpers,
        Self::Visits,
        Self::Records,
        Self::History,
    ];

    /// Its name in addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Register => "register",
            Self::Members => "members",
            Self::Year => "year",
            Self::Income => "income",
            Self::Assurances => "assurances",
            Self::Clarities => "clarities",
            Self::Measures => "measures",
            Self::Helpers => "helpers",
            Self::Visits => "visits",
            Self::Records => "records",
            Self::History => "history",
        }
    }

    /// The section of that name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }
}
