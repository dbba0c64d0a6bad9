//! Faults of the register itself: identity numbers and whole incomes, spoilt before they are written.

use crate::demo::calendar::{LAST_YEAR, day};
use crate::demo::home::{Course, Home, Member};
use crate::model::identity::number_without_place;
use crate::model::{Sex, Year};

/// Spoils identity numbers and incomes before the register is written.
pub(in crate::demo) fn spoil(village: &str, homes: &mut [Home]) {
    match village {
        "530427101213" => {
            if let Some(head) = head_of_first(homes) {
                head.id_number.pop();
            }
        }
        "530427102002" => {
            let men = homes
                .iter()
                .enumerate()
                .filter(|(_, home)| home.members[0].sex == Sex::Male);
            let men: Vec<usize> = men.map(|(place, _)| place).take(2).collect();
            if let [one, other] = men[..] {
                let Member { birth, id_number, .. } = homes[one].members[0].clone();
                let head = &mut homes[other].members[0];
                (head.birth, head.id_number) = (birth, id_number);
            }
        }
        "530427205204" => give_incomes(homes, [4_600, 2_900]),
        "530427205206" => give_incomes(homes, [4_300, 9_800]),
        "530427100200" => {
            if let Some(head) = head_of_first(homes) {
                let good = head.id_number.pop();
                head.id_number.push(if good == Some('0') { '1' } else { '0' });
            }
        }
        "530427100201" => {
            if let Some(head) = head_of_first(homes) {
                let odd = u16::from(head.sex == Sex::Male);
                head.id_number = number_without_place(head.birth.plus_days(400), 996 + odd);
            }
        }
        "530427101201" | "530427102201" => {
            // The same person twice, in households that nobody's age ties to.
            let place = homes
                .iter()
                .position(|home| home.members.len() == 1)
                .unwrap_or_default();
            if let Some(home) = homes.get_mut(place) {
                let head = &mut home.members[0];
                (head.sex, head.birth) = (Sex::Male, day(1962, 6, 15));
                head.name = "普安来".to_owned();
                head.id_number = number_without_place(head.birth, 999);
            }
        }
        _ => {}
    }
}

/// Gives the first household that exited long ago those incomes of the last two years.
fn give_incomes(homes: &mut [Home], incomes: [i64; 2]) {
    let exited = |home: &&mut Home| matches!(home.course, Course::Exited(_));
    if let Some(home) = homes.iter_mut().find(exited) {
        home.incomes = Some(incomes);
    }
}

fn head_of_first(homes: &mut [Home]) -> Option<&mut Member> {
    homes.first_mut().map(|home| &mut home.members[0])
}

/// Whether the income of the last year was left out on purpose.
pub(in crate::demo) fn has_no_income(home: &Home, year: Year) -> bool {
    year == LAST_YEAR && home.village.as_str() == "530427101204" && home.number == 1
}
