//! The fields that each indicator reads, in the order of the registry: for docs/TARGETS.md, and for what a department may
//! see of the records (`exchange::disclose`).

use crate::model::Kind;
use std::collections::BTreeMap;

/// What an indicator reads: kinds and their fields, by name.
pub type Needs = BTreeMap<Kind, Vec<&'static str>>;

/// The needs of an indicator, those of others that it builds on among them; none when there is no such indicator.
pub fn needs_of(id: &str) -> Option<Needs> {
    let (_, text) = NEEDS.iter().find(|(needing, _)| *needing == id)?;
    let mut needs = Needs::new();
    for part in text.split(';').map(str::trim) {
        if let Some(other) = part.strip_prefix("= ") {
            needs_of(other)?
                .into_iter()
                .for_each(|(kind, fields)| add(&mut needs, kind, fields));
            continue;
        }
        let (name, fields) = part.split_once(':')?;
        let kind = Kind::from_id(name.trim())?;
        let required = || kind.def().fields.iter().filter(|field| field.required);
        let fields = match fields.trim() {
            "*" => required().map(|field| field.id).collect(),
            fields => fields.split_whitespace().collect(),
        };
        add(&mut needs, kind, fields);
    }
    Some(needs)
}

fn add(needs: &mut Needs, kind: Kind, fields: Vec<&'static str>) {
    let all = needs.entry(kind).or_default();
    for field in fields {
        if !all.contains(&field) {
            all.push(field);
        }
    }
}

macro_rules! needs {
    ($($id:literal $text:expr;)+) => {
        /// `kind: field field; kind: *` for every required field, or also those of another, `= IND-…`.
        pub const NEEDS: &[(&str, &str)] = &[$((concat!("IND-", $id), $text)),+];
    };
}

needs! {
    "POV-01" "household: registered poverty_status exit_year returned_year first_identified; household_status_event: kind date split_from; household_membership: household_id person_id start end";
    "POV-02" "= IND-POV-01";
    "POV-03" "household: cohort_not_exited_2017; = IND-POV-01";
    "POV-04" "village_year: rural_registered_population; = IND-POV-01";
    "POV-05" "= IND-POV-04";
    "POV-06" "division: is_poverty_village is_poverty_township; = IND-POV-04";
    "POV-07" "= IND-POV-01";
    "POV-08" "household_income_year: wage business_gross property cost_operating cost_tax members_counted; = IND-POV-01";
    "POV-09" "policy_parameter: value verified; = IND-POV-08";
    "POV-10" "division: is_poverty_village is_poverty_township; village_year: per_capita_disposable_income; township_year: per_capita_disposable_income";
    "POV-11" "policy_parameter: value verified; = IND-POV-10";
    "POV-12" "household_year: food_assured clothing_assured house_grade; person: birth_date; person_year: student_status education basic_insurance major_illness_insurance; = IND-POV-01";
    "POV-13" "household_year: drinking_safe drinking_difficult; policy_parameter: value verified; household_income_year: wage business_gross property cost_operating members_counted; = IND-POV-12";
    "POV-14" "support_measure: household_id year state; = IND-POV-01";
    "VIL-01" "collective_income_entry: date source amount; policy_parameter: value verified";
    "VIL-02" "division: is_poverty_village; village_year: collective_income_reported; = IND-VIL-01";
    "VIL-03" "division: is_poverty_village; village_year: village_rules_revised_on";
    "VIL-04" "village_year: org_villagers_council org_moral_council org_red_white_council";
    "VIL-05" "division: is_poverty_village; team_assignment: role start end";
    "VIL-06" "party_branch_case: stage surveyed_on accepted_on";
    "VIL-07" "village_year: new_party_members_youth new_party_members_migrant_youth new_party_members_women";
    "VIL-08" "village_activity: kind date";
    "VIL-09" "enterprise_pairing: start end; donation: date amount goods_text";
    "IND-01" "benefit_linkage: household_id start end; person_year: labour; policy_parameter: value verified; = IND-POV-01";
    "IND-02" "township_year: service_group industry_projects industry_projects_guided";
    "IND-03" "benefit_linkage_year: linkage_id year income; benefit_linkage: household_id; = IND-POV-01";
    "EMP-01" "employment_spell: person_id kind start end; = IND-POV-01";
    "EMP-02" "person_year: labour; employment_spell: person_id kind start end; training_attendance: person_id session_id; training_session: date_from; = IND-POV-01";
    "EMP-03" "training_attendance: person_id session_id; training_session: date_from trade";
    "EMP-04" "post_assignment: post_id start end; public_post: kind year quota";
    "EMP-05" "post_assignment: post_id person_id start end; public_post: kind; = IND-POV-01";
    "EMP-06" "person_year: labour employment_willing employment_trades; = IND-POV-01";
    "EMP-07" "org_unit: kind; employment_spell: kind start end";
    "ECO-01" "household_year: grain_green_eligible grain_green; = IND-POV-01";
    "ECO-02" "project: category plan_year stage forest_area";
    "EDU-01" "person: birth_date; person_year: student_status education; student_case: person_id state opened closed; = IND-POV-01";
    "EDU-02" "= IND-EDU-01";
    "EDU-03" "person_year: education_aid_eligible student_status; education_aid: person_id year; = IND-POV-01";
    "EDU-04" "division: is_poverty_village; village_year: preschool_available";
    "EDU-05" "person_year: vocational_willing vocational_completed student_status; = IND-POV-01";
    "MED-01" "person_year: basic_insurance; = IND-POV-01";
    "MED-02" "person_year: major_illness_insurance; = IND-POV-01";
    "MED-03" "person_year: medical_aid_covered; = IND-POV-01";
    "MED-04" "person_year: basic_insurance basic_premium_payer; = IND-POV-01";
    "MED-05" "medical_event: person_id date referral_compliant self_pay; policy_parameter: value verified; = IND-POV-01";
    "MED-06" "medical_event: person_id kind date self_pay total; = IND-POV-01";
    "MED-07" "= IND-MED-06";
    "MED-08" "doctor_contract: start end; doctor_service: contract_id date";
    "MED-09" "person_year: health; illness_case: person_id batch; = IND-POV-01";
    "MED-10" "project: batch stage accepted_on";
    "MED-11" "medical_institution: one_stop";
    "HOU-01" "dangerous_house: household_id category identified_year state accepted";
    "HOU-02" "dangerous_house: added_by_adjustment; = IND-HOU-01";
    "HOU-03" "dangerous_house: household_id state accepted closed";
    "HOU-04" "dangerous_house: household_id category state accepted";
    "SOC-01" "person: birth_date; person_year: student_status pension; = IND-POV-01";
    "SOC-02" "person: birth_date; person_year: student_status pension_aid_eligible pension_premium_payer; = IND-POV-01";
    "SOC-03" "household_year: dibao_eligible; person_year: dibao; = IND-POV-01";
    "SOC-04" "social_grant: household_id kind from_month; = IND-POV-01";
    "SOC-05" "person_year: tekun; = IND-POV-01";
    "SOC-06" "project: category stage accepted_on";
    "SOC-07" "person_year: left_behind; = IND-POV-01";
    "REL-01" "relocation: household_id site_id registered occupied moved_in_on persons; relocation_site: kind";
    "REL-02" "relocation_site: kind accepted";
    "REL-03" "relocation_site: kind accepted planned_households planned_persons";
    "REL-04" "= IND-REL-01";
    "REL-05" "relocation: household_id site_id registered accompanying old_house reclaimed_on regreened_on; relocation_site: kind";
    "REL-06" "relocation: household_id registered followup_industry followup_sector_help followup_training followup_transfer";
    "PRJ-01" "project: stage completed_on accepted_on";
    "PRJ-02" "project: planned_county planned_central planned_provincial planned_municipal planned_society planned_household planned_loan; project_payment: project_id date amount";
    "PRJ-03" "project: performance_goal publicity_done";
    "ROD-01" "project: batch stage accepted_on works_count length";
    "ROD-02" "= IND-ROD-01";
    "ROD-03" "project: batch stage accepted_on length";
    "ROD-04" "division: is_poverty_village; village_year: passenger_bus";
    "WAT-01" "village_year: water_pop_centralised water_pop_total";
    "WAT-02" "village_year: water_pop_tap water_pop_total";
    "WAT-03" "water_work: scale guarantee_num guarantee_den";
    "WAT-04" "division: is_poverty_village; village_year: water_standard_met";
    "WAT-05" "household_year: drinking_safe drinking_difficult; = IND-POV-01";
    "WAT-06" "project: batch stage accepted_on works_count served_persons irrigated_new irrigated_improved";
    "WAT-07" "= IND-WAT-06";
    "WAT-08" "project: batch stage accepted_on served_groups served_persons";
    "WAT-09" "project: batch stage accepted_on served_persons";
    "WAT-10" "project: batch plan_year stage completed_on accepted_on served_persons planned_county planned_central planned_provincial planned_municipal planned_society planned_household planned_loan";
    "DTP-01" "project: batch stage accepted_on";
    "DTP-02" "household: direct_transition_group; training_attendance: person_id session_id; training_session: date_from; household_membership: household_id person_id start end";
    "NET-01" "village_year: broadband_households info_service_station ecommerce_point express_point";
    "HAB-01" "project: batch division_code; project_payment: project_id date amount";
    "HAB-02" "natural_village_year: is_habitat_demo work_separate_livestock work_separate_sewage work_greening_lighting work_inner_road work_villager_quality";
    "HAB-03" "natural_village_year: is_habitat_demo waste_treated";
    "HAB-04" "natural_village_year: is_habitat_demo sanitary_toilet_households toilet_households";
    "HAB-05" "= IND-HAB-02";
    "ISS-01" "issue: problem_no state closed_on";
    "ISS-02" "issue: state closed_on deadline";
    "CLR-01" "household_year: clarity_family clarity_cause clarity_measure clarity_input_output clarity_responsibility clarity_schedule; = IND-CLR-02; = IND-CLR-03; = IND-CLR-05; = IND-CLR-06; = IND-CLR-07";
    "CLR-02" "household_year: clarity_family arable house_grade house_area drinking_safe drinking_difficult living_power; person: sex birth_date; person_year: labour health; household_membership: relation; household_income_year: wage business_gross property cost_operating members_counted; = IND-POV-01";
    "CLR-03" "household: main_cause other_causes; household_year: clarity_cause; person: disability_category; person_year: health student_status; = IND-POV-01";
    "CLR-04" "household_year: clarity_measure; support_measure: household_id year state category content; = IND-POV-01";
    "CLR-05" "household_year: clarity_input_output; support_measure: household_id year state input_county input_central input_provincial input_municipal input_society input_household input_loan actual_income result_text; = IND-POV-01";
    "CLR-06" "household_year: clarity_responsibility; helper_assignment: household_id start end; village_help_unit: village_code start end; = IND-POV-01";
    "CLR-07" "household: exit_year planned_exit_year; household_year: clarity_schedule; = IND-POV-01";
    "CLR-08" "support_measure: household_id year state; = IND-POV-01";
    "HLP-01" "helper_assignment: household_id start end; = IND-POV-01";
    "OBL-01" "meeting: kind date";
    "OBL-02" "division: is_poverty_township; visit: post purpose target_code date";
    "OBL-03" "division: is_poverty_village; visit: post purpose target_code date";
    "OBL-04" "division: is_poverty_village; village_help_unit: leader_official_id leader_name start end; visit: official_id official_name purpose target_code date";
    "OBL-05" "meeting: kind date";
    "OBL-06" "division: is_poverty_village; visit: post purpose target_code date";
    "OBL-07" "visit: post purpose household_id date; = IND-POV-01";
    "OBL-08" "report: kind period submitted_on";
    "OBL-09" "division: is_poverty_village; official: posts active_from active_to; visit: official_id purpose target_code date problems_solved";
    "OBL-10" "meeting: kind date";
    "OBL-11" "report: kind period submitted_on";
    "OBL-12" "division: is_poverty_village; team_assignment: start";
    "OBL-13" "official: posts active_from active_to; training_attendance: official_id session_id; training_session: date_from";
    "OBL-14" "visit: household_id purpose date; = IND-POV-01";
    "FIN-01" "county_year: integrated_fund";
    "FIN-02" "county_year: special_fund";
    "DOC-01" "formal_document: kind submitted from_unit_id from_name; org_unit: name";
    "DOC-02" "formal_document: kind year submitted";
    "DOC-03" "formal_document: kind year score grade applied to_code to_unit_id; org_unit: kind";
    "PUB-01" "county_year: public_services_met";
    "DQ-01" "household: *; household_year: *; household_income_year: *; person: *; person_year: *; = IND-POV-01";
    "DQ-02" "data_issue: rule_id record_kind record_id field state reason value_digest; = IND-DQ-01";
}
