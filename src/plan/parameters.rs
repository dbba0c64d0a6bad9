//! The county parameters: numbers the plan relies on without printing them. They start empty; only where the design
//! sets a default is there one, and nothing that rests on an unverified parameter is shown as passed or failed.

use super::divisions::{CITY, COUNTY};
use super::{BaselineId, RuleId, TargetId};
use crate::model::{Label, Level, ParameterUnit};

/// Whose number a parameter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterScope {
    /// Set for the county, 530427.
    County,
    /// Published for Yuxi City, 5304, the county's parent.
    City,
}

/// Whether a parameter has one value or one for each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterSpan {
    /// One value for every year.
    Lasting,
    /// Each year has its own value.
    Yearly,
}

/// What a parameter is and what hangs on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter {
    /// Its key.
    pub key: ParameterKey,
    /// Short name.
    pub label: Label,
    /// Unit of its value.
    pub unit: ParameterUnit,
    /// One value or one a year.
    pub span: ParameterSpan,
    /// Whose number it is.
    pub scope: ParameterScope,
    /// The design's default; none means that it starts empty.
    pub default: Option<i64>,
    /// The choices of a parameter that is no measure; its value is a place in this list, from 0.
    pub choices: &'static [Label],
    /// Targets it decides.
    pub targets: &'static [TargetId],
    /// Rules it decides.
    pub rules: &'static [RuleId],
    /// Indicators it decides.
    pub indicators: &'static [&'static str],
}

impl ParameterScope {
    /// Code of the area the number is published for.
    pub const fn code(self) -> &'static str {
        match self {
            Self::County => COUNTY,
            Self::City => CITY,
        }
    }
}

impl Parameter {
    /// Whether what it decides stays undecided until the county has verified the value. A number from outside needs
    /// that; a default of the design is a choice of method and may be used as it is.
    pub const fn needs_verification(&self) -> bool {
        self.default.is_none()
    }
}

macro_rules! parameters {
    ($(
        $variant:ident $id:literal $zh:literal $en:literal $unit:ident $span:ident $scope:ident
        $(default $default:literal)? $(choices [$($choice_zh:literal $choice_en:literal),+])?
        $(targets $($target:literal)+)? $(rules $($rule:literal)+)? $(decides $($indicator:literal)+)?;
    )+) => {
        /// Key of a county parameter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ParameterKey {
            $(#[doc = concat!($zh, ": ", $en, ".")] $variant,)+
        }

        impl ParameterKey {
            /// The key used in stored records.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }

        /// All parameters, in the order of the county's set-up screen.
        pub static PARAMETERS: &[Parameter] = &[$(Parameter {
            key: ParameterKey::$variant,
            label: Label::new($zh, $en),
            unit: ParameterUnit::$unit,
            span: ParameterSpan::$span,
            scope: ParameterScope::$scope,
            default: { let default: &[i64] = &[$($default)?]; default.first().copied() },
            choices: &[$($(Label::new($choice_zh, $choice_en)),+)?],
            targets: &[$($(TargetId::of::<$target>()),+)?],
            rules: &[$($(RuleId::of::<$rule>()),+)?],
            indicators: &[$($(concat!("IND-", $indicator)),+)?],
        }),+];
    };
}

parameters! {
    PovertyLine "poverty_line" "现行贫困标准(人均年纯收入)" "poverty line, a person a year" FenPerPersonYear Yearly County
        targets 9 85 rules 5 decides "POV-09" "POV-13";
    YuxiRuralIncome "yuxi_rural_disposable_income" "全市农村居民人均可支配收入" "rural disposable income of Yuxi City"
        FenPerPersonYear Yearly City targets 26 rules 6 decides "MED-05";
    CountyRuralIncome "county_rural_disposable_income" "全县农村居民人均可支配收入" "rural disposable income of the county"
        FenPerPersonYear Yearly County targets 5 rules 4 decides "POV-11";
    DibaoStandard "dibao_standard_month" "农村低保标准(人月)" "minimum living allowance, a person a month"
        FenPerPersonYear Yearly County targets 36 decides "SOC-03";
    IncomePeriodStart "income_period_start_mmdd" "收入核算起始月日" "first day of the income year" Mmdd Lasting County
        default 101 rules 5 decides "POV-08" "POV-09";
    HouseholdCountRule "household_count_rule" "家庭人口计算口径" "which members share a household's income" Number Lasting County
        choices ["核算期末在户人口" "members at the end of the income year", "登记的计收入人口" "members recorded with the income"]
        rules 5 decides "POV-08" "POV-09";
    LinkageRequiresLabour "scope_requires_labour" "利益联结只统计有劳动力的户" "linkage counts only households with labour"
        Flag Lasting County targets 10 decides "IND-01";
    WaterMinLitre "water_min_litre" "饮水最低水量" "least drinking water" Litre Lasting County decides "WAT-05";
    WaterMaxMinutes "water_max_minutes" "取水最长时间" "longest way to fetch water" Minutes Lasting County decides "WAT-05";
    WaterMaxMetres "water_max_metres" "取水最大水平距离" "farthest level way to water" Metres Lasting County decides "WAT-05";
    WaterMaxVertical "water_max_vertical" "取水最大垂直距离" "highest climb to water" Metres Lasting County decides "WAT-05";
    WaterMaxOutage "water_max_outage_days" "全年最多断水天数" "most days without water" Days Lasting County decides "WAT-05";
    CompulsoryAgeFrom "compulsory_age_from" "义务教育起始年龄" "compulsory education from age" YearsOfAge Lasting County
        default 6 targets 21 rules 9 decides "EDU-01" "EDU-02";
    CompulsoryAgeTo "compulsory_age_to" "义务教育截止年龄(不含)" "compulsory education below age" YearsOfAge Lasting County
        default 16 targets 21 rules 9 decides "EDU-01" "EDU-02";
    ApproximateTolerance "approx_tolerance_bp" "左右允许偏差" "tolerance of approximate figures" BasisPoints Lasting County
        default 0 targets 54 60 61 decides "WAT-10" "HAB-03" "HAB-04";
    GrantsCountAsIncome "collective_income_include_grant" "集体经济收入计入财政补助" "grants count as collective income"
        Flag Lasting County default 0 targets 7 decides "VIL-01" "VIL-02";
    IdNumbersInPackages "id_numbers_in_packages" "数据包带完整证件号" "identity numbers in packages in full"
        Flag Lasting County default 0;
    IdHashSalt "id_hash_salt" "证件号摘要的加盐数" "number that hashes of identity numbers are salted with"
        Plain Lasting County default 0;
}

/// A fact about divisions that only the county can enter: the plan gives the number but no list (note X-16).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DivisionFlag {
    /// Field of the division record.
    pub field: &'static str,
    /// Short name.
    pub label: Label,
    /// Level of the divisions that carry it.
    pub level: Level,
    /// How many must carry it, by the plan's own baseline.
    pub expected: BaselineId,
}

/// The flags of the county's set-up screen. All start as unknown.
pub static DIVISION_FLAGS: [DivisionFlag; 2] = [
    DivisionFlag {
        field: "is_poverty_township",
        label: Label::new("贫困乡", "poverty township"),
        level: Level::Township,
        expected: BaselineId::of::<1>(),
    },
    DivisionFlag {
        field: "is_poverty_village",
        label: Label::new("贫困村", "poverty village"),
        level: Level::Village,
        expected: BaselineId::of::<2>(),
    },
];

/// A parameter by its key.
pub fn parameter(key: ParameterKey) -> &'static Parameter {
    &PARAMETERS[key as usize]
}

/// A parameter by the key in stored records.
pub fn parameter_with_id(id: &str) -> Option<&'static Parameter> {
    PARAMETERS.iter().find(|parameter| parameter.key.id() == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    #[test]
    fn only_the_choices_of_method_have_a_value_before_the_county_enters_one() {
        let defaults: Vec<_> = PARAMETERS
            .iter()
            .filter_map(|entry| Some((entry.key.id(), entry.default?)))
            .collect();
        let expected = [
            ("income_period_start_mmdd", 101),
            ("compulsory_age_from", 6),
            ("compulsory_age_to", 16),
            ("approx_tolerance_bp", 0),
            ("collective_income_include_grant", 0),
            ("id_numbers_in_packages", 0),
            ("id_hash_salt", 0),
        ];
        assert_eq!(defaults, expected);
        assert!(parameter(ParameterKey::PovertyLine).needs_verification());
        assert!(!parameter(ParameterKey::CompulsoryAgeTo).needs_verification());
    }

    #[test]
    fn a_parameter_is_found_by_both_of_its_keys() {
        for entry in PARAMETERS {
            assert_eq!(parameter(entry.key), entry);
            assert_eq!(parameter_with_id(entry.key.id()), Some(entry));
        }
        assert_eq!(parameter_with_id("poverty_Line"), None);
    }

    #[test]
    fn a_flag_is_a_field_of_the_area_record() {
        for flag in DIVISION_FLAGS {
            assert!(
                Kind::Division.def().position(flag.field).is_some(),
                "{}",
                flag.field
            );
        }
    }

    #[test]
    fn the_county_has_3_poverty_townships_and_32_poverty_villages_to_name() {
        let expected =
            DIVISION_FLAGS.map(|flag| crate::plan::baseline(flag.expected).figures[0].quantity.value);
        assert_eq!(expected, [3, 32]);
    }
}
