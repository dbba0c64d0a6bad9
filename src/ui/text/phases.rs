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
    rescue "导出现有资料" "Export what is here";
    rescue_explained "把现在还读得到的全部资料写成一个明细包，任何一台设备都能导入。" "Writes all that can still be read into a detail package, which any device can import.";
    rescuing "正在导出…" "Exporting…";
    rescued(name: &str) "已导出 {name}。请存到 U 盘或另一台设备。" "Exported {name}. Keep it on a stick or another device.";
    reload "重新加载" "Load again";
    error_code "代码" "Code";
}
