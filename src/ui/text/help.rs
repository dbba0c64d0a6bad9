//! The help: short, by role.

use super::texts;

texts! {
    title "帮助" "Help";
    sentence_village "村里每月三件事：入户填清、核对数据、交数据包。" "Three things a month in the village: visit and fill in, check, hand over the package.";
    sentence_township "乡镇每月三件事：收齐各村、看谁缺什么、汇总报县。" "Three things a month in the township: collect every village, see what is missing, report to the county.";
    sentence_county "县里每月三件事：收齐乡镇、看指标差在哪、核实县级参数。" "Three things a month in the county: collect the townships, see where targets fall short, verify the parameters.";
    steps "怎么做" "What to do";
    step_village_1 "在“户”里找到这一户：打姓名、拼音首字母或编号都行。" "Find the household under “Households”: by name, pinyin initials or number.";
    step_village_2 "逐项填写。每一项填完自动保存，出现“已保存”就已写进本机。" "Fill in field by field. Each saves by itself; “Saved” means it is on the disk.";
    step_village_3 "不知道就留空或选“不清楚”，不要猜。留空的会列在“未填完”里。" "Leave what you don't know empty, don't guess. It is listed as incomplete.";
    step_village_4 "走访后点“记走访”，写发现和解决了什么。" "After a visit, record it: what was found and what was solved.";
    step_village_5 "“指标”里点任何一个数，可以看到是哪些户、差哪一项。" "Under “Targets”, tap any number to see which households, and which field.";
    step_village_6 "户页的“更多记录”和“登记”里记就业、就学、就医、危房、搬迁、会议等；“数据核查”列出前后对不上的地方，改正，或写明为什么属实。"
        "Record employment, schooling, medical care, houses, moves and meetings under “More records” of a household and under “Register”; “Data checks” lists what does not hold together: correct it, or say why it is so.";
    step_village_7 "危房、学生、病情、搬迁等在记录上一步一步往下记，灰的按钮写着还差什么；记错了点“撤回这一步”。“保障”和“六清”里系统先提建议，由你认定；“清单核对”每年答一次。"
        "Houses, students, illnesses and moves go on step by step; a grey button says what is missing, and a mistake is taken back. Under “Assurances” and “Six clarities” the app proposes and you decide; the checklist is answered once a year.";
    step_village_8 "“履职”说本月该开的会、该报的汇报、该走的户和什么时候到期，点一下就能记；“台账”由登记自动生成，可以筛选、打印、导出表格。"
        "“Duties” says which meetings, reports and visits are due and when: tap one to record it. “Ledgers” are made from the register and can be narrowed, printed and exported.";
    step_village_9 "每月在“交接”里导出明细包，用 U 盘或微信交给乡镇，电话里对一下核对码；平时每周至少导出一次当备份，另存一处。"
        "Every month export a detail package under “Hand over”, give it to the township, and compare the check code by phone; export at least once a week as a backup, and keep it elsewhere.";
    step_lock "在“设置”的“口令与上锁”里设一个口令，资料就加密保存；离开时点右上角的锁，久不操作会自动上锁。先收下县里的密钥卡，忘记口令才能由县里找回。"
        "Set a passphrase under “Passphrase and lock” in the settings and the register is kept encrypted; tap the lock at the top when you leave, and it locks by itself after a while. Take in the county's key card first, so that a forgotten passphrase can be recovered.";
    step_recover "村、乡镇忘记口令时，它的找回申请在“数据保管”里打开：先打电话核对，再导出回复。"
        "When a village or township forgot its passphrase, open its request under “Safekeeping”: telephone and compare, then export the reply.";
    step_township_1 "在“交接”里一次选中各村的数据包，先看预览，再确认导入。" "Under “Hand over” choose all villages' packages at once; look at the preview, then confirm.";
    step_township_2 "在“下级上报”里看哪些村未上报，打电话催。" "Under “Received” see which villages have not reported, and call them.";
    step_township_3 "同一个包导入两次不会重复；先后顺序也不影响结果。" "Importing a package twice changes nothing, and the order does not matter.";
    step_township_4 "两边改了同一项会显示“冲突”，在户页里选定一个值。" "When two sides changed one field it shows as a conflict; settle it on the household's page.";
    step_township_5 "“指标”里切换到各村，点数看户，把差的一项告诉村里。" "Switch to each village under “Targets”, tap a number to see the households, and tell the village what is missing.";
    step_township_6 "“履职”列出书记、乡镇长该走的村和户、还差哪些；下面是各村的会议和汇报。台账不用村里另填，在“台账”里直接看、打印、导出。"
        "“Duties” lists the villages and households that the heads still owe a visit, and below how the villages stand. No village fills in ledgers: look at them, print and export them under “Ledgers”.";
    step_township_7 "汇齐后导出全乡明细包报县；只要数字时导出汇总包。" "When all is in, export the township's detail package to the county; a summary when only figures are wanted.";
    step_county_1 "先在“县级参数”里录入贫困标准、贫困乡和贫困村，写明依据，由另一人核实。" "First enter the poverty line, poverty townships and villages under “Parameters”, with their source, and have a second person verify them.";
    step_county_2 "在“交接”里导入各乡镇或各村的数据包。" "Import the townships' or villages' packages under “Hand over”.";
    step_county_3 "“下级上报”里看谁没报；未上报的村不会被当作达标。" "See who is missing under “Received”; a missing village never counts as met.";
    step_county_4 "“指标”按方案章节列出目标、实际、差距、期限和已知比例。" "“Targets” lists goal, actual, gap, deadline and known share by chapter of the plan.";
    step_county_5 "点任何一个数：哪些户、为什么、由哪一项决定。" "Tap any number: which households, why, and which field decided.";
    step_county_6 "项目、整改问题在记录上按步骤往下记；“清单核对”看各村做到了哪些、还不清楚哪些。"
        "Projects and problems go on step by step on their records; the checklist shows what each village has done and what is not known.";
    step_county_7 "“履职”看谁该走访、开会、汇报而没做；先在登记的“工作日历”录入节假日，到期日才按工作日算。“台账”是方案提到的22本，导出的表格可报给外部系统。"
        "“Duties” shows who owes visits, meetings and reports; enter the holidays under “Working calendar” so that due days are working days. “Ledgers” are the plan’s 22; as tables they go to outside systems.";
    step_county_8 "和乡镇核对数据时，电话里念核对码，一致即数据一致。" "To compare data with a township, read out the check code; the same code means the same data.";
    unknown_title "“数据不足”是什么意思" "What “not enough data” means";
    unknown_1 "有一项没填、没核实或没上报，就不知道达没达标。不知道不等于零，也不算达标。" "Something is not filled in, not verified or not reported, so nobody knows. Unknown is not zero, and it never passes.";
    unknown_2 "每个数旁边都写着“已知多少”。补齐缺的那一项，状态会自己变。" "Every figure says how much of it is known. Fill in what is missing and the status changes by itself.";
    file_title "数据包是什么" "What a package is";
    file_1 "一个 .json 文件，装着本地区的全部记录、每处修改是谁何时改的、以及算好的指标。" "One .json file with all records of the area, who changed what and when, and the figures.";
    file_2 "文件带校验：传坏了、被改过，导入时会拒绝并说明，不会写坏数据。" "It is checksummed: a damaged or altered file is refused with a reason, and nothing is written.";
    file_4 "有上级的密钥卡时，导出默认加封（.json.age）：只有上级和本机打得开。密钥卡在“密钥与印章”里写出、核对。"
        "With the cards of the offices above, exports are sealed (.json.age): only they and this device can open them. Write and compare cards under “Keys and seals”.";
    file_3 "明细包含个人信息，只通过工作渠道交接；汇总包只有数字。" "A detail package holds personal data and goes through office channels only; a summary holds figures only.";
    words_title "用语" "Words";
    word_met "已达标" "Met";
    word_met_is "按现有数据，不管还缺什么，都已达到目标。" "Reached, whatever is still unknown.";
    word_not_met "未达标" "Not met";
    word_not_met_is "期限已到，补齐数据也达不到。" "The deadline has come and what is unknown cannot mend it.";
    word_on_track "进行中" "Under way";
    word_on_track_is "还没达到，期限还没到。" "Not reached yet, and there is time.";
    word_conflict "冲突" "Conflict";
    word_conflict_is "两台设备各改了同一项。较新的暂用，两个值都保留，由人定夺。" "Two devices changed one field. The later value stands, both are kept, a person decides.";
    word_code "核对码" "Check code";
    word_code_is "由全部记录算出的十位码。两台设备一样，数据就一样。" "Ten characters worked out from all records. Two devices with the same code hold the same data.";
    word_cohort "2017年底未脱贫" "Not exited at the end of 2017";
    word_cohort_is "方案第一项目标所指的630户，名单固定，此后新识别的不加进来。" "The fixed list of 630 households of the plan's first target; those identified later are not added.";
    word_clear "六清" "Six clarities";
    word_clear_is "家庭情况、致贫原因、帮扶措施、投入产出、帮扶责任、脱贫时序都清楚。" "Family, cause, measures, input and output, responsibility and schedule are all clear.";
    word_step "步骤" "Step";
    word_step_is "记录在过程中的一步，写着哪天、谁记的。跳步或缺依据不能记；别处合并来的照收，但会提示核查。" "Where a record stands on its way, with the day and who recorded it. A skipped step or a missing proof is refused; what was merged in is taken and shown as a finding.";
    word_decided "建议与认定" "Proposal and decision";
    word_decided_is "系统按资料提建议，人来认定；两者都保留，不同的会标出。" "The app proposes by the records, a person decides; both are kept, and a difference is marked.";
    word_assured "两不愁三保障" "Two assurances, three guarantees";
    word_assured_is "不愁吃、不愁穿；义务教育、基本医疗、住房安全有保障。" "Enough food and clothing; schooling, basic medical care and safe housing guaranteed.";
}
