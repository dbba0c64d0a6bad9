//! Natural villages and drinking water (plan lines 71, 73, 81).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 自然村年度: what makes a settlement eligible for roads and demonstration works, and how far the works are.
    NaturalVillageYear(NaturalVillageYearId) = "natural_village_year" "自然村年度情况" "Natural-village year", Village {
        natural_village_code: DivisionCode = "自然村" "Natural village".required().derived();
        year: Year = "年度" "Year".required().derived();
        households: Count = "总户数" "Households".group(G::Population).required().unit("户", "households").source("L71");
        population: Count = "总人口" "Population".group(G::Population).required().unit("人", "persons");
        poor_households: Count = "贫困户数" "Poor households".group(G::Population).required().unit("户", "households").source("L71");
        poor_population: Count = "贫困人口" "Poor population".group(G::Population).required().unit("人", "persons").source("L71");
        direct_transition_households: Count = "“直过民族”户数" "Direct-transition households".group(G::Population).unit("户", "households").source("L71");
        hardened_road: bool = "通硬化路" "Hardened road".group(G::Facilities).required().source("L71");
        is_habitat_demo: bool = "人居环境整治示范村" "Demonstration village".group(G::Habitat).source("L81");
        waste_treated: bool = "生活垃圾得到治理" "Waste treated".group(G::Habitat).source("L81");
        waste_share_bp: Count = "垃圾治理比例" "Share of waste treated".group(G::Habitat).rare().unit("万分点", "basis points").source("L81");
        toilet_households: Count = "有厕所户数" "Households with a toilet".group(G::Habitat).unit("户", "households").source("L81");
        sanitary_toilet_households: Count = "卫生厕所户数" "Households with a sanitary toilet".group(G::Habitat).unit("户", "households").source("L81");
        sewage_controlled: bool = "生活污水得到管控" "Sewage under control".group(G::Habitat).source("L81");
        road_improved: bool = "村内道路明显改善" "Inner roads improved".group(G::Habitat).source("L81");
        work_separate_livestock: RecordState = "人畜分离" "Livestock kept apart".group(G::Habitat).source("L81");
        work_separate_sewage: RecordState = "雨污分流" "Rain and sewage apart".group(G::Habitat).source("L81");
        work_greening_lighting: RecordState = "绿化亮化" "Green and light".group(G::Habitat).source("L81");
        work_inner_road: RecordState = "村内道路" "Inner roads".group(G::Habitat).source("L81");
        work_villager_quality: RecordState = "村民素质提升" "Skills of the villagers".group(G::Habitat).source("L81");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 饮水安全评价: of a household, a village or a work, by the four criteria (DOMAIN B11).
    WaterAssessment(WaterAssessmentId) = "water_assessment" "饮水安全评价" "Water assessment", Maker {
        subject: WaterSubject = "评价对象" "Assessed".required().derived();
        household_id: HouseholdId = "户" "Household".derived();
        village_code: DivisionCode = "行政村" "Village".derived();
        water_work_id: WaterWorkId = "供水工程" "Water work".derived();
        date: Date = "评价日期" "Date".required();
        litre_per_day: Count = "水量" "Quantity".group(G::Water).unit("升/人·日", "litres a person and day").source("L73");
        quality: WaterQuality = "水质" "Quality".group(G::Water).source("L73");
        minutes: Count = "单次取水时间" "Time of one fetch".group(G::Water).unit("分钟", "minutes").source("L73");
        metres: Metre = "取水水平距离" "Distance".group(G::Water).rare();
        vertical: Metre = "取水垂直距离" "Height".group(G::Water).rare();
        outage_days: Count = "全年停水" "Without water in the year".group(G::Water).unit("天", "days").source("L73");
        result_quantity: WaterResult = "水量结论" "Quantity found".group(G::Assurance).required().source("L73");
        result_quality: WaterResult = "水质结论" "Quality found".group(G::Assurance).required().source("L73");
        result_convenience: WaterResult = "方便程度结论" "Convenience found".group(G::Assurance).required().source("L73");
        result_guarantee: WaterResult = "保证率结论" "Reliability found".group(G::Assurance).required().source("L73");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 供水工程: whoever runs it enters it; a large one serves several villages.
    WaterWork(WaterWorkId) = "water_work" "供水工程" "Water work", Maker {
        name: String = "名称" "Name".required();
        village_codes: Vec<DivisionCode> = "供水行政村" "Villages served".required();
        scale: WaterScale = "规模" "Size".required().source("L73");
        served_pop: Count = "供水人口" "Population served".group(G::Water).required().unit("人", "persons").source("L73");
        tap_pop: Count = "自来水入户人口" "With a tap".group(G::Water).unit("人", "persons").source("L73");
        guarantee_num: Count = "正常供水天数" "Days with water".group(G::Water).unit("天", "days").source("L73");
        guarantee_den: Count = "应供水天数" "Days there should be water".group(G::Water).unit("天", "days").source("L73");
        treatment: bool = "水质处理设施" "Treatment plant".group(G::Water).source("L73");
        disinfection: bool = "投药消毒" "Disinfected".group(G::Water).source("L73");
        source_protected: bool = "水源地保护" "Source protected".group(G::Water).source("L73");
        manager: String = "管理人" "Manager".group(G::Contact).rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl NaturalVillageYear {
    /// 五大工程: how many of the five works are done, and of how many the state is known; cancelled is not done.
    pub fn works_done(&self) -> (usize, usize) {
        let works = [
            &self.work_separate_livestock,
            &self.work_separate_sewage,
            &self.work_greening_lighting,
            &self.work_inner_road,
            &self.work_villager_quality,
        ];
        let known = || works.iter().filter_map(|work| work.as_ref());
        (
            known().filter(|state| **state == RecordState::Done).count(),
            known().count(),
        )
    }
}

impl WaterAssessment {
    /// 总体结论: not met when one criterion is not; met or nearly met when all four are at least that; otherwise unknown.
    pub fn overall(&self) -> Option<WaterResult> {
        use WaterResult::{Basic, Met, NotMet};
        let criteria = [
            &self.result_quantity,
            &self.result_quality,
            &self.result_convenience,
            &self.result_guarantee,
        ];
        let all = |wanted: &[WaterResult]| {
            criteria
                .iter()
                .all(|found| found.as_ref().is_some_and(|found| wanted.contains(found)))
        };
        if criteria.iter().any(|found| **found == Some(NotMet)) {
            Some(NotMet)
        } else if all(&[Met]) {
            Some(Met)
        } else if all(&[Met, Basic]) {
            Some(Basic)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn water_is_as_good_as_its_worst_criterion_and_unknown_is_no_pass() {
        use WaterResult::{Basic, Met, NotMet};
        for (found, overall) in [
            ([Some(Met), Some(Met), Some(Met), Some(Met)], Some(Met)),
            ([Some(Met), Some(Basic), Some(Met), Some(Met)], Some(Basic)),
            ([Some(Met), Some(Met), Some(Met), None], None),
            ([Some(NotMet), None, None, None], Some(NotMet)),
            (
                [
                    Some(WaterResult::Unrecognised("newer".into())),
                    Some(Met),
                    Some(Met),
                    Some(Met),
                ],
                None,
            ),
        ] {
            let [
                result_quantity,
                result_quality,
                result_convenience,
                result_guarantee,
            ] = found.clone();
            let assessment = WaterAssessment {
                result_quantity,
                result_quality,
                result_convenience,
                result_guarantee,
                ..WaterAssessment::default()
            };
            assert_eq!(assessment.overall(), overall, "{found:?}");
        }
    }

    #[test]
    fn works_done_are_counted_beside_the_works_known() {
        let year = NaturalVillageYear {
            work_inner_road: Some(RecordState::Done),
            work_separate_sewage: Some(RecordState::Cancelled),
            ..NaturalVillageYear::default()
        };
        assert_eq!(year.works_done(), (1, 2));
    }
}
