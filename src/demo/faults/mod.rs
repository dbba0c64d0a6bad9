//! Deliberate faults, so that the checks have something to find. None of them touches a figure of 2017.

mod households;
mod persons;
mod records;
mod spoil;

use super::book::{Book, Hand};
use super::calendar::{LAST_YEAR, day, instant};
use super::home::{Home, Member, local_id};
use super::schooling::works;
use super::team::Team;
use super::telling::workers;
use crate::model::{
    EmploymentKind, EmploymentSpell, EmploymentSpellId, HealthCondition, HouseholdYear, HouseholdYearId,
    Kind, Label, PersonYear, PersonYearId, WorkArea,
};
use households::*;
use persons::*;
use records::*;
pub(super) use spoil::{has_no_income, spoil};

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

/// What a county falls short of in its last year, here and there and without a mistake: findings to work off.
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
    "V-IN-2" Household "" 90 "村里还没录完当年收入" "incomes of the year that the village has not entered yet";
    "V-IN-3" HouseholdIncomeYear "" 15 "脱贫后收入跌到标准以下" "exited, and below the line again";
    "V-MD-1" PersonYear "basic_insurance" 15 "还未参保" "not insured yet";
    "V-MD-2" PersonYear "major_illness_insurance" 40 "大病保险未参加或还没问到" "no major-illness insurance, or not asked yet";
    "V-HP-1" Household "" 30 "还未落实帮扶责任人" "no helper named yet";
}

/// Where a fault is committed: a village at the end.
struct Scene<'a> {
    book: &'a mut Book,
    hand: Hand,
    team: &'a Team,
    homes: &'a [Home],
}

macro_rules! faults {
    ($($rule:literal $village:literal $kind:ident $commit:ident $zh:literal $en:literal;)+) => {
        /// Every deliberate fault: each is the one breach of its rule in its village, but for what [`SHORTFALLS`] add. Faults
        /// of identity and of whole incomes are in the register itself, the others are edits of the last days.
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
    "V-HH-3" "530427103200" HouseholdMembership spouse_of_one_sex "户主与配偶性别相同" "head and spouse of one sex";
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
    "V-IN-2" "530427101204" Household left_out "已脱贫户缺当年收入" "an exited household without income of the year";
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

/// Enters the faults that are edits.
pub(super) fn enter(book: &mut Book, team: &Team, village: &str, homes: &[Home]) {
    for fault in FAULTS.iter().filter(|fault| fault.village == village) {
        let hand = Hand {
            at: instant(day(2020, 12, 29), 10 * 60),
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

    /// The first member, in order of households, of whom something is true at the end.
    fn find(&self, fits: impl Fn(&Member) -> bool) -> Option<(&Home, &Member)> {
        self.find_in(|_| true, fits)
    }

    /// The same of the households that fit as well. Members who joined or left are passed over.
    fn find_in(
        &self,
        home_fits: impl Fn(&Home) -> bool,
        fits: impl Fn(&Member) -> bool,
    ) -> Option<(&Home, &Member)> {
        let stays = |member: &&Member| member.end.is_none() && member.joined.is_none() && fits(member);
        let mut homes = self.homes.iter().filter(|home| home_fits(home));
        homes.find_map(|home| Some((home, home.members.iter().find(stays)?)))
    }

    /// The last year of the first grown member who is no student and of whom something is true.
    fn grown(&self, home_fits: impl Fn(&Home) -> bool, fits: impl Fn(&Member) -> bool) -> Option<PersonYear> {
        let grown = |member: &Member| (22..58).contains(&member.age(LAST_YEAR)) && fits(member);
        self.find_in(home_fits, grown).map(|(_, member)| year_of(member))
    }

    /// The last year of the first household.
    fn first_year(&self) -> Option<HouseholdYear> {
        let home = self.first()?;
        Some(HouseholdYear {
            id: HouseholdYearId::of(home.id, LAST_YEAR),
            household_id: Some(home.id),
            year: Some(LAST_YEAR),
            ..HouseholdYear::default()
        })
    }

    /// The first member who works away, as the one who has a stretch of work in the last year.
    fn spell_of_worker(&self) -> Option<EmploymentSpell> {
        // From the end of the list: those at its beginning have stretches of work of their own.
        let mut homes = self.homes.iter().rev();
        let (home, member) = homes.find_map(|home| Some((home, workers(home).last()?)))?;
        Some(EmploymentSpell {
            id: EmploymentSpellId(local_id('w', home.village, home.number, "-90")),
            person_id: Some(member.id),
            kind: Some(EmploymentKind::Outward),
            area: Some(WorkArea::OutProvince),
            start: Some(day(2020, 3, 1)),
            ..EmploymentSpell::default()
        })
    }

    fn write<T: crate::model::Record>(&mut self, record: &T) {
        self.book.add(self.hand, record);
    }

    fn child_of(&self, ages: std::ops::Range<i32>) -> Option<PersonYear> {
        let fits = |member: &Member| ages.contains(&day(2020, 9, 1).age_since(member.birth));
        self.find(fits).map(|(_, member)| year_of(member))
    }
}

fn is_worker(member: &Member) -> bool {
    works(member, LAST_YEAR)
}

fn is_healthy(member: &Member) -> bool {
    member.health == HealthCondition::Healthy
}

fn year_of(member: &Member) -> PersonYear {
    let year = LAST_YEAR;
    PersonYear {
        id: PersonYearId::of(member.id, year),
        person_id: Some(member.id),
        year: Some(year),
        ..PersonYear::default()
    }
}

fn in_the_register(_spoilt: &mut Scene<'_>) {}

fn left_out(_not_written: &mut Scene<'_>) {}
