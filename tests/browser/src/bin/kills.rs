//! Kills a browser again and again and says what was lost: `cargo xtask kills --rounds N`.

use browser_tests::Problem;
use browser_tests::kills::{self, Rounds};

/// Kills while typing, when nobody says; a fifth as many of each other kind.
const ROUNDS: usize = 50;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Problem> {
    let given = std::env::args().nth(1).and_then(|number| number.parse().ok());
    let typing = given.unwrap_or(ROUNDS);
    let others = typing.div_ceil(3);
    let report = kills::kill(Rounds {
        typing,
        folding: others,
        import: others,
        form: others,
    })
    .await?;
    print!("{report}");
    report.judge()
}
