//! Social protection: grants, and the watch over households that may fall back (plan line 63, DOMAIN B9).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 救助补贴: a grant to a household or one of its members: monthly, once, or both.
    SocialGrant(SocialGrantId) = "social_grant" "救助补贴" "Grant", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        person_id: PersonId = "受益人" "Person".rare();
        kind: GrantKind = "类型" "Kind".required().sensitive(S::Health).source("L63");
        from_month: YearMonth = "开始月份" "From".required();
        to_month: YearMonth = "结束月份" "Until";
        monthly: Fen = "月金额" "A month".group(G::Money);
        lump: Fen = "一次性金额" "Once".group(G::Money);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 防返贫监测: a household watched because it may become poor (again); its measures point back to it.
    MonitoringCase(MonitoringCaseId) = "monitoring_case" "防返贫监测" "Monitoring", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        kind: MonitoringKind = "监测对象类别" "Kind".required();
        identified: YearMonth = "识别时间" "Identified".required();
        risks: Vec<MonitoringRisk> = "致贫返贫风险" "Risks".required().sensitive(S::Health);
        cleared: YearMonth = "风险消除时间" "Cleared";
        cleared_how: RiskEnd = "风险消除方式" "How it was cleared";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl SocialGrant {
    /// What the grant came to from its first month through `until`, in fen: the months it ran and the lump sum. Unknown
    /// while the first month, or both sums, are.
    pub fn paid_until(&self, until: YearMonth) -> Option<Fen> {
        let first = self.from_month?;
        let last = self.to_month.map_or(until, |end| end.min(until));
        let months = (last.months_since(first) + 1).max(0);
        let monthly = self.monthly.map(|fen| Fen(fen.0 * months));
        let lump = self.lump.map(|fen| if first <= until { fen } else { Fen(0) });
        Fen::sum_of_known(&[monthly, lump])
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn month(text: &str) -> YearMonth {
        YearMonth::parse(text).unwrap()
    }

    #[test]
    fn a_grant_counts_its_months_through_the_last_one() {
        let grant = SocialGrant {
            from_month: Some(month("2018-11")),
            to_month: Some(month("2019-02")),
            monthly: Some(Fen(25_000)),
            lump: Some(Fen(100)),
            ..SocialGrant::default()
        };
        for (until, fen) in [
            ("2018-10", 0),
            ("2018-11", 25_100),
            ("2018-12", 50_100),
            ("2020-12", 100_100),
        ] {
            assert_eq!(grant.paid_until(month(until)), Some(Fen(fen)), "{until}");
        }
    }

    #[test]
    fn a_grant_without_sums_is_unknown() {
        let grant = SocialGrant {
            from_month: Some(month("2018-11")),
            ..SocialGrant::default()
        };
        assert_eq!(grant.paid_until(month("2018-12")), None);
    }
}
