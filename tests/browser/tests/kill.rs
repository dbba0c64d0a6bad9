//! A browser that is killed at any moment has lost nothing that its page had called saved, and has no half import.

use browser_tests::Problem;
use browser_tests::kills::{self, Rounds};

#[tokio::test]
async fn a_killed_browser_has_lost_nothing_that_it_called_saved() -> Result<(), Problem> {
    let report = kills::kill(Rounds {
        typing: 4,
        folding: 2,
        import: 2,
        form: 2,
    })
    .await?;
    println!("{report}");
    report.judge()
}
