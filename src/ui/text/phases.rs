//! Words while the register is being opened, and when it cannot be.

use super::texts;

texts! {
    opening "正在打开本机资料…" "Opening the register on this device…";
    page_coming "正在打开这一页…" "Opening this page…";
    try_again "再试一次" "Try again";
    cannot_open "没能打开本机资料" "The register on this device cannot be opened";
    safe_title "现在的情况" "How things stand";
    safe_saved "显示过“已保存”的内容都在本机磁盘上，本页没有改动它。" "What was shown as saved is on this device’s disk, and this page has not changed it.";
    safe_packages "已经导出的数据包不受影响，任何一台设备都能导入。" "Packages that were exported are untouched; any device can import them.";
    safe_keep "请不要清除浏览器数据，也不要卸载浏览器。" "Don’t clear the browser’s data and don’t remove the browser.";
    reload "重新加载" "Load again";
    error_code "代码" "Code";
}
