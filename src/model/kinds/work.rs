//! Work: employment, training, public posts and the posts that employers offer (plan lines 50, 52).

use super::*;
use crate::model::record::records;
use crate::model::*;
use Group as G;
use Sensitivity as S;

records! {
    /// 就业记录: one stretch of work of a person; months and new transfers are counted from these.
    EmploymentSpell(EmploymentSpellId) = "employment_spell" "就业记录" "Employment", Village {
        person_id: PersonId = "人" "Person".required().derived();
        kind: EmploymentKind = "就业形式" "Kind of work".required().source("L50");
        area: WorkArea = "务工区域" "Where".required();
        start: Date = "开始日期" "From".required();
        end: Date = "结束日期" "Until";
        channel: EmploymentChannel = "就业渠道" "Found through".source("L50");
        partner: LabourPartner = "劳务协作方" "Labour partner".rare().source("L50");
        employer: String = "用工单位" "Employer";
        job: String = "岗位" "Job";
        monthly_wage: Fen = "月工资" "Monthly wage".group(G::Income);
        contract: bool = "签订劳动合同" "Contract".rare();
        workshop_id: OrgUnitId = "扶贫车间" "Workshop".rare().source("L50");
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 培训: a course; any level may hold one (plan lines 50, 75, 108).
    TrainingSession(TrainingSessionId) = "training_session" "培训" "Training", Maker {
        title: String = "名称" "Title".required();
        audience: TrainingAudience = "培训对象" "For whom".required().source("L108");
        trade: TradeKind = "工种" "Trade".source("L50");
        date_from: Date = "开始日期" "From".required();
        date_to: Date = "结束日期" "Until";
        hours: Count = "学时" "Hours".unit("小时", "hours");
        place_code: DivisionCode = "地点" "Place".rare();
        organiser_unit_id: OrgUnitId = "举办单位" "Held by".rare();
        organiser_name: String = "举办单位名称" "Held by, as written";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 参训: one person or official at one training. Its identifier is the pair, so that nobody attends twice.
    TrainingAttendance(TrainingAttendanceId) = "training_attendance" "参训" "Attendance", Maker {
        session_id: TrainingSessionId = "培训" "Training".required().derived();
        person_id: PersonId = "人" "Person".derived();
        official_id: OfficialId = "干部" "Official".derived();
        passed: bool = "合格" "Passed";
        certificate: bool = "取得证书" "Certificate";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 公益性岗位: posts that a village has in a year (plan lines 50, 52).
    PublicPost(PublicPostId) = "public_post" "公益性岗位" "Public post", Village {
        village_code: DivisionCode = "行政村" "Village".required().derived();
        year: Year = "年度" "Year".required();
        kind: PublicPostKind = "岗位类型" "Kind".required().source("L50");
        quota: Count = "名额" "Places".required().unit("个", "places");
        pay_mode: PayMode = "报酬方式" "Paid as".source("L50");
        monthly: Fen = "月补助" "Pay a month";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 上岗: a person's time in a public post.
    PostAssignment(PostAssignmentId) = "post_assignment" "上岗" "Post held", Village {
        post_id: PublicPostId = "岗位" "Post".required().derived();
        person_id: PersonId = "人" "Person".required().derived();
        start: Date = "上岗日期" "From".required();
        end: Date = "离岗日期" "Until";
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }

    /// 用工需求: what an employer asks for; one of the three lists of plan line 50.
    JobDemand(JobDemandId) = "job_demand" "用工需求" "Job demand", County {
        enterprise: String = "用工单位" "Employer".required();
        posts: Count = "岗位数" "Posts".required().unit("个", "posts").source("L50");
        trades: Vec<TradeKind> = "工种" "Trades".required();
        wage: Fen = "月工资" "Monthly wage";
        place: String = "工作地点" "Place";
        contact: String = "联系人及电话" "Contact".group(G::Contact).sensitive(S::Personal);
        date: Date = "发布日期" "Date".required();
        closed_date: Date = "截止日期" "Closed on".rare();
        note: String = "备注" "Note".group(G::Other).rare().sensitive(S::Personal);
    }
}
