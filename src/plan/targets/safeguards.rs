//! T-78 to T-85: money, training, plans, responsibility (lines 102–112).

use super::*;
use Deadline::{Continuous, OnOrBefore};
use Unit::{BasisPoint, Fen, Flag, Household, Item};

pub(super) const TARGETS: &[Target] = targets! { Safeguards;
    78 "县级整合资金" "integrated funds of the county" [104] County Up EVERY_PLAN_YEAR,
        [at_least("整合资金", "funds of the year", 500_000_000, Fen),
         figure("比上年", "compared with the year before", Goal::AtLeastOfYearBefore(11_000), BasisPoint)]
        rules 8 notes 21 shown by "FIN-01";
    79 "专项扶贫资金不减" "special fund not reduced" [104] County Up EVERY_PLAN_YEAR,
        [figure("比上年", "compared with the year before", Goal::AtLeastOfYearBefore(10_000), BasisPoint)]
        shown by "FIN-02";
    80 "干部全员轮训" "every official trained once a year" [108] Officials Up EVERY_PLAN_YEAR,
        [all_of("轮训率", "share trained")] shown by "OBL-13";
    81 "行动方案报送" "action plans handed in" [112] EachTownshipAndDepartment Up OnOrBefore(Date::of::<2018, 11, 25>()),
        [exactly("已报送", "handed in", 1, Flag)] notes 1 shown by "DOC-01";
    82 "责任书签订" "responsibility letters signed" [106] EveryLevel Up EVERY_PLAN_YEAR,
        [exactly("已签订", "signed", 1, Flag)] shown by "DOC-02";
    83 "驻村队员调整充实" "resident teams renewed" [102] EachPovertyVillage Up EVERY_PLAN_YEAR,
        [exactly("已调整", "renewed", 1, Flag)] shown by "VIL-05" "OBL-12";
    84 "考核结果运用" "assessment results applied" [106] EachTownshipAndDepartment Up EVERY_PLAN_YEAR,
        [track("考核结果", "results recorded", Item)] notes 19 shown by "DOC-03";
    85 "应识尽识、应扶尽扶、应退尽退" "identify, support and release all" [104] RegisteredHouseholds Up Continuous,
        [exactly("应识未识", "below the line, not registered", 0, Household),
         exactly("应扶未扶", "registered, without a measure", 0, Household),
         exactly("应退未退", "ready to exit, not exited", 0, Household)] notes 5 shown by "POV-13" "POV-14";
};
