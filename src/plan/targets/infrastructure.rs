//! T-41 to T-57: project library, roads, water, direct-transition peoples, internet (lines 69–77).

use super::*;
use Deadline::{EachYear, NotStated, WithinPeriod};
use Unit::{Attendance, BasisPoint, CentiMu, Fen, Flag, Group, Household, Item, Metre, Person, Strip, Work};

pub(super) const TARGETS: &[Target] = targets! { Infrastructure;
    41 "项目库执行" "project library carried out" [69] County Up NotStated,
        [exactly("完成项目", "projects completed", 453, Item).implied(),
         exactly("支付资金", "money paid", 73_263_240_000, Fen).implied()]
        measure 8 baselines 7 8 9 notes 15 20 shown by "PRJ-01" "PRJ-02";
    42 "贫困村通客车" "bus to every poverty village" [71] EachPovertyVillage Up BY_END_OF_2020,
        [exactly("通客车", "bus service", 1, Flag)] measure 9 notes 16 shown by "ROD-04";
    43 "贫困自然村硬化路" "paved roads to the poorest natural villages" [71] County Up NotStated,
        [exactly("道路", "roads", 100, Strip), exactly("里程", "length", 326_200, Metre)]
        measure 9 rules 13 23 notes 4 14 shown by "ROD-01";
    44 "直过民族自然村硬化路" "paved roads to direct-transition natural villages" [71] County Up NotStated,
        [exactly("道路", "roads", 22, Strip), exactly("里程", "length", 99_300, Metre)]
        measure 9 rules 14 23 notes 14 shown by "ROD-02";
    45 "一组一路" "a road to every group" [71] County Up NotStated,
        [at_least("里程", "length", 1_000_000, Metre)] measure 9 rules 23 notes 14 shown by "ROD-03";
    46 "集中供水率" "centralised water supply" [73] County Up BY_END_OF_2020,
        [at_least("集中供水率", "share of people supplied", 9_900, BasisPoint)] measure 10 rules 10 shown by "WAT-01";
    47 "自来水普及率" "piped water" [73] County Up BY_END_OF_2020,
        [at_least("自来水普及率", "share of people with a tap", 9_900, BasisPoint)] measure 10 rules 10 shown by "WAT-02";
    48 "规模化工程供水保证率" "supply guarantee of large works" [73] County Up BY_END_OF_2020,
        [at_least("供水保证率", "guarantee rate", 9_500, BasisPoint)] measure 10 rules 10 shown by "WAT-03";
    49 "贫困村饮水达标" "safe drinking water in poverty villages" [73] EachPovertyVillage Up BY_END_OF_2020,
        [exactly("饮水达标", "meets the provincial standard", 1, Flag)] measure 10 notes 16 shown by "WAT-04";
    50 "2017年第一批水利项目" "water projects, first batch of 2017" [73] County Up WithinPeriod,
        [exactly("项目", "works", 30, Work), exactly("饮水受益人口", "persons served", 23_512, Person),
         exactly("新增灌溉", "newly irrigated", 145_000, CentiMu),
         exactly("改善灌溉", "better irrigated", 1_450_300, CentiMu)] measure 10 shown by "WAT-06";
    51 "2017年第二批水利项目" "water projects, second batch of 2017" [73] County Up WithinPeriod,
        [exactly("项目", "works", 5, Work), exactly("饮水受益人口", "persons served", 1_067, Person),
         exactly("新增灌溉", "newly irrigated", 12_000, CentiMu),
         exactly("改善灌溉", "better irrigated", 187_800, CentiMu)] measure 10 shown by "WAT-07";
    52 "水底汞水库提水工程" "pumping project at Taiqiao" [73] NamedPlaces Up WithinPeriod,
        [exactly("项目", "works", 1, Work), exactly("村民小组", "groups", 19, Group),
         exactly("受益人口", "persons served", 2_000, Person)] measure 10 shown by "WAT-08";
    53 "中央预算内饮水项目" "drinking water from the central budget" [73] County Up WithinPeriod,
        [exactly("项目", "projects", 2, Item), exactly("受益人口", "persons served", 11_153, Person)]
        measure 10 shown by "WAT-09";
    54 "每年饮水巩固提升" "yearly drinking-water programme" [73] County Up EachYear(&[Year(2019), Year(2020)]),
        [about("投资", "investment", 1_100_000_000, Fen), at_least("受益人口", "persons served", 15_000, Person)]
        measure 10 notes 10 shown by "WAT-10";
    55 "直过民族整村推进" "whole-village projects for direct-transition peoples" [75] NamedPlaces Up BY_END_OF_2018,
        [exactly("竣工验收", "projects accepted", 46, Item)] measure 11 notes 2 shown by "DTP-01";
    56 "直过民族技术培训" "training for direct-transition peoples" [75] EligiblePersons Up NotStated,
        [track("培训人次", "attendances", Attendance)] measure 11 shown by "DTP-02";
    57 "互联网+设施" "internet, e-commerce and express points" [77] EachVillage Up NotStated,
        [track("宽带户", "households with broadband", Household), track("信息惠民服务站", "information stations", Item),
         track("电商点", "e-commerce points", Item), track("快递点", "express points", Item)]
        measure 12 shown by "NET-01";
};
