//! The first run: the demo or real households, and then who works here: level, area, name.

mod area_question;
mod areas;
mod choice_row;
mod demo_card;
mod level_question;
mod name_question;
mod opening;
mod page;
mod passphrase;
mod question;
mod step;
mod used_before;
mod welcome;

pub use page::StartPage;
