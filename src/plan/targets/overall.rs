//! T-01 to T-09: overall targets (line 26; T-09 line 104).

use super::*;
use Deadline::Continuous;
use Unit::{BasisPoint, Fen, Household, Person};

pub(super) const TARGETS: &[Target] = targets! { Overall;
    1 "剩余未脱贫户稳步脱贫" "remaining registered poor leave poverty" [26] County Up BY_END_OF_2018,
        [at_least("脱贫户数", "households exited", 630, Household), at_least("脱贫人数", "persons exited", 2_026, Person)]
        baselines 4 rules 1 notes 2 5 shown by "POV-02" "POV-03";
    2 "行政村贫困发生率" "poverty incidence of every village" [26] EachVillage Down BY_END_OF_2018,
        [at_most("贫困发生率", "incidence", 200, BasisPoint)]
        baselines 5 rules 2 notes 2 4 5 shown by "POV-05";
    3 "两不愁三保障" "two assurances, three guarantees" [26] RegisteredHouseholds Up BY_END_OF_2020,
        [all_of("达标户比例", "share of households that have all five")] rules 1 shown by "POV-12";
    4 "贫困乡、贫困村收入年均增幅" "yearly growth of rural income" [26] EachPovertyTownshipAndVillage Up BY_END_OF_2020,
        [at_least("人均可支配收入年均增幅", "average yearly growth", 1_400, BasisPoint)]
        rules 3 notes 16 shown by "POV-10";
    5 "与全县农村收入之比" "rural income compared with the county" [26] EachPovertyTownshipAndVillage Up BY_END_OF_2020,
        [at_least("收入比", "ratio of incomes", 8_000, BasisPoint)] rules 4 notes 16 shown by "POV-11";
    6 "贫困乡、贫困村贫困发生率" "poverty incidence of poverty townships and villages" [26]
        EachPovertyTownshipAndVillage Down BY_END_OF_2020,
        [at_most("贫困发生率", "incidence", 100, BasisPoint)] rules 2 notes 4 5 6 16 shown by "POV-06" "POV-04";
    7 "村集体经济收入" "village collective income" [26 87] EachPovertyVillage Up BY_END_OF_2020,
        [at_least("年收入", "income of the year", 5_000_000, Fen)] measure 15 notes 16 shown by "VIL-01" "VIL-02";
    8 "基本公共服务接近全国平均" "basic public services at the national average" [26] County Up BY_END_OF_2020,
        [] shown by "PUB-01";
    9 "收入不低于现行标准" "nobody below the poverty line" [104] RegisteredPersons Down Continuous,
        [exactly("低于标准人数", "persons below the line", 0, Person)] rules 5 shown by "POV-09";
};
