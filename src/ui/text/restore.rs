//! Words of restoring a backup, and of a store that is gone.

use super::texts;
use crate::model::Date;

texts! {
    gone_title(area: &str) "{area}的资料不在这台设备上了" "The data of {area} is not on this device any more";
    gone_sentence(n: usize, at: &str) "最近一次保存是{at}，当时有{n}处改动；现在浏览器里是空的。"
        "The last save was on {at}, {n} change in all; now the browser has nothing." | "The last save was on {at}, {n} changes in all; now the browser has nothing.";
    why_title "可能的原因" "What may have happened";
    why_cleared "有人清除了浏览器数据，或用了另一个浏览器、另一个用户。" "Somebody cleared the browser’s data, or another browser or user is open.";
    why_evicted "磁盘紧张或很久没打开，浏览器自动清理了本页的数据。" "The disk ran low, or the page was not opened for long, and the browser cleared it by itself.";
    why_moved "本文件换了位置：火狐按文件所在的位置存放数据，请把文件放回原来的文件夹再打开。"
        "This file was moved: Firefox keeps data by the file’s place. Put it back into its folder and open it there.";
    title "从备份恢复" "Restore a backup";
    sentence "选最近一次导出的明细包，资料和使用人都从里面恢复。" "Choose the detail package exported last: records and user come back from it.";
    choose_title "选择备份文件" "Choose the backup";
    choose_hint "文件名以“.json”结尾，在 U 盘、微信收到的文件或“下载”文件夹里；上级办公室也有您交过的包。"
        "A file ending in .json, on a stick or in Downloads; the office above has what you handed over.";
    reading "正在读取…" "Reading…";
    found(area: &str, name: &str) "{area}的备份，由{name}导出。" "A backup of {area}, written by {name}.";
    found_facts(n: usize, day: Date) "数据截至{day}，共{n}处改动。" "As of {day}, {n} change in all." | "As of {day}, {n} changes in all.";
    restore_now "恢复这份备份" "Restore this backup";
    restoring "正在恢复…" "Restoring…";
    no_backup "选的文件里没有完整的明细包，恢复不了：汇总包没有各户资料，“新改动”包不完整。请选明细包。"
        "None of the files is a whole detail package: a summary has no households, and a package of news is not whole. Choose a detail package.";
    anew_title "不恢复，重新开始" "Start anew without it";
    anew_explained "找不到备份时才这样做。以后找到备份，仍可在“交接”里导入。" "Only if no backup can be found. One that is found later can still be imported under Hand over.";
    anew "重新开始" "Start anew";
    anew_question "不恢复原来的资料，重新开始？" "Start anew without the earlier data?";
    anew_sure "确定重新开始" "Start anew";
    keep_looking "再找找备份" "Look for a backup";
    used_before_title "以前用过，打开却是空的？" "Used before, and now it is empty?";
    used_before "数据可能被清除了。有导出过的明细包，就能恢复。" "The data may have been cleared. With a detail package it can be restored.";
    used_before_file "本文件可能换了位置：火狐按文件所在的位置存放数据，把文件放回原来的文件夹再打开就能看到；也可以从明细包恢复。"
        "This file may have been moved: Firefox keeps data by the file’s place. Put it back into its folder, or restore a detail package.";
}
