//! Words of states: how a target stands, and where a piece of work is between the finger and the county.

use super::texts;

texts! {
    met "已达标" "Met";
    not_met "未达标" "Not met";
    unknown "数据不足" "Not enough data";
    on_track "进行中" "Under way";
    not_applicable "不适用" "Not applicable";
    info "仅统计" "For information";
    saving "正在保存" "Saving";
    saved "已保存" "Saved";
    unsaved "未保存" "Not saved";
    not_handed_over "未上报" "Not handed over";
    locked "只读" "Read only";
    conflict "有冲突" "Conflict";
}
