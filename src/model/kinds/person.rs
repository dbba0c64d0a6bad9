//! The person: identity, and what the register keeps once a year.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 人: identity, which does not change with the year (AB10).
    Person(PersonId) = "person" "人员" "Person", Village {
        name: String = "姓名" "Name".required().sensitive(S::Personal).source("AAB002");
        id_doc_type: IdDocType = "证件类型" "Document".source("AAB018").rare();
        id_number: String = "证件号码" "Identity number".sensitive(S::Identity).source("AAB004");
        /// Salted SHA-256 of the number's first 18 characters, for finding the same person twice.
        id_hash: String = "证件摘要" "Hash of the identity number".derived().rare();
        sex: Sex = "性别" "Sex".required().source("AAB003");
        birth_date: Date = "出生日期" "Date of birth".required().sensitive(S::Personal).source("AAB005");
        ethnic: EthnicGroup = "民族" "Ethnic group".required().source("AAB007");
        phone: String = "联系电话" "Telephone".group(G::Contact).sensitive(S::Personal).source("AAB031");
        disability_category: DisabilityCategory = "残疾类别" "Kind of disability".group(G::Disability).sensitive(S::Health).rare();
        disability_grade: Count = "残疾等级（1最重）" "Grade (1 is most severe)".group(G::Disability).sensitive(S::Health).rare();
        disability_card_no: String = "残疾证号" "Disability card number".group(G::Disability).sensitive(S::Identity).rare();
        disability_issued_year: Year = "发证年度" "Card issued".group(G::Disability).sensitive(S::Health).rare();
        national_person_no: String = "人编号" "National person number".rare().source("AAB001");
        left_at: Date = "离世（迁离）日期" "Died or left on".rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }

    /// 人年度: schooling, health, work, insurance and social protection in a year (AB01).
    PersonYear(PersonYearId) = "person_year" "人员年度情况" "Person year", Village {
        person_id: PersonId = "人" "Person".required().derived();
        year: Year = "年度" "Year".required().derived().source("AAR040");
        basic_insurance: BasicInsurance = "基本医疗保险" "Basic medical insurance".group(G::Health).required().source("AAB013");
        basic_premium_payer: InsurancePayer = "医保缴费" "Premium paid by".group(G::Health).source("L59");
        major_illness_insurance: bool = "大病保险" "Major-illness insurance".group(G::Health).required().source("AAB022");
        medical_aid_covered: bool = "纳入医疗救助" "Medical aid".group(G::Health).required().source("L59");
        commercial_insurance: bool = "商业补充医保" "Commercial insurance".group(G::Health).rare();
        health: Vec<HealthCondition> = "健康状况" "Health".group(G::Health).required().sensitive(S::Health).source("AAB017");
        education: Education = "文化程度" "Education".group(G::School).source("AAB008");
        student_status: StudentStatus = "在校生状况" "Student".group(G::School).source("AAB009");
        school: String = "学校" "School".group(G::School).rare();
        vocational_willing: bool = "有职业教育意愿" "Wants vocational education".group(G::School).rare().source("L58");
        vocational_completed: bool = "完成职业教育" "Completed vocational education".group(G::School).rare().source("L58");
        education_aid_eligible: bool = "符合教育资助条件" "Entitled to education aid".group(G::School).rare().source("L58");
        mandarin: bool = "会讲普通话" "Speaks Mandarin".group(G::School).rare();
        labour: LabourCapacity = "劳动能力" "Labour capacity".group(G::Work).required().source("AAB010");
        work_months: Count = "务工时间" "Months of work away".group(G::Work).unit("月", "months");
        work_area: WorkArea = "务工区域" "Where".group(G::Work);
        employment_willing: bool = "有就业意愿" "Wants work".group(G::Work).source("L50").rare();
        employment_trades: Vec<TradeKind> = "就业技能" "Trades".group(G::Work).source("L50").rare();
        expected_wage: Fen = "期望月工资" "Expected monthly wage".group(G::Work).rare();
        pension: Pension = "养老保险" "Pension insurance".group(G::Social).source("AAB014");
        pension_premium_payer: InsurancePayer = "养老缴费" "Pension paid by".group(G::Social).rare().source("L63");
        pension_aid_eligible: bool = "符合养老保险代缴条件" "Entitled to a paid pension premium".group(G::Social).rare().source("L63");
        dibao: bool = "享受低保" "Living allowance".group(G::Social).source("AAB030");
        dibao_monthly: Fen = "月低保金" "Allowance a month".group(G::Social).rare();
        tekun: TekunSupport = "特困供养" "Destitute support".group(G::Social).rare();
        left_behind: LeftBehind = "留守情况" "Left behind".group(G::Social).rare().source("L50");
        soldier: bool = "现役军人" "In the army".group(G::Other).rare().source("AAB019");
        political: PoliticalStatus = "政治面貌" "Political status".group(G::Other).rare().source("AAK033");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Health);
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }
}

impl PersonYear {
    /// Whether the person goes to a kindergarten, school or college. A record that tells the schooling reached and no class
    /// says no, because exactly one of both is kept (V-ED-1); unknown while it tells neither.
    pub fn studies(&self) -> Option<bool> {
        use StudentStatus::{NotStudent, PreschoolAge, Unrecognised};
        match &self.student_status {
            Some(Unrecognised(_)) => None,
            Some(NotStudent | PreschoolAge) => Some(false),
            Some(_) => Some(true),
            None => self.education.is_some().then_some(false),
        }
    }
}
