//! A preview in words. Pure, tested natively.

use crate::exchange::{AreaPreview, Finding, KindPreview, NAMES_SHOWN, Preview, RecordGroup};
use crate::model::Kind;
use crate::ui::text::format;
use crate::ui::text::handover::Texts;

/// How many records would be new, changed, removed and conflicting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Records that are not here.
    pub new: usize,
    /// Records that would change.
    pub changed: usize,
    /// Records that would go.
    pub removed: usize,
    /// Records that both sides have changed.
    pub conflicting: usize,
    /// Records that are the same.
    pub unchanged: usize,
}

impl Sum {
    fn add(mut self, groups: &KindPreview) -> Self {
        self.new += groups.new.count;
        self.changed += groups.changed.count;
        self.removed += groups.removed.count;
        self.conflicting += groups.conflicting.count;
        self.unchanged += groups.unchanged;
        self
    }

    /// The sum of an area's kinds.
    pub fn of_area(area: &AreaPreview) -> Self {
        area.kinds.values().fold(Self::default(), Self::add)
    }

    /// The sum of a package's areas.
    pub fn of(preview: &Preview) -> Self {
        let kinds = preview.areas.iter().flat_map(|area| area.kinds.values());
        kinds.fold(Self::default(), Self::add)
    }

    fn words(self, t: Texts) -> String {
        let part = |name: &str, n: usize, always: bool| (always || n > 0).then(|| t.part(name, n));
        let parts = [
            part(t.column_new(), self.new, true),
            part(t.column_changed(), self.changed, true),
            part(t.column_removed(), self.removed, false),
            part(t.column_conflicting(), self.conflicting, true),
            part(t.column_unchanged(), self.unchanged, false),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(t.and_then())
    }
}

/// What a package would change in all.
pub fn sum(preview: &Preview, t: Texts) -> String {
    Sum::of(preview).words(t)
}

/// What it would change in one area.
pub fn area_line(area: &AreaPreview, t: Texts) -> String {
    let name = format::area(area.area);
    let sum = Sum::of_area(area).words(t);
    if area.first {
        t.area_line(&t.area_first(&name), &sum)
    } else {
        t.area_line(&name, &sum)
    }
}

/// The names of the households and persons that would change, group by group.
pub fn names(area: &AreaPreview, t: Texts) -> Vec<String> {
    let mut lines = Vec::new();
    for kind in [Kind::Household, Kind::Person] {
        let Some(groups) = area.kinds.get(&kind) else {
            continue;
        };
        let kind = t.0.pick(kind.def().label);
        let named = [
            (t.column_new(), &groups.new),
            (t.column_changed(), &groups.changed),
            (t.column_removed(), &groups.removed),
            (t.column_conflicting(), &groups.conflicting),
        ];
        lines.extend(
            named
                .into_iter()
                .filter_map(|(what, group)| Some(t.names_line(what, kind, &group_names(group, t)?))),
        );
    }
    lines
}

fn group_names(group: &RecordGroup, t: Texts) -> Option<String> {
    if group.names.is_empty() {
        return None;
    }
    let shown = &group.names[..group.names.len().min(NAMES_SHOWN)];
    let names = shown.join(t.list());
    Some(if group.count > shown.len() {
        t.names_more(&names, group.count)
    } else {
        names
    })
}

/// What was found in a file, each sentence once with its number.
pub fn findings(findings: &[Finding], t: Texts) -> Vec<String> {
    let mut counted: Vec<(&'static str, usize)> = Vec::new();
    for finding in findings {
        let sentence = t.0.pick(finding.code.label());
        match counted.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, n)) => *n += 1,
            None => counted.push((sentence, 1)),
        }
    }
    let words = counted.into_iter().map(|(sentence, n)| match n {
        1 => sentence.to_owned(),
        n => t.found_times(sentence, n),
    });
    words.collect()
}

/// The size of a file as people read it.
pub fn size(bytes: usize, t: Texts) -> String {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    match bytes {
        0..1_024 => t.bytes(whole(bytes)),
        1_024..1_048_576 => t.kilobytes(whole(bytes.div_ceil(1_024))),
        _ => t.megabytes(&format::decimal(whole(bytes * 10 / 1_048_576), 1)),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::exchange::FindingCode;
    use crate::model::DivisionCode;
    use crate::ui::text::Language;
    use std::collections::BTreeMap;

    const ZH: Texts = Texts(Language::Zh);

    fn group(count: usize, names: &[&str]) -> RecordGroup {
        RecordGroup {
            count,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    fn area() -> AreaPreview {
        let households = KindPreview {
            new: group(7, &["张三", "李四"]),
            conflicting: group(1, &["王五"]),
            unchanged: 40,
            ..KindPreview::default()
        };
        let visits = KindPreview {
            new: group(3, &[]),
            ..KindPreview::default()
        };
        AreaPreview {
            area: DivisionCode::new("530427203200").unwrap(),
            first: true,
            changes: 10,
            kinds: BTreeMap::from([(Kind::Household, households), (Kind::Visit, visits)]),
            conflicts: Vec::new(),
        }
    }

    #[test]
    fn an_area_says_whether_it_is_new_and_sums_its_kinds() {
        assert_eq!(
            area_line(&area(), ZH),
            "太桥村（首次收到）：新增 10，修改 0，冲突 1，未变 40"
        );
    }

    #[test]
    fn names_end_with_the_number_of_all() {
        assert_eq!(names(&area(), ZH), ["新增户：张三、李四等7", "冲突户：王五"]);
    }

    #[test]
    fn the_same_finding_is_told_once_with_its_number() {
        let finding = |code| Finding::new(code, "records", "");
        let list = [
            finding(FindingCode::UnknownField),
            finding(FindingCode::Repeated),
            finding(FindingCode::UnknownField),
        ];
        let words = findings(&list, ZH);
        assert_eq!(words, ["不认识的字段，原样保留（2处）", "这个数据包已经收过"]);
    }

    #[test]
    fn sizes_are_rounded_up_to_what_people_know() {
        assert_eq!(size(900, ZH), "900 字节");
        assert_eq!(size(1_025, ZH), "2 KB");
        assert_eq!(size(10_066_330, ZH), "9.6 MB");
    }
}
