//! Deliberate faults, so that the checks have something to find. None of them touches a figure of 2017.

use super::book::{Book, Hand};
use super::calendar::{day, instant};
use super::home::{Course, Home, Member, local_id};
use super::register::membership;
use super::schooling::works;
use super::team::Team;
use crate::model::identity::number_without_place;
use crate::model::{
    BasicInsurance, CentiMu, Count, Date, DeciSqm, Education, EmploymentKind, EmploymentSpell,
    EmploymentSpellId, Fen, HealthCondition, HelperAssignment, HelperAssignmentId, HouseGrade, Household,
    HouseholdAttribute, HouseholdIncomeYear, HouseholdIncomeYearId, HouseholdMembership, HouseholdYear,
    HouseholdYearId, Id, InsurancePayer, Kind, Label, LabourCapacity, MedicalEvent, MedicalEventId,
    MedicalEventKind, MemberChange, OfficialId, Person, PersonYear, PersonYearId, PovertyCause,
    RelationToHead as Relation, Sex, StudentStatus, VillageYear, VillageYearId, Visit, VisitId, VisitPurpose,
    VisitTarget, WorkArea, Year,
};

/// A fault that was put into a village on purpose.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The rule that finds it; `V-ID-4` in two villages is found where both are, and `REF` where every office's records are.
    pub rule: &'static str,
    /// The village it is in.
    pub village: &'static str,
    /// The kind of the record it is in.
    pub kind: Kind,
    /// What is wrong.
    pub what: Label,
    commit: fn(&mut Scene<'_>),
}

/// What a county falls short of in its second year, here and there and without a mistake: findings to work off.
#[derive(Clone, Copy, Debug)]
pub struct Shortfall {
    /// The rule that finds it.
    pub rule: &'static str,
    /// The kind and the field it is shown at.
    pub at: (Kind, &'static str),
    /// What is not done yet.
    pub what: Label,
    /// Of how many thousand households or persons, at most.
    pub per_thousand: usize,
}

macro_rules! shortfalls {
    ($($rule:literal $kind:ident $field:literal $share:literal $zh:literal $en:literal;)+) => {
        /// Every shortfall.
        pub static SHORTFALLS: &[Shortfall] = &[$(Shortfall {
            rule: $rule, at: (Kind::$kind, $field), what: Label::new($zh, $en), per_thousand: $share,
        }),+];
    };
}

shortfalls! {
    "V-IN-2" Household "" 90 "村里还没录完2018年收入" "incomes of 2018 that the village has not entered yet";
    "V-IN-3" HouseholdIncomeYear "" 15 "脱贫后收入跌到标准以下" "exited, and below the line again";
    "V-MD-1" PersonYear "basic_insurance" 15 "还未参保" "not insured yet";
    "V-MD-2" PersonYear "major_illness_insurance" 40 "大病保险未参加或还没问到" "no major-illness insurance, or not asked yet";
    "V-HP-1" Household "" 30 "还未落实帮扶责任人" "no helper named yet";
}

/// Where a fault is committed: a village at the end of 2018.
struct Scene<'a> {
    book: &'a mut Book,
    hand: Hand,
    team: &'a Team,
    homes: &'a [Home],
}

macro_rules! faults {
    ($($rule:literal $village:literal $kind:ident $commit:ident $zh:literal $en:literal;)+) => {
        /// Every deliberate fault: each is the one breach of its rule in its village, but for what [`SHORTFALLS`] add. Faults
        /// of identity and of whole incomes are in the register itself, the others are edits of 2018.
        pub static FAULTS: &[Fault] = &[$(Fault {
            rule: $rule, village: $village, kind: Kind::$kind, what: Label::new($zh, $en), commit: $commit,
        }),+];
    };
}

faults! {
    "V-ID-1" "530427101213" Person in_the_register "证件号码少一位" "an identity number with a digit missing";
    "V-ID-2" "530427100200" Person in_the_register "证件号码校验位错误" "wrong check character of an identity number";
    "V-ID-3" "530427101214" Person card_of_no_kind "残疾人证号码类别不对" "a disability card of a kind that does not exist";
    "V-ID-4" "530427102002" Person in_the_register "村内两人同一证件号码" "two persons of a village with one identity number";
    "V-ID-4" "530427101201" Person in_the_register "同一证件号码在两个村" "one identity number in two villages";
    "V-ID-4" "530427102201" Person in_the_register "同一证件号码在两个村" "one identity number in two villages";
    "V-ID-5" "530427100201" Person in_the_register "证件号码与出生日期不符" "identity number of another day of birth";
    "V-HH-1" "530427100202" Household two_heads "一户两个户主" "two heads in one household";
    "V-HH-2" "530427102003" Household two_spouses "户主有两名配偶" "a head with two spouses";
    "V-HH-3" "530427102004" HouseholdMembership spouse_of_one_sex "户主与配偶性别相同" "head and spouse of one sex";
    "V-HH-4" "530427100203" HouseholdMembership daughter_who_is_a_son "关系与性别不符" "relation does not fit the sex";
    "V-HH-5" "530427102005" Household nobody_left "成员已全部转出，户还在册" "a household whose last member has left";
    "V-ED-1" "530427201202" PersonYear pupil_with_schooling "在校生又填了文化程度" "a pupil whose education is filled in too";
    "V-ED-2" "530427201203" PersonYear out_of_school "义务教育适龄儿童不在校" "a child of school age who is not at school";
    "V-ED-3" "530427101200" PersonYear senior_at_primary_age "年龄与学段不符" "a child of primary age in senior school";
    "V-LB-1" "530427101202" PersonYear working_child "16岁以下登记为劳动力" "a child entered as a worker";
    "V-LB-2" "530427201205" PersonYear healthy_without_labour "健康青壮年登记为丧失劳动力" "somebody young and healthy without labour capacity";
    "V-LB-3" "530427201207" PersonYear old_and_able "高龄老人登记为普通劳动力" "somebody old entered as ordinary labour";
    "V-LB-4" "530427201208" PersonYear works_without_labour "丧失劳动力却有务工" "somebody without labour capacity who works";
    "V-WK-1" "530427201209" PersonYear too_many_months "务工时间14个月" "14 months of work in a year";
    "V-WK-2" "530427201211" HouseholdIncomeYear work_without_wages "有人务工却无工资性收入" "somebody works, and there are no wages";
    "V-WK-3" "530427201214" EmploymentSpell ends_before_it_begins "务工结束早于开始" "work that ends before it begins";
    "V-WK-4" "530427205203" EmploymentSpell low_wage "月工资35元" "a monthly wage of 35 yuan";
    "V-IN-1" "530427101205" HouseholdIncomeYear business_without_costs "有经营收入无经营支出" "business income without any costs";
    "V-IN-2" "530427101204" Household left_out "已脱贫户缺2018年收入" "an exited household without income of 2018";
    "V-IN-3" "530427205204" HouseholdIncomeYear in_the_register "已脱贫户收入低于标准" "an exited household below the poverty line";
    "V-IN-4" "530427205206" HouseholdIncomeYear in_the_register "收入一年翻了一倍多" "an income that more than doubled in a year";
    "V-PC-1" "530427205207" Household ill_without_the_ill "因病致贫但全家健康" "illness is the cause, and everybody is healthy";
    "V-PC-2" "530427101211" Household cause_twice "其他致贫原因与主因重复" "the main cause again among the others";
    "V-DB-1" "530427205209" Household allowance_in_a_general_household "一般户有低保人员" "a general household with somebody on the living allowance";
    "V-MD-1" "530427101203" PersonYear paid_but_not_insured "未参保却有财政代缴" "not insured, yet the premium was paid";
    "V-MD-2" "530427205208" PersonYear no_major_illness_insurance "已参保却无大病保险" "insured, but not for major illness";
    "V-MD-3" "530427102203" MedicalEvent bill_that_does_not_add_up "自付金额不等于总费用减报销" "a bill that does not add up";
    "V-HS-1" "530427102205" HouseholdYear unlisted_house "D级危房不在台帐" "a house of grade D that no ledger has";
    "V-HS-2" "530427102206" HouseholdYear no_floor_space "住房面积为0" "a floor space of 0";
    "V-WT-1" "530427102207" HouseholdYear unsafe_and_passed "饮水不安全却认定达标" "water that is not safe and was passed";
    "V-LD-1" "530427101209" HouseholdYear too_much_land "耕地面积异常" "far too much land";
    "V-HP-1" "530427102209" Household helper_gone "没有帮扶责任人" "a household without a helper";
    "V-HP-1" "530427102210" HelperAssignment helper_is_registered "帮扶责任人是建档立卡人员" "a helper who is a registered person";
    "V-PH-1" "530427101212" Household short_phone "联系电话位数不足" "a telephone number with a digit missing";
    "V-VL-1" "530427102211" VillageYear more_than_all "饮水不安全户数超过全村户数" "more households without safe water than the village has";
    "V-VL-2" "530427102202" VillageYear no_groups "村民小组数为0" "a village without groups";
    "dangling_reference" "530427102200" Visit visit_to_nobody "走访对象户不存在" "a visit to a household that does not exist";
    "future_date" "530427101207" Visit visit_of_the_future "走访日期在将来" "a visit in the future";
    "REF" "530427101206" HelperAssignment helper_nobody_knows "帮扶干部查无此人" "a helper whom nobody knows";
}

/// Whether a village has a deliberate fault; such villages always report.
pub(super) fn concern(village: &str) -> bool {
    FAULTS.iter().any(|fault| fault.village == village)
}

/// Spoils identity numbers and incomes before the register is written.
pub(super) fn spoil(village: &str, homes: &mut [Home]) {
    match village {
        "530427101213" => {
            if let Some(head) = head_of_first(homes) {
                head.id_number.pop();
            }
        }
        "530427102002" => {
            let men = homes
                .iter()
                .enumerate()
                .filter(|(_, home)| home.members[0].sex == Sex::Male);
            let men: Vec<usize> = men.map(|(place, _)| place).take(2).collect();
            if let [one, other] = men[..] {
                let Member { birth, id_number, .. } = homes[one].members[0].clone();
                let head = &mut homes[other].members[0];
                (head.birth, head.id_number) = (birth, id_number);
            }
        }
        "530427205204" => give_incomes(homes, [4_600, 2_900]),
        "530427205206" => give_incomes(homes, [4_300, 9_800]),
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

/// Gives the first household that exited long ago those incomes of 2017 and 2018.
fn give_incomes(homes: &mut [Home], incomes: [i64; 2]) {
    let exited = |home: &&mut Home| matches!(home.course, Course::Exited(_));
    if let Some(home) = homes.iter_mut().find(exited) {
        home.incomes = Some(incomes);
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
        self.find_in(|_| true, fits)
    }

    /// The same of the households that fit as well. Members who joined or left in 2018 are passed over.
    fn find_in(
        &self,
        home_fits: impl Fn(&Home) -> bool,
        fits: impl Fn(&Member) -> bool,
    ) -> Option<(&Home, &Member)> {
        let stays = |member: &&Member| member.end.is_none() && member.joined.is_none() && fits(member);
        let mut homes = self.homes.iter().filter(|home| home_fits(home));
        homes.find_map(|home| Some((home, home.members.iter().find(stays)?)))
    }

    /// The 2018 of the first grown member who is no student and of whom something is true.
    fn grown(&self, home_fits: impl Fn(&Home) -> bool, fits: impl Fn(&Member) -> bool) -> Option<PersonYear> {
        let grown = |member: &Member| (22..58).contains(&member.age(Y2018)) && fits(member);
        self.find_in(home_fits, grown).map(|(_, member)| year_of(member))
    }

    /// The 2018 of the first household.
    fn first_year(&self) -> Option<HouseholdYear> {
        let home = self.first()?;
        Some(HouseholdYear {
            id: HouseholdYearId::of(home.id, Y2018),
            household_id: Some(home.id),
            year: Some(Y2018),
            ..HouseholdYear::default()
        })
    }

    /// The first member who works away, as the one who has a stretch of work in 2018.
    fn spell_of_worker(&self) -> Option<EmploymentSpell> {
        let (home, member) = self.find(is_worker)?;
        Some(EmploymentSpell {
            id: EmploymentSpellId(local_id('w', home.village, home.number, "-90")),
            person_id: Some(member.id),
            kind: Some(EmploymentKind::Outward),
            area: Some(WorkArea::OutProvince),
            start: Some(day(2018, 3, 1)),
            ..EmploymentSpell::default()
        })
    }

    fn write<T: crate::model::Record>(&mut self, record: &T) {
        self.book.add(self.hand, record);
    }

    fn child_of(&self, ages: std::ops::Range<i32>) -> Option<PersonYear> {
        let fits = |member: &Member| ages.contains(&day(2018, 9, 1).age_since(member.birth));
        self.find(fits).map(|(_, member)| year_of(member))
    }
}

const Y2018: Year = Year(2018);

fn is_worker(member: &Member) -> bool {
    works(member, Y2018)
}

fn is_healthy(member: &Member) -> bool {
    member.health == HealthCondition::Healthy
}

fn year_of(member: &Member) -> PersonYear {
    let year = Y2018;
    PersonYear {
        id: PersonYearId::of(member.id, year),
        person_id: Some(member.id),
        year: Some(year),
        ..PersonYear::default()
    }
}

fn in_the_register(_spoilt: &mut Scene<'_>) {}

fn left_out(_not_written: &mut Scene<'_>) {}

fn relate(scene: &mut Scene<'_>, from: Relation, to: Relation) {
    relate_in(scene, |_| true, from, to);
}

fn relate_in(scene: &mut Scene<'_>, home_fits: impl Fn(&Home) -> bool, from: Relation, to: Relation) {
    let found = scene.find_in(home_fits, |member| member.relation == from);
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

fn two_spouses(scene: &mut Scene<'_>) {
    let led_by_a_man = |home: &Home| {
        let is_wife = |member: &Member| member.relation == Relation::Spouse && member.end.is_none();
        home.head().sex == Sex::Male && home.members.iter().any(is_wife)
    };
    relate_in(scene, led_by_a_man, Relation::Daughter, Relation::Spouse);
}

fn spouse_of_one_sex(scene: &mut Scene<'_>) {
    let led_by_a_lone_man = |home: &Home| {
        let is_wife = |member: &Member| member.relation == Relation::Spouse;
        home.head().sex == Sex::Male && !home.members.iter().any(is_wife)
    };
    relate_in(scene, led_by_a_lone_man, Relation::Son, Relation::Spouse);
}

fn nobody_left(scene: &mut Scene<'_>) {
    let stays = |home: &&Home| {
        home.members
            .iter()
            .all(|member| member.joined.is_none() && member.end.is_none())
    };
    let Some(home) = scene
        .homes
        .iter()
        .filter(stays)
        .min_by_key(|home| home.members.len())
    else {
        return;
    };
    for member in &home.members {
        let before = membership(home, member, false);
        let after = HouseholdMembership {
            end: Some(day(2018, 12, 20)),
            change_out: Some(MemberChange::OtherOut),
            ..before.clone()
        };
        scene.book.edit(scene.hand, &before, &after);
    }
}

fn card_of_no_kind(scene: &mut Scene<'_>) {
    let Some(head) = scene.first().map(Home::head) else {
        return;
    };
    let record = Person {
        id: head.id,
        disability_card_no: Some(format!("{}95", head.id_number)),
        ..Person::default()
    };
    scene.write(&record);
}

fn pupil_with_schooling(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(7..11) {
        scene.write(&PersonYear {
            student_status: Some(StudentStatus::Primary),
            education: Some(Education::Primary),
            ..year
        });
    }
}

fn out_of_school(scene: &mut Scene<'_>) {
    if let Some(year) = scene.child_of(8..14) {
        scene.write(&PersonYear {
            student_status: Some(StudentStatus::NotStudent),
            education: Some(Education::Primary),
            ..year
        });
    }
}

fn healthy_without_labour(scene: &mut Scene<'_>) {
    if let Some(year) = scene.grown(|_| true, |member| is_healthy(member) && !is_worker(member)) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Lost),
            health: Some(vec![HealthCondition::Healthy]),
            ..year
        });
    }
}

fn old_and_able(scene: &mut Scene<'_>) {
    if let Some((_, member)) = scene.find(|member| member.age(Y2018) >= 67) {
        let year = year_of(member);
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Ordinary),
            ..year
        });
    }
}

fn works_without_labour(scene: &mut Scene<'_>) {
    let somebody_works = |home: &Home| {
        home.members
            .iter()
            .any(|member| member.end.is_none() && is_worker(member))
    };
    if let Some(year) = scene.grown(somebody_works, |member| !is_healthy(member)) {
        scene.write(&PersonYear {
            labour: Some(LabourCapacity::Lost),
            work_months: Some(Count(3)),
            work_area: Some(WorkArea::InTownship),
            ..year
        });
    }
}

fn too_many_months(scene: &mut Scene<'_>) {
    if let Some(year) = scene.grown(|_| true, is_worker) {
        scene.write(&PersonYear {
            work_months: Some(Count(14)),
            ..year
        });
    }
}

fn work_without_wages(scene: &mut Scene<'_>) {
    let nobody_works = |home: &Home| !home.members.iter().any(is_worker);
    if let Some(year) = scene.grown(nobody_works, is_healthy) {
        scene.write(&PersonYear {
            work_months: Some(Count(5)),
            work_area: Some(WorkArea::InProvince),
            ..year
        });
    }
}

fn ends_before_it_begins(scene: &mut Scene<'_>) {
    if let Some(spell) = scene.spell_of_worker() {
        scene.write(&EmploymentSpell {
            end: Some(day(2018, 2, 1)),
            ..spell
        });
    }
}

fn low_wage(scene: &mut Scene<'_>) {
    if let Some(spell) = scene.spell_of_worker() {
        scene.write(&EmploymentSpell {
            monthly_wage: Some(Fen(3_500)),
            ..spell
        });
    }
}

fn ill_without_the_ill(scene: &mut Scene<'_>) {
    let all_healthy = |home: &Home| {
        home.members
            .iter()
            .all(|member| is_healthy(member) && member.joined.is_none())
    };
    let Some(id) = scene.find_in(all_healthy, |_| true).map(|(home, _)| home.id) else {
        return;
    };
    scene.write(&Household {
        id,
        main_cause: Some(PovertyCause::Illness),
        ..Household::default()
    });
}

fn allowance_in_a_general_household(scene: &mut Scene<'_>) {
    let Some((id, year)) = scene.first().map(|home| (home.id, year_of(home.head()))) else {
        return;
    };
    scene.write(&Household {
        id,
        attribute: Some(HouseholdAttribute::General),
        ..Household::default()
    });
    scene.write(&PersonYear {
        dibao: Some(true),
        dibao_monthly: Some(Fen(21_000)),
        ..year
    });
}

fn no_major_illness_insurance(scene: &mut Scene<'_>) {
    let Some(year) = scene.first().map(|home| year_of(home.head())) else {
        return;
    };
    scene.write(&PersonYear {
        basic_insurance: Some(BasicInsurance::Resident),
        basic_premium_payer: Some(InsurancePayer::Government),
        major_illness_insurance: Some(false),
        ..year
    });
}

fn bill_that_does_not_add_up(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = MedicalEvent {
        id: MedicalEventId(local_id('b', home.village, home.number, "-90")),
        person_id: Some(home.head().id),
        kind: Some(MedicalEventKind::Inpatient),
        date: Some(day(2018, 10, 16)),
        institution: Some("县人民医院".to_owned()),
        in_county: Some(true),
        total: Some(Fen(842_000)),
        pay_basic: Some(Fen(589_400)),
        pay_major: Some(Fen(101_000)),
        self_pay: Some(Fen(252_600)),
        ..MedicalEvent::default()
    };
    scene.write(&record);
}

fn unlisted_house(scene: &mut Scene<'_>) {
    let exited = |home: &Home| matches!(home.course, Course::Exited(_));
    let Some(id) = scene.find_in(exited, |_| true).map(|(home, _)| home.id) else {
        return;
    };
    scene.write(&HouseholdYear {
        id: HouseholdYearId::of(id, Y2018),
        household_id: Some(id),
        year: Some(Y2018),
        house_grade: Some(HouseGrade::D),
        ..HouseholdYear::default()
    });
}

fn no_floor_space(scene: &mut Scene<'_>) {
    if let Some(year) = scene.first_year() {
        scene.write(&HouseholdYear {
            house_area: Some(DeciSqm(0)),
            ..year
        });
    }
}

fn unsafe_and_passed(scene: &mut Scene<'_>) {
    if let Some(year) = scene.first_year() {
        scene.write(&HouseholdYear {
            drinking_safe: Some(false),
            water_decided: Some(true),
            ..year
        });
    }
}

fn helper_gone(scene: &mut Scene<'_>) {
    let Some(home) = scene.first() else { return };
    let record = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        end: Some(day(2018, 11, 30)),
        ..HelperAssignment::default()
    };
    scene.write(&record);
}

fn helper_is_registered(scene: &mut Scene<'_>) {
    let (Some(home), Some(helper)) = (scene.first(), scene.homes.get(1)) else {
        return;
    };
    let phone = Some("10000000918".to_owned());
    let assignment = HelperAssignment {
        id: HelperAssignmentId(local_id('a', home.village, home.number, "")),
        household_id: Some(home.id),
        official_id: Some(scene.team.helpers[0].id),
        helper_name: Some(helper.head().name.clone()),
        phone: phone.clone(),
        ..HelperAssignment::default()
    };
    let household = Household {
        id: helper.id,
        head_name: Some(helper.head().name.clone()),
        phone,
        ..Household::default()
    };
    scene.write(&assignment);
    scene.write(&household);
}

fn more_than_all(scene: &mut Scene<'_>) {
    let Some(village) = scene.first().map(|home| home.village) else {
        return;
    };
    scene.write(&VillageYear {
        id: VillageYearId::of(village, Y2018),
        village_code: Some(village),
        year: Some(Y2018),
        water_unsafe_households: Some(Count(4_600)),
        dangerous_house_households: Some(Count(2)),
        ..VillageYear::default()
    });
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
