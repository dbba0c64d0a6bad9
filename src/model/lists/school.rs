//! Code lists about schooling.

use crate::model::codes::codes;

codes! {
    /// 控辍保学状态: the states of a student's case (process P-04).
    StudentCaseState = "student_case_state" {
        Enrolled = "enrolled" "在读" "At school" "";
        AtRisk = "at_risk" "疑似辍学" "At risk" "";
        Dropped = "dropped" "已辍学" "Dropped out" "";
        Persuading = "persuading" "劝返中" "Being persuaded" "";
        Returned = "returned" "已复学" "Back at school" "";
        HomeTeaching = "home_teaching" "送教上门" "Taught at home" "";
        Exempt = "exempt" "依法免学/缓学" "Exempt by law" "";
        Closed = "closed" "结案" "Closed" "";
    }

    /// 失学辍学原因.
    DropoutReason = "dropout_reason" {
        Illness = "illness" "因病" "Illness" "";
        Disability = "disability" "因残" "Disability" "";
        Poverty = "poverty" "因贫" "Poverty" "";
        Work = "work" "外出务工" "Work" "";
        Marriage = "marriage" "早婚" "Early marriage" "";
        Truancy = "truancy" "厌学" "Dislike of school" "";
        Relocation = "relocation" "随迁失联" "Moved, no contact" "";
        Other = "other" "其他" "Other" "";
    }

    /// 特殊学生: children who need more care (plan line 58).
    StudentSpecial = "student_special" {
        None = "none" "无" "None" "";
        Disabled = "disabled" "残疾儿童" "Disabled" "";
        LeftBehind = "left_behind" "留守儿童" "Left behind" "";
        DeepDifficulty = "deep_difficulty" "特别困难" "In deep difficulty" "";
    }

    /// 教育资助: kinds of aid (plan line 58).
    EducationAidKind = "education_aid_kind" {
        Yulu = "yulu" "雨露计划" "Yulu Plan" "";
        TuitionFree = "tuition_free" "免学费" "Tuition waived" "";
        Boarder = "boarder" "寄宿生补助" "Boarder’s grant" "";
        Stipend = "stipend" "助学金" "Stipend" "";
        Nutrition = "nutrition" "营养改善" "School meals" "";
        StudentLoan = "student_loan" "生源地助学贷款" "Student loan" "";
        Other = "other" "其他" "Other" "";
    }

    /// 学期.
    SchoolTerm = "school_term" {
        Spring = "spring" "春季学期" "Spring" "";
        Autumn = "autumn" "秋季学期" "Autumn" "";
    }
}
