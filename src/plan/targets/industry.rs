//! T-10 to T-20: industry, employment, ecology (lines 46–52).

use super::*;
use Deadline::{NotStated, WithinPeriod};
use Unit::{Attendance, CentiMu, Fen, Item, Person};

pub(super) const TARGETS: &[Target] = targets! { Industry;
    10 "经营主体带动全覆盖" "every poor household linked to an operator" [46 48] RegisteredHouseholds Up NotStated,
        [all_of("利益联结覆盖率", "share of households linked")] measure 1 shown by "IND-01" "IND-03";
    11 "劳动力培训就业全覆盖" "labour training and employment coverage" [46 50] EligiblePersons Up NotStated,
        [all_of("培训或就业覆盖率", "share of able persons trained or employed")] measure 2 shown by "EMP-02";
    12 "产业扶贫技术服务组" "technical service group in every township" [48] EachTownship Up NotStated,
        [at_least("服务组", "groups", 1, Item), all_of("技术指导覆盖率", "share of poverty industry guided")]
        measure 1 shown by "IND-02";
    13 "新增贫困劳动力转移就业" "new transfer employment" [50] County Up WithinPeriod,
        [at_least("新增转移就业", "persons newly placed", 770, Person)] measure 2 notes 7 shown by "EMP-01";
    14 "职业技能培训" "vocational training by trade" [50] County Up NotStated,
        [track("培训人次", "attendances", Attendance)] measure 2 shown by "EMP-03";
    15 "扶贫车间" "poverty workshops" [50] EachVillage Up NotStated,
        [track("扶贫车间", "workshops", Item), track("吸纳人数", "workers", Person)] measure 2 shown by "EMP-07";
    16 "公益性岗位" "public-welfare posts" [50] EachVillage Up NotStated,
        [track("岗位", "posts", Item), track("在岗人数", "persons in post", Person)] measure 2 shown by "EMP-04";
    17 "建档立卡户生态护林员" "forest rangers from registered households" [52] RegisteredPersons Up NotStated,
        [track("护林员", "rangers", Person)] measure 3 shown by "EMP-05";
    18 "每年林业抚育项目" "yearly forest-care projects" [52] County Up EVERY_PLAN_YEAR,
        [at_least("项目", "projects", 1, Item).implied(), track("面积", "area", CentiMu)] measure 3 shown by "ECO-02";
    19 "退耕还林还草全覆盖" "grain-for-green coverage" [52] EligibleHouseholds Up NotStated,
        [all_of("应享尽享率", "share of eligible households enrolled")] measure 3 shown by "ECO-01";
    20 "集体经济发展渠道" "channels of collective income" [48] EachPovertyVillage Up NotStated,
        [track("分渠道收入", "income by channel", Fen)] measure 1 shown by "VIL-01";
};
