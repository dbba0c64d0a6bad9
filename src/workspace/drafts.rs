//! What a person enters when something new is added: only what nobody can compute.

use crate::model::*;

/// A person before they are in the register.
#[derive(Clone, Debug, Default)]
pub struct NewPerson {
    /// 姓名.
    pub name: String,
    /// 证件号码; sex and birth date follow from it when it is complete.
    pub id_number: Option<String>,
    /// 性别.
    pub sex: Option<Sex>,
    /// 出生日期.
    pub birth_date: Option<Date>,
    /// 民族.
    pub ethnic: Option<EthnicGroup>,
    /// 联系电话.
    pub phone: Option<String>,
}

/// A household before it is in the register.
#[derive(Clone, Debug, Default)]
pub struct NewHousehold {
    /// The head of the household.
    pub head: NewPerson,
    /// 建档立卡.
    pub registered: Option<bool>,
    /// 小组名称.
    pub group_name: Option<String>,
    /// 户属性.
    pub attribute: Option<HouseholdAttribute>,
    /// 主要致贫原因.
    pub main_cause: Option<PovertyCause>,
    /// Since when the household is counted.
    pub since: Option<Date>,
}

/// A visit to a household.
#[derive(Clone, Debug)]
pub struct NewVisit {
    /// 日期.
    pub date: Date,
    /// 目的.
    pub purpose: VisitPurpose,
    /// 发现问题.
    pub problems_found: Vec<String>,
    /// 解决问题.
    pub problems_solved: Option<Count>,
    /// 后续安排.
    pub followups: Vec<String>,
}

/// A measure for a household.
#[derive(Clone, Debug)]
pub struct NewMeasure {
    /// 年度.
    pub year: Year,
    /// 类别.
    pub category: SupportCategory,
    /// 内容.
    pub content: String,
    /// 状态.
    pub state: RecordState,
    /// 投入：县, in fen.
    pub input_county: Option<Fen>,
}

/// A helper for a household.
#[derive(Clone, Debug)]
pub struct NewHelper {
    /// 帮扶干部姓名.
    pub name: String,
    /// 帮扶单位.
    pub unit: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 开始日期.
    pub start: Date,
}

/// A step of a record through its process.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// 日期.
    pub date: Date,
    /// What was done, or why.
    pub note: Option<String>,
}

/// What the first run asks.
#[derive(Clone, Debug)]
pub struct FirstRun {
    /// Real or invented.
    pub edition: super::Edition,
    /// The area the person answers for.
    pub area: DivisionCode,
    /// Their name.
    pub name: String,
    /// The passphrase that everything is encrypted under; none leaves it plain.
    pub passphrase: Option<String>,
}
