//! Schooling: one file for each child at risk, and the aid that students get (plan line 58).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 一生一案: one student's case; what was done about it is in [`StudentCaseAction`].
    StudentCase(StudentCaseId) = "student_case" "一生一案" "Student case", Village {
        person_id: PersonId = "学生" "Student".required().derived();
        /// The school year is named by the year in which it begins: 2018 is 2018—2019.
        school_year: Year = "学年（起始年份）" "School year, by its first year".required();
        school: String = "学校" "School".required().sensitive(S::Personal);
        grade: Count = "年级" "Grade".unit("年级", "grade");
        state: StudentCaseState = "状态" "State".required().source("L58");
        reason: DropoutReason = "原因" "Reason".sensitive(S::Health);
        special: StudentSpecial = "特殊学生" "Needs more care".rare().sensitive(S::Health);
        opened: Date = "建案日期" "Opened".required();
        closed: Date = "结案日期" "Closed";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 控辍保学措施: one dated step of a student's case.
    StudentCaseAction(StudentCaseActionId) = "student_case_action" "控辍保学措施" "Step of a student case", Village {
        student_case_id: StudentCaseId = "一生一案" "Student case".required().derived();
        date: Date = "日期" "Date".required();
        who: String = "责任人" "By whom".required().sensitive(S::Personal);
        what: String = "措施" "What was done".required().sensitive(S::Personal);
        result: String = "结果" "Result".sensitive(S::Personal);
    }

    /// 教育资助: aid of one kind for one term.
    EducationAid(EducationAidId) = "education_aid" "教育资助" "Education aid", Village {
        person_id: PersonId = "学生" "Student".required().derived();
        kind: EducationAidKind = "资助类型" "Kind".required().source("L58");
        /// The calendar year in which the term begins.
        year: Year = "年度" "Year".required();
        term: SchoolTerm = "学期" "Term".required();
        amount: Fen = "金额" "Amount".required();
        paid_date: Date = "发放日期" "Paid on";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}
