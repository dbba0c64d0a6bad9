//! Areas, units, people in office, the county's parameters and its calendar.

use super::*;
use crate::model::record::records;
use crate::model::*;

records! {
    /// 行政区划: what the county enters about an area; the list of areas itself is data of the plan layer. A village enters its
    /// natural villages and groups, which no national list has. The identifier is the area's code.
    Division(DivisionId) = "division" "行政区划" "Area", Maker {
        name: String = "名称" "Name".required();
        short_name: String = "简称" "Short name".rare();
        level: DivisionLevel = "层级" "Level".derived().rare();
        kind: DivisionKind = "类型" "Kind";
        parent_code: DivisionCode = "上级" "Part of";
        /// Of a group: the natural village it belongs to.
        natural_village_code: DivisionCode = "所属自然村" "Natural village of the group".rare();
        is_poverty_township: bool = "贫困乡" "Poverty township".source("L17");
        is_poverty_village: bool = "贫困村" "Poverty village".source("L17");
        poverty_exit_year: Year = "出列（摘帽）年度" "Year of exit";
        has_direct_transition: bool = "有“直过民族”聚居" "Direct-transition people live here".source("L75").rare();
        aliases: Vec<String> = "别名" "Other names".rare();
        valid_from: Date = "启用日期" "Valid from".rare();
        valid_to: Date = "停用日期" "Valid until".rare();
        nbs_year: Year = "统计区划代码年度" "Year of the statistical code".rare();
        note: String = "备注" "Note".group(Group::Other).rare().sensitive(Sensitivity::Personal);
    }

    /// 单位.
    OrgUnit(OrgUnitId) = "org_unit" "单位" "Unit", Maker {
        name: String = "名称" "Name".required();
        aliases: Vec<String> = "别名" "Other names".rare();
        kind: OrgKind = "类型" "Kind".required();
        is_generic: bool = "泛指单位" "Stands for several units".rare();
        division_code: DivisionCode = "所在地区" "Area";
        note: String = "备注" "Note".group(Group::Other).rare().sensitive(Sensitivity::Personal);
    }

    /// 干部（工作人员）.
    Official(OfficialId) = "official" "工作人员" "Official", Maker {
        name: String = "姓名" "Name".required().sensitive(Sensitivity::Personal).source("AAB002");
        unit_id: OrgUnitId = "单位" "Unit".source("AAP001");
        unit_name: String = "单位名称" "Unit, as written";
        posts: Vec<PostKind> = "职务" "Posts".required();
        division_code: DivisionCode = "工作地区" "Area".required();
        phone: String = "电话" "Telephone".sensitive(Sensitivity::Personal).group(Group::Contact);
        active_from: Date = "到岗日期" "In post since";
        active_to: Date = "离岗日期" "In post until".rare();
        note: String = "备注" "Note".group(Group::Other).rare().sensitive(Sensitivity::Personal);
    }

    /// 政策参数: a figure that the plan uses but does not state; empty until the county enters it, and not used for
    /// pass or fail before somebody has verified it (DOMAIN E).
    PolicyParameter(PolicyParameterId) = "policy_parameter" "政策参数" "Policy parameter", County {
        key: String = "参数" "Parameter".required().derived();
        year: Year = "年度" "Year".derived();
        scope_code: String = "适用地区" "Applies to".derived();
        value: Count = "数值" "Value".required();
        unit: ParameterUnit = "单位" "Unit".derived();
        source_text: String = "依据文件" "Source".required();
        verified: bool = "已核实" "Verified".required();
        verified_by: OfficialId = "核实人" "Verified by";
        note: String = "备注" "Note".group(Group::Other).rare().sensitive(Sensitivity::Personal);
    }

    /// 工作日历: a day on which the county's calendar departs from Monday to Friday. The identifier is the date.
    Holiday(HolidayId) = "holiday" "工作日历" "Working calendar", County {
        date: Date = "日期" "Date".required().derived();
        is_workday: bool = "是否上班" "Working day".required();
        name: String = "名称" "Name";
    }
}
