//! What the help says to whom. Pure, tested natively.

use crate::model::Level;
use crate::ui::text::help::Texts;

/// A word and what it means.
pub type Word = (&'static str, &'static str);

/// The steps of a role, in order.
pub fn steps(level: Level, t: Texts) -> Vec<&'static str> {
    match level {
        Level::Village => vec![
            t.step_village_1(),
            t.step_village_2(),
            t.step_village_3(),
            t.step_village_4(),
            t.step_village_5(),
            t.step_village_6(),
            t.step_village_7(),
            t.step_village_8(),
            t.step_village_9(),
            t.step_lock(),
        ],
        Level::Township => vec![
            t.step_township_1(),
            t.step_township_2(),
            t.step_township_3(),
            t.step_township_4(),
            t.step_township_5(),
            t.step_township_6(),
            t.step_township_7(),
            t.step_lock(),
        ],
        Level::County => vec![
            t.step_county_1(),
            t.step_county_2(),
            t.step_county_3(),
            t.step_county_4(),
            t.step_county_5(),
            t.step_county_6(),
            t.step_county_7(),
            t.step_county_8(),
            t.step_lock(),
            t.step_recover(),
        ],
    }
}

/// The first line of a role.
pub const fn sentence(level: Level, t: Texts) -> &'static str {
    match level {
        Level::Village => t.sentence_village(),
        Level::Township => t.sentence_township(),
        Level::County => t.sentence_county(),
    }
}

/// The words that pages use without explaining them.
pub const fn words(t: Texts) -> [Word; 10] {
    [
        (t.word_met(), t.word_met_is()),
        (t.word_not_met(), t.word_not_met_is()),
        (t.word_on_track(), t.word_on_track_is()),
        (t.word_conflict(), t.word_conflict_is()),
        (t.word_code(), t.word_code_is()),
        (t.word_cohort(), t.word_cohort_is()),
        (t.word_clear(), t.word_clear_is()),
        (t.word_assured(), t.word_assured_is()),
        (t.word_step(), t.word_step_is()),
        (t.word_decided(), t.word_decided_is()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::components::Status;
    use crate::ui::text::Language;

    #[test]
    fn every_role_gets_between_five_and_nine_steps() {
        for level in [Level::Village, Level::Township, Level::County] {
            assert!(
                (5..=10).contains(&steps(level, Texts(Language::Zh)).len()),
                "{level:?}"
            );
        }
    }

    #[test]
    fn the_help_explains_the_very_words_of_the_statuses() {
        for language in Language::ALL {
            let words = words(Texts(language)).map(|(word, _)| word);
            for status in [Status::Met, Status::NotMet, Status::OnTrack] {
                assert!(
                    words.contains(&status.word(language)),
                    "{status:?} in {language:?}"
                );
            }
        }
    }
}
