//! Health: illness, its costs, and the doctors' contracts (plan line 59).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 病情核实: a person's illness, verified and put in one of the three batches.
    IllnessCase(IllnessCaseId) = "illness_case" "病情核实" "Illness", Village {
        person_id: PersonId = "患者" "Patient".required().derived();
        disease: String = "病种" "Disease".required().sensitive(S::Health);
        since: YearMonth = "患病时间" "Since".sensitive(S::Health);
        batch: IllnessBatch = "分类" "Batch".required().sensitive(S::Health).source("L59");
        state: IllnessState = "状态" "State".required().sensitive(S::Health);
        verified_on: Date = "核实日期" "Verified on".sensitive(S::Health);
        verifier: String = "核实人" "Verified by".rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Health);
    }

    /// 就医结算: one treatment and who paid for it.
    MedicalEvent(MedicalEventId) = "medical_event" "就医结算" "Medical bill", Village {
        person_id: PersonId = "患者" "Patient".required().derived();
        kind: MedicalEventKind = "就医类型" "Kind".required().sensitive(S::Health);
        admitted: Date = "入院日期" "Admitted".sensitive(S::Health);
        /// The day of discharge, or of the visit; its year is the year the costs count in.
        date: Date = "出院（就诊）日期" "Discharged or seen on".required().sensitive(S::Health);
        institution: String = "医疗机构" "Institution".required().sensitive(S::Health);
        institution_id: MedicalInstitutionId = "定点医疗机构" "Designated institution".rare();
        in_county: bool = "县内就医" "In the county".required();
        referral_compliant: bool = "符合转诊转院规范" "Referred by the rules".required().source("L59");
        treat_first: bool = "先诊疗后付费" "Treated first, paid later".source("L59");
        one_stop: bool = "一站式结算" "Settled at one stop".source("L59");
        total: Fen = "总费用" "Total".group(G::Bills).required().sensitive(S::Health).source("L59");
        in_policy_scope: Fen = "政策范围内费用" "Within the policy".group(G::Bills).rare().sensitive(S::Health);
        pay_basic: Fen = "基本医保报销" "Basic insurance".group(G::Bills).required().sensitive(S::Health);
        pay_major: Fen = "大病保险报销" "Major-illness insurance".group(G::Bills).sensitive(S::Health);
        pay_aid: Fen = "医疗救助" "Medical aid".group(G::Bills).sensitive(S::Health);
        pay_fallback: Fen = "政府兜底" "Government fallback".group(G::Bills).sensitive(S::Health);
        pay_other: Fen = "其他支付" "Others".group(G::Bills).rare().sensitive(S::Health);
        self_pay: Fen = "个人自付" "Paid by the person".group(G::Bills).required().sensitive(S::Health);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Health);
    }

    /// 家庭医生签约.
    DoctorContract(DoctorContractId) = "doctor_contract" "家庭医生签约" "Doctor’s contract", Village {
        person_id: PersonId = "签约人" "Person".required().derived();
        official_id: OfficialId = "家庭医生" "Doctor".rare();
        doctor_name: String = "家庭医生姓名" "Name of the doctor".required().sensitive(S::Personal);
        start: Date = "签约日期" "From".required().source("L59");
        end: Date = "到期日期" "Until";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Health);
    }

    /// 履约服务: one day on which the doctor served under a contract. Its identifier is contract and day.
    DoctorService(DoctorServiceId) = "doctor_service" "履约服务" "Doctor’s service", Village {
        contract_id: DoctorContractId = "签约" "Contract".required().derived();
        date: Date = "服务日期" "Date".required().derived();
        content: String = "服务内容" "What was done".sensitive(S::Health);
    }

    /// 定点医疗机构: one of those that settle at one stop (plan line 59: 19).
    MedicalInstitution(MedicalInstitutionId) = "medical_institution" "定点医疗机构" "Medical institution", County {
        name: String = "名称" "Name".required();
        unit_id: OrgUnitId = "单位" "Unit".rare();
        division_code: DivisionCode = "所在地区" "Area";
        one_stop: bool = "一站式结算" "Settles at one stop".required().source("L59");
        treat_first: bool = "先诊疗后付费" "Treats first, is paid later".required().source("L59");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}

impl MedicalEvent {
    /// What insurances and aid paid, in fen. A part other than the basic insurance that is left empty counts as none;
    /// it is unknown while the basic insurance is.
    pub fn paid_for(&self) -> Option<Fen> {
        let basic = self.pay_basic?;
        let others = [self.pay_major, self.pay_aid, self.pay_fallback, self.pay_other];
        Some(Fen(basic.0 + Fen::sum_of_known(&others).unwrap_or_default().0))
    }

    /// 应自付: total less what was paid for, in fen (V-MD-3); unknown while one of the two is.
    pub fn self_pay_expected(&self) -> Option<Fen> {
        Some(Fen(self.total?.0 - self.paid_for()?.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn self_pay_is_the_total_less_what_was_paid_for() {
        let bill = MedicalEvent {
            total: Some(Fen(1_234_567)),
            pay_basic: Some(Fen(800_000)),
            pay_major: Some(Fen(200_000)),
            pay_aid: Some(Fen(111_110)),
            ..MedicalEvent::default()
        };
        assert_eq!(bill.paid_for(), Some(Fen(1_111_110)));
        assert_eq!(bill.self_pay_expected(), Some(Fen(123_457)));
    }

    #[test]
    fn self_pay_is_unknown_while_the_total_or_the_basic_insurance_is() {
        let total = Some(Fen(100));
        let without_basic = MedicalEvent {
            total,
            pay_aid: total,
            ..MedicalEvent::default()
        };
        assert_eq!(without_basic.self_pay_expected(), None);
        let without_total = MedicalEvent {
            pay_basic: total,
            ..MedicalEvent::default()
        };
        assert_eq!(without_total.self_pay_expected(), None);
    }
}
