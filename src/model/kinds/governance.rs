//! Governance: meetings, reports, documents, the years of township and county, and the problems to be put right.

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 会议 (plan lines 88, 102).
    Meeting(MeetingId) = "meeting" "会议" "Meeting", Maker {
        kind: MeetingKind = "会议类型" "Kind".required().source("L102");
        date: Date = "日期" "Date".required();
        organiser_code: DivisionCode = "召开地区" "Held in".required().derived();
        organiser_unit_id: OrgUnitId = "召开单位" "Held by".rare();
        chair_id: OfficialId = "主持人" "Chair".rare();
        chair_name: String = "主持人姓名" "Name of the chair".sensitive(S::Personal);
        topic: String = "议题" "Topic".required();
        decisions: String = "议定事项" "Decisions".sensitive(S::Personal);
        attendees: Vec<String> = "参会人员" "Attendees".rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 汇报 (plan lines 102, 112).
    Report(ReportId) = "report" "汇报" "Report", Maker {
        kind: ReportKind = "汇报类型" "Kind".required().source("L102");
        from_code: DivisionCode = "汇报地区" "From".required().derived();
        to_code: DivisionCode = "汇报对象" "To".derived();
        period: YearMonth = "月份" "Month".required();
        submitted_on: Date = "报送日期" "Handed in".required().source("L102");
        summary: String = "内容摘要" "Summary".sensitive(S::Personal);
        /// The checksum of the package that the report was made from.
        generated_from_export: String = "对应数据包" "Made from the package".rare().derived();
    }

    /// 文书: plans, letters, commitments, assessments and notices (plan lines 106, 112).
    FormalDocument(FormalDocumentId) = "formal_document" "文书" "Document", Maker {
        kind: DocumentKind = "文书类型" "Kind".required().source("L106");
        title: String = "名称" "Title";
        year: Year = "年度" "Year".required();
        period: YearMonth = "月份" "Month".rare();
        from_code: DivisionCode = "报送（签订）地区" "From the area".rare();
        from_unit_id: OrgUnitId = "报送（签订）单位" "From the unit".rare();
        from_name: String = "报送（签订）单位名称" "From, as written".required();
        to_code: DivisionCode = "接收地区" "To the area".rare();
        to_unit_id: OrgUnitId = "接收单位" "To the unit".rare();
        to_name: String = "接收单位名称" "To, as written";
        due: Date = "期限" "Due".source("L112");
        submitted: Date = "报送（签订）日期" "Handed in or signed".source("L112");
        score: Count = "得分" "Score".group(G::Benefit).rare().unit("百分之一分", "1/100 points").source("L106");
        grade: String = "等次" "Grade".group(G::Benefit).rare().source("L106");
        applied: bool = "考核结果已挂钩" "Linked to the yearly evaluation".group(G::Benefit).rare().source("L106");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 乡镇年度: what a township enters once a year.
    TownshipYear(TownshipYearId) = "township_year" "乡镇年度情况" "Township year", Township {
        township_code: DivisionCode = "乡镇（街道）" "Township".required().derived();
        year: Year = "年度" "Year".required().derived();
        rural_registered_population: Count = "农业户籍人口" "Rural registered population".group(G::Population).unit("人", "persons");
        per_capita_disposable_income: Fen = "农民人均可支配收入" "Disposable income per person".group(G::Income).required().source("L26");
        service_group: bool = "产业扶贫技术服务组" "Technical service group".group(G::Organisation).required().source("L48");
        industry_projects: Count = "产业扶贫项目（点）" "Industry projects".group(G::Organisation).required().unit("个", "projects").source("L48");
        industry_projects_guided: Count = "其中有技术指导" "Of them with technical guidance".group(G::Organisation).required().unit("个", "projects").source("L48");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 县年度: what the county enters once a year.
    CountyYear(CountyYearId) = "county_year" "县年度情况" "County year", County {
        county_code: DivisionCode = "县" "County".required().derived();
        year: Year = "年度" "Year".required().derived();
        rural_registered_population: Count = "农业户籍人口" "Rural registered population".group(G::Population).unit("人", "persons");
        per_capita_disposable_income: Fen = "农民人均可支配收入" "Disposable income per person".group(G::Income).source("L26");
        integrated_fund: Fen = "县财政整合资金" "Integrated funds".group(G::Money).required().source("L104");
        special_fund: Fen = "县财政专项扶贫资金" "Special funds".group(G::Money).required().source("L104");
        public_services_met: bool = "基本公共服务主要领域指标达到目标" "Basic public services reach the goal".group(G::Facilities).source("L26");
        public_services_note: String = "基本公共服务情况" "Basic public services".group(G::Facilities).source("L26");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 整改问题: one of the 203 problems of plan line 94, or a later one; its steps are in [`IssueProgress`].
    Issue(IssueId) = "issue" "整改问题" "Issue", County {
        problem_no: Count = "问题序号" "Number of the problem".required().source("L94");
        item_no: Count = "条目序号" "Number of the item".source("L94");
        category: IssueCategory = "大类" "Category".required().source("L94");
        area: IssueArea = "领域" "Area of work".required().source("L94");
        origin: IssueOrigin = "来源" "Origin".required().source("L94");
        text: String = "问题" "Problem".required();
        owner_unit_id: OrgUnitId = "责任单位" "Responsible unit".rare();
        owner_unit_name: String = "责任单位名称" "Responsible unit, as written".required().source("L94");
        cooperating: Vec<String> = "配合单位" "Cooperating units".rare();
        target_code: DivisionCode = "涉及地区" "Area concerned".rare();
        deadline: Date = "整改时限" "Deadline".group(G::Schedule).source("L94");
        state: IssueState = "状态" "State".group(G::Schedule).required().source("L94");
        closed_on: Date = "销号日期" "Closed on".group(G::Schedule).source("L94");
        reviewer: String = "复核人" "Reviewed by".group(G::Schedule).rare().sensitive(S::Personal);
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 整改进展: one dated step of an issue.
    IssueProgress(IssueProgressId) = "issue_progress" "整改进展" "Step of an issue", County {
        issue_id: IssueId = "问题" "Issue".required().derived();
        date: Date = "日期" "Date".required();
        text: String = "进展" "What was done".required();
        state: IssueState = "整改后状态" "State after it".rare();
    }
}
