//! The household’s income: the year’s sums and, where somebody keeps them, the lines behind them.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 户收入: the income of a household-year (AC07); gross, net and per-head figures are computed from it.
    HouseholdIncomeYear(HouseholdIncomeYearId) = "household_income_year" "户收入" "Household income", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        year: Year = "年度" "Year".required().derived().source("AAR040");
        wage: Fen = "工资性收入" "Wages".group(G::Income).required().source("AAC073");
        business_gross: Fen = "生产经营性收入" "Business income".group(G::Income).required().source("AAC071");
        property: Fen = "财产性收入" "Property income".group(G::Income).required().source("AAC072");
        in_kind: Fen = "实物折算" "Income in kind".group(G::Income).rare();
        transfer_dibao: Fen = "低保金" "Living allowance".group(G::Transfer).source("AAC077");
        transfer_tekun: Fen = "特困供养金" "Destitute support".group(G::Transfer).source("AAC086");
        transfer_pension: Fen = "养老保险金" "Pension".group(G::Transfer).source("AAC087");
        transfer_eco: Fen = "生态补偿金" "Ecological compensation".group(G::Transfer).source("AAC078");
        transfer_family_planning: Fen = "计划生育金" "Family-planning benefit".group(G::Transfer).rare().source("AAC076");
        transfer_farm_subsidy: Fen = "农业支持保护补贴" "Farm subsidy".group(G::Transfer);
        transfer_other: Fen = "其他转移性收入" "Other transfers".group(G::Transfer).source("AAC083");
        cost_operating: Fen = "家庭经营费用" "Operating costs".group(G::Cost).required().source("AAC074");
        cost_other: Fen = "其他经营支出" "Other costs".group(G::Cost).rare();
        cost_tax: Fen = "税费" "Taxes and fees".group(G::Cost).rare();
        cost_method: CostMethod = "支出算法" "How costs were found".group(G::Cost).rare();
        members_counted: Count = "计算人口" "Members counted".required().unit("人", "persons");
        period_start: Date = "统计开始" "Period from".rare();
        period_end: Date = "统计截止" "Period to".rare();
        collected_on: Date = "采集日期" "Collected on";
        confirmed_by_head: bool = "户主签字确认" "Confirmed by the head";
        method_note: String = "说明" "Note".group(G::Other).rare();
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }

    /// 收支明细: a line behind the year's income, for households that keep the card of DOMAIN B4.
    IncomeItem(IncomeItemId) = "income_item" "收支明细" "Income line", Village {
        household_id: HouseholdId = "户" "Household".required().derived();
        year: Year = "年度" "Year".required();
        side: IncomeSide = "收支" "Income or cost".required();
        class: IncomeClass = "类别" "Class".required();
        item_name: String = "项目" "Item";
        quantity: Count = "数量" "Quantity".rare();
        quantity_unit: String = "计量单位" "Unit".rare();
        unit_price: Fen = "单价" "Price of one".rare();
        amount: Fen = "金额" "Amount".required();
        source_doc: String = "凭据" "Document".rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl HouseholdIncomeYear {
    /// 年收入 in fen (AAC081): wages, business, property, transfers and income in kind before costs. A transfer or in-kind
    /// part that is left empty counts as none; it is unknown while wages, business income or property income are.
    pub fn gross(&self) -> Option<Fen> {
        let earned = self.wage?.0 + self.business_gross?.0 + self.property?.0;
        let received = Fen::sum_of_known(&[
            self.in_kind,
            self.transfer_dibao,
            self.transfer_tekun,
            self.transfer_pension,
            self.transfer_eco,
            self.transfer_family_planning,
            self.transfer_farm_subsidy,
            self.transfer_other,
        ]);
        Some(Fen(earned + received.unwrap_or_default().0))
    }

    /// 纯收入 in fen (AAC079): [`gross`](Self::gross) income less business costs (DOMAIN B4, R-05). Other costs and taxes that
    /// are left empty count as none; it is unknown while gross income or operating costs are.
    pub fn net(&self) -> Option<Fen> {
        let costs = Fen::sum_of_known(&[self.cost_other, self.cost_tax]).unwrap_or_default();
        Some(Fen(self.gross()?.0 - costs.0 - self.cost_operating?.0))
    }

    /// 人均纯收入 in fen, rounded half up, of the members counted.
    pub fn per_capita(&self) -> Option<Fen> {
        let members = self
            .members_counted
            .map(|count| count.0)
            .filter(|members| *members > 0)?;
        let net = self.net()?.0;
        Some(Fen((2 * net + members).div_euclid(2 * members)))
    }
}

impl IncomeItem {
    /// 经营支出推算: the cost in fen that the card reckons for an income of this class when nothing was recorded, rounded
    /// half up: 40 % of grain, livestock and other cash crops, 45 % of tobacco, 15 % of forest and fruit (DOMAIN B4).
    pub fn cost_by_ratio(&self) -> Option<Fen> {
        let percent = match self.class.as_ref()? {
            IncomeClass::Grain | IncomeClass::Livestock | IncomeClass::CashCrop => 40,
            IncomeClass::Tobacco => 45,
            IncomeClass::ForestryFruit => 15,
            _ => return None,
        };
        let income = self.amount.filter(|_| self.side == Some(IncomeSide::Income))?;
        Some(Fen((2 * income.0 * percent + 100).div_euclid(200)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn income() -> HouseholdIncomeYear {
        HouseholdIncomeYear {
            wage: Some(Fen(1_000_000)),
            business_gross: Some(Fen(500_000)),
            property: Some(Fen(0)),
            cost_operating: Some(Fen(200_000)),
            transfer_dibao: Some(Fen(100_001)),
            members_counted: Some(Count(2)),
            ..HouseholdIncomeYear::default()
        }
    }

    #[test]
    fn net_income_follows_the_register_formula() {
        assert_eq!(income().net(), Some(Fen(1_400_001)));
        assert_eq!(income().per_capita(), Some(Fen(700_001)));
    }

    #[test]
    fn gross_income_is_known_before_the_costs_are() {
        let without_costs = HouseholdIncomeYear {
            cost_operating: None,
            ..income()
        };
        assert_eq!(
            (without_costs.gross(), without_costs.net()),
            (Some(Fen(1_600_001)), None)
        );
    }

    #[test]
    fn costs_by_ratio_follow_the_card() {
        let item = |side, class| IncomeItem {
            side: Some(side),
            class: Some(class),
            amount: Some(Fen(100_003)),
            ..IncomeItem::default()
        };
        for (class, cost) in [
            (IncomeClass::Grain, Some(40_001)),
            (IncomeClass::Tobacco, Some(45_001)),
            (IncomeClass::ForestryFruit, Some(15_000)),
            (IncomeClass::MigrantWage, None),
        ] {
            assert_eq!(
                item(IncomeSide::Income, class.clone()).cost_by_ratio(),
                cost.map(Fen)
            );
            assert_eq!(item(IncomeSide::Cost, class).cost_by_ratio(), None);
        }
    }

    #[test]
    fn net_income_is_unknown_while_a_main_part_is() {
        assert_eq!(
            HouseholdIncomeYear {
                property: None,
                ..income()
            }
            .net(),
            None
        );
        assert_eq!(
            HouseholdIncomeYear {
                members_counted: Some(Count(0)),
                ..income()
            }
            .per_capita(),
            None
        );
    }
}
