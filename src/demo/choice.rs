//! An invented choice: the plan says that 3 townships and 32 villages were poor, and names only seven of the villages
//! (line 81). The demo county needs the others too; they are picked by hand and say nothing about the real places.

/// The townships that are poor in the demo.
pub const POVERTY_TOWNSHIPS: [&str; 3] = ["530427202", "530427204", "530427205"];

/// The villages that are poor in the demo, each with the year of its exit.
pub const POVERTY_VILLAGES: [(&str, u16); 32] = [
    ("530427100204", 2017),
    ("530427100207", 2016),
    ("530427101208", 2017),
    ("530427101210", 2016),
    ("530427102203", 2016),
    ("530427102210", 2017),
    // 大口 and 旧哈, named in line 81.
    ("530427103202", 2017),
    ("530427103204", 2017),
    ("530427200206", 2016),
    ("530427201203", 2016),
    ("530427201208", 2017),
    ("530427201211", 2017),
    ("530427201214", 2016),
    // 帽盒, 挖窖 and 建兴, named in line 81.
    ("530427202200", 2017),
    ("530427202201", 2017),
    ("530427202202", 2017),
    ("530427202203", 2017),
    ("530427202204", 2016),
    ("530427202205", 2017),
    // 太和 and 勐炳, named in line 81.
    ("530427203201", 2016),
    ("530427203206", 2017),
    ("530427203208", 2017),
    ("530427204200", 2016),
    ("530427204203", 2017),
    ("530427204204", 2017),
    ("530427204210", 2017),
    ("530427205200", 2017),
    ("530427205202", 2016),
    ("530427205203", 2017),
    ("530427205206", 2017),
    ("530427205208", 2017),
    ("530427205209", 2017),
];

/// The year in which a village of the demo left the list of poor villages; none if it was never on it.
pub fn village_exit_year(code: &str) -> Option<u16> {
    POVERTY_VILLAGES
        .iter()
        .find(|(village, _)| *village == code)
        .map(|(_, year)| *year)
}
