//! The village's year.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 村年度: what the village enters once a year (AD01–AD10).
    VillageYear(VillageYearId) = "village_year" "村年度情况" "Village year", Village {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        year: Year = "年度" "Year".required().derived();
        households: Count = "总户数" "Households".group(G::Population).required().unit("户", "households").source("AAD005");
        population: Count = "总人口" "Population".group(G::Population).required().unit("人", "persons").source("AAD010");
        /// The denominator of the poverty incidence.
        rural_registered_population: Count = "农业户籍人口" "Rural registered population".group(G::Population).required().unit("人", "persons");
        resident_population: Count = "常住人口" "Resident population".group(G::Population).rare().unit("人", "persons");
        groups: Count = "村民小组数" "Groups".group(G::Population).unit("个", "groups").source("AAD006");
        natural_villages: Count = "自然村数" "Natural villages".group(G::Population).rare().unit("个", "villages");
        labour: Count = "劳动力" "Labour force".group(G::Population).rare().unit("人", "persons").source("AAD017");
        outgoing_workers: Count = "外出务工" "Working away".group(G::Population).rare().unit("人", "persons").source("AAD018");
        minority_population: Count = "少数民族人口" "Minority population".group(G::Population).rare().unit("人", "persons").source("AAD014");
        disabled: Count = "残疾人口" "Disabled persons".group(G::Population).rare().unit("人", "persons").source("AAD016");
        women: Count = "妇女人口" "Women".group(G::Population).rare().unit("人", "persons").source("AAD015");
        dibao_households: Count = "低保户数" "Households with living allowance".group(G::Population).rare().unit("户", "households").source("AAD008");
        dibao_population: Count = "低保人口" "Persons with living allowance".group(G::Population).rare().unit("人", "persons").source("AAD012");
        tekun_households: Count = "特困供养户数" "Destitute households".group(G::Population).rare().unit("户", "households").source("AAD009");
        tekun_population: Count = "特困供养人口" "Destitute persons".group(G::Population).rare().unit("人", "persons").source("AAD013");
        arable: CentiMu = "耕地" "Arable land".group(G::Land).source("AAD019");
        irrigated: CentiMu = "有效灌溉" "Irrigated land".group(G::Land).rare().source("AAD027");
        forest: CentiMu = "林地" "Forest".group(G::Land).source("AAD021");
        grain_green: CentiMu = "退耕还林" "Grain for green".group(G::Land).rare().source("AAD022");
        orchard: CentiMu = "林果" "Orchard".group(G::Land).rare().source("AAD023");
        grass: CentiMu = "牧草地" "Grassland".group(G::Land).rare().source("AAD024");
        water: CentiMu = "水域" "Water".group(G::Land).rare().source("AAD025");
        per_capita_disposable_income: Fen = "农民人均可支配收入" "Disposable income per person".group(G::Income).source("L26");
        collective_income_reported: Fen = "村集体经济收入" "Collective income".group(G::Income).source("AAD302");
        water_pop_total: Count = "供水总人口" "Population to supply".group(G::Living).unit("人", "persons").source("L73");
        water_pop_centralised: Count = "集中供水人口" "Supplied centrally".group(G::Living).unit("人", "persons").source("L73");
        water_pop_tap: Count = "自来水入户人口" "With a tap".group(G::Living).unit("人", "persons").source("L73");
        water_standard_met: bool = "饮水达标" "Water meets the standard".group(G::Living).source("L73");
        water_unsafe_households: Count = "未实现饮水安全户数" "Households without safe water".group(G::Living).rare().unit("户", "households").source("AAD331");
        dangerous_house_households: Count = "危房户数" "Households in a dangerous house".group(G::House).rare().unit("户", "households").source("AAD361");
        passenger_bus: bool = "通客车" "Bus service".group(G::Facilities).source("L71");
        paved_to_township: bool = "到乡镇通硬化路" "Paved road to the township".group(G::Facilities).source("AAD328");
        clinic: ClinicState = "村卫生室" "Clinic".group(G::Facilities).source("L59");
        village_doctors: Count = "村医" "Village doctors".group(G::Facilities).rare().unit("人", "persons").source("AAD393");
        public_toilets: Count = "公共厕所" "Public toilets".group(G::Facilities).rare().unit("个", "toilets").source("AAD392");
        waste_points: Count = "垃圾集中堆放点" "Waste points".group(G::Facilities).rare().unit("个", "points").source("AAD394");
        library: bool = "文化（图书）室" "Reading room".group(G::Facilities).rare().source("AAD401");
        preschool_available: bool = "学前教育可及" "Preschool in reach".group(G::Facilities).source("L58");
        preschool_distance: Metre = "到学前班（园）距离" "Distance to preschool".group(G::Facilities).rare();
        children_3_5: Count = "3—5岁儿童" "Children of 3 to 5".group(G::Facilities).rare().unit("人", "children");
        children_3_5_enrolled: Count = "其中入园" "Of them in preschool".group(G::Facilities).rare().unit("人", "children");
        broadband_households: Count = "通宽带户数" "Households with broadband".group(G::Facilities).rare().unit("户", "households").source("AAD411");
        mobile_internet_households: Count = "手机上网户数" "Households with mobile internet".group(G::Facilities).rare().unit("户", "households").source("AAD413");
        info_service_station: bool = "信息惠民服务站" "Information station".group(G::Facilities).rare().source("L77");
        ecommerce_point: bool = "电商服务点" "E-commerce point".group(G::Facilities).rare().source("L77");
        express_point: bool = "快递点" "Parcel point".group(G::Facilities).rare().source("L77");
        party_members: Count = "中共党员" "Party members".group(G::Organisation).rare().unit("人", "persons").source("AAD037");
        cooperatives: Count = "农民专业合作社" "Cooperatives".group(G::Organisation).rare().unit("个", "cooperatives").source("AAD371");
        team_present: bool = "驻村工作队在岗" "Resident team present".group(G::Organisation).source("L87");
        party_branch_state: PartyBranchState = "党组织状况" "Party branch".group(G::Organisation).rare().source("L87");
        secretary_replaced: bool = "撤换党组织书记" "Secretary replaced".group(G::Organisation).rare().source("L87");
        new_party_members_youth: Count = "新党员：青年农民" "New members: young farmers".group(G::Organisation).rare().unit("人", "persons").source("L87");
        new_party_members_migrant_youth: Count = "新党员：外出务工青年" "New members: migrant youth".group(G::Organisation).rare().unit("人", "persons").source("L87");
        new_party_members_women: Count = "新党员：妇女" "New members: women".group(G::Organisation).rare().unit("人", "persons").source("L87");
        village_rules_revised_on: Date = "村规民约修订日期" "Village rules revised on".group(G::Organisation).rare().source("L88");
        org_villagers_council: bool = "村民议事会" "Villagers’ council".group(G::Organisation).rare().source("L88");
        org_moral_council: bool = "道德评议会" "Moral council".group(G::Organisation).rare().source("L88");
        org_red_white_council: bool = "红白理事会" "Weddings and funerals council".group(G::Organisation).rare().source("L88");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
        source: SourceKind = "数据来源" "Source".group(G::Other).derived().rare();
    }
}
