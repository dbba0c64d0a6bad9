//! The recurring duties, O-01 to O-22: who does what how often.

use super::{Body, NoteId, ObligationId, RuleId, TargetId};
use crate::model::{Label, PostKind};

/// A recurring duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Obligation {
    /// `O-01` to `O-22`.
    pub id: ObligationId,
    /// What is to be done.
    pub label: Label,
    /// Who has to do it.
    pub actor: Actor,
    /// How often in each period.
    pub times: Times,
    /// The period it is counted in.
    pub period: Period,
    /// What it has to reach: every one of them that often (遍访).
    pub reach: Reach,
    /// Rules that say when one time counts.
    pub rules: &'static [RuleId],
    /// Targets it serves.
    pub targets: &'static [TargetId],
    /// Remarks on what its sentence leaves open.
    pub notes: &'static [NoteId],
    /// Indicators that show it.
    pub indicators: &'static [&'static str],
    /// Line of the plan.
    pub line: u8,
}

/// Who has a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Each holder of these posts, on their own.
    Each(&'static [PostKind]),
    /// These organs together, or each of the kind where there are several.
    Organs(&'static [Organ]),
}

/// An organ with duties.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Organ {
    /// 县扶贫开发领导小组.
    LeadingGroup,
    /// 县委、县政府.
    County,
    /// 县委党校.
    PartySchool,
    /// The departments that assess others; the plan does not name them.
    AssessingDepartments,
    /// Each township or subdistrict.
    Township,
    /// 村“两委”.
    VillageCommittees,
    /// 驻村工作队.
    ResidentTeam,
    /// One of the bodies of the measures.
    Body(Body),
}

/// How often in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// 不少于 n 次.
    AtLeast(u8),
    /// Every case that arises in the period.
    EveryCase,
    /// When there is a reason; nothing is counted.
    WhenNeeded,
}

/// The period a duty is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Period {
    /// 每月.
    Month,
    /// 每季度.
    Quarter,
    /// 每年.
    Year,
    /// No period.
    Event,
}

/// What a duty has to reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Once for the county.
    County,
    /// The actor's own township.
    OwnTownship,
    /// The actor's own village.
    OwnVillage,
    /// All 3 poverty townships.
    PovertyTownships,
    /// All 32 poverty villages.
    PovertyVillages,
    /// Any poverty village.
    AnyPovertyVillage,
    /// The villages linked to the actor.
    LinkedVillages,
    /// The poverty villages of the actor's township; without any the duty does not apply.
    PovertyVillagesOfTownship,
    /// The poor households of the actor's township.
    PoorHouseholdsOfTownship,
    /// The resident teams of the county.
    ResidentTeams,
    /// Everyone on the roster.
    Roster,
    /// Households concerned.
    Households,
    /// Persons concerned.
    Persons,
    /// Pairing bodies and townships.
    AssessedBodies,
    /// Townships that lag behind.
    WeakTownships,
}

impl Period {
    /// How many such periods a year has; none for a duty without a period.
    pub const fn in_a_year(self) -> Option<u8> {
        match self {
            Self::Month => Some(12),
            Self::Quarter => Some(4),
            Self::Year => Some(1),
            Self::Event => None,
        }
    }
}

const COUNTY_LEADERS: Actor = Actor::Each(&[
    PostKind::CountySecretary,
    PostKind::CountyMayor,
    PostKind::CountyDeputySecretary,
]);
const TOWNSHIP_LEADERS: Actor = Actor::Each(&[
    PostKind::TownshipSecretary,
    PostKind::TownshipMayor,
    PostKind::TownshipDeputy,
]);
const TOWNSHIP_HEADS: Actor = Actor::Each(&[PostKind::TownshipSecretary, PostKind::TownshipMayor]);
const LEADING_GROUP: Actor = Actor::Organs(&[Organ::LeadingGroup]);
const EACH_TOWNSHIP: Actor = Actor::Organs(&[Organ::Township]);
const VILLAGE_JOINTLY: Actor = Actor::Organs(&[Organ::VillageCommittees, Organ::ResidentTeam]);
const FINANCE: Actor = Actor::Organs(&[Organ::Body(Body::Finance)]);
const FORESTRY: Actor = Actor::Organs(&[Organ::Body(Body::Forestry)]);
const WATER: Actor = Actor::Organs(&[Organ::Body(Body::Water)]);
const ONCE: Times = Times::AtLeast(1);

macro_rules! obligations {
    ($(
        $id:literal $line:literal $zh:literal $en:literal $actor:expr, $times:expr, $period:ident $reach:ident
        $(rules $($rule:literal)+)? $(targets $($target:literal)+)? $(notes $($note:literal)+)?
        $(shown by $($indicator:literal)+)?;
    )+) => {
        [$(Obligation {
            id: ObligationId::of::<$id>(),
            label: Label::new($zh, $en),
            actor: $actor,
            times: $times,
            period: Period::$period,
            reach: Reach::$reach,
            rules: &[$($(RuleId::of::<$rule>()),+)?],
            targets: &[$($(TargetId::of::<$target>()),+)?],
            notes: &[$($(NoteId::of::<$note>()),+)?],
            indicators: &[$($(concat!("IND-", $indicator)),+)?],
            line: $line,
        }),+]
    };
}

/// All obligations in order.
pub static OBLIGATIONS: [Obligation; ObligationId::COUNT] = obligations! {
    1 102 "县领导小组专题会议" "leading group meets on poverty work" LEADING_GROUP, ONCE, Month County shown by "OBL-01";
    2 102 "县主要领导遍访贫困乡" "county leaders visit every poverty township" COUNTY_LEADERS, ONCE, Month PovertyTownships
        notes 16 22 shown by "OBL-02";
    3 102 "县主要领导遍访贫困村" "county leaders visit every poverty village" COUNTY_LEADERS, ONCE, Year PovertyVillages
        notes 16 shown by "OBL-03";
    4 102 "县级联系领导走访" "linked leaders visit their villages" Actor::Each(&[PostKind::CountyLinkedLeader]), ONCE,
        Quarter LinkedVillages shown by "OBL-04";
    5 102 "乡镇专题研究" "townships study poverty work" EACH_TOWNSHIP, ONCE, Month OwnTownship shown by "OBL-05";
    6 102 "乡镇领导遍访贫困村" "township leaders visit every poverty village" TOWNSHIP_LEADERS, ONCE,
        Month PovertyVillagesOfTownship notes 16 shown by "OBL-06";
    7 102 "书记乡镇长遍访贫困户" "township heads visit every poor household" TOWNSHIP_HEADS, ONCE,
        Year PoorHouseholdsOfTownship shown by "OBL-07";
    8 102 "乡镇月汇报" "townships report progress" EACH_TOWNSHIP, ONCE, Month County shown by "OBL-08";
    9 102 "行业部门调研" "department heads do field research" Actor::Each(&[PostKind::DeptHead]), ONCE,
        Quarter AnyPovertyVillage rules 18 shown by "OBL-09";
    10 102 "村联席会议" "village and resident team study poverty work" VILLAGE_JOINTLY, ONCE, Month OwnVillage
        shown by "OBL-10";
    11 102 "村月汇报" "villages report to their township" VILLAGE_JOINTLY, ONCE, Month OwnTownship shown by "OBL-11";
    12 102 "驻村队员调整充实" "resident teams are renewed" Actor::Organs(&[Organ::County]), ONCE, Year ResidentTeams
        targets 83 shown by "OBL-12";
    13 108 "干部轮训" "officials and resident teams are trained" Actor::Organs(&[Organ::County, Organ::PartySchool]), ONCE,
        Year Roster targets 80 shown by "OBL-13";
    14 104 "县财政整合资金" "county integrates funds" FINANCE, ONCE, Year County rules 8 targets 78 notes 21
        shown by "FIN-01";
    15 52 "林业抚育项目" "forestry arranges care projects" FORESTRY, ONCE, Year County targets 18 shown by "ECO-02";
    16 61 "新增危房当年改造" "new dangerous houses are done in the year"
        Actor::Organs(&[Organ::Body(Body::Housing), Organ::Township]), Times::EveryCase, Year Households
        rules 12 targets 33 shown by "HOU-02";
    17 59 "参保缴费补贴" "insurance premiums are subsidised" FINANCE, ONCE, Year Persons targets 25 shown by "MED-04";
    18 73 "饮水巩固提升" "drinking-water programme of the year" WATER, ONCE, Year County targets 54 notes 10
        shown by "WAT-10";
    19 106 "脱贫攻坚考核" "pairing bodies and townships are assessed" Actor::Organs(&[Organ::AssessingDepartments]), ONCE,
        Year AssessedBodies targets 84 notes 19 shown by "DOC-03";
    20 112 "重要情况报告" "leading group reports important matters" LEADING_GROUP, Times::WhenNeeded, Event County;
    21 102 "派出工作组" "leading group may send a working group" LEADING_GROUP, Times::WhenNeeded, Event WeakTownships;
    22 50 "春风行动等活动" "job fairs" Actor::Organs(&[Organ::County, Organ::Township]), Times::WhenNeeded, Event County;
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_county_leaders_owe_108_township_and_96_village_visits_a_year() {
        let owed = |id, places: usize| {
            let duty = crate::plan::obligation(id);
            let Actor::Each(posts) = duty.actor else {
                return None;
            };
            let Times::AtLeast(times) = duty.times else {
                return None;
            };
            Some(posts.len() * usize::from(duty.period.in_a_year()?) * usize::from(times) * places)
        };
        assert_eq!(owed(ObligationId::of::<2>(), 3), Some(108));
        assert_eq!(owed(ObligationId::of::<3>(), 32), Some(96));
    }

    #[test]
    fn a_duty_without_a_period_is_never_counted() {
        for duty in &OBLIGATIONS {
            assert_eq!(
                duty.period == Period::Event,
                duty.times == Times::WhenNeeded,
                "{}",
                duty.id
            );
            assert!(
                duty.times != Times::WhenNeeded || duty.indicators.is_empty(),
                "{}",
                duty.id
            );
        }
    }
}
