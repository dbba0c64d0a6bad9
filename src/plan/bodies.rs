//! The bodies (单位) that lead or share a measure: 32 bodies of the county and 4 generic groups.

use crate::model::{Label, OrgKind};

macro_rules! bodies {
    ($($variant:ident $id:literal $kind:ident $zh:literal [$($alias:literal),*] $en:literal;)+) => {
        /// A body the plan names, those with the most measures first.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Body {
            $(#[doc = concat!($zh, ": ", $en, ".")] $variant,)+
        }

        impl Body {
            /// All bodies, the four groups last.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable id used in stored records.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The corrected official short name and its translation.
            pub const fn label(self) -> Label {
                match self { $(Self::$variant => Label::new($zh, $en),)+ }
            }

            /// Other spellings, slips of the plan's print included (note X-08).
            pub const fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($alias),*],)+ }
            }

            /// What sort of body it is.
            pub const fn kind(self) -> OrgKind {
                match self { $(Self::$variant => OrgKind::$kind,)+ }
            }
        }
    };
}

bodies! {
    PovertyOffice "poverty_office" CountyBureau "县扶贫办" [] "poverty alleviation office";
    Finance "finance" CountyBureau "县财政局" [] "finance bureau";
    Agriculture "agriculture" CountyBureau "县农业局" [] "agriculture bureau";
    Housing "housing" CountyBureau "县住房城乡建设局" [] "housing and construction bureau";
    HumanResources "human_resources" CountyBureau "县人力资源社会保障局" [] "human resources and social security bureau";
    CivilAffairs "civil_affairs" CountyBureau "县民政局" [] "civil affairs bureau";
    Forestry "forestry" CountyBureau "县林业局" [] "forestry bureau";
    Education "education" CountyBureau "县教育局" [] "education bureau";
    Water "water" CountyBureau "县水利局" [] "water bureau";
    Reform "development_reform" CountyBureau "县发展改革局" ["县发改局"] "development and reform bureau";
    Transport "transport" CountyBureau "县交通运输局" [] "transport bureau";
    Health "health" CountyBureau "县卫生计生局" [] "health and family planning bureau";
    Industry "industry_information" CountyBureau "县工业商贸科技信息局" [] "industry, commerce, science and information bureau";
    DisabledFederation "disabled_federation" MassOrg "县残联" [] "disabled persons' federation";
    PartyOrganisation "party_organisation" PartyOrgan "县委组织部" [] "party organisation department";
    PartyPublicity "party_publicity" PartyOrgan "县委宣传部" [] "party publicity department";
    CommerceFederation "commerce_federation" MassOrg "县工商联" [] "federation of industry and commerce";
    UnitedFront "united_front" PartyOrgan "县委统战部" [] "united front work department";
    Culture "culture_sport" CountyBureau "县文化广电体育局" ["县化广电体育局"] "culture, broadcasting and sport bureau";
    Land "land_resources" CountyBureau "县国土资源局" [] "land and resources bureau";
    Women "women_federation" MassOrg "县妇联" [] "women's federation";
    Tourism "tourism" CountyBureau "县旅游发展局" [] "tourism bureau";
    Discipline "discipline" PartyOrgan "县纪委监委" [] "discipline inspection and supervision commission";
    SupplyCooperative "supply_cooperative" MassOrg "县供销合作联社" [] "supply and marketing cooperative union";
    Tobacco "tobacco" CountyBureau "县烟办" [] "tobacco office";
    Environment "environment" CountyBureau "县环境保护局" [] "environmental protection bureau";
    NewCountryside "new_countryside" CountyBureau "县新农办" [] "new countryside office";
    Justice "justice" CountyBureau "县司法局" [] "justice bureau";
    PoliticalLegal "political_legal" PartyOrgan "县委政法委" [] "political and legal commission";
    Civility "civility" PartyOrgan "县文明办" [] "civility office";
    TradeUnion "trade_union" MassOrg "县总工会" [] "federation of trade unions";
    YouthLeague "youth_league" MassOrg "团县委" [] "youth league committee";
    PairingDepartments "pairing_departments" HelperUnit "各挂包部门" [] "all pairing departments";
    RelevantBodies "relevant_bodies" Other "各相关单位" [] "all bodies concerned";
    AllTownships "all_townships" Township "各乡镇(街道)" ["各乡镇〈街道〉", "各乡镇（街道）"] "all townships and subdistricts";
    RelevantTownships "relevant_townships" Township "相关乡镇" [] "the townships concerned";
}

impl Body {
    /// Whether the plan names a role here instead of one body.
    pub const fn is_group(self) -> bool {
        matches!(
            self,
            Self::PairingDepartments | Self::RelevantBodies | Self::AllTownships | Self::RelevantTownships
        )
    }

    /// Finds a body by its stable id.
    pub fn with_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|body| body.id() == id)
    }

    /// Finds a body by its name or any other spelling the plan prints.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|body| body.label().zh == name || body.aliases().contains(&name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_the_plan_slipped_on_name_the_same_body() {
        assert_eq!(Body::named("县发改局"), Some(Body::Reform));
        assert_eq!(Body::named("县化广电体育局"), Some(Body::Culture));
        assert_eq!(Body::named("各乡镇〈街道〉"), Some(Body::AllTownships));
        assert_eq!(Body::named("县粮食局"), None);
    }

    #[test]
    fn a_body_is_found_by_its_stable_id() {
        for body in Body::ALL {
            assert_eq!(Body::with_id(body.id()), Some(*body));
        }
    }
}
