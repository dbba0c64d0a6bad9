//! The groups that forms show fields in, as a worker thinks of them.

use super::Label;

macro_rules! groups {
    ($($name:ident $zh:literal $en:literal;)+) => {
        /// A group of fields on a form.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Group {$(
            #[doc = $zh]
            $name,
        )+}

        impl Group {
            /// Every group in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The heading of the group.
            pub const fn label(self) -> Label {
                match self {
                    $(Self::$name => Label::new($zh, $en),)+
                }
            }
        }
    };
}

groups! {
    Basics "基本情况" "Basics";
    Register "建档立卡" "Register";
    Cause "致贫原因与时序" "Causes and schedule";
    Contact "联系方式" "Contact";
    Disability "残疾" "Disability";
    Land "土地" "Land";
    House "住房" "House";
    Living "水电路与生活" "Water, power and living";
    Assurance "保障核查" "Assurances checked";
    Clarity "六清确认" "Six clarities";
    Decision "研判结论" "Decisions";
    Income "收入" "Income";
    Transfer "转移性收入" "Transfers";
    Cost "经营支出" "Business costs";
    Bills "费用与报销" "Bills and who paid";
    School "教育" "School";
    Health "健康与医保" "Health and insurance";
    Work "劳动就业" "Work";
    Social "社会保障" "Social protection";
    Money "投入与产出" "Input and output";
    Schedule "进度" "Progress";
    OldHouse "旧房处置" "Old house";
    FollowUp "后续扶持" "Support after the move";
    Population "人口" "Population";
    Facilities "设施" "Facilities";
    Water "供水" "Water supply";
    Habitat "人居环境" "Living environment";
    Scale "建设规模" "Scale of works";
    Eligibility "立项条件" "Conditions";
    Benefit "受益与成效" "Benefit and result";
    Organisation "组织" "Organisation";
    Other "其他" "Other";
}
