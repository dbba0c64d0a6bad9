//! A village worker's first day and an office's question without the network, by the keyboard alone and by a finger alone: what is reached for is
//! reached, a person sees where they are, and a finger hits it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use browser_tests::hands::{Hand, Target};
use browser_tests::walk::Office;
use browser_tests::{Browser, Problem, Server, editions, walk};
use huhuqing::model::{DivisionCode, Kind, Value};
use huhuqing::{demo, exchange};

type Outcome = Result<(), Problem>;

const STORED: &str = "return navigator.serviceWorker.ready.then(() => true)";
const SHOWN: &str = "return location.hash.startsWith('#/target/') && document.querySelector('main').innerText.includes(arguments[0]) || null";
const TOWNSHIP: &str = "530427203";
const VILLAGE: &str = "530427203200";
const HEAD: &str = "白有福";
const GROUP: &str = "半坡组";

#[tokio::test]
async fn a_village_is_begun_and_handed_over_by_the_keyboard_alone() -> Outcome {
    a_first_day(Hand::Keys, (1440, 900)).await
}

#[tokio::test]
async fn a_village_is_begun_and_handed_over_by_a_finger_alone() -> Outcome {
    a_first_day(Hand::Touch, (800, 1280)).await
}

#[tokio::test]
async fn an_office_takes_a_package_in_and_asks_why_by_the_keyboard_alone() -> Outcome {
    from_the_sum_to_a_household(Hand::Keys, (1440, 900)).await
}

#[tokio::test]
async fn an_office_takes_a_package_in_and_asks_why_by_a_finger_alone() -> Outcome {
    from_the_sum_to_a_household(Hand::Touch, (800, 1280)).await
}

/// A device that has the app and no network.
async fn alone(hand: Hand, (width, height): (u32, u32)) -> Result<Browser, Problem> {
    let server = Server::start(&editions::pwa()?)?;
    let browser = Browser::builder().size(width, height).start().await?;
    browser.open(&server.url()).await?;
    browser.wait_for_app().await?;
    browser.wait_until("the stored app", STORED, &[]).await?;
    server.stop();
    browser.reload().await?;
    browser.wait_for_app().await?;
    hand.on(&browser).await?;
    Ok(browser)
}

async fn a_first_day(hand: Hand, size: (u32, u32)) -> Outcome {
    let browser = alone(hand, size).await?;

    // Who am I, and where.
    let areas = [TOWNSHIP, VILLAGE].map(|area| format!("#start-area-{area}"));
    for question in ["#start-real", "#start-village"]
        .into_iter()
        .chain(areas.iter().map(String::as_str))
    {
        hand.press(&browser, Target::Css(question)).await?;
    }
    hand.write(&browser, Target::Css("form input[autocomplete=name]"), "李雪")
        .await?;
    hand.press(&browser, Target::Css("#start-begin")).await?;

    // A household.
    hand.press(&browser, Target::Css("nav a[href^='#/households']"))
        .await?;
    hand.press(&browser, Target::Css("main a[href$='/new']")).await?;
    hand.write(&browser, Target::Field("姓名"), HEAD).await?;
    hand.press(&browser, Target::Answer("建档立卡", "是")).await?;
    hand.press(&browser, Target::Answer("户属性", "低保户")).await?;
    hand.press(&browser, Target::Says("建立这一户")).await?;

    // What is known about it, and that somebody was there.
    hand.press(&browser, Target::Says("基本信息")).await?;
    hand.write(&browser, Target::Field("小组名称"), GROUP).await?;
    walk::wait_until_saved(&browser).await?;
    hand.press(&browser, Target::Says("走访")).await?;
    hand.press(&browser, Target::Says("记一次走访")).await?;
    hand.press(&browser, Target::Says("记下这次走访")).await?;
    walk::wait_until_saved(&browser).await?;

    // What that makes of the figures, and why.
    hand.press(&browser, Target::Css("nav a[href^='#/targets']"))
        .await?;
    hand.press(&browser, Target::Css("tr[data-figure] a")).await?;
    browser
        .wait_until("the household and why", SHOWN, &[serde_json::json!(HEAD)])
        .await?;

    // The package that goes to the township.
    hand.press(&browser, Target::Css("nav a[href='#/handover']"))
        .await?;
    hand.press(&browser, Target::Says("导出明细包")).await?;
    let file = browser.wait_for_download(".json").await?;
    let bytes = std::fs::read(file).map_err(Problem::system("the package"))?;
    let (package, _) = exchange::open(&bytes, None).expect("the app's own package");
    let records = package.partitions[&DivisionCode::new(VILLAGE).unwrap()].records();
    for kind in [
        Kind::Household,
        Kind::Person,
        Kind::HouseholdMembership,
        Kind::Visit,
    ] {
        assert_eq!(records.count(kind), 1, "{kind:?}");
    }
    let mut told = Vec::new();
    records.for_each(Kind::Household, |row| {
        let place = |field| {
            Kind::Household
                .def()
                .position(field)
                .expect("a field of households")
        };
        told.extend(
            ["head_name", "registered", "attribute", "group_name"].map(|field| row.get(place(field))),
        );
    });
    let expected = [
        Value::Text(HEAD.into()),
        Value::Bool(true),
        Value::Text("dibao".into()),
        Value::Text(GROUP.into()),
    ];
    assert_eq!(told, expected);
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}

async fn from_the_sum_to_a_household(hand: Hand, size: (u32, u32)) -> Outcome {
    let mut county = demo::county(1);
    let own = county.next().expect("the county's own");
    let village = county
        .find(|one| one.area().as_str() == VILLAGE)
        .expect("the village");
    let package = demo::package(&village, &own, Vec::new()).expect("a package");
    let folder = tempfile::tempdir().map_err(Problem::system("a folder"))?;
    let file = folder.path().join(package.name);
    std::fs::write(&file, package.sealed.bytes).map_err(Problem::system("the package"))?;

    let browser = alone(hand, size).await?;
    walk::first_run(&browser, &Office::township(TOWNSHIP, "刘红")).await?;
    hand.press(&browser, Target::Css("nav a[href='#/handover']"))
        .await?;
    // The system's own dialog for files is not the app's.
    browser
        .choose_files(".file-drop input[type=file]", &[&file])
        .await?;
    hand.press(&browser, Target::Css(".preview-question .button-primary"))
        .await?;
    browser.wait_until_gone(".preview-question").await?;
    hand.press(&browser, Target::Css("nav a[href^='#/areas']"))
        .await?;
    hand.press(&browser, Target::Says("太桥村")).await?;
    hand.press(&browser, Target::Says("应扶尽扶")).await?;
    hand.press(&browser, Target::Css("main a[href^='#/household/']"))
        .await?;
    let household = "return location.hash.startsWith('#/household/') && document.querySelector('main h1')?.innerText || null";
    browser.wait_until("the household", household, &[]).await?;
    assert_eq!(browser.problems().await?, Vec::<String>::new());
    Ok(())
}
