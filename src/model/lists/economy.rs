//! Code lists about income, business and the village's own money.

use crate::model::codes::codes;

codes! {
    /// 收支方向: the side of a line of income.
    IncomeSide = "income_side" {
        Income = "income" "收入" "Income" "";
        Cost = "cost" "支出" "Cost" "";
    }

    /// 收支类别: the lines of the household's income card (DOMAIN B4).
    IncomeClass = "income_class" {
        MigrantWage = "migrant_wage" "务工收入" "Wages" "";
        PublicPostPay = "public_post_pay" "公益性岗位报酬" "Pay of a public post" "";
        Grain = "grain" "粮食" "Grain" "";
        Tobacco = "tobacco" "烤烟" "Tobacco" "";
        Livestock = "livestock" "畜禽出栏" "Livestock" "";
        ForestryFruit = "forestry_fruit" "林果" "Forest and fruit" "";
        CashCrop = "cash_crop" "其他经济作物" "Other cash crops" "";
        OtherBusiness = "other_business" "其他经营" "Other business" "";
        Interest = "interest" "利息" "Interest" "";
        AssetReturn = "asset_return" "资产收益" "Return on assets" "";
        HouseRent = "house_rent" "房租" "Rent of a house" "";
        LandTransfer = "land_transfer" "土地流转金" "Rent of land" "";
        Transfer = "transfer" "转移性收入" "Transfer" "";
        InKind = "in_kind" "实物折算" "In kind" "";
        Tax = "tax" "税费" "Taxes and fees" "";
        Other = "other" "其他" "Other" "";
    }

    /// 产业: industries of the plan (line 48).
    IndustryKind = "industry_kind" {
        Crop = "crop" "种植" "Crops" "";
        Livestock = "livestock" "养殖" "Livestock" "";
        ForestryFruit = "forestry_fruit" "林果" "Forest and fruit" "";
        Processing = "processing" "农产品加工" "Processing" "";
        Leisure = "leisure" "休闲农业" "Leisure farming" "";
        Tourism = "tourism" "乡村旅游" "Rural tourism" "";
        Solar = "solar" "光伏发电" "Solar power" "";
        ColdChain = "cold_chain" "冷链物流" "Cold chain" "";
        Other = "other" "其他" "Other" "";
    }

    /// 经营主体: who leads households along (plan line 48).
    OperatorKind = "operator_kind" {
        LeadingEnterprise = "leading_enterprise" "龙头企业" "Leading enterprise" "";
        Cooperative = "cooperative" "农民合作社" "Cooperative" "";
        FamilyFarm = "family_farm" "家庭农场" "Family farm" "";
        BigHousehold = "big_household" "专业大户" "Large producer" "";
        Pioneer = "pioneer" "创业致富带头人" "Pioneer" "";
        VillageCollective = "village_collective" "村集体" "Village collective" "";
    }

    /// 利益联结方式: how a household shares in the business (plan line 48).
    LinkageKind = "linkage_kind" {
        Share = "share" "股份合作" "Shares" "";
        Order = "order" "订单帮扶" "Orders" "";
        Trusteeship = "trusteeship" "生产托管" "Trusteeship" "";
        LandLease = "land_lease" "土地流转" "Land lease" "";
        Employment = "employment" "务工带动" "Employment" "";
        AssetIncome = "asset_income" "资产收益" "Income from assets" "";
        Other = "other" "其他" "Other" "";
    }

    /// 集体经济收入来源: the channels of plan lines 48 and 87.
    CollectiveIncomeSource = "collective_income_source" {
        AssetActivation = "asset_activation" "盘活集体资源" "Idle assets put to use" "";
        Shareholding = "shareholding" "入股参股" "Shareholding" "";
        QuantifiedAsset = "quantified_asset" "量化资产收益" "Quantified assets" "";
        Cooperative = "cooperative" "强基惠农股份合作经济" "Shareholding cooperative" "";
        Leasing = "leasing" "租赁" "Leasing" "";
        Operation = "operation" "经营" "Business" "";
        Service = "service" "服务" "Services" "";
        Grant = "grant" "财政补助" "Grant" "";
        Donation = "donation" "捐赠" "Donation" "";
        Other = "other" "其他" "Other" "";
    }
}
