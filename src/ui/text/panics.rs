//! What the page says when the program itself fails, in both languages at once.

use crate::platform::panic::PanicText;

/// The words of the overlay.
pub static TEXTS: [PanicText; 2] = [
    PanicText {
        lang: "zh-CN",
        title: "程序出错了",
        body: "显示过“已保存”的内容都在本机磁盘上，没有丢。正在填写、还没有显示“已保存”的那一处可能要重填。请重新加载；\
               如果再次出错，请把下面的文字报告县扶贫办，不要清除浏览器数据。",
        reload: "重新加载",
    },
    PanicText {
        lang: "en",
        title: "The program has failed",
        body: "Everything that was shown as saved is on this device’s disk. What was still being entered may have to be \
               entered again. Load the page again; if it fails once more, tell the county office the text below, and \
               don’t clear the browser’s data.",
        reload: "Load again",
    },
];
