//! Words of the first page: what is open today.

use super::texts;

texts! {
    title_village "今日" "Today";
    title_office "总览" "Overview";
    nothing_yet "这台设备上还没有户。" "No household is on this device yet.";
    households_here(count: usize) "这台设备上有{count}户。" "{count} household is on this device." | "{count} households are on this device.";
}
