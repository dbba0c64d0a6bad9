//! T-58 to T-69: living environment and resettlement (lines 81–83).

use super::*;
use Deadline::NotStated;
use Unit::{BasisPoint, Fen, Household, Item, NaturalVillage, Person, Township, Village};

pub(super) const TARGETS: &[Target] = targets! { Habitat;
    58 "2018年基础设施投入" "basic facilities of 2018" [81] NamedPlaces Up BY_END_OF_2018,
        [exactly("投入资金", "money spent", 426_000_000, Fen), exactly("乡镇", "townships", 3, Township),
         exactly("贫困村", "poverty villages", 7, Village)] measure 13 shown by "HAB-01";
    59 "人居环境示范自然村" "demonstration natural villages" [81] County Up IN_2018_BY_CONTEXT,
        [exactly("示范自然村", "natural villages", 21, NaturalVillage)] measure 13 rules 15 notes 4 13 shown by "HAB-02";
    60 "生活垃圾治理" "household waste treated" [81] EachDemonstrationVillage Up IN_2018_BY_CONTEXT,
        [about("治理率", "share treated", 9_000, BasisPoint)] measure 13 notes 8 11 12 shown by "HAB-03";
    61 "卫生厕所普及率" "sanitary toilets" [81] EachDemonstrationVillage Up IN_2018_BY_CONTEXT,
        [about("普及率", "share of households", 8_500, BasisPoint)] measure 13 notes 11 shown by "HAB-04";
    62 "五大工程" "five works in each demonstration village" [81] EachDemonstrationVillage Up NotStated,
        [all_of("工程完成率", "share of works done").implied()] measure 13 shown by "HAB-05";
    63 "集中安置点入住" "resettlement sites occupied" [83] RelocatedHouseholds Up BY_END_OF_2018,
        [all_of("入住率", "occupancy"), exactly("入住户数", "households", 396, Household),
         exactly("入住人数", "persons", 1_504, Person)] measure 14 baselines 14 notes 2 shown by "REL-01";
    64 "集中安置点验收" "resettlement sites accepted" [83] County Up BY_END_OF_2018,
        [exactly("验收安置点", "sites accepted", 11, Item)] measure 14 baselines 14 notes 2 shown by "REL-02";
    65 "安置点拆旧复垦复绿" "old houses of site residents cleared" [83] RelocatedHouseholds Up BY_END_OF_2018,
        [all_of("拆旧复垦复绿率", "share demolished and reclaimed")] measure 14 notes 2 9 shown by "REL-05";
    66 "就近就地改造项目" "in-situ rebuilding projects" [83] County Up NotStated,
        [exactly("项目", "projects", 54, Item), exactly("户数", "households", 1_656, Household),
         exactly("人数", "persons", 6_221, Person)] measure 14 baselines 15 notes 14 shown by "REL-03";
    67 "就近就地改造入住" "in-situ projects occupied" [83] RelocatedHouseholds Up NotStated,
        [all_of("入住率", "occupancy"), exactly("入住户数", "households", 411, Household),
         exactly("入住人数", "persons", 1_500, Person)] measure 14 baselines 15 notes 14 shown by "REL-04";
    68 "就近就地拆旧复垦复绿" "old houses of in-situ households cleared" [83] RelocatedHouseholds Up NotStated,
        [all_of("拆旧复垦复绿率", "share demolished and reclaimed")] measure 14 notes 9 14 shown by "REL-05";
    69 "搬迁后续扶持" "support after the move" [83] RelocatedHouseholds Up NotStated,
        [all_of("后续扶持覆盖率", "share of households supported").implied()] measure 14 shown by "REL-06";
};
