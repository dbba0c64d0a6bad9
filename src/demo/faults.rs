//! Deliberate faults, so that the checks have something to find. None of them touches a figure of 2017.

use super::book::{Book, Hand};
use super::calendar::{day, instant};
use super::home::{Home, Member, local_id};
use super::register::membership;
use super::team::Team;
use crate::model::identity::number_without_place;
use crate::model::{
    BasicInsurance, CentiMu, Count, Date, Fen, HelperAssignment, HelperAssignmentId, Household,
    HouseholdIncomeYear, HouseholdIncomeYearId, HouseholdMembership, HouseholdYear, HouseholdYearId, Id,
    InsurancePayer, Label, LabourCapacity, OfficialId, PersonYear, PersonYearId, PovertyCause,
    RelationToHead as Relation, Sex, StudentStatus, VillageYear, VillageYearId, Visit, VisitId, VisitPurpose,
    VisitTarget, Year,
};

/// A fault that was put into a village on purpose.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The rule of data quality that finds it (DOMAIN B14), or what it concerns where no rule has a number.
    pub rule: &'static str,
    /// The village it is in.
    pub village: &'static str,
    /// What is wrong.
    pub what: Label,
    commit: fn(&mut Scene<'_>),
}

/// Where a fault is committed: a village at the end of 2018.
struct Scene<'a> {
    book: &'a mut Book,
    hand: Hand,
    team: &'a Team,
    homes: &'a [Home],
}

macro_rules! faults {
    ($($rule:literal $village:literal $commit:ident $zh:literal $en:literal;)+) => {
        /// Every deliberate fault. Faults of identity are in the register itself, the others are edits of 2018.
        pub static FAULTS: &[Fault] = &[$(Fault {
            rule: $rule, village: $village, what: Label::new($zh, $en), commit: $commit,
        }),+];
    };
}

faults! {
    "V-ID-2" "530427100200" identity "证件号码校验位错误" "wrong check character of an identity number";
    "V-ID-5" "530427100201" identity "证件号码与出生日期不符" "identity number of another day of birth";
    "V-ID-4" "530427101201" identity "同一证件号码在两个村" "one identity number in two villages";
    "V-ID-4" "530427102201" identity "同一证件号码在两个村" "one identity number in two villages";
    "V-HH-1" "530427100202" two_heads "一户两个户主" "two heads in one household";
    "V-HH-4" "530427100203" daughter_who_is_a_son "关系与性别不符" "relation does not fit the sex";
    "V-ED-3" "530427101200" senior_at_primary_age "年龄与学段不符" "a child of primary age in senior school";
    "V-LB-1" "530427101202" working_child "16岁以下登记为劳动力" "a child entered as a worker";
    "V-MD-1" "530427101203" paid_but_not_insured "未参保却有财政代缴" "not insured, yet the premium was paid";
    "V-IN-2" "530427101204" nothing "已脱贫户缺2018年收入" "an exited household without income of 2018";
    "V-IN-1" "530427101205" business_without_costs "有经营收入无经营支出" "business income without any costs";
    "V-HP-1" "530427101206" helper_nobody_knows "帮扶干部查无此人" "a helper whom nobody knows";
    "DATE" "530427101207" visit_of_the_future "走访日期在将来" "a visit in the future";
    "V-LD-1" "530427101209" too_much_land "耕地面积异常" "far too much land";
    "V-PC-2" "530427101211" cause_twice "其他致贫原因与主因重复" "the main cause again among the others";
    "V-PH-1" "530427101212" short_phone "联系电话位数不足" "a telephone number with a digit missing";
    "REF" "530427102200" visit_to_nobody "走访对象户不存在" "a visit to a household that does not exist";
    "V-VL-2" "530427102202" no_groups "村民小组数为0" "a village without groups";
}

/// Whether a village has a deliberate fault; such villages always report.
pub(super) fn concern(village: &str) -> bool {
    FAULTS.iter().any(|fault| fault.village == village)
}

/// Spoils identity numbers before the register is written.
pub(super) fn spoil_identities(village: &str, homes: &mut [Home]) {
    match village {
        "530427100200" => {
            if let Some(head) = head_of_first(homes) {
                let good = head.id_number.pop();
                head.id_number.push(if good == Some('0') { '1' } else { '0' });
            }
        }
        "530427100201" => {
            if let Some(head) = head_of_first(homes) {
                let odd = u16::from(head.sex == Sex::Male);
                head.id_number = number_without_place(head.birth.plus_days(400), 996 + odd);
            }
        }
        "530427101201" | "530427102201" => {
            // The same person twice, in households that nobody's age ties to.
            let place = homes
                .iter()
                .position(|home| home.members.len() == 1)
                .unwrap_or_default();
            if let Some(home) = homes.get_mut(place) {
                let head = &mut home.members[0];
                (head.sex, head.birth) = (Sex::Male, day(1962, 6, 15));
                head.name = "普安来".to_owned();
                head.id_number = number_without_place(head.birth, 999);
            }
        }
        _ => {}
    }
}

fn head_of_first(homes: &mut [Home]) -> Option<&mut Member> {
    homes.first_mut().map(|home| &mut home.members[0])
}

/// Whether the income of 2018 was left out on purpose.
pub(super) fn has_no_income(home: &Home) -> bool {
    home.village.as_str() == "530427101204" && home.number == 1
}

/// Enters the faults that are edits of 2018.
pub(super) fn enter(book: &mut Book, team: &Team, village: &str, homes: &[Home]) {
    for fault in FAULTS.iter().filter(|fault| fault.village == village) {
        let hand = Hand {
            at: instant(day(2018, 12, 29), 10 * 60),
            ..team.import(0)
        };
        (fault.commit)(&mut Scene {
            book,
            hand,
            team,
            homes,
        });
    }
}

impl Scene<'_> {
    fn first(&self) -> Option<&Home> {
        self.homes.first()
    }

    /// The first member, in order of households, of whom something is true at the end of 2018.
    fn find(&self, fits: impl Fn(&Member) -> bool) -> Option<(&Home, &Member)> {
        let living = |home: &&Home| home.members.iter().any(&fits);
        let home = self.homes.iter().find(living)?;
        home.members
            .iter()
            .find(|member| fits(member))
            .map(|member| (home, member))
    }

    fn write<T: crate::model::Record>(&mut self, record: &T) {
        self.book.add(self.hand, record);
    }

    fn child_of(&self, ages: std::ops::Range<i32>) -> Option<PersonYear> {
        let fits =
            |member: &Member| member.end.is_none() && ages.contains(&day(2018, 9, 1).age_since(member.birth));
        self.find(fits).map(|(_, member)| year_of(member))
    }
}

fn year_of(member: &Member) -> PersonYear {
    let year = Year(2018);
    PersonYear {
        id: PersonYearId::of(member.id, year),
        person_id: Some(member.id),
        year: Some(year),
        ..PersonYear::default()
    }
}

fn identity(_in_the_register: &mut Scene<'_>) {}

fn nothing(_left_out: &mut Scene<'_>) {}

fn relate(scene: &mut Scene<'_>, from: Relation, to: Relation) {
    let found = scene.find(|member| member.relation == from && member.end.is_none());
    let Some(before) = found.map(|(home, member)| membership(home, member, false)) else {
        return;
    };
    let after = HouseholdMembership {
        relation: Some(to),
        ..before.clone()
    };
    scene.book.edit(scene.hand, &before, &after);
}

fn two_heads(scene: &mut Scene<'_>) {
    relate(scene, Relation::Spouse, Relation::Head);
}

fn daughter_who_is_a_son(scene: &mut Scene<'_>) {
    relate(scene, Relation::Son, Relation::Daughter);
}

fn senior_at_primary_age(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(6..11) {
        scene.write(&PersonYear {
            student_status: Some(StudentStatus::Senior1),
            ..year
        });
    }
}

fn working_child(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(8..14) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Ordinary),
            ..year
        });
    }
}

fn paid_but_not_insured(scene: &mut Scene<'_>) {
    let Some(year) = scene.first().map(|home| year_of(home.head())) else {
        return;
    };
    scene.write(&PersonYear {
        basic_insurance: Some(BasicInsurance::None),
        basic_premium_payer: Some(InsurancePayer::Government),
        ..year
    });
}

fn business_without_costs(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    let year = Year(2018);
    scene.write(&HouseholdIncomeYear {
        id: HouseholdIncomeYearId::of(id, year),
        household_id: Some(id),
        year: Some(year),
        business_gross: Some(Fen(1_260_000)),
        cost_operating: Some(Fen(0)),
        ..HouseholdIncomeYear::default()
    });
}

fn helper_nobody_knows(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        official_id: Some(OfficialId(Id::joined(&["o999999", "99"]))),
        helper_name: Some("方言明".to_owned()),
        start: Some(day(2018, 11, 1)),
        ..HelperAssignment::default()
    };
    scene.write(&record);
}

fn visit(scene: &Scene<'_>, date: Date) -> Option<Visit> {
    let home = scene.first()?;
    let by = &scene.team.staff[0];
    Some(Visit {
        id: VisitId(local_id('v', home.village, home.number, "-90")),
        target_kind: Some(VisitTarget::Household),
        target_code: Some(home.village),
        household_id: Some(home.id),
        date: Some(date),
        official_id: Some(by.id),
        official_name: by.name.clone(),
        purpose: Some(VisitPurpose::HouseholdHelp),
        ..Visit::default()
    })
}

fn visit_of_the_future(scene: &mut Scene<'_>) {
    if let Some(visit) = visit(scene, day(2081, 11, 5)) {
        scene.write(&visit);
    }
}

fn visit_to_nobody(scene: &mut Scene<'_>) {
    let nobody = scene.first().map(|home| local_id('h', home.village, 999, ""));
    if let Some(visit) = visit(scene, day(2018, 11, 5)) {
        scene.write(&Visit {
            household_id: nobody.map(Into::into),
            ..visit
        });
    }
}

fn too_much_land(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    let year = Year(2018);
    scene.write(&HouseholdYear {
        id: HouseholdYearId::of(id, year),
        household_id: Some(id),
        year: Some(year),
        arable: Some(CentiMu(52_000)),
        ..HouseholdYear::default()
    });
}

fn cause_twice(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        main_cause: Some(PovertyCause::SkillShortage),
        other_causes: Some(vec![PovertyCause::SkillShortage, PovertyCause::CapitalShortage]),
        ..Household::default()
    });
}

fn short_phone(scene: &mut Scene<'_>) {
    let Some(id) = scene.first().map(|home| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        phone: Some("1000123456".to_owned()),
        ..Household::default()
    });
}

fn no_groups(scene: &mut Scene<'_>) {
    let Some(village) = scene.first().map(|home| home.village) else {
        return;
    };
    let year = Year(2018);
    scene.write(&VillageYear {
        id: VillageYearId::of(village, year),
        village_code: Some(village),
        year: Some(year),
        groups: Some(Count(0)),
        ..VillageYear::default()
    });
}
