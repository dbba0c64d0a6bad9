//! What keeps the register honest: answers to the plan's unnumbered requirements, findings that somebody dealt with, and
//! the evidence of records.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Sensitivity as S;

records! {
    /// 清单核对: the answer of an area, a unit or a household to a requirement without a number, once a year (DOMAIN A8).
    ChecklistAnswer(ChecklistAnswerId) = "checklist_answer" "清单核对" "Checklist answer", Maker {
        item: ChecklistItem = "事项" "Requirement".required().derived();
        year: Year = "年度" "Year".required().derived();
        division_code: DivisionCode = "地区" "Area".derived();
        unit_id: OrgUnitId = "单位" "Unit".rare().derived();
        household_id: HouseholdId = "户" "Household".rare().derived();
        answer: bool = "是否做到" "Done".required();
        date: Date = "核对日期" "Checked on";
        evidence: String = "依据" "Evidence".sensitive(S::Personal);
    }

    /// 数据疑点: what somebody decided about a finding of a consistency rule. The finding itself is computed, never stored.
    DataIssue(DataIssueId) = "data_issue" "数据疑点" "Data issue", Maker {
        rule_id: String = "规则" "Rule".required().derived();
        record_kind: String = "记录类型" "Kind of record".required().derived();
        record_id: String = "记录" "Record".required().derived();
        field: String = "字段" "Field".derived();
        detected_on: Date = "发现日期" "Found on".derived().rare();
        state: FindingState = "处理" "What became of it".required();
        reason: String = "理由" "Reason".sensitive(S::Personal);
        /// What the finding rested on when it was accepted: another value, and it is a finding again.
        value_digest: String = "依据摘要" "Digest of what was accepted".derived().rare().sensitive(S::Health);
    }

    /// 询问退回: what an office asks about a record, or returns for correction. It lies in the village's own records, travels
    /// down with a receipt and up again with the village's answer (DOMAIN C3: a level may annotate what it does not own).
    Question(QuestionId) = "question" "询问退回" "Question", Maker {
        record_kind: String = "记录类型" "Kind of record".required().derived();
        record_id: String = "记录" "Record".required().derived();
        field: String = "栏目" "Field".derived();
        text: String = "问题" "Question".required().sensitive(S::Personal);
        asked_by: String = "提出人" "Asked by".derived().sensitive(S::Personal);
        asked_on: Date = "提出日期" "Asked on".derived();
        answer: String = "答复" "Answer".sensitive(S::Personal);
        answered_on: Date = "答复日期" "Answered on".derived();
        settled: bool = "已了结" "Settled";
    }

    /// 附件: a photograph or scan that proves a record. It names its record, so that records hold no lists of files; the
    /// bytes stay on the device.
    Attachment(AttachmentId) = "attachment" "附件" "Attachment", Maker {
        record_kind: String = "记录类型" "Kind of record".required().derived();
        record_id: String = "记录" "Record".required().derived();
        caption: String = "说明" "Caption".sensitive(S::Personal);
        taken_on: Date = "拍摄日期" "Taken on";
        mime: String = "文件类型" "File type".required().derived();
        bytes_sha256: String = "内容摘要" "Hash of the content".required().derived().rare();
        size: Count = "大小" "Size".required().derived().rare().unit("字节", "bytes");
    }
}
