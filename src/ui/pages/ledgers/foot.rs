//! What a ledger comes to: its sentence and its last line. Pure but for the language.

use super::lines::{Lines, group_name};
use crate::ledgers::{Head, Source, Sum};
use crate::model::{DivisionCode, FieldType, Value};
use crate::ui::components::Cell;
use crate::ui::text::{format, ledgers};

/// So many groups and sums are told in the sentence.
const TOLD: usize = 6;

/// The first sentence: how many rows, how they stand, and the first sums.
pub fn sentence(
    lines: &Lines,
    found: &[usize],
    narrowed: bool,
    place: DivisionCode,
    t: ledgers::Texts,
) -> String {
    let table = &lines.table;
    let name = t.0.pick(table.sheet.label);
    let head = match narrowed {
        true => t.found(found.len(), table.rows.len()),
        false => t.said(table.rows.len(), &format::area(place), name),
    };
    let groups = (!narrowed).then(|| groups(lines, t)).flatten();
    let sums = sums(lines, found);
    let told = table.heads.iter().zip(&sums).filter(|(head, _)| head.summed);
    let told = told.filter_map(|(head, sum)| said(head, *sum, t)).take(2);
    let parts: Vec<String> = [head].into_iter().chain(groups).chain(told).collect();
    format!("{}{}", parts.join(t.separator()), t.stop())
}

/// How many rows each group has.
fn groups(lines: &Lines, t: ledgers::Texts) -> Option<String> {
    let by = lines.table.by()?;
    let groups = lines.table.groups();
    let said = groups.iter().take(TOLD).map(|group| {
        let name = group_name(&lines.table.heads[by], &group.value, t.0);
        t.group(name.as_deref().unwrap_or(t.not_filled()), group.rows)
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| said.join(t.separator()))
}

fn said(head: &Head, sum: Sum, t: ledgers::Texts) -> Option<String> {
    let amount = amount(head, sum, t).filter(|_| sum.known > 0)?;
    let name = t.0.pick(head.label);
    Some(match sum.missing {
        0 => t.sum(name, &amount),
        missing => t.sum_known(name, &amount, missing),
    })
}

fn amount(head: &Head, sum: Sum, t: ledgers::Texts) -> Option<String> {
    format::field_value(head.def, &Value::Int(sum.sum?), t.0)
}

fn sums(lines: &Lines, found: &[usize]) -> Vec<Sum> {
    let rows = found.iter().filter_map(|place| lines.table.rows.get(*place));
    lines.table.sums(rows)
}

/// The last line of the table: how many rows, and the sum of every column that has one.
pub fn foot(lines: &Lines, found: &[usize], several: bool, t: ledgers::Texts) -> Vec<Cell> {
    let by_area = matches!(lines.table.sheet.rows, Source::Years(..));
    let mut cells = vec![Cell::words(t.total(found.len()))];
    cells.extend((several && !by_area).then(Cell::blank));
    let columns = lines.table.heads.iter().zip(sums(lines, found));
    // The first column holds the number of rows, unless it is the area's own.
    let columns = columns.skip(usize::from(!by_area));
    cells.extend(columns.map(|(head, sum)| total(head, sum, t)));
    cells
}

fn total(head: &Head, sum: Sum, t: ledgers::Texts) -> Cell {
    let Some(number) = sum.sum.filter(|_| sum.known > 0) else {
        return Cell::blank();
    };
    if matches!(head.def.ty, FieldType::Tri) {
        return Cell::words(t.total_yes(number, sum.known));
    }
    let amount = amount(head, sum, t).unwrap_or_default();
    Cell::words(match sum.missing {
        0 => amount,
        missing => t.total_missing(&amount, missing),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::indicators::CountyFacts;
    use crate::ledgers::{Scope, sheet};
    use crate::model::{Date, DonorKind, Fen, Id, Records};
    use crate::ui::text::Language;

    fn donations() -> (DivisionCode, Lines) {
        let mut records = Records::default();
        for (name, amount, kind) in [
            ("g1", Some(120_000), DonorKind::Enterprise),
            ("g2", None, DonorKind::Enterprise),
            ("g3", Some(50), DonorKind::Individual),
        ] {
            let row = &mut records.donations.row_mut(Id::new(name).unwrap()).record;
            (row.amount, row.donor_kind) = (amount.map(Fen), Some(kind));
        }
        let (village, facts) = (DivisionCode::new("530427203200").unwrap(), CountyFacts::default());
        let scope = Scope::new(village, [(village, &records)], Date::of::<2018, 11, 28>(), &facts);
        let sheet = sheet("L-13").unwrap().1;
        (village, Lines::of(sheet, &scope, Language::Zh))
    }

    #[test]
    fn the_sentence_counts_the_rows_and_their_groups_and_says_what_is_missing() {
        let (village, lines) = donations();
        let t = ledgers::Texts(Language::Zh);
        assert_eq!(
            sentence(&lines, &[0, 1, 2], false, village, t),
            "太桥村社会捐赠共3行，企业2行，个人1行，金额合计1,200.50元（1行未填）。"
        );
        let one = lines
            .table
            .rows
            .iter()
            .position(|row| row.id.as_str() == "g3")
            .unwrap();
        assert_eq!(
            sentence(&lines, &[one], true, village, t),
            "3行中找到1行，金额合计0.50元。"
        );
    }

    #[test]
    fn the_last_line_has_a_cell_for_every_column() {
        let (_, lines) = donations();
        let t = ledgers::Texts(Language::Zh);
        for several in [false, true] {
            let foot = foot(&lines, &[0, 1, 2], several, t);
            assert_eq!(foot.len(), lines.row(0, several).cells.len());
            assert!(foot.contains(&Cell::words("1,200.50元（1行未填）")));
        }
    }
}
