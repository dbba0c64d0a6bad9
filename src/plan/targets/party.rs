//! T-70 to T-77: party building, motivation, society, rectification (lines 87–96).

use super::*;
use Deadline::NotStated;
use Unit::{Fen, Flag, Item, Person, Time};

pub(super) const TARGETS: &[Target] = targets! { Party;
    70 "爱心超市等做法推广" "motivation activities" [88] EachVillage Up NotStated,
        [track("活动场次", "activities", Time)] measure 16 shown by "VIL-08";
    71 "村规民约修订" "village rules revised" [88] EachPovertyVillage Up NotStated,
        [track("已修订", "rules revised", Flag)] measure 16 shown by "VIL-03";
    72 "善行义举榜" "honour boards" [88] County Up NotStated,
        [track("善行义举榜", "boards", Item)] measure 16 shown by "VIL-08";
    73 "万企帮万村" "enterprises paired with villages" [90] EachVillage Up NotStated,
        [track("结对企业", "pairings", Item), track("捐赠", "donations", Fen)] measure 17 shown by "VIL-09";
    74 "问题整改销号" "problems found are closed" [94] County Up NotStated,
        [exactly("销号问题", "problems closed", 203, Item)] measure 18 baselines 11 notes 8 shown by "ISS-01";
    75 "户户清" "every household clear" [96] RegisteredHouseholds Up NotStated,
        [all_of("六清完成率", "share of households with all six clear"),
         all_of("脱贫户措施覆盖率", "share of exited households with a measure")]
        measure 19 baselines 6 16 rules 11
        shown by "CLR-01" "CLR-02" "CLR-03" "CLR-04" "CLR-05" "CLR-06" "CLR-07" "CLR-08";
    76 "软弱涣散党组织整顿" "weak party branches rectified" [87] EachVillage Up NotStated,
        [track("整顿党组织", "branches rectified", Item)] measure 15 shown by "VIL-06";
    77 "发展党员" "new party members" [87] EachVillage Up NotStated,
        [track("新党员", "new members", Person)] measure 15 shown by "VIL-07";
};
