//! The demo county as the files its 137 offices hand up.

use super::County;
use super::calendar::LAST_YEAR;
use crate::exchange::{Author, Contents, Disclosure, Draft, Scope, ScoreRow, Sealed, WriteError, write};
use crate::journal::Partition;
use crate::model::Date;
use crate::plan::divisions::division;

/// The day all packages of the demo are of.
pub fn as_of() -> Date {
    Date::year_end(LAST_YEAR)
}

/// What a folder of demo packages should say about itself, as `README.txt`.
pub const README: &str = "\
演示县 / demo county

这些文件全部是虚构的演示数据，不含任何真实的人。证件号码以 999999 开头，电话号码以 100 开头；
哪些乡镇、哪些村是贫困乡、贫困村，以及贫困标准等参数，都是随意设定的，与真实情况无关。
2017年底的数字与方案的基数一致：3183户11287人，其中未脱贫630户2026人，贫困发生率0.81%。
项目库453个项目73263.24万元、203个整改问题、11个安置点和54个就地改造点等，都与方案的数字一致；
2018—2020年三年的进展是编出来的：有的目标提前完成，有的推迟，有的没有完成。用 hhq score 的 --as-of 选择哪一天。
村级包含本村全部记录；乡镇包和县级包只含本级自己的记录，不重复所辖村的记录。
数据中有意放入了少量错误，供核查练习：每条核查规则至少一处；此外还有一些没做完的事，如未参保、未落实帮扶责任人。

Everything in these files is invented; nobody in them exists. Identity numbers start with 999999, telephone
numbers with 100. Which townships and villages are poor, and every parameter such as the poverty line, is an
arbitrary choice that says nothing about the real places. The figures at the end of 2017 are the plan's
baselines: 3,183 households with 11,287 persons, 630 with 2,026 of them not exited, an incidence of 0.81 %.
The library of 453 projects worth 73,263.24 万元, the 203 problems, the 11 sites and 54 rebuilt places and every other batch
are as many as the plan says. What comes of them from 2018 to 2020 is made up: some targets are met early, some late, some
never. Choose the day with --as-of of hhq score.
A village's file holds all its records; a township's or the county's file holds only the records that this office
keeps itself, not those of the villages below it. Some faults were put in on purpose, to practise checking: at least
one for every rule; and some things are not done yet, such as persons without insurance or households without a helper.
";

/// A package as a file.
#[derive(Clone, Debug)]
pub struct PackageFile {
    /// Its name: code, area, day and profile; never the name of a person.
    pub name: String,
    /// Its bytes and checksum.
    pub sealed: Sealed,
}

/// The first detail package of a partition, with the tallies that scoring gave; what it tells of identity numbers is what
/// the demo county allows.
///
/// # Errors
/// When a row lies outside the partition's area.
pub fn package(
    partition: &Partition,
    county: &Partition,
    rows: Vec<ScoreRow>,
) -> Result<PackageFile, WriteError> {
    let area = partition.area();
    let name = division(area.as_str()).map_or("", |division| division.short_name);
    let last = partition.changes().last();
    let author = last.map(|change| change.author).unwrap_or_default();
    let draft = Draft {
        scope: Scope {
            code: area,
            name: name.to_owned(),
        },
        as_of: as_of(),
        author: Author {
            id: author,
            name: partition
                .records()
                .officials
                .get(author)
                .and_then(|row| row.name.clone()),
        },
        device: last.map_or_else(
            || crate::journal::DeviceId::from_chance(0),
            |change| change.stamp.device(),
        ),
        sequence: 1,
        previous: None,
        rows,
    };
    let disclosure = Disclosure::of(Some(county.records()));
    let sealed = write(&draft, Contents::Detail(&[partition], disclosure))?;
    Ok(PackageFile {
        name: format!("{area}-{name}-{}-detail.json", draft.as_of),
        sealed,
    })
}

/// The packages of every area of a seed's county, in the order of [`County::areas`]. `rows` gives a partition's tallies,
/// which lie a layer above this one.
///
/// # Errors
/// As [`package`].
pub fn packages(
    seed: u64,
    mut rows: impl FnMut(&Partition, &Partition) -> Vec<ScoreRow>,
) -> impl Iterator<Item = Result<PackageFile, WriteError>> {
    let source = County::new(seed);
    let mut county: Option<Partition> = None;
    County::areas().filter_map(move |area| {
        let partition = source.partition(area)?;
        // The county comes first and decides for all others.
        let county = county.get_or_insert_with(|| partition.clone());
        let rows = rows(&partition, county);
        Some(package(&partition, county, rows))
    })
}
