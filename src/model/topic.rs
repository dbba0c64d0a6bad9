//! The topics that record kinds are found under, as a worker thinks of them.

use super::Label;

macro_rules! topics {
    ($($name:ident $zh:literal $en:literal;)+) => {
        /// A topic of record kinds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Topic {$(
            #[doc = $zh]
            $name,
        )+}

        impl Topic {
            /// Every topic in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The topic's name for people.
            pub const fn label(self) -> Label {
                match self {
                    $(Self::$name => Label::new($zh, $en),)+
                }
            }
        }
    };
}

topics! {
    Places "区划与单位" "Areas and units";
    People "户与人" "Household and persons";
    Income "收入" "Income";
    House "住房与饮水" "House and water";
    School "教育" "School";
    Health "健康" "Health";
    Work "就业" "Work";
    Support "帮扶" "Support";
    Visits "走访" "Visits";
    Village "村情与经济" "Village and its economy";
    Infrastructure "基础设施与人居" "Infrastructure";
    Organisation "组织与活动" "Organisation";
    Projects "项目与资金" "Projects and money";
    Governance "治理与督查" "Governance";
}
