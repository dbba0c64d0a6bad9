//! Words of the register: the lists and the forms of every kind of record.

use super::texts;

texts! {
    title "登记" "Register";
    loading "正在读取……" "Reading…";
    topics_sentence(place: &str, records: usize, kinds: usize) "{place}共登记{records}条，分{kinds}类。"
        "{records} records of {kinds} kinds in {place}.";
    topics_empty(place: &str) "{place}还没有登记。点开一类就能添加。" "Nothing is entered for {place} yet. Open a kind to add to it.";
    count(n: usize) "{n}条" "{n}";
    none_yet "还没有" "none yet";
    sentence(n: usize, place: &str, kind: &str) "{place}登记{kind}{n}条" "{kind}: {n} record in {place}" | "{kind}: {n} records in {place}";
    found(n: usize, all: usize) "{all}条中找到{n}条" "{n} of {all} found";
    sum(name: &str, amount: &str) "{name}合计{amount}" "{name} {amount} in all";
    sum_known(name: &str, amount: &str, missing: usize) "{name}合计{amount}（{missing}条未填）"
        "{name} {amount} in all ({missing} not filled in)";
    nothing_yet(kind: &str, why: &str) "还没有{kind}。{why}" "Nothing under “{kind}” yet. {why}";
    nothing_yet_add(kind: &str) "还没有{kind}，添加第一条吧。" "Nothing under “{kind}” yet. Add the first one.";
    village_keeps "由村里填报，收到村里的数据包就会出现在这里。" "Villages keep these; they appear when a village’s package has come in.";
    township_keeps "由乡镇填报，收到乡镇的数据包就会出现在这里。" "Townships keep these; they appear when a township’s package has come in.";
    county_keeps "由县里填报，收到县里的数据包就会出现在这里。" "The county keeps these; they appear when its package has come in.";
    made_by_app "由程序生成，不用填。" "Made by the app; nothing is to be filled in.";
    on_households_page "在户的页面上添加：先打开一户。" "Added on a household’s page: open a household first.";
    open_households "看户" "Open households";
    add "新增" "Add";
    add_kind(kind: &str) "新增{kind}" "Add: {kind}";
    begin "建立这条记录" "Begin the record";
    begin_sentence "先填这几项，其余的建立后再填。" "These first; the rest can follow once the record stands.";
    subject_needed "请先选择或填写标有“必填”的前几项：没有它们就不知道这条记录是谁的、哪天的。"
        "Fill in what says whom or which day the record is about first.";
    begun "已建立。" "Begun.";
    area_column "地区" "Area";
    all_of(field: &str) "{field}：全部" "{field}: all";
    deleted "已删除" "Deleted";
    deleted_sentence "这条记录已删除，不计入任何数字。" "This record is deleted and counts in no figure.";
    none_found "没有符合条件的记录。" "No record fits.";
    show_all "显示全部" "Show all";
    print "打印" "Print";
    search_hint "名称、拼音首字母或内容" "Name, pinyin initials or content";
    unnamed(kind: &str) "{kind}（未填名称）" "{kind} (no name yet)";
    back_to(kind: &str) "返回{kind}" "Back to {kind}";
    gone "这条记录不在本机上。" "This record is not on this device.";
    about "关于" "About";
    read_only(place: &str) "由{place}填报，这里只能查看。" "Kept by {place}; here it can only be read.";
    missing(n: usize) "还有{n}项必填未填。" "{n} needed field is empty." | "{n} needed fields are empty.";
    complete "必填的都填了。" "Every needed field is filled in.";
    related "相关记录" "Related records";
    other_records(n: usize) "除前面各栏外，这一户还有{n}条记录。" "{n} further record of this household." | "{n} further records of this household.";
    attachments "附件" "Attachments";
    attachments_explained "照片留在本机相册或文件夹里；登记里记下它的指纹、大小和说明，以后可以核对是不是原件。"
        "The photograph stays on the device; the register keeps its fingerprint, size and caption, so that it can be checked later.";
    attach "添加附件" "Add an attachment";
    attached "已记下附件。" "The attachment is recorded.";
    compare_file "核对文件" "Check a file";
    same_file "是原件：指纹一致。" "The same file: the fingerprints agree.";
    other_file "不是原件：指纹不同。" "Another file: the fingerprints differ.";
    other_kinds "还可以添加" "More that can be added";
    none_further "没有别的记录。" "No further records.";
    name_column "名称" "Name";
    separator "，" ", ";
    stop "。" ".";
}
