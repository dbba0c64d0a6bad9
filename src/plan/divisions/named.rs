//! The places the plan names. It does not say which 3 townships and 32 villages are the poverty ones (note X-16).

/// In what connection the plan names a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedAs {
    /// A township of the 46 whole-village projects (T-55).
    DirectTransitionTownship,
    /// A township of the 2018 basic-facility programme (T-58).
    FacilityTownship,
    /// A poverty village of the 2018 basic-facility programme (T-58): the only poverty villages named.
    FacilityPovertyVillage,
    /// The township or village of the pumping project (T-52).
    PumpingProject,
    /// A place included in the in-situ rebuilding projects (T-66).
    InSituRebuilding,
}

/// A division that the plan's text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPlace {
    /// Its code.
    pub code: &'static str,
    /// In what connection.
    pub named_as: NamedAs,
    /// Line of the plan.
    pub line: u8,
}

const fn place(code: &'static str, named_as: NamedAs, line: u8) -> NamedPlace {
    NamedPlace { code, named_as, line }
}

/// All named places in the order of the plan.
pub static NAMED_PLACES: [NamedPlace; 18] = [
    place("530427203", NamedAs::PumpingProject, 73),
    place("530427203200", NamedAs::PumpingProject, 73),
    place("530427205", NamedAs::DirectTransitionTownship, 75),
    place("530427202", NamedAs::DirectTransitionTownship, 75),
    place("530427101", NamedAs::DirectTransitionTownship, 75),
    place("530427102", NamedAs::DirectTransitionTownship, 75),
    place("530427103", NamedAs::DirectTransitionTownship, 75),
    place("530427103", NamedAs::FacilityTownship, 81),
    place("530427202", NamedAs::FacilityTownship, 81),
    place("530427203", NamedAs::FacilityTownship, 81),
    place("530427103202", NamedAs::FacilityPovertyVillage, 81),
    place("530427103204", NamedAs::FacilityPovertyVillage, 81),
    place("530427202201", NamedAs::FacilityPovertyVillage, 81),
    place("530427202204", NamedAs::FacilityPovertyVillage, 81),
    place("530427202200", NamedAs::FacilityPovertyVillage, 81),
    place("530427203201", NamedAs::FacilityPovertyVillage, 81),
    place("530427203208", NamedAs::FacilityPovertyVillage, 81),
    place("530427101213", NamedAs::InSituRebuilding, 83),
];
