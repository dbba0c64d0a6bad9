//! Code lists about drinking water (DOMAIN B11).

use crate::model::codes::codes;

codes! {
    /// 评价对象: what a water assessment is of.
    WaterSubject = "water_subject" {
        Household = "household" "户" "Household" "";
        Village = "village" "村" "Village" "";
        Work = "work" "供水工程" "Water work" "";
    }

    /// 水质: how the water was found to be.
    WaterQuality = "water_quality" {
        LabPass = "lab_pass" "化验合格" "Passed in the laboratory" "";
        ObservedOk = "observed_ok" "望闻问尝合格" "Found good by eye and taste" "";
        Fail = "fail" "不合格" "Not good" "";
    }

    /// 评价结论: of one criterion and of all four.
    WaterResult = "water_result" {
        Met = "met" "达标" "Met" "";
        Basic = "basic" "基本达标" "Nearly met" "";
        NotMet = "not_met" "未达标" "Not met" "";
    }

    /// 工程规模: size of a water work (plan line 73).
    WaterScale = "water_scale" {
        Large = "large" "规模化" "Large" "";
        Small = "small" "小型集中" "Small" "";
        Dispersed = "dispersed" "分散" "Dispersed" "";
    }
}
